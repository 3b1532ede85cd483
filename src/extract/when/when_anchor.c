#include "extract/when/when_anchor.h"

#include "extract/when/when_line.h"

enum {
    DATELINE_BYTES = 100, /* how far behind its place a dateline's date may stand */
    OPENING_SENTENCES = 3,
};

static bool names_full_date(const TimeParts *p)
{
    bool year = parts_have(p, FIELD_YEAR) || parts_have(p, FIELD_SHORT);
    return p->op == OP_DATE &&
           (parts_have(p, FIELD_ISO) || (year && parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY)));
}

/* Names and signs lead from the dateline's place to its date, no words of a sentence: not "RIFFA (Agency) - On May 9 ...". */
static bool in_dateline(const Analysis *a, const TimeParts *p)
{
    if (!str_present(a->dateline_place) || p->entry || p->op != OP_DATE ||
        !(parts_have(p, FIELD_DAY) || parts_have(p, FIELD_ISO)))
        return false;
    size_t place = (size_t)(a->dateline_place.ptr - a->document->text.ptr);
    size_t start = a->tokens.tokens[p->first].span.start;
    if (start < place || start >= place + DATELINE_BYTES ||
        str_present(when_preposition(a, a->language->time_names, p->first)))
        return false;
    for (uint32_t i = p->first; i > 0 && a->tokens.tokens[i - 1].span.start >= place + a->dateline_place.len; i--) {
        unsigned flags = a->tokens.tokens[i - 1].flags;
        if ((flags & TOKEN_WORD) && !(flags & TOKEN_CAPITAL))
            return false;
    }
    return true;
}

/* A dateline without a year ("TEHRAN, August 8") takes the publication's. */
static Day dateline_day(const Analysis *a, const PartsList *list, const TimeContext *context)
{
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts *p = &list->items[i];
        if (in_dateline(a, p) && (names_full_date(p) || context->anchor.grain != GRAIN_NONE))
            return time_value_exact_day(when_point(p, context));
    }
    return DAY_NONE;
}

/* Of a report that has neither dateline nor publication time. */
static Day own_line_day(const Analysis *a, const PartsList *list, const TimeContext *context)
{
    for (size_t i = 0; i < list->count; i++) {
        if (names_full_date(&list->items[i]) && when_is_own_line(a, &list->items[i]))
            return time_value_exact_day(when_point(&list->items[i], context));
    }
    return DAY_NONE;
}

static Day opening_day(const Analysis *a, const PartsList *list, const TimeContext *context)
{
    for (size_t i = 0; i < list->count && a->tokens.tokens[list->items[i].first].sentence < OPENING_SENTENCES; i++) {
        if (names_full_date(&list->items[i]))
            return time_value_exact_day(when_point(&list->items[i], context));
    }
    return DAY_NONE;
}

static TimeValue published_value(Moment published)
{
    Day day = moment_window(published).first;
    TimeValue value = time_value_day(day);
    if (published.precision == MOMENT_YEAR)
        return time_value_within(value, GRAIN_YEAR);
    if (published.precision == MOMENT_MONTH)
        return time_value_within(value, GRAIN_MONTH);
    return value;
}

/* Does an hour stand in the expression or right behind it, or behind a comma? */
static bool has_clock(const Analysis *a, const PartsList *list, size_t i)
{
    const TimeParts *p = &list->items[i];
    if (parts_have(p, FIELD_CLOCK))
        return true;
    if (i + 1 == list->count || !parts_have(&p[1], FIELD_CLOCK))
        return false;
    bool comma = (a->tokens.tokens[p->last].flags & TOKEN_PUNCT) != 0;
    return p[1].first == p->last || (comma && p[1].first == p->last + 1);
}

/* "14:20 Police say ...": a line that opens with an hour and its minutes, and no day. */
static bool opens_with_clock(const Analysis *a, const TimeParts *p)
{
    return parts_are_hour(p) && parts_have(p, FIELD_CLOCK) && when_opens_line(a, p);
}

/* Of a running report several lines do. */
static bool is_running(const Analysis *a, const PartsList *list)
{
    enum { LEAST = 3 };
    size_t stamps = 0;
    for (size_t i = 0; i < list->count && stamps < LEAST; i++)
        stamps += opens_with_clock(a, &list->items[i]);
    return stamps >= LEAST;
}

/* Midnight is mostly a day of which the hour is not known. */
static int minutes_written(Moment published, Day anchor)
{
    enum { SECONDS_A_DAY = 86400, SECONDS_A_MINUTE = 60 };
    bool known = published.precision == MOMENT_TIME && anchor != DAY_NONE &&
                 (published.seconds + published.zone_seconds) % SECONDS_A_DAY != 0;
    int64_t minutes = (published.seconds - (int64_t)anchor * SECONDS_A_DAY) / SECONDS_A_MINUTE;
    return known && minutes > INT32_MIN && minutes < INT32_MAX ? (int)minutes : INT32_MAX;
}

