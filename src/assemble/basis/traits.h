/* traits — what claims say of an event besides figures: type, tactics, targets, perpetrators, responsibility, place, days. */
#ifndef DAYBOOK_ASSEMBLE_TRAITS_H
#define DAYBOOK_ASSEMBLE_TRAITS_H

#include "base/arena.h"
#include "model/incident.h"

/* Does the claim tell of the event itself: an attack or its victims? */
bool claim_tells_event(const Claim *claim);

/* Fills type, tactics, targets, perpetrators, responsibility, place, window and status of *out from all claims of it (the event's
 * own first). A place that is known stays, and so does the window where no claim gives one. */
void traits_fill(const Claim *const *all, size_t all_count, Incident *out, Arena *arena);

/* Where the claims put it, NULL; dateline: where the report was written, empty where it does not tell. */
const PlaceMention *traits_place(const Claim *const *claims, size_t count, Span dateline);

/* Did it happen by nature or by accident, as most claims name what is no attack? */
bool traits_is_disaster(const Incident *incident);

/* What happened, in a word: "earthquake" of such a disaster, else the type. */
Str traits_event(const Incident *incident);

/* Does the claim tell of an attack of its own: somebody or something hit, a day or a number? */
bool traits_tells_kind(const Claim *claim);

/* Somebody says that they did it; "no group has claimed responsibility" is a claim of the kind that says nobody does. */
bool claim_takes_responsibility(const Claim *claim);

/* Both have a point, and the points lie more than so many kilometres apart. */
bool place_is_far(const Place *a, const Place *b, double km);

/* "Gaza", "Kano": the town or the region of that name, which holds the other place. */
bool place_may_hold(const Place *named, const Place *other);

/* Told, by its own sentence, of one town, where the incident's place is a region or country that holds it (not the region of the
 * town's own name, which may be meant), or another town. */
bool claim_is_local(const Claim *claim, const Incident *incident);

#endif
