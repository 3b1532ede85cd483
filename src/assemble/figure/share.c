#include "assemble/figure/share.h"

#include "assemble/basis/people.h"
#include "assemble/link/compare.h"

/* A town or region that its own sentence names. */
static bool names_place(const Claim *claim)
{
    return claim_names_place(claim) && claim->place->place.precision != PRECISION_COUNTRY;
}

/* One place, or one village that the map does not know, by its name. */
static bool is_same_village(const Place *a, const Place *b)
{
    bool off_map = a->id.len == 0 && b->id.len == 0 && (a->country.len == 0 || b->country.len == 0);
    return place_same(a, b) || (off_map && a->name.len > 0 && str_equal(a->name, b->name));
}

/* Does the figure's sentence name the town, or is its report about it? */
static bool is_about(const Figure *figure, const Place *town)
{
    const Extraction *x = figure->extraction;
    const Incident *main = compare_main(x);
    if (main && main->place && is_same_village(&main->place->place, town))
        return true;
    for (size_t i = place_first_from(x->places, x->place_count, figure->claim->sentence.start);
         i < x->place_count && span_holds(figure->claim->sentence, x->places[i].span); i++)
        if (is_same_village(&x->places[i].place, town))
            return true;
    return false;
}

bool share_is_told(const Figure *figure, const Figure *share)
{
    const Claim *claim = figure->claim;
    const Claim *told = share->claim;
    if (!told->shared_out || claim->shared_out || figure->document == share->document ||
        claim->outcome != told->outcome)
        return false;
    bool as_many = interval_equal(claim->count, told->count);
    if (!told->place)
        return as_many && names_place(claim);
    return (names_place(claim) && is_same_village(&claim->place->place, &told->place->place)) ||
           (as_many && is_about(figure, &told->place->place));
}

const Place *share_district(const Figure *figure)
{
    const Claim *claim = figure->claim;
    bool named = claim_names_place(claim) && claim->place->place.precision == PRECISION_DISTRICT &&
                 !span_is_empty(claim->place->span);
    return named ? &claim->place->place : NULL;
}

const Place *share_region(const Figure *figure)
{
    const Claim *claim = figure->claim;
    if (!claim_names_place(claim) || claim->minimum || claim->shared_out || claim->part_of >= 0 ||
        claim->count_form == COUNT_DESCRIBED || claim->count_form == COUNT_WORD)
        return NULL;
    const Place *place = &claim->place->place;
    bool region = place->precision == PRECISION_REGION || place->precision == PRECISION_DISTRICT;
    return region ? place : NULL;
}

bool share_are_apart(const Figure *const *items, size_t count)
{
    const Figure *first = NULL;
    bool apart = false;
    int64_t part = -1;
    for (size_t i = 0; i < count; i++) {
        const Place *region = share_region(items[i]);
        if (items[i]->claim->total)
            return false;
        if (!region)
            continue;
        int64_t number = items[i]->claim->count.low;
        first = first ? first : items[i];
        apart = apart || (!place_meets(region, share_region(first)) && number > first->claim->count.low &&
                          !people_same_sentence(first, items[i]));
        part = number > part ? number : part;
    }
    for (size_t i = 0; apart && i < count; i++) /* who tells of all */
        apart = share_region(items[i]) || items[i]->claim->count.high < part;
    return apart;
}
