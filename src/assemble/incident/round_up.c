#include "assemble/incident/round_up.h"

#include "assemble/basis/traits.h"

static void note(RoundUp *r, const PlaceMention *place)
{
    if (!place_is_spot(place) || r->count == ROUND_UP_ROOM)
        return;
    for (size_t i = 0; i < r->count; i++) {
        const Place *known = &r->towns[i]->place;
        if (place_same(known, &place->place) || place_may_hold(&place->place, known))
            return;
        if (place_may_hold(known, &place->place)) {
            r->towns[i] = place;
            return;
        }
    }
    r->towns[r->count++] = place;
}

/* Does its own sentence tell of an attack in the town, or how many were hit there? What is told again, or of somebody by name, may be of
 * an event in another: it tells where somebody lived, spoke or was brought. */
static bool tells_of_town(const Claim *claim)
{
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    bool toll = claim->kind == KIND_CASUALTY && harm && claim->has_count && !claim->named;
    return (claim->kind == KIND_ATTACK || toll) && !claim->again && claim_names_place(claim);
}

/* Where the row of places that begins with this one ends: "in Alba, Brena and Corvo", not "on Alba Street in Brena, Corvo". */
static size_t row_end(const Claim *claim, size_t first)
{
    enum { LONGEST = 16, COMMA = 2 }; /* bytes between two */
    size_t end = first + 1;
    uint32_t gap = 0;
    for (; end < claim->place_count; end++) {
        uint32_t last = claim->places[end - 1]->span.end;
        if (claim->places[end]->span.start > last + LONGEST)
            break;
        gap = claim->places[end]->span.start - last;
    }
    return end - first >= ROUND_UP_AT && gap > COMMA ? end : first;
}

void round_up_note(RoundUp *round_up, const Claim *claim)
{
    if (tells_of_town(claim))
        note(round_up, claim->place);
    for (size_t i = 0; i < claim->place_count; i++)
        for (size_t end = row_end(claim, i); i < end; i++)
            note(round_up, claim->places[i]);
}
