/* setting_place — the book's own places, in a gazetteer that stands before the program's. */
#include <stdlib.h>

#include "base/hash.h"
#include "store/setting_parts.h"

static const char *const KINDS[PLACE_KIND_COUNT_] = {
    [PLACE_ADMIN1] = "province", [PLACE_ADMIN2] = "district", [PLACE_REGION] = "region",
    [PLACE_TOWN] = "town",       [PLACE_SUBURB] = "suburb",   [PLACE_SITE] = "site",
};

const char *setting_place_kind(PlaceKind kind)
{
    return kind < PLACE_KIND_COUNT_ ? KINDS[kind] : NULL;
}

typedef struct {
    PlaceEntry *out;
    bool *corrects;
    Arena *arena;
    bool has_lat;
    bool has_lon;
} Reading;

static bool read_text(const JsonValue *value, size_t most, Str *out)
{
    *out = str_trim(str_present(json_value_text(value)) ? value->text : STR(""));
    return value->type == JSON_STRING && out->len <= most;
}

static bool read_degrees(const Reading *r, const JsonValue *value, double limit, double *out)
{
    if (value->type != JSON_NUMBER)
        return false;
    *out = strtod(arena_copy(r->arena, value->text).ptr, NULL);
    return *out >= -limit && *out <= limit;
}

enum { NAME_MOST = 200, POLE = 90, DATE_LINE = 180 };

static bool read_name(Reading *r, const JsonValue *value)
{
    return read_text(value, NAME_MOST, &r->out->name) && r->out->name.len > 0;
}

static bool read_spellings(Reading *r, const JsonValue *value)
{
    return setting_read_texts(value, r->arena, &r->out->spellings, &r->out->spelling_count);
}

static bool read_kind(Reading *r, const JsonValue *value)
{
    Str text = json_value_text(value);
    for (int kind = PLACE_COUNTRY + 1; kind < PLACE_KIND_COUNT_; kind++) {
        r->out->kind = (PlaceKind)kind;
        if (str_present(text) && str_equal(text, str_from(KINDS[kind])))
            return true;
    }
    return false;
}

static bool read_country(Reading *r, const JsonValue *value)
{
    Str *out = &r->out->country;
    return read_text(value, 2, out) &&
           (out->len == 0 || (out->len == 2 && char_is_upper(out->ptr[0]) && char_is_upper(out->ptr[1])));
}

static bool read_admin1(Reading *r, const JsonValue *value)
{
    return read_text(value, NAME_MOST, &r->out->admin1);
}

static bool read_lat(Reading *r, const JsonValue *value)
{
    r->has_lat = read_degrees(r, value, POLE, &r->out->lat_deg);
    return r->has_lat;
}

static bool read_lon(Reading *r, const JsonValue *value)
{
    r->has_lon = read_degrees(r, value, DATE_LINE, &r->out->lon_deg);
    return r->has_lon;
}

static bool read_people(Reading *r, const JsonValue *value)
{
    int64_t *out = &r->out->population;
    return value->type == JSON_NUMBER && str_number(value->text, out) && *out >= 0 && *out <= UINT32_MAX;
}

static bool read_corrected(Reading *r, const JsonValue *value)
{
    *r->corrects = read_text(value, NAME_MOST, &r->out->id) && r->out->id.len > 0;
    return *r->corrects;
}

/* What a place may say, and what each must be. */
static const struct {
    const char *name;
    bool (*read)(Reading *r, const JsonValue *value);
    const char *wanted;
} FIELDS[] = {
    {"name", read_name, "a name"},
    {"also", read_spellings, "a list of names"},
    {"kind", read_kind, "province, district, region, town, suburb or site"},
    {"country", read_country, "two letters, such as PK"},
    {"admin1", read_admin1, "the name of a province"},
    {"lat", read_lat, "from -90 to 90"},
    {"lon", read_lon, "from -180 to 180"},
    {"people", read_people, "how many live there"},
    {"corrects", read_corrected, "the id of a place"},
};

