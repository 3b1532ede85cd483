#include "store/decision_value.h"

#include <stdlib.h>

#include "store/anchor.h"

/* The object being read. */
typedef struct {
    Decision *out;
    DecisionIds *ids;
    Arena *arena;
    Error *err;
} Reader;

/* A field: how it is read, and of which actions it is one (bits 1 << Action). */
typedef struct {
    const char *key;
    bool (*read)(Reader *r, const char *key, const JsonValue *value);
    unsigned actions;
} FieldRule;

static bool refuse(const Reader *r, const char *key, const char *wanted)
{
    return error_set(r->err, ERROR_USAGE, "value: \"%s\" must be %s", key, wanted);
}

/* ---- kinds of values ---- */

static bool read_text(const Reader *r, const char *key, const JsonValue *value, Str *out)
{
    if (value->type != JSON_STRING || str_trim(value->text).len == 0)
        return refuse(r, key, "a text");
    *out = value->text;
    return true;
}

static bool read_whole(const JsonValue *value, int64_t *out)
{
    return value && value->type == JSON_NUMBER && str_number(value->text, out) && *out >= 0;
}

static bool read_number(const JsonValue *value, Arena *arena, double limit, double *out)
{
    if (value->type != JSON_NUMBER)
        return false;
    *out = strtod(arena_copy(arena, value->text).ptr, NULL);
    return *out >= -limit && *out <= limit;
}

static bool read_flag(const Reader *r, const char *key, const JsonValue *value, bool *out)
{
    *out = value->type == JSON_TRUE;
    return value->type == JSON_TRUE || value->type == JSON_FALSE || refuse(r, key, "true or false");
}

/* ---- fields of a claim ---- */

static bool read_kind(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.kind = kind_parse(json_value_text(value));
    r->out->edit.fields |= FIELD_KIND;
    return r->out->edit.kind != KIND_NONE || refuse(r, key, "a kind of claim, such as casualty or attack");
}

static bool read_outcome(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.outcome = outcome_parse(json_value_text(value));
    r->out->edit.fields |= FIELD_OUTCOME;
    return r->out->edit.outcome != OUTCOME_NONE || refuse(r, key, "an outcome, such as killed or injured");
}

static bool read_class(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.victim_class = class_parse(json_value_text(value));
    r->out->edit.fields |= FIELD_CLASS;
    return str_equal(class_name(r->out->edit.victim_class), json_value_text(value)) ||
           refuse(r, key, "civilian, security, militant, mixed or unknown");
}

static bool read_count(Reader *r, const char *key, const JsonValue *value)
{
    ClaimEdit *e = &r->out->edit;
    const JsonValue *high = json_get(value, STR("high"));
    int64_t low = 0;
    e->fields |= FIELD_COUNT;
    if (value->type == JSON_NULL)
        return true;
    e->has_count = true;
    if (read_whole(value, &low)) {
        e->count = (Interval){low, low};
        return true;
    }
    if (value->type != JSON_OBJECT || !read_whole(json_get(value, STR("low")), &low) || !high)
        return refuse(r, key, "a number, {\"low\": 10, \"high\": 12}, or null");
    e->count = (Interval){low, INTERVAL_OPEN};
    e->count_form = COUNT_AT_LEAST;
    if (high->type == JSON_NULL)
        return true;
    bool exact = read_whole(high, &e->count.high) && e->count.high == low;
    e->count_form = exact ? COUNT_EXACT : COUNT_RANGE;
    return (read_whole(high, &e->count.high) && e->count.high >= low) ||
           refuse(r, key, "of a high that is not below low, or null");
}

static bool read_point(const Reader *r, const char *key, const JsonValue *value, Place *out)
{
    const JsonValue *lat = json_get(value, STR("lat"));
    const JsonValue *lon = json_get(value, STR("lon"));
    enum { POLE = 90, DATE_LINE = 180 };
    if (!lat && !lon)
        return true;
    out->has_point = lat && lon && read_number(lat, r->arena, POLE, &out->lat_deg) &&
                     read_number(lon, r->arena, DATE_LINE, &out->lon_deg);
    return out->has_point || refuse(r, key, "of lat -90 to 90 with lon -180 to 180");
}

static Str text_in(const JsonValue *object, Str key)
{
    Str text = json_value_text(json_get(object, key));
    return str_present(text) ? text : STR("");
}

