#include "store/setting.h"

#include <stdlib.h>

#include "base/hash.h"
#include "store/setting_parts.h"

static const char PROFILE[] = "profile";
static const char PUBLIC[] = "public";
static const char GAZETTEER[] = "gazetteer";
static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};

bool store_is_setting(Str action)
{
    return str_equal(action, str_from(PROFILE)) || str_equal(action, str_from(PUBLIC)) ||
           str_equal(action, str_from(GAZETTEER));
}

static bool is_undo(const StoreDecision *decision)
{
    return str_equal(decision->action, STR("undo"));
}

/* The setting of that number, as it stands. False: there is none. */
static bool find_setting(Store *store, Str number, Arena *arena, StoreDecision *out)
{
    StoreDecision *all = NULL;
    size_t count = 0;
    int64_t seq = 0;
    if (!str_number(number, &seq) || seq < 1 || !store_decisions(store, seq - 1, arena, &all, &count, NULL) ||
        count == 0 || all[0].seq != seq)
        return false;
    *out = all[0];
    return true;
}

bool store_is_of_book(Store *store, const StoreDecision *decision)
{
    StoreDecision of;
    Arena *arena = arena_create();
    bool is = is_undo(decision) ? find_setting(store, decision->target, arena, &of) && of.situation == 0
                                : store_is_setting(decision->action);
    arena_destroy(arena);
    return is;
}

StoreDecision *store_settings(Store *store, const char *action, Arena *arena, size_t *count)
{
    return book_settings(store, str_from(action), INT64_MAX, arena, count);
}

/* The newest of the action that stood at that time; NULL: none did. */
static const StoreDecision *standing(Store *store, const char *action, Moment read_by, Arena *arena)
{
    size_t count = 0;
    const StoreDecision *all = book_settings(store, str_from(action), moment_last_second(read_by), arena, &count);
    while (count-- > 0)
        if (!is_undo(&all[count]) && all[count].undone_by == 0)
            return &all[count];
    return NULL;
}

/* ---- values ---- */

bool setting_read_object(Str value, Arena *arena, JsonValue *out, Error *err)
{
    JsonProblem problem;
    if (!str_present(value) || !json_parse(arena, value, out, &problem) || out->type != JSON_OBJECT)
        return error_set(err, ERROR_USAGE, "value: it must be an object in { }");
    return true;
}

static bool refuse(Error *err, const char *key, const char *wanted)
{
    return error_set(err, ERROR_USAGE, "value: \"%s\" must be %s", key, wanted);
}

static bool read_profile(Str value, Arena *arena, const Profile **out, Error *err)
{
    JsonValue object = {0};
    if (!setting_read_object(value, arena, &object, err))
        return false;
    Str name = json_value_text(json_get(&object, STR("name")));
    if (!str_present(name))
        return refuse(err, "name", "the name of a profile");
    *out = profile_named(name, arena, err);
    return *out != NULL;
}

static bool read_grid(const JsonValue *value, Arena *arena, double *out)
{
    if (value->type != JSON_NUMBER)
        return false;
    *out = strtod(arena_copy(arena, value->text).ptr, NULL);
    return *out > 0 && *out <= PUBLIC_GRID_MOST_DEG;
}

static bool read_unnamed(const JsonValue *list, unsigned *out)
{
    bool ok = list->type == JSON_ARRAY;
    for (const JsonValue *item = list->first; item && ok; item = item->next) {
        Party party = party_parse(json_value_text(item));
        ok = party != PARTY_NONE;
        *out |= 1U << party;
    }
    return ok;
}

bool setting_read_texts(const JsonValue *list, Arena *arena, const Str **out, size_t *count)
{
    Str *texts = NULL;
    size_t cap = 0;
    bool ok = list->type == JSON_ARRAY;
    *count = 0;
    for (const JsonValue *item = list->first; item && ok; item = item->next) {
        texts = arena_grow(arena, texts, *count, &cap, sizeof *texts);
        texts[*count] = str_trim(str_present(json_value_text(item)) ? item->text : STR(""));
        ok = texts[(*count)++].len > 0;
    }
    *out = texts;
    return ok;
}

bool setting_read_public(Str value, Arena *arena, PublicChoice *out, Error *err)
{
    JsonValue object = {0};
    *out = (PublicChoice){0};
    if (!setting_read_object(value, arena, &object, err))
        return false;
    for (const JsonValue *item = object.first; item; item = item->next) {
        bool ok = false;
        if (str_equal(item->key, STR("grid")))
            ok = read_grid(item, arena, &out->grid_deg) || refuse(err, "grid", "degrees, at most 1");
        else if (str_equal(item->key, STR("delay")))
            ok = (item->type == JSON_NUMBER && str_number(item->text, &out->delay_hours) && out->delay_hours >= 0 &&
                  out->delay_hours <= PUBLIC_DELAY_MOST_HOURS) ||
                 refuse(err, "delay", "whole hours, at most 8760");
        else if (str_equal(item->key, STR("unnamed")))
            ok = read_unnamed(item, &out->unnamed) || refuse(err, "unnamed", "a list of parties");
        else if (str_equal(item->key, STR("names")))
            ok = setting_read_texts(item, arena, &out->names, &out->name_count) ||
                 refuse(err, "names", "a list of names");
        else
            (void)error_set(err, ERROR_USAGE, "value: public takes no field \"%.*s\"", (int)item->key.len,
                            item->key.ptr);
        if (!ok)
            return false;
    }
    return true;
}

/* ---- keeping ---- */