/* What is wrong with the field; NULL: nothing. */
static const char *read_field(Reading *r, const JsonValue *item)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (str_equal(item->key, str_from(FIELDS[i].name)))
            return FIELDS[i].read(r, item) ? NULL : FIELDS[i].wanted;
    return "left out: a place has no such field";
}

/* "Kech Bazaar, PK": what tells it from the book's other places. */
static Str target_of(const PlaceEntry *place, Arena *arena)
{
    Buf text = {0};
    buf_put(&text, place->name);
    buf_put(&text, place->country.len > 0 ? STR(", ") : STR(""));
    buf_put(&text, place->country);
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

bool setting_read_place(Str value, Arena *arena, PlaceEntry *out, bool *corrects, Error *err)
{
    JsonValue object = {0};
    Reading r = {.out = out, .corrects = corrects, .arena = arena};
    *out = (PlaceEntry){.country = STR(""), .admin1 = STR(""), .has_point = true};
    *corrects = false;
    if (!setting_read_object(value, arena, &object, err))
        return false;
    for (const JsonValue *item = object.first; item; item = item->next) {
        const char *wanted = read_field(&r, item);
        if (wanted)
            return error_set(err, ERROR_USAGE, "value: \"%.*s\" must be %s", (int)item->key.len, item->key.ptr, wanted);
    }
    if (out->name.len == 0 || out->kind == PLACE_COUNTRY || !r.has_lat || !r.has_lon)
        return error_set(err, ERROR_USAGE, "value: a place needs a name, a kind, lat and lon");
    if (!*corrects) {
        Str parts[] = {target_of(out, arena)};
        Buf id = {0};
        buf_put(&id, STR("book:"));
        buf_put(&id, hash_id(arena, parts, 1));
        out->id = arena_copy(arena, buf_str(&id));
        buf_free(&id);
    }
    return true;
}

bool setting_read_target(StoreDecision *decision, Arena *arena, Error *err)
{
    PlaceEntry place;
    bool corrects = false;
    if (!setting_read_place(decision->value, arena, &place, &corrects, err))
        return false;
    decision->target = target_of(&place, arena);
    return true;
}

/* Does a later one that stands have the same target? */
static bool is_replaced(const StoreDecision *all, size_t count, size_t at)
{
    for (size_t i = at + 1; i < count; i++)
        if (all[i].undone_by == 0 && str_equal(all[i].target, all[at].target) &&
            str_equal(all[i].action, all[at].action))
            return true;
    return false;
}

StorePlace *store_places(Store *store, Arena *arena, size_t *count)
{
    size_t all_count = 0;
    const StoreDecision *all = store_settings(store, "gazetteer", arena, &all_count);
    StorePlace *places = ARENA_ARRAY(arena, StorePlace, all_count + 1);
    *count = 0;
    for (size_t i = 0; i < all_count; i++) {
        StorePlace *place = &places[*count];
        bool stands = store_is_setting(all[i].action) && all[i].undone_by == 0 && !is_replaced(all, all_count, i);
        if (!stands)
            continue;
        place->decision = all[i];
        if (setting_read_place(all[i].value, arena, &place->place, &place->corrects, NULL))
            (*count)++;
    }
    return places;
}

const Gazetteer *store_gazetteer(Store *store, const Gazetteer *base, Arena *arena, Error *err)
{
    size_t count = 0;
    const StorePlace *places = store_places(store, arena, &count);
    if (!db_ok(store->db, err))
        return NULL;
    if (count == 0)
        return base;
    Buf bytes = {0};
    GazetteerBuild *build = gazetteer_build_create(arena);
    for (size_t i = count; i-- > 0;) /* of two that correct one place the later */
        (void)gazetteer_build_add(build, &places[i].place);
    gazetteer_build_write(build, &bytes);
    const Gazetteer *both = gazetteer_before(base, buf_str(&bytes), arena, err);
    buf_free(&bytes);
    return both;
}
