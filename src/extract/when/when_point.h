/*
 * when_point — from what an expression says to the point in time that it means, as coarse as it is told.
 *
 * A report counts from its anchor (dateline or publication day); a history counts from the last
 * time that its text named. Weekdays and bare months look back unless the verb beside them points
 * ahead.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_POINT_H
#define DAYBOOK_EXTRACT_WHEN_POINT_H

#include "extract/when/when_context.h"

/* The hour that is told, in minutes since midnight; CLOCK_NONE. */
int when_clock(const TimeParts *parts);

/* Which day of a holiday is told, from 1; 0 where none is. */
int when_holiday_nth(const TimeParts *parts);

/* The point in time of a DATE or TIME; GRAIN_NONE where it has none. */
TimeValue when_point(const TimeParts *parts, const TimeContext *context);

#endif
