#include "assemble/basis/bucket.h"
#include "assemble/basis/traits.h"
#include "assemble/situation/situation.h"
#include "base/hash.h"
#include "match/gazetteer.h"

enum { WAVE_AT = 3 }; /* places of its own that make an incident a wave */

/* Distinct places that the whole and its parts name. */
typedef struct {
    const PlaceMention **items;
    size_t count;
} Places;

static void note_place(Places *places, const PlaceMention *place)
{
    if (!place_is_spot(place))
        return;
    for (size_t i = 0; i < places->count; i++)
        if (place_same(&places->items[i]->place, &place->place))
            return;
    places->items[places->count++] = place;
}

static Places places_of(const Builder *b, const Incident *whole)
{
    size_t most = 1;
    for (size_t i = 0; i < whole->claim_count; i++)
        most += 1 + b->s->claims[whole->claims[i]].claim->place_count;
    Places places = {ARENA_ARRAY(b->arena, const PlaceMention *, most), 0};
    for (size_t i = 0; i < whole->claim_count; i++) {
        const Claim *claim = b->s->claims[whole->claims[i]].claim;
        if (!claim_tells_event(claim))
            continue;
        note_place(&places, claim->place);
        for (size_t k = 0; k < claim->place_count; k++)
            note_place(&places, claim->places[k]);
    }
    return places;
}

static void set_farthest(Wave *wave, Places places)
{
    wave->diameter_km = -1;
    for (size_t i = 0; i < places.count; i++)
        for (size_t k = 0; k < i; k++) {
            const Place *x = &places.items[k]->place;
            const Place *y = &places.items[i]->place;
            double km =
                x->has_point && y->has_point ? place_distance_km(x->lat_deg, x->lon_deg, y->lat_deg, y->lon_deg) : -1;
            if (km <= wave->diameter_km)
                continue;
            wave->diameter_km = km;
            wave->from_place = x->name;
            wave->to_place = y->name;
        }
}

/* "a 10-hour operation": a duration told of an attack, in hours. */
static void set_span(const Builder *b, const Incident *whole, Wave *wave)
{
    for (size_t i = 0; i < whole->claim_count && !wave->has_span_hours; i++) {
        const Claim *claim = b->s->claims[whole->claims[i]].claim;
        if (claim->kind == KIND_ATTACK && claim->has_count && str_equal(claim->unit, STR("hours"))) {
            wave->has_span_hours = true;
            wave->span_hours = (double)claim->count.low;
        }
    }
}

static void set_claimant(const Builder *b, const Incident *whole, Wave *wave)
{
    for (size_t i = 0; i < whole->claim_count; i++) {
        const Claim *claim = b->s->claims[whole->claims[i]].claim;
        if (wave->operation.len == 0 && claim->operation.len > 0)
            wave->operation = claim->operation;
        if (!claim_takes_responsibility(claim) || wave->claimant.len > 0)
            continue;
        if (claim->perpetrator_count > 0)
            wave->claimant = claim->perpetrators[0];
        else if (claim->attribution)
            wave->claimant =
                claim->attribution->group.len > 0 ? claim->attribution->group : claim->attribution->speaker;
    }
}

/* By incident: the whole that it is a part of, -1. */
static int32_t *wholes_of(const Situation *s, Arena *arena)
{
    int32_t *wholes = ARENA_ARRAY(arena, int32_t, s->incident_count + 1);
    for (size_t i = 0; i < s->incident_count; i++)
        wholes[i] = s->incidents[i].part_of;
    return wholes;
}

void situation_waves(Builder *b)
{
    Situation *s = b->s;
    Buckets parts = bucket_by(wholes_of(s, b->arena), s->incident_count, s->incident_count, b->arena);
    Wave *waves = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < s->incident_count; i++) {
        const Incident *whole = &s->incidents[i];
        size_t count = parts.starts[i + 1] - parts.starts[i];
        if (whole->part_of >= 0 || whole->background || count == 0)
            continue;
        Places places = places_of(b, whole);
        if (places.count < WAVE_AT)
            continue;
        Wave wave = {.whole = (uint32_t)i,
                     .incidents = parts.items + parts.starts[i],
                     .incident_count = count,
                     .place_count = (unsigned)places.count};
        wave.claimant = wave.operation = wave.from_place = wave.to_place = STR_NONE;
        set_farthest(&wave, places);
        set_span(b, whole, &wave);
        set_claimant(b, whole, &wave);
        Str parts_of_id[] = {STR("wave"), whole->id};
        wave.id = hash_id(b->arena, parts_of_id, 2);
        waves = arena_grow(b->arena, waves, s->wave_count, &cap, sizeof *waves);
        waves[s->wave_count++] = wave;
    }
    s->waves = waves;
}
