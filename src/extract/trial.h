/*
 * trial — what somebody is sentenced for happened before the report's day: a verdict's day is not the deed's, which the report
 * tells further down ("on 7 October he stabbed her").
 */
#ifndef DAYBOOK_EXTRACT_TRIAL_H
#define DAYBOOK_EXTRACT_TRIAL_H

#include "extract/analysis.h"

/* In a report that opens with a verdict or a sentence: the deed of the opening takes the old day that the report tells of
 * it. After all claims of casualties and attacks. */
void trial_settle(Analysis *a);

#endif
