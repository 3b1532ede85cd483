#include "extract/when/when_range.h"

#include "extract/when/when_point.h"

/* The value of the one token between two expressions, "to" or "both" ("and"), "" where there is none. */
static Str range_word(const Analysis *a, const TimeNames *names, const TimeParts *p, const TimeParts *next)
{
    bool apart =
        a->tokens.tokens[p->first].sentence != a->tokens.tokens[next->first].sentence; /* "2007 -" over a list */
    uint32_t word =
        next->first == p->last + 1 && !apart ? mention_at(&a->mentions, p->last, names->range) : MENTION_NONE;
    return word == MENTION_NONE ? STR_NONE : analysis_value(a, &a->mentions.items[word]);
}

static bool is_range(const Analysis *a, const TimeNames *names, const TimeParts *p, const TimeParts *next)
{
    return p->op == OP_DATE && next->op == OP_DATE && str_present(range_word(a, names, p, next));
}

/* "between 29 January and 5 February 2011": the first takes the year of the second. */
static void share_years(const Analysis *a, const TimeNames *names, PartsList *list)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        if (!is_range(a, names, p, next) || parts_have(p, FIELD_YEAR) || !parts_have(next, FIELD_YEAR) ||
            !parts_have(p, FIELD_MONTH))
            continue;
        bool wraps = parts_have(next, FIELD_MONTH) && p->number[FIELD_MONTH] > next->number[FIELD_MONTH];
        p->number[FIELD_YEAR] = next->number[FIELD_YEAR] - (wraps ? 1 : 0);
        p->known |= 1U << (unsigned)FIELD_YEAR;
        p->before_christ = next->before_christ;
    }
}

/* "From 9 p.m. to 11 p.m. on Sunday": the first hour is of the second's day. */
static void share_days(const Analysis *a, const TimeNames *names, PartsList *list)
{
    static const Field DAYS[] = {FIELD_WDAY, FIELD_DEICTIC};
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        if (!parts_are_hour(p) || !is_range(a, names, p, next))
            continue;
        for (size_t f = 0; f < sizeof DAYS / sizeof *DAYS; f++) {
            p->number[DAYS[f]] = next->number[DAYS[f]];
            p->known |= next->known & 1U << (unsigned)DAYS[f];
        }
    }
}

/* Is the token one of the two signs? */
static bool stands_sign(const Analysis *a, uint32_t token, const char *one, const char *other)
{
    Str text = span_text(a->tokens.text, a->tokens.tokens[token].span);
    return str_equal(text, str_from(one)) || str_equal(text, str_from(other));
}

/* "At 2 a.m. (2300 GMT Thursday)": the hour is of the day behind that of the other clock, as it cannot be 21 hours before it. */
static void share_clock(const Analysis *a, PartsList *list)
{
    enum { HALF_A_DAY = 12 * 60, WEEK = 7 };
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        bool bracket = next->first == p->last + 1 &&
                       str_equal(span_text(a->tokens.text, a->tokens.tokens[p->last].span), STR("("));
        int here = when_clock(p);
        int there = when_clock(next);
        if (!bracket || !parts_are_hour(p) || here == CLOCK_NONE || there == CLOCK_NONE || next->op != OP_DATE ||
            !parts_have(next, FIELD_WDAY))
            continue;
        int later = here + HALF_A_DAY < there ? 1 : there + HALF_A_DAY < here ? -1 : 0;
        p->number[FIELD_WDAY] = (next->number[FIELD_WDAY] - 1 + later + WEEK) % WEEK + 1;
        p->known |= 1U << (unsigned)FIELD_WDAY;
    }
}

