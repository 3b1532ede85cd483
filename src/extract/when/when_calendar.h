/* when_calendar — weekday against date: "Friday, January 31, 2026" was a Saturday; there is no February 30 (FLAG_CALENDAR). */
#ifndef DAYBOOK_EXTRACT_WHEN_CALENDAR_H
#define DAYBOOK_EXTRACT_WHEN_CALENDAR_H

#include "extract/analysis/analysis.h"
#include "extract/when/when_parts.h"

/* Flags the expression when it names a weekday that its own day is not, or no day at all. */
void when_calendar_check(Analysis *a, const TimeParts *parts, TimeValue point);

#endif
