/* when_resolve — what an expression of time is: its TIMEX3 type and value, and the days that it covers. */
#ifndef DAYBOOK_EXTRACT_WHEN_RESOLVE_H
#define DAYBOOK_EXTRACT_WHEN_RESOLVE_H

#include "extract/when/when_point.h"

typedef struct {
    Str type;        /* DATE, TIME, DURATION, SET */
    Str value;       /* in the arena or constant */
    TimeValue point; /* of a DATE or TIME; GRAIN_NONE */
    Window window;
} ResolvedTime;

ResolvedTime when_resolve(Arena *arena, const TimeParts *parts, const TimeContext *context);

#endif