static bool read_place(Reader *r, const char *key, const JsonValue *value)
{
    Place *place = &r->out->edit.place;
    const JsonValue *name = json_get(value, STR("name"));
    Str precision = json_value_text(json_get(value, STR("precision")));
    r->out->edit.fields |= FIELD_PLACE;
    if (!name || !read_text(r, key, name, &place->name))
        return refuse(r, key, "an object with a name");
    place->id = text_in(value, STR("id"));
    place->country = text_in(value, STR("country"));
    place->admin1 = text_in(value, STR("admin1"));
    place->precision = str_present(precision) ? precision_parse(precision) : PRECISION_EXACT;
    if (place->precision == PRECISION_NONE)
        return refuse(r, key, "of precision exact, near, district, region or country");
    return read_point(r, key, value, place);
}

static bool read_days(Reader *r, const char *key, const JsonValue *value)
{
    Window *days = &r->out->edit.days;
    const JsonValue *last = json_get(value, STR("last"));
    r->out->edit.fields |= FIELD_DAYS;
    days->first = day_parse(json_value_text(json_get(value, STR("first"))));
    days->last = last && last->type != JSON_NULL ? day_parse(json_value_text(last)) : days->first;
    return (window_is_known(*days) && days->first <= days->last) ||
           refuse(r, key, "a first day such as 2026-01-31, and a last that is not before it");
}

static bool read_party(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.party = party_parse(json_value_text(value));
    r->out->edit.fields |= FIELD_PARTY;
    return value->type == JSON_NULL || r->out->edit.party != PARTY_NONE || refuse(r, key, "a party, or null");
}

static bool read_speaker(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.fields |= FIELD_SPEAKER;
    return read_text(r, key, value, &r->out->edit.speaker);
}

static bool read_stance(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.stance = stance_parse(json_value_text(value));
    r->out->edit.fields |= FIELD_STANCE;
    return str_equal(stance_name(r->out->edit.stance), json_value_text(value)) ||
           refuse(r, key, "asserts, denies or doubts");
}

static bool read_background(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.fields |= FIELD_BACKGROUND;
    return read_flag(r, key, value, &r->out->edit.background);
}

static bool read_type(Reader *r, const char *key, const JsonValue *value)
{
    r->out->edit.fields |= FIELD_TYPE;
    return read_text(r, key, value, &r->out->edit.type);
}

/* ---- the other fields ---- */

static bool read_independent(Reader *r, const char *key, const JsonValue *value)
{
    return read_flag(r, key, value, &r->out->independent);
}

static bool read_start(Reader *r, const char *key, const JsonValue *value)
{
    int64_t n = 0;
    bool fine = read_whole(value, &n) && n < UINT32_MAX;
    r->out->passage.start = (uint32_t)n;
    return fine || refuse(r, key, "a byte of the report's text");
}

static bool read_end(Reader *r, const char *key, const JsonValue *value)
{
    int64_t n = 0;
    bool fine = read_whole(value, &n) && n < UINT32_MAX && n > 0;
    r->out->passage.end = (uint32_t)n;
    return fine || refuse(r, key, "a byte of the report's text");
}

static bool read_other(Reader *r, const char *key, const JsonValue *value)
{
    return (value->type == JSON_NULL && r->out->action != ACTION_MERGE) || read_text(r, key, value, &r->ids->other);
}

static bool read_parts(Reader *r, const char *key, const JsonValue *value)
{
    Str *parts = NULL;
    size_t cap = 0;
    if (value->type != JSON_ARRAY || !value->first || r->ids->part_count > 0)
        return refuse(r, key, "a list of ids, of reports or of claims");
    for (const JsonValue *item = value->first; item; item = item->next) {
        parts = arena_grow(r->arena, parts, r->ids->part_count, &cap, sizeof *parts);
        if (!read_text(r, key, item, &parts[r->ids->part_count++]))
            return false;
    }
    r->ids->parts = parts;
    r->ids->part_kind = str_equal(str_from(key), STR("claims")) ? TARGET_CLAIM : TARGET_REPORT;
    return true;
}

static bool read_note(Reader *r, const char *key, const JsonValue *value)
{
    return read_text(r, key, value, &r->out->text);
}

/* Of a place or day decision the value itself is the place or day: its fields are read as one. */
static bool read_later(Reader *r, const char *key, const JsonValue *value)
{
    (void)r;
    (void)key;
    (void)value;
    return true;
}

