/*
 * place_sense — which place a name means. All candidates are scored by size and kind, by what the
 * text says of where they lie, and by what the text's other names mean; the latter is found by
 * going round a few times (a relaxation), from sizes alone at first. One sense a document.
 */
#include <math.h>

#include "base/hash.h"
#include "extract/place/place_work.h"

enum { ROUNDS = 3, NEIGHBOURS_MAX = 60 };
static const double NEAR_KM = 150;
static const double EARTH_RADIUS_KM = 6371;
static const double NEAR_LAT_DEG = 5;
static const double NEAR_LON_DEG = 60; /* more than 3,000 km up to 60 degrees north: a two-billionth */

/* Countries and divisions of a text's candidates, numbered from 1 by their hashes. */
typedef struct {
    uint64_t *hashes; /* 0 = free */
    uint32_t *numbers;
    size_t slots; /* a power of two, at most half full */
    uint32_t count;
} Regions;

/* What part of a text's names lies in a country or division. */
typedef struct {
    double *weights; /* by its number */
    double total;
} Shares;

/* A likely place of another name, for nearness: what is asked of it side by side, as there are many to ask. */
typedef struct {
    double lat_deg;
    double lon_deg;
    double weight;
    size_t name;
    double x, y, z; /* as in Candidate */
} Neighbour;

typedef struct {
    Neighbour *items; /* by name */
    size_t count;
} Neighbours;

static const double GREAT_CITY = 0.25;
static const double HEAVY = 0.02; /* a candidate less likely counts for nothing with others */

/* Of a name's candidates those that the priors of others depend on. */
typedef struct {
    size_t *items; /* countries and first divisions, in order */
    size_t count;
    int64_t largest;      /* people of the largest division that bears the name, 0: none does */
    int64_t largest_town; /* people of the largest town that bears the name by its own right, -1: none does */
} Divisions;

static Divisions divisions_of(const PlaceName *name, Arena *arena)
{
    Divisions out = {.items = ARENA_ARRAY(arena, size_t, name->count + 1), .largest_town = -1};
    for (size_t i = 0; i < name->count; i++) {
        const Candidate *c = &name->candidates[i];
        if (c->kind == PLACE_COUNTRY || c->kind == PLACE_ADMIN1)
            out.items[out.count++] = i;
        if (c->kind == PLACE_ADMIN1 && c->place.population > out.largest)
            out.largest = c->place.population;
        if (c->official && c->kind == PLACE_TOWN && c->place.population > out.largest_town)
            out.largest_town = c->place.population;
    }
    return out;
}

/* Size and kind alone. */
static double prior(const PlaceName *name, const Divisions *divisions, size_t i)
{
    static const double KINDS[PLACE_KIND_COUNT_] = {
        [PLACE_COUNTRY] = 4.5, [PLACE_ADMIN1] = 1.5,  [PLACE_ADMIN2] = 0, [PLACE_REGION] = 3,
        [PLACE_TOWN] = 0,      [PLACE_SUBURB] = -1.5, [PLACE_SITE] = 3,
    };
    const Candidate *c = &name->candidates[i];
    double score = KINDS[c->kind] + 0.25 * c->log_people;
    if (c->capital)
        score += 2.5;
    const int64_t well_known = 300000; /* a lesser town is seldom meant by a name that is not its own */
    bool beside_villages = divisions->largest_town >= 0 && divisions->largest_town < c->place.population / 10;
    if (!c->official && (c->kind == PLACE_TOWN || c->kind == PLACE_SUBURB) && c->place.population < well_known &&
        !beside_villages)
        score -= 1.5;
    /* A division called like its great city gives way to it: New York, São Paulo, Gaza. */
    for (size_t k = 0; c->kind == PLACE_ADMIN1 && k < name->count; k++) {
        if (place_city_share(&name->candidates[k], c) > GREAT_CITY)
            score -= 2;
    }
    for (size_t d = 0; d < divisions->count; d++) {
        const Candidate *other = &name->candidates[divisions->items[d]];
        if (other->kind == PLACE_COUNTRY && c->kind != PLACE_COUNTRY && !c->official)
            score -= 4;
        if (other->kind == PLACE_ADMIN1 && place_city_share(c, other) > GREAT_CITY)
            score += 1.5;
    }
    /* A small town called like a great division elsewhere: Florida lies in Cuba only where the text says so. */
    const int64_t great = 5000000;
    if (c->kind == PLACE_TOWN && !c->capital && divisions->largest >= great &&
        c->place.population < divisions->largest / 50)
        score -= 3;
    /* A town's other name that is the own name of a larger town: Washington was called Rome once. */
    bool byname = !c->official && c->kind == PLACE_TOWN && divisions->largest_town > c->place.population;
    return byname ? score - 3 : score;
}

