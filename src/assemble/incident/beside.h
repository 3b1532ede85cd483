/*
 * beside — events that a report tells beside its own: an attack or toll in another town, on other days or set apart by its words, or
 * on another street at another hour.
 *
 * What a report is about has its days (own); a claim of other days, or of "Separately, …", in a town where nothing of the
 * report's own is told belongs to another event. A round-up of many towns is one whole with parts instead (incident.h).
 */
#ifndef DAYBOOK_ASSEMBLE_BESIDE_H
#define DAYBOOK_ASSEMBLE_BESIDE_H

#include "assemble/incident/several.h"

typedef struct {
    const PlaceMention *place;
    Window window;
    bool entry;     /* of a list, a part of what the report tells as a whole */
    unsigned scene; /* that of its claims, 0: it is told by its town */
    unsigned
        stretch; /* the scene of what words set apart in that place, wherever the rest of it is told to be; 0: nothing */
} Beside;

/* The other spots and hours of the report's town that were told apart by extract (Claim.scene), the same way. */
size_t beside_scenes(const Extraction *x, Beside *out, size_t room);

/* Writes the events to out (room for room of them) and returns how many. None is a part of several. */
size_t beside_find(const Extraction *x, Window own, const Several *several, Beside *out, size_t room);

/* The same of a round-up of many towns: only what its words set apart ("In a separate incident, …") in a town that is none of its own. */
size_t beside_find_apart(const Extraction *x, Beside *out, size_t room);

/* Which of the events took place there, -1: none. */
int32_t beside_at(const PlaceMention *place, const Beside *events, size_t count);

/* Which of the events the claim tells of, -1: none. */
int32_t beside_of(const Extraction *x, const Claim *claim, const Beside *events, size_t count);

#endif