enum {
    OF_EDIT = 1 << ACTION_EDIT | 1 << ACTION_ADD,
    OF_CODER = 1 << ACTION_ACCEPT | 1 << ACTION_EDIT | 1 << ACTION_REJECT | 1 << ACTION_UNVERIFIABLE |
               1 << ACTION_ORIGIN | 1 << ACTION_PLACE | 1 << ACTION_DAY,
    OF_PLACE = 1 << ACTION_PLACE,
    OF_DAY = 1 << ACTION_DAY,
};

static const FieldRule FIELDS[] = {
    {"kind", read_kind, 1 << ACTION_ADD},
    {"outcome", read_outcome, OF_EDIT},
    {"class", read_class, OF_EDIT},
    {"count", read_count, OF_EDIT},
    {"place", read_place, OF_EDIT},
    {"days", read_days, OF_EDIT},
    {"party", read_party, OF_EDIT | 1 << ACTION_ORIGIN},
    {"speaker", read_speaker, OF_EDIT | 1 << ACTION_ORIGIN},
    {"stance", read_stance, OF_EDIT},
    {"background", read_background, OF_EDIT},
    {"type", read_type, OF_EDIT},
    {"independent", read_independent, OF_CODER},
    {"start", read_start, 1 << ACTION_ADD},
    {"end", read_end, 1 << ACTION_ADD},
    {"with", read_other, 1 << ACTION_MERGE},
    {"to", read_other, 1 << ACTION_MOVE},
    {"of", read_other, 1 << ACTION_COPY},
    {"reports", read_parts, 1 << ACTION_SPLIT},
    {"claims", read_parts, 1 << ACTION_SPLIT},
    {"text", read_note, 1 << ACTION_NOTE},
    {"name", read_later, OF_PLACE},
    {"lat", read_later, OF_PLACE},
    {"lon", read_later, OF_PLACE},
    {"country", read_later, OF_PLACE},
    {"admin1", read_later, OF_PLACE},
    {"precision", read_later, OF_PLACE},
    {"id", read_later, OF_PLACE},
    {"first", read_later, OF_DAY},
    {"last", read_later, OF_DAY},
};

static const FieldRule *rule_of(Action action, Str key)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (str_equal(str_from(FIELDS[i].key), key) && (FIELDS[i].actions & 1U << action))
            return &FIELDS[i];
    return NULL;
}

static bool is_anchor_key(Str key)
{
    static const char *const KEYS[] = {"anchor", "other", "parts", "rest"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (str_equal(str_from(KEYS[i]), key))
            return true;
    return false;
}

/* ---- the whole ---- */

static bool is_complete(const Decision *d, const DecisionIds *ids, const JsonValue *value, Error *err)
{
    const char *missing = NULL;
    if ((d->action == ACTION_EDIT || d->action == ACTION_ORIGIN) && d->edit.fields == 0)
        missing = "names no field that is to be otherwise";
    else if (d->action == ACTION_ADD && (d->passage.end <= d->passage.start || !(d->edit.fields & FIELD_KIND)))
        missing = "needs a start, an end behind it, and a kind";
    else if (d->action == ACTION_MERGE && !str_present(ids->other))
        missing = "needs \"with\", the other incident";
    else if (d->action == ACTION_SPLIT && ids->part_count == 0)
        missing = "needs \"reports\" or \"claims\"";
    else if (d->action == ACTION_MOVE && !json_get(value, STR("to")))
        missing = "needs \"to\", an incident or null";
    else if (d->action == ACTION_COPY && !json_get(value, STR("of")))
        missing = "needs \"of\", a claim, a report or null";
    else if (d->action == ACTION_NOTE && d->text.len == 0)
        missing = "needs \"text\"";
    return !missing || error_set(err, ERROR_USAGE, "value: it %s", missing);
}

static bool parse_value(const StoreDecision *given, bool kept, Reader *r, JsonValue *value)
{
    JsonProblem problem;
    *value = (JsonValue){.type = JSON_OBJECT};
    if (str_present(given->value) && given->value.len > 0 && !json_parse(r->arena, given->value, value, &problem))
        return error_set(r->err, ERROR_USAGE, "value: byte %zu: %s", problem.at, problem.text);
    if (value->type != JSON_OBJECT)
        return error_set(r->err, ERROR_USAGE, "value: it must be an object in { }");
    for (const JsonValue *item = value->first; item; item = item->next) {
        const FieldRule *rule = rule_of(r->out->action, item->key);
        if (!rule && kept && is_anchor_key(item->key))
            continue;
        if (!rule)
            return error_set(r->err, ERROR_USAGE, "value: %.*s takes no field \"%.*s\"", (int)given->action.len,
                             given->action.ptr, (int)item->key.len, item->key.ptr);
        if (!rule->read(r, rule->key, item))
            return false;
    }
    if (r->out->action == ACTION_PLACE && !read_place(r, "place", value))
        return false;
    if (r->out->action == ACTION_DAY && !read_days(r, "day", value))
        return false;
    return is_complete(r->out, r->ids, value, r->err);
}

static bool no_action(Str name, Error *err)
{
    Buf names = {0};
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT_; i++) {
        buf_put(&names, names.len > 0 ? STR(", ") : STR(""));
        buf_put(&names, action_name((Action)i));
    }
    (void)error_set(err, ERROR_USAGE, "action: there is no \"%.*s\"; there are: %.*s", (int)name.len, name.ptr,
                    (int)names.len, names.ptr);
    buf_free(&names);
    return false;
}

