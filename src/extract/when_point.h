/*
 * when_point — from what an expression says to the point in time that it means, as coarse as it is told.
 *
 * A report counts from its anchor (dateline or publication day); a history counts from the last
 * time that its text named. Weekdays and bare months look back unless the verb beside them points
 * ahead.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_POINT_H
#define DAYBOOK_EXTRACT_WHEN_POINT_H

#include "extract/when_parts.h"

typedef enum { TENSE_NONE, TENSE_PAST, TENSE_FUTURE } Tense;

/* What the verb beside an expression says of when that is. */
typedef struct {
    Tense tense;
    bool near;    /* stands right beside it */
    bool of_harm; /* tells of people hurt or of an attack: what was done is over */
} TenseSign;

typedef struct {
    TimeValue anchor;  /* the report's day, month or year; GRAIN_NONE */
    TimeValue last;    /* the last time named from which the text goes on; GRAIN_NONE */
    TimeValue named;   /* the last date named, an aside or not: what "that year" is; GRAIN_NONE */
    TimeValue quarter; /* which a report tells of: the first that it names and that is over; GRAIN_NONE */
    bool last_is_near; /* named in this sentence or the one before */
    int sentence_year; /* the year that this sentence has stated; YEAR_UNKNOWN */
    bool narrative;    /* a history: the anchor says nothing */
    bool guessed;      /* the anchor is only the first day that the text names: others may lie behind it */
    TenseSign verb;
    bool apposed; /* right behind another: "on 9 May, two days after the feast" */
    bool inside;  /* "in", "within", "over" a span */
} TimeContext;

/* The hour that is told, in minutes since midnight; CLOCK_NONE. */
int when_clock(const TimeParts *parts);

/* Which day of a holiday is told, from 1; 0 where none is. */
int when_holiday_nth(const TimeParts *parts);

/* The point in time of a DATE or TIME; GRAIN_NONE where it has none. */
TimeValue when_point(const TimeParts *parts, const TimeContext *context);

#endif
