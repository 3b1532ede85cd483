/*
 * place_abroad — namesakes in other lands: "the district of Patu" of a report on Kenya is not the only Patu that the gazetteer has, a
 * town in Brazil. Such a name becomes a place that no map has (place.c), told with what the text says that it lies in.
 */
#include "extract/place/place_work.h"

static const double ABROAD_KM = 2000;

/* A name that tells which land a report is of: a country or its people, a division, a great town. */
static bool is_weighty(const PlaceName *name)
{
    const int64_t great = 100000;
    const Candidate *c = &name->candidates[name->best];
    return c->place.country.len > 0 &&
           (c->kind == PLACE_COUNTRY || c->kind == PLACE_ADMIN1 || c->place.population >= great);
}

/* How often the text names other lands; 0 where it names the town's own, or what lies not too far from it. */
static uint32_t lands_named(const PlaceWork *w, int self, const Candidate *town)
{
    uint32_t times = 0;
    for (size_t s = 0; s < w->spot_count; s++) {
        const PlaceSpot *spot = &w->spots[s];
        if (spot->name < 0 || spot->name == self || (!spot->people && spot->evidence < PLACE_SURE) ||
            !is_weighty(&w->names[spot->name]))
            continue;
        const PlaceName *name = &w->names[spot->name];
        const Place *other = &name->candidates[name->best].place;
        if (str_equal(other->country, town->place.country) || !other->has_point ||
            place_distance_km(other->lat_deg, other->lon_deg, town->place.lat_deg, town->place.lon_deg) < ABROAD_KM)
            return 0;
        times++;
    }
    return times;
}

/* The outlet's home is a name without a spot. */
static bool is_at_home(const PlaceWork *w, const Candidate *town)
{
    for (size_t n = 0; n < w->name_count; n++)
        if (w->names[n].hash == 0 &&
            str_equal(w->names[n].candidates[w->names[n].best].place.country, town->place.country))
            return true;
    return false;
}

/* "US President": stands before who holds an office. */
static bool is_of_office(const PlaceWork *w, const PlaceSpot *spot)
{
    return spot->last < w->a->tokens.count && place_begins(w, spot->last, w->cls.title);
}

/* A small town of which the text does not say where it lies: papers do say it of one abroad. */
static bool is_small_and_bare(const PlaceWork *w, const PlaceSpot *spot)
{
    const int64_t small = 30000;
    if (spot->name < 0 || spot->people || spot->container != PLACE_NO_SPOT || spot->evidence < PLACE_SURE ||
        spot->hint != HINT_NONE)
        return false;
    const Candidate *c = &w->names[spot->name].candidates[w->names[spot->name].best];
    return (c->kind == PLACE_TOWN || c->kind == PLACE_SUBURB) && c->place.has_point && !c->capital &&
           c->place.population < small;
}

/* "A mosque in Linwood" of a report on New Zealand: all other places of the text lie far from it, and its land comes up with an office at
 * most. */
static bool is_lone_namesake(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { TIMES = 3 };
    if (!is_small_and_bare(w, spot))
        return false;
    const Candidate *town = &w->names[spot->name].candidates[w->names[spot->name].best];
    uint32_t times = 0;
    for (size_t s = 0; s < w->spot_count; s++) {
        const PlaceSpot *other = &w->spots[s];
        if (other->name < 0 || other->name == spot->name || other->evidence < PLACE_SURE || other->people)
            continue;
        const Candidate *c = &w->names[other->name].candidates[w->names[other->name].best];
        bool own = str_equal(c->place.country, town->place.country);
        if (own && is_of_office(w, other))
            continue;
        if (own || !c->place.has_point ||
            place_distance_km(c->place.lat_deg, c->place.lon_deg, town->place.lat_deg, town->place.lon_deg) < ABROAD_KM)
            return false;
        times += is_weighty(&w->names[other->name]);
    }
    return times >= TIMES && !is_at_home(w, town);
}

