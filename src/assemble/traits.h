/* traits — what claims say of an event besides figures: type, tactics, targets, perpetrators, responsibility, place, days. */
#ifndef DAYBOOK_ASSEMBLE_TRAITS_H
#define DAYBOOK_ASSEMBLE_TRAITS_H

#include "base/arena.h"
#include "model/incident.h"

/* Does the claim tell of the event itself: an attack or its victims? */
bool claim_tells_event(const Claim *claim);

/* Fills type, tactics, targets, perpetrators, responsibility, place, window and status of *out from claims (the event's
 * own first). Place and window stay as they are where no claim gives one. */
void traits_fill(const Claim *const *claims, size_t count, Incident *out, Arena *arena);

/* The type that the claims of a document which are not background come to; STR_NONE where none tells of an attack. */
Str traits_type(const Claim *claims, size_t count, Arena *arena);

/* Does the claim tell of an attack of its own: somebody or something hit, a day or a number? */
bool traits_tells_kind(const Claim *claim);

/* Somebody says that they did it; "no group has claimed responsibility" is a claim of the kind that says nobody does. */
bool claim_takes_responsibility(const Claim *claim);

/* Same spot, or one lies in the other by name of division or country; unknown places meet nothing. */
bool place_same(const Place *a, const Place *b);
bool place_holds(const Place *outer, const Place *inner);

/* What place_same looks at, in numbers, for places that are compared with many. */
typedef struct {
    uint64_t id; /* 0: it has none */
    uint64_t name;
} PlaceKey;

PlaceKey place_key(const Place *place);

static inline bool place_key_same(PlaceKey a, PlaceKey b)
{
    return a.id != 0 && b.id != 0 ? a.id == b.id : a.name != 0 && a.name == b.name;
}

/* Both have a point, and the points lie more than so many kilometres apart. */
bool place_is_far(const Place *a, const Place *b, double km);

/* Told, by its own sentence, of one town, where the incident's place is a region or country that holds it, or another town. */
bool claim_is_local(const Claim *claim, const Incident *incident);

/* A town or site of its own, not a district, region or country. */
bool place_is_spot(const PlaceMention *place);

#endif