/* "At 4.45 p.m. on Tuesday, March 26": the hour is of the date that stands right behind its weekday. */
static void share_date(const Analysis *a, PartsList *list)
{
    static const Field DATE[] = {FIELD_MONTH, FIELD_DAY, FIELD_YEAR};
    const unsigned hour = 1U << (unsigned)FIELD_CLOCK | 1U << (unsigned)FIELD_HOUR;
    const unsigned wday = 1U << (unsigned)FIELD_WDAY;
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        bool beside = next->first == p->last || (next->first == p->last + 1 && stands_sign(a, p->last, ",", "("));
        if (!beside || p->op != OP_DATE || next->op != OP_DATE || !parts_have(p, FIELD_WDAY) ||
            (p->known & ~(hour | wday)) || !parts_have(next, FIELD_MONTH) || !parts_have(next, FIELD_DAY) ||
            (next->known & (hour | wday)))
            continue;
        for (size_t f = 0; f < sizeof DATE / sizeof *DATE; f++) {
            p->number[DATE[f]] = next->number[DATE[f]];
            p->known |= next->known & 1U << (unsigned)DATE[f];
        }
    }
}

/* "The Easter bombings in Goma in 2019": a feast takes the year that its sentence goes on to. */
static void share_feast_year(const Analysis *a, PartsList *list)
{
    const unsigned year = 1U << (unsigned)FIELD_YEAR;
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        if (!str_present(p->holiday) || (p->known & (year | 1U << (unsigned)FIELD_YEAR_REL)) || p->chained ||
            next->op != OP_DATE || next->known != year || next->before_christ ||
            a->tokens.tokens[p->first].sentence != a->tokens.tokens[next->first].sentence)
            continue;
        p->number[FIELD_YEAR] = next->number[FIELD_YEAR];
        p->known |= year;
    }
}

void when_range_share(const Analysis *a, const TimeNames *names, PartsList *list)
{
    share_years(a, names, list);
    share_days(a, names, list);
    share_clock(a, list);
    share_date(a, list);
    share_feast_year(a, list);
}

/* "On Friday and Saturday": both days, where they lie in one week. */
static bool is_pair_of_days(Window first, Window last)
{
    enum { WEEK_DAYS = 7 };
    return first.first == first.last && last.first == last.last && last.last - first.first < WEEK_DAYS;
}

/* "The 48 hours to Sunday", "the week to 3 May" end on that day. */
static void end_span(const Analysis *a, const TimeParts *span, size_t i, Str word)
{
    Window last = a->times[i + 1].window;
    bool week = span->op == OP_DATE && span->unit == GRAIN_WEEK && parts_have(span, FIELD_DAY);
    bool counted = span->op == OP_SPAN && parts_have(span, FIELD_N) && span->unit >= GRAIN_WEEK;
    if ((!week && !counted) || !str_equal(word, STR("to")) || last.first != last.last)
        return;
    Window days = time_span_window(last.last, span->unit, week ? 1 : span->number[FIELD_N], true);
    if (!window_is_known(days))
        return;
    a->times[i].window = days;
    a->times[i + 1].window = days;
}

/* "In January and February": both months, where one follows on the other. */
static bool is_pair_of_months(Window first, Window last)
{
    enum { LEAST_DAYS = 28, MOST_DAYS = 31 };
    return window_days(first) >= LEAST_DAYS && window_days(first) <= MOST_DAYS && window_days(last) >= LEAST_DAYS &&
           window_days(last) <= MOST_DAYS && first.last + 1 == last.first;
}

/* "On Friday, Saturday and Sunday": all three, where they lie in one week. */
static void join_rows(const Analysis *a, const TimeNames *names, const PartsList *list)
{
    for (size_t i = 0; i + 2 < list->count; i++) {
        const TimeParts *p = &list->items[i];
        Window all = {a->times[i].window.first, a->times[i + 2].window.last};
        bool comma =
            p[1].first == p->last + 1 && str_equal(span_text(a->tokens.text, a->tokens.tokens[p->last].span), STR(","));
        if (!comma || p->op != OP_DATE || p[1].op != OP_DATE || p[2].op != OP_DATE ||
            !str_equal(range_word(a, names, p + 1, p + 2), STR("both")) || !window_is_known(a->times[i].window) ||
            !window_is_known(a->times[i + 2].window) || window_days(all) < 3 ||
            !is_pair_of_days((Window){all.first, a->times[i].window.last}, (Window){all.last, all.last}))
            continue;
        for (size_t k = i; k < i + 3; k++)
            a->times[k].window = all;
    }
}

