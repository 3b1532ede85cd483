/*
 * past_lift — which claims stay background once all are made: what a report as a whole is about, parts and their wholes, figures that
 * gave way to others (past says which sentences tell of older incidents).
 */
#ifndef DAYBOOK_EXTRACT_PAST_LIFT_H
#define DAYBOOK_EXTRACT_PAST_LIFT_H

#include "extract/analysis/analysis.h"

/* A report whose figures all lie in the past is about that past: its claims are no background, asides apart. */
void past_lift(Analysis *a);

/* What a speaker is told to have said earlier is former only where the report tells what holds now: the speaker's own figure, the
 * report's, or anybody's that is no smaller. After the claims of figures. */
void past_settle_former(Analysis *a);

/* A report that opens with what followed ("the army moved in on Friday, a day after 13 people were killed"), and tells of no other
 * figure, is about what it followed. After the claims of attacks. */
void past_settle(Analysis *a);

#endif