/* Checks what is set, and says what it is set on. */
static bool read_setting(StoreDecision *d, Arena *arena, Error *err)
{
    const Profile *profile = NULL;
    PublicChoice choice;
    if (str_equal(d->action, str_from(PROFILE))) {
        d->target = d->action;
        return read_profile(d->value, arena, &profile, err);
    }
    if (str_equal(d->action, str_from(PUBLIC))) {
        d->target = d->action;
        return setting_read_public(d->value, arena, &choice, err);
    }
    return setting_read_target(d, arena, err);
}

bool setting_can_read(const StoreDecision *kept, Arena *arena)
{
    StoreDecision copy = *kept;
    return is_undo(kept) || (store_is_setting(kept->action) && read_setting(&copy, arena, NULL));
}

static bool check(Store *store, StoreDecision *d, Arena *arena, Error *err)
{
    StoreDecision of;
    if (str_trim(d->person).len == 0 || str_trim(d->reason).len == 0)
        return error_set(err, ERROR_USAGE, "%s",
                         d->person.len == 0 ? "person: somebody must sign" : "reason: a decision needs one");
    if (!is_undo(d))
        return store_is_setting(d->action) ? read_setting(d, arena, err)
                                           : error_set(err, ERROR_USAGE, "action: it is no setting of the book");
    if (!find_setting(store, d->target, arena, &of) || of.situation != 0)
        return error_set(err, ERROR_USAGE, "target: \"%.*s\" is no setting of the book", (int)d->target.len,
                         d->target.ptr);
    return of.undone_by == 0 ||
           error_set(err, ERROR_USAGE, "target: \"%.*s\" is undone already", (int)d->target.len, d->target.ptr);
}

DecideResult store_set(Store *store, StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena,
                       Error *err)
{
    decision->situation = 0;
    db_begin(store->db);
    DecideResult result = DECIDE_REFUSED;
    if (db_ok(store->db, err) && check(store, decision, arena, err))
        result = book_is_overtaken(store, decision, seen, since, arena) ? DECIDE_OVERTAKEN : DECIDE_KEPT;
    if (result != DECIDE_KEPT) {
        db_undo(store->db);
        return result;
    }
    book_append(store, decision, arena);
    return db_commit(store->db, err) ? DECIDE_KEPT : DECIDE_REFUSED;
}

/* ---- what holds ---- */

PublicChoice store_public_choice(Store *store, Moment read_by, Arena *arena)
{
    PublicChoice choice = {0};
    const StoreDecision *set = standing(store, PUBLIC, read_by, arena);
    if (set && !setting_read_public(set->value, arena, &choice, NULL))
        db_fail(store->db, "a decision is damaged; daybook verify says which");
    return choice;
}

static const Profile *profile_of(Store *store, Moment read_by, Arena *arena)
{
    const Profile *profile = NULL;
    const StoreDecision *set = standing(store, PROFILE, read_by, arena);
    if (set && !read_profile(set->value, arena, &profile, NULL))
        db_fail(store->db, "a decision on the profile is damaged; daybook verify says which");
    return profile ? profile : store->standard;
}

static int64_t newest_decision(Store *store)
{
    Query *q = db_query(store->db, "SELECT coalesce(max(seq), 0) FROM decisions");
    int64_t seq = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return seq;
}

/* Read again only where somebody decided something since, and kept only where it is another. */
const Profile *book_profile(Store *store)
{
    if (store->forced)
        return store->forced;
    int64_t newest = newest_decision(store);
    if (store->profile && newest == store->profile_seen)
        return store->profile;
    Arena *arena = arena_create();
    Str name = profile_of(store, NOW, arena)->name;
    if (!store->profile || !str_equal(store->profile->name, name))
        store->profile =
            str_equal(name, store->standard->name) ? store->standard : profile_named(name, store->arena, NULL);
    store->profile_seen = newest;
    arena_destroy(arena);
    return store->profile;
}

const Profile *book_profile_at(Store *store, Moment read_by, Arena *arena)
{
    return store->forced || read_by.precision == MOMENT_NONE ? book_profile(store) : profile_of(store, read_by, arena);
}

const Profile *store_profile(Store *store)
{
    return book_profile(store);
}

void store_use_profile(Store *store, const Profile *profile)
{
    store->forced = profile;
}

/* ---- the profile of the kept rows ---- */

static Str mark_of(const Profile *profile, Arena *arena)
{
    Str *parts = ARENA_ARRAY(arena, Str, 2 * profile->rule_count + 1);
    for (size_t i = 0; i < profile->rule_count; i++) {
        parts[2 * i] = profile->rules[i].name;
        parts[2 * i + 1] = profile->rules[i].value;
    }
    return hash_id(arena, parts, 2 * profile->rule_count);
}

bool book_is_counted_so(Store *store)
{
    const Profile *profile = book_profile(store);
    if (store->marked != profile) {
        store->mark = mark_of(profile, store->arena);
        store->marked = profile;
    }
    Query *q = db_query(store->db, "SELECT value FROM settings WHERE name = 'counted'");
    bool is = query_row(q) ? str_equal(query_peek_at(q, 0), store->mark) : profile == store->standard;
    query_run(q);
    return is;
}

void book_count_so(Store *store)
{
    if (book_is_counted_so(store))
        return;
    query_run(db_query(store->db, "DELETE FROM assembled"));
    Query *q = db_query(store->db, "INSERT INTO settings (name, value) VALUES ('counted', ?) "
                                   "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    query_str(q, store->mark);
    query_run(q);
}