/* "Rose to [nine] on Friday": a number, of no hour. */
static bool is_count(const Analysis *a, const TimeNames *names, uint32_t token)
{
    enum { HOUR = 4 };
    return mention_begins(&a->mentions, token, analysis_class(a, "TNUM")) &&
           mention_over(&a->mentions, token, names->timex, HOUR) == MENTION_NONE;
}

/* "[From] 4 a.m. on 24 May [to] midnight on 25 May": whether the word of the class stands before the date, or before the hour that leads to it. */
static bool is_led_by(const Analysis *a, const TimeNames *names, const TimeParts *p, uint16_t cls, Str value)
{
    enum { HOUR = 7 }; /* "to 24:00 midnight on" */
    uint32_t start = a->tokens.sentences[a->tokens.tokens[p->first].sentence].first;
    for (uint32_t t = p->first; t > start && p->first - t < HOUR; t--) {
        if (str_equal(span_text(a->tokens.text, a->tokens.tokens[t - 1].span), STR(",")))
            return false;
        uint32_t word = mention_at(&a->mentions, t - 1, cls);
        if (word != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[word]), value))
            return true;
        if (is_count(a, names, t - 1))
            return false;
    }
    return false;
}

/* "From 24 February, when the war began, to 24 March": what stands between the two says no more than what the first was. */
static size_t end_of_from(const Analysis *a, const TimeNames *names, const PartsList *list, size_t i)
{
    enum { REACH = 24 };
    const TimeParts *from = &list->items[i];
    if (from->op != OP_DATE || parts_have(from, FIELD_CLOCK) ||
        !is_led_by(a, names, from, names->preposition, STR("from")))
        return i;
    for (size_t k = i + 1; k < list->count && list->items[k].first < from->last + REACH; k++) {
        const TimeParts *to = &list->items[k];
        if (a->tokens.tokens[to->first].sentence == a->tokens.tokens[from->first].sentence && to->op == OP_DATE &&
            !parts_have(to, FIELD_CLOCK) && is_led_by(a, names, to, names->range, STR("to")))
            return k;
    }
    return i;
}

static void join_far(const Analysis *a, const TimeNames *names, const PartsList *list)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        size_t k = end_of_from(a, names, list, i);
        Window first = a->times[i].window;
        Window last = a->times[k].window;
        if (k == i || !window_is_known(first) || !window_is_known(last) || first.first > last.last)
            continue;
        a->times[i].window.last = last.last;
        a->times[k].window.first = first.first;
    }
}

/* "Between Tuesday and Friday", told on a Thursday: the Tuesday is that of the Friday's week. */
static void take_week_of_last(const Analysis *a, const TimeParts *p, size_t i)
{
    enum { WEEK_DAYS = 7 };
    const unsigned wday = 1U << (unsigned)FIELD_WDAY;
    Window first = a->times[i].window;
    Window last = a->times[i + 1].window;
    if (p->op != OP_DATE || p->known != wday || p[1].known != wday || !window_is_known(first) ||
        first.first <= last.last || first.first - WEEK_DAYS > last.last)
        return;
    a->times[i].window = (Window){first.first - WEEK_DAYS, first.last - WEEK_DAYS};
    Buf value = {0};
    day_write(&value, a->times[i].window.first);
    a->times[i].value = arena_copy(a->arena, buf_str(&value));
    buf_free(&value);
}

void when_range_join(const Analysis *a, const TimeNames *names, const PartsList *list)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        const TimeParts *p = &list->items[i];
        Window last = a->times[i + 1].window;
        Str word = range_word(a, names, p, p + 1);
        if (!str_present(word) || p[1].op != OP_DATE || !window_is_known(last))
            continue;
        end_span(a, p, i, word);
        bool from = str_equal(when_preposition(a, names, p->first), STR("from"));
        if (from)
            take_week_of_last(a, p, i);
        Window first = a->times[i].window;
        if (p->op != OP_DATE || p->unit == GRAIN_WEEK || !window_is_known(first) || first.first > last.last)
            continue;
        if (!from && !str_equal(word, STR("to")) && !is_pair_of_days(first, last) && !is_pair_of_months(first, last))
            continue;
        a->times[i].window = a->times[i + 1].window = (Window){first.first, last.last};
    }
    join_rows(a, names, list);
    join_far(a, names, list);
}
