#include "assemble/basis/telling.h"

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

/* Parts of a day as TIMEX3 names them, in hours. */
static const struct {
    const char *code;
    int64_t from;
    int64_t to;
} PARTS[] = {{"MO", 0, 12}, {"MI", 11, 14}, {"AF", 12, 18}, {"DT", 6, 18}, {"EV", 18, 24}, {"NI", 18, 30}};

Telling telling_of(const TimeMention *time)
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

Telling telling_of_post(const Extraction *report, uint32_t byte)
{
    enum { POST_TIMES = 64 };                                           /* no post names more */
    if (document_in_headline(report->document, (Span){byte, byte + 1})) /* behind the text, and in no post */
        return (Telling){.known = false};
    size_t first = time_first_from(report->times, report->time_count, byte);
    for (size_t i = first; i-- > 0 && first - i <= POST_TIMES;)
        if (report->times[i].use == TIME_OF_POST && window_is_known(report->times[i].window))
            return telling_of(&report->times[i]);
    return (Telling){.known = false};
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

Telling telling_of_claim(const Extraction *report, const Claim *claim, int64_t moment)
{
    Telling latest = {.known = false};
    size_t first = time_first_from(report->times, report->time_count, claim->sentence.start);
    for (size_t i = first; i < report->time_count && span_holds(claim->sentence, report->times[i].span); i++) {
        const TimeMention *time = &report->times[i];
        if (!window_is_known(time->window) || !is_of_telling(claim, time))
            continue;
        Telling at = telling_of(time);
        if (at.from <= moment && (!latest.known || at.from > latest.from))
            latest = at;
    }
    if (!latest.known)
        latest = telling_of_post(report, claim->evidence.start);
    return latest;
}