static double hint_score(PlaceHint hint, const PlaceName *name, const Candidate *c)
{
    enum { FITS = 6, FITS_NOT = -2 };
    static const PlaceKind KINDS[] = {
        [HINT_COUNTRY] = PLACE_COUNTRY, [HINT_ADMIN1] = PLACE_ADMIN1, [HINT_ADMIN2] = PLACE_ADMIN2,
        [HINT_TOWN] = PLACE_TOWN,       [HINT_SUBURB] = PLACE_SUBURB, [HINT_REGION] = PLACE_REGION,
    };
    if (hint == HINT_NONE || hint == HINT_ANY || hint == HINT_SITE)
        return 0;
    if (hint == HINT_DIVISION)
        return c == place_largest_division(name) ? FITS : FITS_NOT;
    return KINDS[hint] == c->kind ? FITS : FITS_NOT;
}

static void count_shares(const PlaceWork *w, Shares *out)
{
    for (size_t n = 0; n < w->name_count; n++) {
        const PlaceName *name = &w->names[n];
        double weight = name->worth;
        out->total += weight;
        for (size_t h = 0; h < name->heavy_count; h++) {
            uint32_t i = name->heavy[h];
            PlaceRegion region = name->regions[i];
            if (region.country == 0)
                continue;
            out->weights[region.country] += weight * name->weights[i];
            if (region.division != 0)
                out->weights[region.division] += weight * name->weights[i];
        }
    }
}

/* A small town called like a great one: words that hardly are places ("James Markham", "the Old Bailey") are no company for it. */
static bool is_dwarfed(const PlaceName *name, size_t candidate)
{
    const int64_t times = 20;
    const int64_t great = 300000;
    int64_t largest = 0;
    for (size_t i = 0; i < name->count; i++)
        if (name->candidates[i].official && name->candidates[i].place.population > largest)
            largest = name->candidates[i].place.population;
    return largest >= great && name->candidates[candidate].place.population < largest / times;
}

/* How much of the other names lies where this candidate does. */
static double company(const Shares *shares, const PlaceName *name, size_t candidate)
{
    PlaceRegion region = name->regions[candidate];
    double own = name->worth;
    double others = shares->total - own;
    if (others <= 0 || region.country == 0)
        return 0;
    if (others < 1 && is_dwarfed(name, candidate))
        others = 1;
    double own_country = 0;
    double own_division = 0;
    for (size_t h = 0; h < name->heavy_count; h++) {
        uint32_t i = name->heavy[h];
        if (name->regions[i].country != region.country)
            continue;
        own_country += own * name->weights[i];
        if (name->regions[i].division == region.division)
            own_division += own * name->weights[i];
    }
    double score = 4 * (shares->weights[region.country] - own_country) / others;
    if (region.division != 0)
        score += 4 * (shares->weights[region.division] - own_division) / others;
    return score;
}

static bool is_spot_kind(PlaceKind kind)
{
    return kind == PLACE_TOWN || kind == PLACE_ADMIN2 || kind == PLACE_SUBURB || kind == PLACE_SITE;
}

/* The likely places of the first names that stand for places. */
static Neighbours neighbours_of(const PlaceWork *w)
{
    size_t heavy = 0;
    size_t names = w->name_count;
    if (names > NEIGHBOURS_MAX)
        names = NEIGHBOURS_MAX;
    for (size_t n = 0; n < names; n++)
        heavy += w->names[n].heavy_count;
    Neighbours out = {.items = arena_room(w->a->scratch, heavy + 1, sizeof(Neighbour), alignof(Neighbour))};
    for (size_t n = 0; n < names; n++) {
        const PlaceName *name = &w->names[n];
        for (size_t h = 0; name->stands && h < name->heavy_count; h++) {
            const Candidate *c = &name->candidates[name->heavy[h]];
            if (is_spot_kind(c->kind) && c->place.has_point)
                out.items[out.count++] =
                    (Neighbour){c->place.lat_deg, c->place.lon_deg, name->weights[name->heavy[h]], n, c->x, c->y, c->z};
        }
    }
    return out;
}

/* Surely too far for it to count, by a quick look. */
static bool is_far(const Neighbour *neighbour, const Place *place)
{
    double lat_deg = fabs(neighbour->lat_deg - place->lat_deg);
    double lon_deg = fabs(neighbour->lon_deg - place->lon_deg);
    /* one answer to foresee instead of three */
    return ((int)(lat_deg > NEAR_LAT_DEG) | ((int)(lon_deg > NEAR_LON_DEG) & (int)(lon_deg < 360 - NEAR_LON_DEG))) != 0;
}

/* How much a neighbour counts for a place so near to it, if more than so much; else no more than that. The way along the
 * sphere is no shorter than the chord, and exp(-x) is less than 1 / (1 + x): most need no more than that. */
