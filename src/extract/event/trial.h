/*
 * trial — what somebody is tried or sentenced for, and what an anniversary is of, happened before the report's day: the day of a
 * verdict, an arrest or a ceremony is not the deed's, which the report tells further down ("on 7 October he stabbed her").
 */
#ifndef DAYBOOK_EXTRACT_TRIAL_H
#define DAYBOOK_EXTRACT_TRIAL_H

#include "extract/analysis/analysis.h"

/* In a report that opens with a trial, a verdict, a sentence or an anniversary: the deed takes the old day that the report tells of
 * it. Where it tells of none, what an anniversary is of has no day. So it does, of a day over a week before, where a report opens with an arrest
 * or charges, tells no deed as news, and of the older day no more victims. After all claims of casualties and attacks. */
void trial_settle(Analysis *a);

#endif
