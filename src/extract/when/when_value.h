/*
 * when_value — points in time as coarse as a report gives them, their TIMEX3 values and the days
 * they cover: "last week" is {GRAIN_WEEK, 2026, 5} = "2026-W05" = 2026-01-26..2026-02-01.
 *
 * Source: TimeML's TIMEX3 guidelines (value), ISO 8601 (weeks). Seasons are the northern ones and
 * begin in March, June, September and December; the winter of a year begins in its December.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_VALUE_H
#define DAYBOOK_EXTRACT_WHEN_VALUE_H

#include "model/day.h"

/* Coarse to fine. As a unit: the length of one. */
typedef enum {
    GRAIN_NONE,
    GRAIN_CENTURY,
    GRAIN_DECADE,
    GRAIN_YEAR,
    GRAIN_HALF,
    GRAIN_QUARTER,
    GRAIN_SEASON,
    GRAIN_MONTH,
    GRAIN_WEEK,
    GRAIN_WEEKEND,
    GRAIN_DAY,
    GRAIN_HOUR,
    GRAIN_MINUTE,
    GRAIN_SECOND,
    GRAIN_COUNT_
} Grain;

enum { CLOCK_NONE = -1, YEAR_UNKNOWN = 0, INDEX_UNKNOWN = 0 };

typedef struct {
    Grain grain;
    bool before_christ;
    int year;  /* the first year it covers: 1900 for the 20th century, 1980 for the 1980s; YEAR_UNKNOWN */
    int index; /* half 1.., quarter 1.., season 1.. (spring), month 1.., ISO week 1..; a day's month */
    int day;   /* of the month, GRAIN_DAY and finer; INDEX_UNKNOWN */
    Str part;  /* of the day: "MO" "AF" "EV" "NI"; STR_NONE */
    int clock; /* minutes since midnight, 1440 = its end, CLOCK_NONE */
} TimeValue;

TimeValue time_value_none(void);
TimeValue time_value_day(Day day);
TimeValue time_value_year(int year);

/* The unit of that letter code as the language data has it: Y, M, W, D, WE, DE, CE, Q, H, TH, TM, TS. */
Grain grain_parse(Str code);

/* "2026-01-31TMO"; unknown parts are written X. */
void time_value_write(Buf *out, TimeValue value);

/* The days it covers; unknown when a part of it is. */
Window time_value_window(TimeValue value);

/* The unit that holds the value: the week of a day, the year of a month. A coarser value stays as it is. */
TimeValue time_value_within(TimeValue value, Grain unit);

/* n units on or back. The result is as fine as the unit ("three years ago" is a year), days for hours. */
TimeValue time_value_shift(TimeValue value, Grain unit, int n);

/* The day it names, DAY_NONE when coarser; the first day where one is wanted of a coarser one. */
Day time_value_exact_day(TimeValue value);

/* The same day of the year so many years later, or, negative, before. */
TimeValue time_value_years_on(TimeValue value, int years);
Day time_value_first_day(TimeValue value);

/* "P2D", "PT48H", "PXY" (n < 0: a number of). halves counts an extra half: "2.5". */
void time_duration_write(Buf *out, Grain unit, int n, bool half);

/* n units before or after a day, that day included: two days back from the 31st are the 30th and the 31st. */
Window time_span_window(Day anchor, Grain unit, int n, bool back);

#endif
