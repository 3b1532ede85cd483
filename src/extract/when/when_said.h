#ifndef DAYBOOK_EXTRACT_WHEN_SAID_H
#define DAYBOOK_EXTRACT_WHEN_SAID_H

#include "extract/when/when_point.h"

/*
 * The day that an expression of a report's sentence counts from where it is not the report's own and the sentence tells it elsewhere: "nine died
 * yesterday" in a quotation is the day before it was said ("the mayor told the radio on Monday"), "a day earlier" the one before a day told behind
 * it ("nine died a day earlier, police said on Monday"). No value where the sentence tells none, or one that is more than a week older than the report.
 */
TimeValue when_said_day(const Analysis *a, const PartsList *list, size_t i, const TimeContext *context);

#endif
