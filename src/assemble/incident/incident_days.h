/*
 * incident_days — the days of a report's own event, and which of its claims are of other days and therefore background.
 */
#ifndef DAYBOOK_ASSEMBLE_INCIDENT_DAYS_H
#define DAYBOOK_ASSEMBLE_INCIDENT_DAYS_H

#include "model/extraction.h"

/* Does the text state days for the claim that may date an event? */
bool incident_is_stated(const Claim *claim);

/* Days of the report's own event: those it states of the week before it was written, else its own day; unknown where all that it
 * tells was on days that it does not name ("some days ago"). */
Window incident_own_days(const Extraction *x);

/* The same, but those of the past event that the report is about ("a man was jailed for the 2015 attack"), where it tells of no figure of its
 * own days. */
Window incident_event_days(const Extraction *x);

/* Claims of long before the event become background, and of a report that opens with people hurt those of others on earlier days. */
void incident_mark_other_days(Extraction *x);

/* A part's days are those that its claims state, else the whole's: the day of the report is not one of them. */
Window incident_part_days(const Claim *const *claims, size_t count, Window told, Window whole);

#endif
