/*
 * when_year — which year a date without one is of.
 *
 * In a report the one that lies nearest to it and fits the verb beside the date; in what it tells of another year ("In 1890 …. On December
 * 29 …") that year. A history's months go on.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_YEAR_H
#define DAYBOOK_EXTRACT_WHEN_YEAR_H

#include "extract/when/when_context.h"

enum {
    YEAR_SLACK_DAYS = 31,     /* a bare date this little ahead may still be told in the past tense */
    YEAR_DONE_SLACK_DAYS = 7, /* one of harm that was done */
};

/* The year beside the anchor's in which the month and day fits best. */
int when_year_fitting(int month, int day, Day anchor, TenseSign sign, int slack);

/* In a history: after November comes January of the next year. */
int when_year_narrated(TimeValue last, int month);

/* Of a day and month; base is what the expression counts from. */
int when_year_of_day(const TimeParts *p, const TimeContext *c, TimeValue base);

#endif
