/*
 * incident_place — where a report's own event was, where its claims do not say it.
 */
#ifndef DAYBOOK_ASSEMBLE_INCIDENT_PLACE_H
#define DAYBOOK_ASSEMBLE_INCIDENT_PLACE_H

#include "assemble/incident/beside.h"

/* The first place that the report names, which is none of the events beside its own; NULL. */
const PlaceMention *incident_first_place(const Extraction *x, const Beside *besides, size_t count);

/* Of a report that tells of the entries of a list as a whole: place and days of the whole, which are none of an entry's alone. */
void incident_settle_whole(const Extraction *x, Incident *whole);

#endif
