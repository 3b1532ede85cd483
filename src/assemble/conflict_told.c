/* When a figure was told, where its own sentence or its post of a log says so. */
#include "assemble/conflict.h"

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

/* From when to when, in seconds since 1970 as the report counts its days. */
typedef struct {
    bool known;
    int64_t from;
    int64_t to;
} Telling;

/* Parts of a day as TIMEX3 names them, in hours. */
static const struct {
    const char *code;
    int64_t from;
    int64_t to;
} PARTS[] = {{"MO", 0, 12}, {"MI", 11, 14}, {"AF", 12, 18}, {"DT", 6, 18}, {"EV", 18, 24}, {"NI", 18, 30}};

/* "2026-01-31TEV", "2026-01-31T18:05", "2026-01-31" */
static Telling telling_of(const TimeMention *time)
{
    int64_t first = (int64_t)time->window.first * DAY_SECONDS;
    int64_t last = ((int64_t)time->window.last + 1) * DAY_SECONDS;
    size_t mark = str_find(time->value, STR("T"), 0);
    if (mark == SIZE_MAX || time->window.first != time->window.last)
        return (Telling){true, first, last};
    Str part = str_drop(time->value, mark + 1);
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (str_is(part, PARTS[i].code))
            return (Telling){true, first + PARTS[i].from * HOUR_SECONDS, first + PARTS[i].to * HOUR_SECONDS};
    int64_t hour = 0;
    int64_t minute = 0;
    bool clock = part.len == 5 && part.ptr[2] == ':' && str_number(str_slice(part, 0, 2), &hour) &&
                 str_number(str_slice(part, 3, 5), &minute);
    int64_t at = first + hour * HOUR_SECONDS + minute * 60;
    return clock ? (Telling){true, at, at} : (Telling){true, first, last};
}

/* The first of the report's times that begins at the byte or behind it. */
static size_t first_time(const Extraction *report, uint32_t byte)
{
    size_t low = 0;
    size_t high = report->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->times[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "Police said [on Friday] that nine had died", "[by noon] nine had died": of the telling, not of what is told. */
static bool is_of_telling(const Claim *claim, const TimeMention *time)
{
    if (time->use == TIME_OF_COUNT)
        return true;
    const Attribution *said = claim->attribution;
    if (!said || claim->blanket)
        return false;
    for (size_t i = 0; i < said->content_count; i++)
        if (span_overlaps(said->content[i], time->span))
            return false;
    return said->content_count > 0;
}

/* The latest time of its sentence that is one of telling, else that of the post of a log that it stands in. */
static Telling told_at(const Figure *x)
{
    const Extraction *report = x->extraction;
    const Claim *claim = x->claim;
    Telling latest = {.known = false};
    size_t first = first_time(report, claim->sentence.start);
    for (size_t i = first; i < report->time_count && span_holds(claim->sentence, report->times[i].span); i++) {
        const TimeMention *time = &report->times[i];
        if (!window_is_known(time->window) || !is_of_telling(claim, time))
            continue;
        Telling at = telling_of(time);
        if (at.from <= x->time && (!latest.known || at.from > latest.from))
            latest = at;
    }
    for (size_t i = first; i-- > 0 && !latest.known;)
        if (report->times[i].use == TIME_OF_POST && window_is_known(report->times[i].window))
            latest = telling_of(&report->times[i]);
    return latest;
}

bool conflict_is_overtaken(const Figure *x, const Figure *by)
{
    if (by->claim->total && !x->claim->total && by->time >= x->time)
        return true;
    Telling before = told_at(x);
    if (!before.known)
        return false;
    Telling after = told_at(by);
    if (after.known)
        return after.from >= before.to && after.from > before.from;
    return by->document != x->document && by->time != INT64_MAX && by->time - before.to >= CONFLICT_GROWTH_SECONDS;
}
