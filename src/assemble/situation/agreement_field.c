/* agreement_field — what coders say in each field of the claims that several of them read. */
#include <math.h>

#include "assemble/situation/agreement.h"
#include "assemble/situation/reading.h"
#include "base/map.h"

/* How a field's value is written (for a person, and to tell it from others) and counted. */
typedef struct {
    const char *name;
    Measure measure;
    Str (*written)(const Reading *r, Arena *arena); /* STR_NONE: the coder says nothing */
    double (*counted)(const Reading *r);            /* NULL: each written value is a category */
} FieldRule;

static bool is_aside(const Reading *r)
{
    return r->verdict == VERDICT_REJECTED || r->verdict == VERDICT_UNVERIFIABLE;
}

/* Whoever edits accepts the claim: what they changed shows in the fields. */
static Str written_verdict(const Reading *r, Arena *arena)
{
    (void)arena;
    return is_aside(r) ? verdict_name(r->verdict) : verdict_name(VERDICT_ACCEPTED);
}

static Str written_outcome(const Reading *r, Arena *arena)
{
    (void)arena;
    return is_aside(r) || r->claim.outcome == OUTCOME_NONE ? STR_NONE : outcome_name(r->claim.outcome);
}

static Str written_class(const Reading *r, Arena *arena)
{
    (void)arena;
    return is_aside(r) || r->claim.kind != KIND_CASUALTY ? STR_NONE : class_name(r->claim.victim_class);
}

