#include "model/place.h"

#include "base/hash.h"

bool place_same(const Place *a, const Place *b)
{
    if (a->id.len > 0 && b->id.len > 0)
        return str_equal(a->id, b->id);
    return a->name.len > 0 && str_equal(a->name, b->name) && str_equal(a->country, b->country);
}

size_t place_first_from(const PlaceMention *places, size_t count, uint32_t byte)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool place_is_spot(const PlaceMention *place)
{
    return place && (place->place.precision == PRECISION_EXACT || place->place.precision == PRECISION_NEAR);
}

PlaceHash place_hash(const Place *place)
{
    PlaceHash key = {0, 0};
    if (place->id.len > 0)
        key.id = hash_of(place->id);
    if (place->name.len > 0) {
        uint64_t parts[] = {hash_of(place->name), hash_of(place->country)};
        key.name = hash_of((Str){(const char *)parts, sizeof parts});
    }
    return key;
}

bool place_holds(const Place *outer, const Place *inner)
{
    if (place_same(outer, inner))
        return true;
    if (outer->country.len == 0 || !str_equal(outer->country, inner->country))
        return false;
    if (outer->precision == PRECISION_COUNTRY)
        return true;
    return outer->precision == PRECISION_REGION && inner->precision != PRECISION_COUNTRY &&
           (str_equal(outer->name, inner->admin1) ||
            (outer->admin1.len > 0 && str_equal(outer->admin1, inner->admin1)));
}

bool place_meets(const Place *a, const Place *b)
{
    return place_holds(a, b) || place_holds(b, a);
}
