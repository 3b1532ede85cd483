/* When a figure was told, where its own sentence or its post of a log says so. */
#include "assemble/conflict.h"
#include "assemble/telling.h"

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
    size_t first = time_first_from(report->times, report->time_count, claim->sentence.start);
    for (size_t i = first; i < report->time_count && span_holds(claim->sentence, report->times[i].span); i++) {
        const TimeMention *time = &report->times[i];
        if (!window_is_known(time->window) || !is_of_telling(claim, time))
            continue;
        Telling at = telling_of(time);
        if (at.from <= x->time && (!latest.known || at.from > latest.from))
            latest = at;
    }
    if (!latest.known)
        latest = telling_of_post(report, claim->evidence.start);
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
    return by->document != x->document && by->time != INT64_MAX && by->time_last - before.to >= CONFLICT_GROWTH_SECONDS;
}
