/*
 * period — reports that tell of nothing but what weeks, months or years had: a bulletin of a month, the toll of a war.
 */
#ifndef DAYBOOK_EXTRACT_PERIOD_H
#define DAYBOOK_EXTRACT_PERIOD_H

#include "extract/analysis/analysis.h"

/* Where the first figure that a report tells is of such a period, and nothing in it of any day, the figures behind it that name no days of their
 * own are of the period too, as context where that is. After the claims of attacks. */
void period_settle(Analysis *a);

#endif
