/* place_contain — which places may lie in which others. */
#include "extract/place/place_work.h"

static bool within_km(const Place *a, const Place *b, double km)
{
    return a->has_point && b->has_point && place_distance_km(a->lat_deg, a->lon_deg, b->lat_deg, b->lon_deg) < km;
}

bool place_contains(const Candidate *container, const Candidate *inner)
{
    const Place *outer = &container->place;
    const Place *place = &inner->place;
    if (str_equal(outer->id, place->id))
        return false;
    bool same_country = str_equal(outer->country, place->country);
    switch (container->kind) {
    case PLACE_COUNTRY: return same_country && inner->kind != PLACE_COUNTRY;
    case PLACE_ADMIN1:
        return same_country && inner->kind > PLACE_ADMIN1 &&
               (str_equal(outer->name, place->admin1) || (place->admin1.len == 0 && within_km(outer, place, 300)));
    case PLACE_ADMIN2: return same_country && inner->kind > PLACE_ADMIN2 && within_km(outer, place, 70);
    case PLACE_REGION: return inner->kind > PLACE_ADMIN1 && within_km(outer, place, 500);
    case PLACE_TOWN:
        return same_country && (inner->kind == PLACE_SUBURB || inner->kind == PLACE_SITE) &&
               within_km(outer, place, 50);
    case PLACE_SUBURB:
    case PLACE_SITE:
    case PLACE_KIND_COUNT_: break;
    }
    return false;
}

double place_city_share(const Candidate *town, const Candidate *division)
{
    bool inside = town->kind == PLACE_TOWN && str_equal(town->place.country, division->place.country) &&
                  str_equal(town->place.admin1, division->place.name) && division->place.population > 0;
    return inside ? (double)town->place.population / (double)division->place.population : 0;
}

const Candidate *place_largest_division(const PlaceName *name)
{
    const Candidate *largest = NULL;
    for (size_t i = 0; i < name->count; i++) {
        const Candidate *c = &name->candidates[i];
        if (c->kind == PLACE_ADMIN1 && (!largest || c->place.population > largest->place.population))
            largest = c;
    }
    return largest;
}

const Candidate *place_namesake_town(const PlaceName *name, const Candidate *division)
{
    const Candidate *largest = NULL;
    for (size_t i = 0; i < name->count; i++) {
        const Candidate *town = &name->candidates[i];
        if (place_city_share(town, division) > 0 && (!largest || town->place.population > largest->place.population))
            largest = town;
    }
    return largest;
}