static double near_weight(const Neighbour *neighbour, const Candidate *place, double least)
{
    double x = neighbour->x - place->x;
    double y = neighbour->y - place->y;
    double z = neighbour->z - place->z;
    double half = sqrt(x * x + y * y + z * z) / 2; /* of the chord */
    double way = 2 * EARTH_RADIUS_KM / NEAR_KM;
    if (neighbour->weight <= least * (1 + way * half))
        return least;
    double weight = neighbour->weight * exp(-way * asin(half < 1 ? half : 1));
    return weight > least ? weight : least;
}

/* Other names' places nearby: of each name the one that counts most. */
static double nearness(const Neighbours *neighbours, size_t self, const PlaceName *own, size_t candidate)
{
    const Candidate *c = &own->candidates[candidate];
    if (!is_spot_kind(c->kind) || !c->place.has_point)
        return 0;
    double sum = 0;
    double best = 0;
    size_t name = 0;
    for (size_t i = 0; i < neighbours->count; i++) {
        const Neighbour *o = &neighbours->items[i];
        if (is_far(o, &c->place) || o->name == self)
            continue;
        if (o->name != name) {
            sum += best;
            best = 0;
            name = o->name;
        }
        if (o->weight > best)
            best = near_weight(o, c, best);
    }
    sum += best;
    return sum * 2.5 > 3.6 ? 3.6 : sum * 2.5;
}

static void normalise(PlaceName *name)
{
    double top = -INFINITY;
    double sum = 0;
    for (size_t i = 0; i < name->count; i++) {
        if (name->scores[i] > top) {
            top = name->scores[i];
            name->best = i;
        }
    }
    for (size_t i = 0; i < name->count; i++) {
        name->weights[i] = exp(name->scores[i] - top);
        sum += name->weights[i];
    }
    name->heavy_count = 0;
    for (size_t i = 0; i < name->count; i++) {
        name->weights[i] /= sum;
        if (!(name->weights[i] < HEAVY))
            name->heavy[name->heavy_count++] = (uint32_t)i;
    }
}

static bool may_hold(const PlaceName *outer, const Candidate *inner)
{
    for (size_t k = 0; k < outer->count; k++)
        if (outer->weights[k] > 0.05 && place_contains(&outer->candidates[k], inner))
            return true;
    return false;
}

static bool may_lie_in(const Candidate *outer, const PlaceName *inner)
{
    for (size_t k = 0; k < inner->count; k++)
        if (place_contains(outer, &inner->candidates[k]))
            return true;
    return false;
}

/* What spots say themselves: kinds, containers, and of a name that holds another that it can. */
static double told(const PlaceWork *w, int name, const Candidate *c)
{
    const double held_score = 8;
    const double holds_score = 3;
    double hint = 0;
    double place = 0;
    for (size_t t = 0; t < w->names[name].told_count; t++) {
        const PlaceSpot *spot = &w->spots[w->names[name].told[t]];
        const PlaceSpot *outer = spot->container == PLACE_NO_SPOT ? NULL : &w->spots[spot->container];
        if (spot->name == name) {
            double h = hint_score(spot->hint, &w->names[name], c);
            hint = fabs(h) > fabs(hint) ? h : hint;
            if (outer != NULL && may_hold(&w->names[outer->name], c))
                place = held_score;
        } else if (place < holds_score && may_lie_in(c, &w->names[spot->name]))
            place = holds_score;
    }
    return hint + place;
}

static void tell(PlaceWork *w, int name, uint32_t spot)
{
    PlaceName *of = &w->names[name];
    if (of->count == 1)
        return;
    of->told = arena_grow(w->a->scratch, of->told, of->told_count, &of->told_cap, sizeof *of->told);
    of->told[of->told_count++] = spot;
}

/* A spot tells of its own name by its hint or container, and of its container's name. */
static void add_told(PlaceWork *w, uint32_t s)
{
    const PlaceSpot *spot = &w->spots[s];
    int outer = spot->container == PLACE_NO_SPOT ? PLACE_NO_SPOT : w->spots[spot->container].name;
    if (spot->name < 0)
        return;
    if (spot->hint != HINT_NONE || spot->container != PLACE_NO_SPOT)
        tell(w, spot->name, s);
    if (outer >= 0 && outer != spot->name)
        tell(w, outer, s);
}

/* Notes for each name the spots that told is to ask, in text order. */
static void note_told(PlaceWork *w)
{
    for (size_t n = 0; n < w->name_count; n++)
        w->names[n].told_count = 0;
    for (size_t s = 0; s < w->spot_count; s++)
        add_told(w, (uint32_t)s);
}

