#include "extract/when/when_resolve.h"

#include "extract/when/when_holiday.h"
#include "extract/when/when_write.h"

enum { SHORT_WEEKS = 4, HOURS_A_DAY = 24 };

static Str finish(Arena *arena, Buf *text)
{
    Str copy = arena_copy(arena, buf_str(text));
    buf_free(text);
    return copy;
}

/* -1: the span ends with the report's day ("the past two days", "five deaths in 24 hours"), 1: it begins there. Spans of
 * months tell how long, not when. */
static int span_direction(const TimeParts *p, const TimeContext *c)
{
    if (c->narrative || parts_have(p, FIELD_DIR)) /* beside something else */
        return 0;
    if (parts_have(p, FIELD_REL))
        return p->number[FIELD_REL];
    bool is_short =
        p->unit == GRAIN_DAY || p->unit == GRAIN_HOUR || (p->unit == GRAIN_WEEK && p->number[FIELD_N] <= SHORT_WEEKS);
    return c->inside && is_short && c->verb.tense != TENSE_FUTURE ? -1 : 0;
}

static bool is_inside_a_whole(const TimeParts *p)
{
    return parts_have(p, FIELD_YEAR) || parts_have(p, FIELD_YEAR_REL) || parts_have(p, FIELD_MONTH) ||
           parts_have(p, FIELD_MONTH_REL);
}

/* The days of the month or year that is named. */
static Window whole_days(const TimeParts *p, const TimeContext *c)
{
    if (parts_have(p, FIELD_MONTH_REL))
        return time_value_window(time_value_shift(c->anchor, GRAIN_MONTH, p->number[FIELD_MONTH_REL]));
    TimeParts whole = *p;
    whole.op = OP_DATE;
    whole.unit = GRAIN_NONE;
    whole.known &= ~(1U << (unsigned)FIELD_REL);
    return time_value_window(when_point(&whole, c));
}

/* "The first two months of 2014", "the second week of May", "the last three days of May", "the first week of the month":
 * of the month or year that is named, the first, second or last so many days. */
static Window window_inside_a_whole(const TimeParts *p, const TimeContext *c)
{
    Window days = whole_days(p, c);
    int place = p->number[FIELD_REL];
    Window span = time_span_window(place < 0 ? days.last : days.first, p->unit, p->number[FIELD_N], place < 0);
    int later = place > 1 && window_is_known(span) ? (place - 1) * window_days(span) : 0;
    return later > 0 ? (Window){span.first + later, span.last + later} : span;
}

static ResolvedTime resolve_span(Arena *arena, const TimeParts *p, const TimeContext *c)
{
    Buf text = {0};
    int n = p->number[FIELD_N];
    time_duration_write(&text, p->unit, n, parts_have(p, FIELD_HALF));
    Str type = p->past ? STR("DATE") : STR("DURATION"); /* "the day after the raid" */
    ResolvedTime out = {type, finish(arena, &text), time_value_none(), WINDOW_NONE};
    int way = span_direction(p, c);
    if (is_inside_a_whole(p))
        out.window = window_inside_a_whole(p, c);
    else if (way != 0)
        out.window = time_span_window(time_value_exact_day(c->anchor), p->unit, n, way < 0);
    bool day =
        (p->unit == GRAIN_HOUR && n == HOURS_A_DAY) || (p->unit == GRAIN_DAY && n == 1 && p->number[FIELD_REL] < 0);
    if (day && way < 0 && out.window.first == out.window.last && window_is_known(out.window))
        out.window.first--; /* "the past 24 hours", "the past day" began the day before */
    return out;
}

/* "days ago", "some years later": only before or after is known. */
static bool is_vague(const TimeParts *p)
{
    return (p->op == OP_MOVE || p->op == OP_CHAIN) && p->number[FIELD_N] == -1 && !parts_have(p, FIELD_N);
}

/* Of a holiday that begins on a day, or has its n-th day then. */
static Window holiday_days(const TimeParts *p, TimeValue point)
{
    int nth = when_holiday_nth(p);
    Day day = time_value_exact_day(point);
    return holiday_window(p->holiday, day == DAY_NONE || nth == 0 ? day : day - nth + 1, nth);
}

static ResolvedTime resolve_point(Arena *arena, const TimeParts *p, const TimeContext *c, TimeValue point)
{
    bool timed = point.clock != CLOCK_NONE || str_present(point.part) || str_present(p->part);
    ResolvedTime out = {timed ? STR("TIME") : STR("DATE"), STR_NONE, point, time_value_window(point)};
    if (c->narrative && p->op == OP_MOVE && p->unit == GRAIN_DAY && !str_present(p->part)) {
        out.value = p->number[FIELD_N] == 0 ? STR("PRESENT_REF") : STR("XXXX-XX-XX"); /* in somebody's speech */
        out.window = WINDOW_NONE;
        return out;
    }
    if (is_vague(p)) {
        out.value = p->number[FIELD_DIR] < 0 ? STR("PAST_REF") : STR("FUTURE_REF");
        return out;
    }
    if (str_present(p->holiday))
        out.window = holiday_days(p, point);
    Buf text = {0};
    if (point.grain == GRAIN_NONE)
        when_write_unplaced(&text, p);
    else
        time_value_write(&text, point);
    if (str_present(p->holiday) && !parts_have(p, FIELD_DAY))
        when_write_length(&text, point, holiday_length(p->holiday));
    out.value = finish(arena, &text);
    return out;
}

ResolvedTime when_resolve(Arena *arena, const TimeParts *p, const TimeContext *c)
{
    TimeValue point = when_point(p, c);
    if (p->op == OP_SPAN && point.grain == GRAIN_NONE)
        return resolve_span(arena, p, c);
    if (p->op == OP_REF) /* "that time" has no value */
        return (ResolvedTime){STR("DATE"), str_equal(p->fixed, STR("none")) ? STR_NONE : p->fixed, time_value_none(),
                              WINDOW_NONE};
    if (p->op != OP_EVERY)
        return resolve_point(arena, p, c, point);
    ResolvedTime out = {STR("SET"), p->fixed, time_value_none(), WINDOW_NONE};
    if (!str_present(p->fixed)) {
        Buf text = {0};
        when_write_every(&text, p);
        out.value = finish(arena, &text);
    }
    return out;
}