static bool parse_head(const StoreDecision *given, Decision *out, Error *err)
{
    *out = (Decision){.seq = given->seq,
                      .made_at = given->made_at,
                      .person = given->person,
                      .reason = given->reason,
                      .action = action_parse(given->action)};
    if (out->action == ACTION_NONE)
        return no_action(given->action, err);
    if (out->action == ACTION_UNDO && !(str_number(given->target, &out->of) && out->of > 0))
        return error_set(err, ERROR_USAGE, "target: undo needs the number of a decision");
    return true;
}

bool decision_parse(const StoreDecision *given, Arena *arena, Decision *out, DecisionIds *ids, Error *err)
{
    JsonValue value;
    *ids = (DecisionIds){.other = STR_NONE};
    if (!parse_head(given, out, err))
        return false;
    if (str_trim(given->person).len == 0)
        return error_set(err, ERROR_USAGE, "person: somebody must sign");
    if (str_trim(given->reason).len == 0)
        return error_set(err, ERROR_USAGE, "reason: a decision needs one");
    return parse_value(given, false, &(Reader){out, ids, arena, err}, &value);
}

/* ---- in the log ---- */

static const Anchor *read_anchors(const JsonValue *list, Arena *arena, size_t *count)
{
    Anchor *out = NULL;
    size_t cap = 0;
    *count = 0;
    for (const JsonValue *item = list ? list->first : NULL; item; item = item->next) {
        out = arena_grow(arena, out, *count, &cap, sizeof *out);
        *count += anchor_read(item, &out[*count]);
    }
    return out;
}

bool decision_read(const StoreDecision *kept, Arena *arena, Decision *out, Error *err)
{
    JsonValue value;
    DecisionIds ids = {.other = STR_NONE};
    if (!parse_head(kept, out, err) || !parse_value(kept, true, &(Reader){out, &ids, arena, err}, &value))
        return false;
    if (out->action == ACTION_UNDO)
        return true;
    const JsonValue *other = json_get(&value, STR("other"));
    out->parts = read_anchors(json_get(&value, STR("parts")), arena, &out->part_count);
    out->rest = read_anchors(json_get(&value, STR("rest")), arena, &out->rest_count);
    bool whole = anchor_read(json_get(&value, STR("anchor")), &out->target) && out->part_count == ids.part_count &&
                 (!other || anchor_read(other, &out->other)) && (!str_present(ids.other) || other);
    return whole || error_set(err, ERROR_USAGE, "value: it does not say where the target stood");
}

static void write_anchors(Json *j, const char *key, const Anchor *anchors, size_t count)
{
    if (count == 0)
        return;
    json_open_key(j, key, '[');
    for (size_t i = 0; i < count; i++)
        anchor_write(j, NULL, &anchors[i]);
    json_close(j, ']');
}

Str decision_write(Str value, const Decision *d, Arena *arena)
{
    Buf out = {0};
    Str given = str_trim(str_present(value) ? value : STR("{}"));
    given = given.len > 0 ? given : STR("{}");
    Str inner = str_trim(str_slice(given, 1, given.len - 1));
    buf_char(&out, '{');
    buf_put(&out, inner);
    Json j = {.out = &out, .comma = inner.len > 0};
    anchor_write(&j, "anchor", &d->target);
    if (d->other.kind != TARGET_NONE)
        anchor_write(&j, "other", &d->other);
    write_anchors(&j, "parts", d->parts, d->part_count);
    write_anchors(&j, "rest", d->rest, d->rest_count);
    json_close(&j, '}');
    Str kept = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return kept;
}