static uint32_t region_number(Regions *regions, uint64_t hash)
{
    size_t slot = hash & (regions->slots - 1);
    while (regions->hashes[slot] != 0 && regions->hashes[slot] != hash)
        slot = (slot + 1) & (regions->slots - 1);
    if (regions->hashes[slot] == 0) {
        regions->hashes[slot] = hash;
        regions->numbers[slot] = ++regions->count;
    }
    return regions->numbers[slot];
}

static PlaceRegion region_of(Regions *regions, const Candidate *c)
{
    const Place *place = &c->place;
    PlaceRegion out = {.country = 0};
    if (place->country.len == 0)
        return out;
    uint64_t country = hash_name(place->country);
    out.country = region_number(regions, country);
    if (place->admin1.len > 0)
        out.division = region_number(regions, hash_of(place->admin1) ^ country);
    return out;
}

/* Where the candidates of all names lie; returns how many countries and divisions there are. */
static uint32_t set_regions(PlaceWork *w)
{
    Arena *arena = w->a->scratch;
    size_t candidates = 0;
    for (size_t n = 0; n < w->name_count; n++) {
        candidates += w->names[n].count;
        w->names[n].regions = arena_room(arena, w->names[n].count + 1, sizeof(PlaceRegion), alignof(PlaceRegion));
    }
    ArenaMark mark = arena_mark(arena);
    Regions regions = {.slots = 4};
    while (regions.slots < candidates * 4)
        regions.slots *= 2;
    regions.hashes = ARENA_ARRAY(arena, uint64_t, regions.slots);
    regions.numbers = arena_room(arena, regions.slots, sizeof *regions.numbers, alignof(uint32_t));
    for (size_t n = 0; n < w->name_count; n++) {
        for (size_t i = 0; i < w->names[n].count; i++)
            w->names[n].regions[i] = region_of(&regions, &w->names[n].candidates[i]);
    }
    arena_rewind(arena, mark);
    return regions.count;
}

/* By size and kind alone. Of a name with one candidate nothing is to be told apart. */
static void set_priors(PlaceWork *w)
{
    for (size_t n = 0; n < w->name_count; n++) {
        PlaceName *name = &w->names[n];
        name->worth = name->stands ? 1 + log((double)name->mentions) : 0.1; /* often told more, but not in proportion */
        name->heavy = ARENA_ARRAY(w->a->scratch, uint32_t, name->count + 1);
        if (name->count > 1) {
            ArenaMark mark = arena_mark(w->a->scratch);
            Divisions divisions = divisions_of(name, w->a->scratch);
            for (size_t i = 0; i < name->count; i++)
                name->scores[i] = name->priors[i] = prior(name, &divisions, i);
            arena_rewind(w->a->scratch, mark);
        }
        normalise(name);
    }
}

/* Whether there is a name of which anything is to be told apart. */
static bool is_any_open(const PlaceWork *w)
{
    for (size_t n = 0; n < w->name_count; n++) {
        if (w->names[n].count > 1)
            return true;
    }
    return false;
}

void place_senses(PlaceWork *w)
{
    set_priors(w);
    if (!is_any_open(w))
        return;
    uint32_t region_count = set_regions(w);
    note_told(w);
    for (int round = 0; round < ROUNDS; round++) {
        ArenaMark mark = arena_mark(w->a->scratch);
        Shares shares = {.weights = ARENA_ARRAY(w->a->scratch, double, region_count + 1U)};
        count_shares(w, &shares);
        Neighbours neighbours = neighbours_of(w);
        for (size_t n = 0; n < w->name_count; n++) {
            PlaceName *name = &w->names[n];
            for (size_t i = 0; name->count > 1 && i < name->count; i++) {
                name->scores[i] = name->priors[i] + told(w, (int)n, &name->candidates[i]) + company(&shares, name, i) +
                                  nearness(&neighbours, n, name, i);
            }
        }
        arena_rewind(w->a->scratch, mark);
        for (size_t n = 0; n < w->name_count; n++) {
            if (w->names[n].count > 1)
                normalise(&w->names[n]);
        }
    }
}

size_t place_sense(const PlaceWork *w, const PlaceSpot *spot)
{
    if (spot->name < 0)
        return PLACE_SENSES_MAX;
    const PlaceName *name = &w->names[spot->name];
    if (spot->container == PLACE_NO_SPOT)
        return name->best;
    const PlaceName *outer = &w->names[w->spots[spot->container].name];
    const Candidate *around = &outer->candidates[outer->best];
    size_t best = name->best;
    double top = -INFINITY;
    for (size_t i = 0; i < name->count; i++) {
        double score = name->scores[i] + (place_contains(around, &name->candidates[i]) ? 10 : 0);
        if (score > top) {
            top = score;
            best = i;
        }
    }
    return best;
}