/* Called a district or a town in a report of another land: a town anywhere may be named by the way. */
static bool is_abroad(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { TOWN_TIMES = 2 };
    const int64_t known = 100000;
    const int64_t known_district = 1000000;
    bool district = spot->hint == HINT_ADMIN2 || spot->hint == HINT_ADMIN1;
    if (spot->name < 0 || spot->people || spot->container != PLACE_NO_SPOT || spot->evidence < PLACE_SURE ||
        !(district || spot->hint == HINT_TOWN))
        return false;
    const Candidate *c = &w->names[spot->name].candidates[w->names[spot->name].best];
    if ((c->kind != PLACE_TOWN && c->kind != PLACE_SUBURB) || !c->place.has_point || c->capital ||
        c->place.population >= (district ? known_district : known))
        return false;
    return lands_named(w, spot->name, c) >= (district ? 1U : (uint32_t)TOWN_TIMES) && !is_at_home(w, c);
}

/* "The Bijapur district of Chhattisgarh", "Rockingham, Northamptonshire", where the map has another one only: told to lie in a division that
 * has none of that name. In a row of places the division is the next of them. */
static bool is_misplaced(const PlaceWork *w, const PlaceSpot *spot)
{
    const double away_km = 200;
    const int64_t great = 1000000;
    if (spot->told_in == 0 || spot->name < 0 || spot->container != PLACE_NO_SPOT)
        return false;
    const PlaceSpot *outer = &w->spots[spot->told_in - 1];
    const Candidate *c = &w->names[spot->name].candidates[w->names[spot->name].best];
    const Candidate *around = &w->names[outer->name].candidates[w->names[outer->name].best];
    if (outer->evidence < PLACE_SURE || (c->kind != PLACE_TOWN && c->kind != PLACE_SUBURB) || c->capital ||
        c->place.population >= great || !c->place.has_point || !around->place.has_point ||
        place_begins(w, outer->last, w->cls.list) ||
        (spot->first > 0 && (place_sign(w, spot->first - 1, ',') || place_begins(w, spot->first - 1, w->cls.list))))
        return false;
    return place_distance_km(c->place.lat_deg, c->place.lon_deg, around->place.lat_deg, around->place.lon_deg) >
           away_km;
}

/* "The Hermosa neighborhood" of a report on Chicago: told as a quarter, and a town far from every city that the text names. */
static bool is_far_quarter(const PlaceWork *w, const PlaceSpot *spot)
{
    const double around_km = 60;
    const int64_t city = 100000;
    const Mention *kind = place_cue(w, spot->last, w->cls.of);
    if (spot->name < 0 || spot->people || spot->container != PLACE_NO_SPOT || kind == NULL ||
        place_hint(analysis_value(w->a, kind)) != HINT_SUBURB)
        return false;
    const Candidate *c = &w->names[spot->name].candidates[w->names[spot->name].best];
    bool cities = false;
    for (size_t n = 0; n < w->name_count; n++) {
        const PlaceName *name = &w->names[n];
        const Candidate *other = &name->candidates[name->best];
        if ((int)n == spot->name || !name->stands || other->kind != PLACE_TOWN || other->place.population < city)
            continue;
        cities = true;
        if (place_distance_km(other->place.lat_deg, other->place.lon_deg, c->place.lat_deg, c->place.lon_deg) <
            around_km)
            return false;
    }
    return cities && c->kind == PLACE_TOWN && !c->capital && c->place.has_point;
}

void place_refuse_abroad(PlaceWork *w)
{
    for (size_t s = 0; s < w->spot_count; s++) {
        const PlaceSpot *spot = &w->spots[s];
        if (!is_abroad(w, spot) && !is_misplaced(w, spot) && !is_far_quarter(w, spot) && !is_lone_namesake(w, spot))
            continue;
        int name = w->spots[s].name;
        for (size_t k = 0; k < w->spot_count; k++)
            if (w->spots[k].name == name && w->spots[k].container == PLACE_NO_SPOT && !w->spots[k].holds)
                w->spots[k].name = PLACE_NO_SPOT;
    }
}