static Str written_count(const Reading *r, Arena *arena)
{
    if (is_aside(r) || !r->claim.has_count)
        return STR_NONE;
    Buf text = {0};
    buf_int(&text, r->claim.count.low);
    if (r->claim.count.high == INTERVAL_OPEN) {
        buf_put(&text, STR(" or more"));
    } else if (r->claim.count.high != r->claim.count.low) {
        buf_put(&text, STR(" to "));
        buf_int(&text, r->claim.count.high);
    }
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

static double counted_count(const Reading *r)
{
    return is_aside(r) || !r->claim.has_count ? NAN : (double)r->claim.count.low;
}

static Str written_place(const Reading *r, Arena *arena)
{
    (void)arena;
    return is_aside(r) || !r->claim.place ? STR_NONE : r->claim.place->place.name;
}

static Str written_day(const Reading *r, Arena *arena)
{
    if (is_aside(r) || !window_is_known(r->claim.window))
        return STR_NONE;
    Buf text = {0};
    day_write(&text, r->claim.window.first);
    if (r->claim.window.last != r->claim.window.first) {
        buf_put(&text, STR(" to "));
        day_write(&text, r->claim.window.last);
    }
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

static double counted_day(const Reading *r)
{
    return is_aside(r) || !window_is_known(r->claim.window) ? NAN : (double)r->claim.window.first;
}

static Str written_party(const Reading *r, Arena *arena)
{
    (void)arena;
    return is_aside(r) || r->claim.party == PARTY_NONE ? STR_NONE : party_name(r->claim.party);
}

static const FieldRule FIELDS[] = {
    {"verdict", MEASURE_NOMINAL, written_verdict, NULL}, {"outcome", MEASURE_NOMINAL, written_outcome, NULL},
    {"class", MEASURE_NOMINAL, written_class, NULL},     {"count", MEASURE_INTERVAL, written_count, counted_count},
    {"place", MEASURE_NOMINAL, written_place, NULL},     {"day", MEASURE_INTERVAL, written_day, counted_day},
    {"party", MEASURE_NOMINAL, written_party, NULL},
};
enum { FIELD_COUNT_ = sizeof FIELDS / sizeof *FIELDS };

/* Claims that several coders read. */
typedef struct {
    uint32_t claim;
    Reading *readings;
    size_t count;
} Unit;

typedef struct {
    Unit *items;
    size_t count;
    size_t cap;
    Map *people; /* number - 1 is the coder's column */
    Arena *arena;
} Units;

static Units units_of(const Situation *s, Arena *arena)
{
    Units units = {.people = map_create(arena), .arena = arena};
    for (uint32_t i = 0; i < s->claim_count; i++) {
        Unit unit = {.claim = i};
        unit.readings = readings_of_coders(s->claims[i].claim, arena, &unit.count);
        if (unit.count < 2)
            continue;
        for (size_t k = 0; k < unit.count; k++)
            (void)map_add(units.people, unit.readings[k].person);
        units.items = arena_grow(arena, units.items, units.count, &units.cap, sizeof *units.items);
        units.items[units.count++] = unit;
    }
    return units;
}

static double value_of(const FieldRule *field, const Reading *reading, Map *categories, Arena *arena)
{
    if (field->counted)
        return field->counted(reading);
    Str written = field->written(reading, arena);
    return str_present(written) ? (double)map_add(categories, written) : NAN;
}

static Ratings ratings_of(const Units *units, const FieldRule *field)
{
    size_t coders = map_count(units->people);
    double *values = ARENA_ARRAY(units->arena, double, units->count *coders + 1);
    Map *categories = map_create(units->arena);
    for (size_t i = 0; i < units->count * coders; i++)
        values[i] = NAN;
    for (size_t u = 0; u < units->count; u++)
        for (size_t k = 0; k < units->items[u].count; k++) {
            const Reading *reading = &units->items[u].readings[k];
            values[u * coders + map_find(units->people, reading->person) - 1] =
                value_of(field, reading, categories, units->arena);
        }
    return (Ratings){values, units->count, coders};
}

/* Pairs of readings of one claim, by whether they are equal. */
static void count_pairs(Ratings r, FieldAgreement *out)
{
    for (size_t u = 0; u < r.units; u++) {
        size_t before = out->pairs;
        for (size_t a = 0; a < r.coders; a++)
            for (size_t b = a + 1; b < r.coders; b++) {
                double x = r.values[u * r.coders + a];
                double y = r.values[u * r.coders + b];
                out->pairs += isnan(x) || isnan(y) ? 0 : 1;
                out->agreed += isnan(x) || isnan(y) || x < y || x > y ? 0 : 1;
            }
        out->units += out->pairs > before;
    }
}

FieldAgreement *agreement_of(const Situation *s, Arena *arena, size_t *count)
{
    Units units = units_of(s, arena);
    FieldAgreement *out = ARENA_ARRAY(arena, FieldAgreement, FIELD_COUNT_);
    *count = units.count > 0 ? FIELD_COUNT_ : 0;
    for (size_t i = 0; i < *count; i++) {
        Ratings ratings = ratings_of(&units, &FIELDS[i]);
        out[i] =
            (FieldAgreement){.field = str_from(FIELDS[i].name), .measure = FIELDS[i].measure, .coders = ratings.coders};
        count_pairs(ratings, &out[i]);
        out[i].kappa = agreement_kappa(ratings, arena);
        out[i].alpha = agreement_alpha(ratings, FIELDS[i].measure, arena);
    }
    return out;
}

Disagreement *agreement_open(const Situation *s, Arena *arena, size_t *count)
{
    Units units = units_of(s, arena);
    Disagreement *out = NULL;
    size_t cap = 0;
    *count = 0;
    for (size_t u = 0; u < units.count; u++) {
        const Unit *unit = &units.items[u];
        if (s->claims[unit->claim].claim->decided->verdict != VERDICT_CONTESTED)
            continue;
        for (size_t f = 0; f < FIELD_COUNT_; f++)
            for (size_t k = 1; k < unit->count; k++) {
                Str first = FIELDS[f].written(&unit->readings[0], arena);
                Str other = FIELDS[f].written(&unit->readings[k], arena);
                if (str_present(first) == str_present(other) && str_equal(first, other))
                    continue;
                out = arena_grow(arena, out, *count, &cap, sizeof *out);
                out[(*count)++] = (Disagreement){unit->claim,
                                                 str_from(FIELDS[f].name),
                                                 {unit->readings[0].person, unit->readings[k].person},
                                                 {first, other}};
            }
    }
    return out;
}