/* Hours of so much later than the post above, where the latest stands at the top, are of the day before. */
enum { LATER_MINUTES = 240, HOUR_MINUTES = 60, HALF_DAY_MINUTES = 720 };

/* Does the log stand with its latest post at the top, and is that of the hours before the page was written, which the last is not? */
static bool is_latest_first(const Analysis *a, const PartsList *list, int written)
{
    int first = CLOCK_NONE;
    int before = CLOCK_NONE;
    size_t falls = 0;
    size_t rises = 0;
    size_t nights = 0;
    for (size_t i = 0; i < list->count; i++) {
        int clock = opens_with_clock(a, &list->items[i]) ? when_clock(&list->items[i]) : CLOCK_NONE;
        if (clock == CLOCK_NONE)
            continue;
        first = first == CLOCK_NONE ? clock : first;
        falls += before != CLOCK_NONE && clock < before;
        rises += before != CLOCK_NONE && clock > before && clock < before + LATER_MINUTES;
        nights += before != CLOCK_NONE && clock >= before + LATER_MINUTES;
        before = clock;
    }
    bool begun =
        before >= written - HOUR_MINUTES && before <= written + HOUR_MINUTES; /* the page, with its first post */
    return falls > rises && falls >= nights && !begun && first <= written + HOUR_MINUTES &&
           first >= written - HALF_DAY_MINUTES;
}

PostDays when_anchor_posts(const Analysis *a, const PartsList *list, const TimeContext *context)
{
    PostDays posts = {.written = context->anchor, .before = CLOCK_NONE};
    int written = minutes_written(a->document->published, a->anchor);
    posts.latest_first = written != INT32_MAX && is_running(a, list) && is_latest_first(a, list, written);
    return posts;
}

void when_anchor_post(const Analysis *a, const TimeParts *p, PostDays *posts, TimeContext *context)
{
    Day written = time_value_exact_day(posts->written);
    if (p->entry || document_in_headline(a->document, a->tokens.tokens[p->first].span))
        context->anchor = posts->written;
    int clock = posts->latest_first && written != DAY_NONE && opens_with_clock(a, p) ? when_clock(p) : CLOCK_NONE;
    if (clock == CLOCK_NONE)
        return;
    posts->back += posts->before != CLOCK_NONE && clock >= posts->before + LATER_MINUTES;
    posts->before = clock;
    if (posts->back > 0)
        context->anchor = context->last = time_value_day(written - posts->back);
}

void when_anchor_find(Analysis *a, const PartsList *list, TimeContext *context)
{
    context->anchor = published_value(a->document->published);
    if (a->dateline_day == DAY_NONE)
        a->dateline_day = dateline_day(a, list, context);
    if (a->dateline_day == DAY_NONE && context->anchor.grain == GRAIN_NONE)
        a->dateline_day = own_line_day(a, list, context);
    a->anchor = a->dateline_day;
    if (a->anchor == DAY_NONE)
        a->anchor = moment_day(a->document->published);
    context->guessed = a->anchor == DAY_NONE && context->anchor.grain == GRAIN_NONE;
    if (context->guessed)
        a->anchor = opening_day(a, list, context);
    if (a->anchor != DAY_NONE)
        context->anchor = time_value_day(a->anchor);
    context->written = is_running(a, list) ? INT32_MAX : minutes_written(a->document->published, a->anchor);
}

TimeUse when_anchor_use(const Analysis *a, const PartsList *list, size_t i)
{
    const TimeParts *p = &list->items[i];
    if (in_dateline(a, p))
        return TIME_OF_REPORT;
    if (p->entry)
        return TIME_OF_POST;
    if (names_full_date(p) && when_is_stamp(a, p, has_clock(a, list, i)))
        return TIME_OF_POST;
    if (opens_with_clock(a, p) && is_running(a, list))
        return TIME_OF_POST;
    return TIME_OF_EVENTS;
}

void when_anchor_move(Analysis *a, bool guessed)
{
    enum { NEWS_DAYS = 30 };
    bool dated = moment_day(a->document->published) != DAY_NONE;
    Day limit = a->anchor == DAY_NONE ? DAY_NONE : a->anchor + NEWS_DAYS;
    for (size_t i = 0; limit != DAY_NONE && i < a->time_count; i++) {
        Window days = a->times[i].window;
        bool stamp = !dated && a->times[i].use == TIME_OF_POST;
        if (days.first == days.last && days.last > a->anchor && (stamp || (guessed && days.last <= limit)))
            a->anchor = days.last;
    }
}
