/*
 * when_range — expressions that belong together: the two ends of a range ("from 29 January to 5 February 2011"), days that
 * are named in one breath, a span and the day on which it ends ("the 48 hours to 5 February").
 */
#ifndef DAYBOOK_EXTRACT_WHEN_RANGE_H
#define DAYBOOK_EXTRACT_WHEN_RANGE_H

#include "extract/when/when_parts.h"

/* Before they are resolved: each end takes what only the other says, its year or its day. */
void when_range_share(const Analysis *a, const TimeNames *names, PartsList *list);

/* When a->times of the list are found: both ends of a range cover all of it. */
void when_range_join(const Analysis *a, const TimeNames *names, const PartsList *list);

#endif
