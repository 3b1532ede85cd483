/*
 * former — ids of incidents, and an incident found by one that it had before. An incident is called by its first report's event; where
 * an earlier report joins, or people merge it with another, its id is another one from then on, and addresses that were sent still lead to it.
 */
#ifndef DAYBOOK_ASSEMBLE_FORMER_H
#define DAYBOOK_ASSEMBLE_FORMER_H

#include "model/situation.h"

/* Of one whose first report calls it event; of one that people parted from another, by its first claim. */
Str incident_id_of_event(Str event, Arena *arena);
Str incident_id_of_parted(Str claim, Arena *arena);

/* The index of the incident that has the id, or that now holds what had it; -1 where nothing does. */
int32_t incident_by_id(const Situation *s, Str id, Arena *arena);

#endif
