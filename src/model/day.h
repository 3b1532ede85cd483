/*
 * day — calendar days as the report counts them (proleptic Gregorian), and moments of publication.
 * No time zone is ever guessed for a day; a moment with an offset is kept in UTC.
 */
#ifndef DAYBOOK_MODEL_DAY_H
#define DAYBOOK_MODEL_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* Days since 1970-01-01 (a Thursday). */
typedef int32_t Day;
#define DAY_NONE INT32_MIN

/* A run of days, both ends included. Unknown ends are DAY_NONE. */
typedef struct {
    Day first;
    Day last;
} Window;

static const Window WINDOW_NONE = {DAY_NONE, DAY_NONE};

typedef enum { MOMENT_NONE, MOMENT_YEAR, MOMENT_MONTH, MOMENT_DAY, MOMENT_TIME } MomentPrecision;

/* A point in time as precise as it was given: "2026-02" is a month. */
typedef struct {
    int64_t seconds; /* since 1970-01-01T00:00Z; the start of a year, month or day */
    MomentPrecision precision;
    int32_t zone_seconds; /* of a time: how far east of UTC its clock was; its day is that of this clock */
} Moment;

/* DAY_NONE if there is no such day (30 February, year outside 1..9999). */
Day day_from_ymd(int year, int month, int day);
void day_to_ymd(Day day, int *year, int *month, int *day_of_month);

/* 0 = Monday … 6 = Sunday. */
int day_weekday(Day day);
int day_of_year(Day day); /* 1.. */
int days_in_month(int year, int month);

/* ISO 8601 week: writes its year and number. */
void day_iso_week(Day day, int *year, int *week);

/* "2026-01-31", the whole of s; DAY_NONE otherwise. */
Day day_parse(Str s);
void day_write(Buf *out, Day day); /* DAY_NONE writes nothing */

bool window_is_known(Window w);           /* both ends */
bool window_overlaps(Window a, Window b); /* false when either is unknown */
bool window_holds(Window outer, Window inner);
bool window_equal(Window a, Window b);
int window_days(Window w);                   /* 0 when unknown */
bool window_is_long_past(Window w, Day day); /* more than half a year before the day; false when either is unknown */

/*
 * ISO 8601 and RFC 3339 ("2026-02", "2026-01-31T18:05:00+05:00", "2026-01-31 18:05"), and the
 * RFC 822 dates of feeds ("Sat, 31 Jan 2026 13:05:00 GMT"). MOMENT_NONE if s is none of these.
 */
Moment moment_parse(Str s);
void moment_write(Buf *out, Moment moment);     /* as precise as it is, in UTC; MOMENT_NONE writes nothing */
void moment_write_own(Buf *out, Moment moment); /* the same by its own clock: "2026-01-31T21:00:00-05:00" */
Day moment_day(Moment moment);             /* DAY_NONE unless a day or finer; of "2026-01-31T21:00-05:00" the 31st */
Day moment_day_utc(Moment moment);         /* the day that moment_write writes */
Window moment_window(Moment moment);       /* the days it may mean: a month's first and last */
Moment window_moment(Window window);       /* the year, month or day that it is, whole; MOMENT_NONE where it is none */
int64_t moment_last_second(Moment moment); /* a day means all of it; INT64_MAX for MOMENT_NONE */

#endif
