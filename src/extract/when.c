/*
 * The stage of days: rules find expressions of time, this file orders them, finds the day they
 * count from, and has each one resolved in the light of those before it.
 */
#include "extract/analysis.h"
#include "extract/when_calendar.h"
#include "extract/when_line.h"
#include "extract/when_parts.h"
#include "extract/when_resolve.h"
#include "extract/when_shape.h"
#include "extract/when_tense.h"

#include <stdlib.h>

enum {
    DATELINE_BYTES = 100, /* how far behind its place a dateline's date may stand */
    OPENING_SENTENCES = 3,
    HISTORY_YEARS = 5, /* a text with fewer old years, or fewer dates of the past, is a report */
    HISTORY_DATES = 15,
    HISTORY_SHARE = 4, /* old dates for one that counts from today */
};

typedef struct {
    TimeParts *items;
    size_t count;
    size_t cap;
} PartsList;

static int by_place(const void *left, const void *right)
{
    const TimeParts *l = left;
    const TimeParts *r = right;
    if (l->first != r->first)
        return l->first < r->first ? -1 : 1;
    if (l->last != r->last)
        return l->last > r->last ? -1 : 1;
    return l->op < r->op ? -1 : l->op > r->op;
}

static bool is_no_time(const TimeParts *p)
{
    return p->op == OP_NONE; /* an age, a house number */
}

static bool is_of_history(const TimeParts *p)
{
    return p->of_history;
}

static void drop(PartsList *list, bool (*is_dropped)(const TimeParts *))
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!is_dropped(&list->items[i]))
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

/* In text order, the longer of two that overlap. */
static PartsList collect(Analysis *a, const TimeNames *names)
{
    PartsList list = {0};
    const MentionList *mentions = &a->mentions;
    for (uint32_t i = mention_first(mentions, names->timex); i != MENTION_NONE; i = mention_after(mentions, i)) {
        TimeParts parts = when_parts_read(a, names, &a->mentions.items[i]);
        list.items = arena_grow(a->arena, list.items, list.count, &list.cap, sizeof *list.items);
        list.items[list.count++] = parts;
    }
    if (list.count == 0)
        return list;
    qsort(list.items, list.count, sizeof *list.items, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (kept > 0 && list.items[i].first < list.items[kept - 1].last)
            continue;
        list.items[kept++] = list.items[i];
    }
    list.count = kept;
    drop(&list, is_no_time);
    return list;
}

static bool names_full_date(const TimeParts *p)
{
    bool year = parts_have(p, FIELD_YEAR) || parts_have(p, FIELD_SHORT);
    return p->op == OP_DATE &&
           (parts_have(p, FIELD_ISO) || (year && parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY)));
}

static uint32_t start_of(const Analysis *a, const TimeParts *p)
{
    return a->tokens.tokens[p->first].span.start;
}

static bool in_dateline(const Analysis *a, const TimeParts *p)
{
    if (!str_present(a->dateline_place))
        return false;
    size_t place = (size_t)(a->dateline_place.ptr - a->document->text.ptr);
    size_t start = start_of(a, p);
    return start >= place && start < place + DATELINE_BYTES;
}

/* A dateline without a year ("TEHRAN, August 8") takes the publication's. */
static Day dateline_day(const Analysis *a, const PartsList *list, const TimeContext *context)
{
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts *p = &list->items[i];
        if (!in_dateline(a, p) || p->op != OP_DATE || !(parts_have(p, FIELD_DAY) || parts_have(p, FIELD_ISO)))
            continue;
        if (names_full_date(p) || context->anchor.grain != GRAIN_NONE)
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

/* Sets the day that the report counts from. */
static void find_anchor(Analysis *a, const PartsList *list, TimeContext *context)
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
}

/* The year that an expression states; YEAR_UNKNOWN. */
static int year_stated(const TimeParts *p)
{
    if (parts_have(p, FIELD_ISO))
        return time_value_day(p->number[FIELD_ISO]).year;
    return parts_have(p, FIELD_YEAR) ? p->number[FIELD_YEAR] : YEAR_UNKNOWN;
}

/* A history tells of years long gone and hardly says "today" or "on Friday". */
static bool is_history(const PartsList *list, const TimeContext *context)
{
    size_t years = 0; /* old ones */
    size_t bare = 0;  /* dates without a year */
    size_t near = 0;
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts *p = &list->items[i];
        int year = p->op == OP_DATE ? year_stated(p) : YEAR_UNKNOWN;
        if (year != YEAR_UNKNOWN) {
            bool old = p->before_christ || context->anchor.grain == GRAIN_NONE || year + 2 <= context->anchor.year;
            years += old;
            near += !old;
        } else if (p->op == OP_DATE && parts_have(p, FIELD_MONTH) && !parts_have(p, FIELD_WDAY)) {
            bare++;
        } else if (p->op == OP_MOVE || (p->op == OP_DATE && parts_have(p, FIELD_WDAY))) {
            near++;
        }
    }
    return years >= HISTORY_YEARS && years + bare >= HISTORY_DATES && years >= HISTORY_SHARE * near;
}

/* The one token between two expressions is "to", "and", a dash. */
static bool is_range(const Analysis *a, const TimeNames *names, const TimeParts *p, const TimeParts *next)
{
    if (next->first != p->last + 1 || mention_at(&a->mentions, p->last, names->range) == MENTION_NONE)
        return false;
    return p->op == OP_DATE && next->op == OP_DATE;
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

static bool is_hour(const TimeParts *p)
{
    unsigned hours = 1U << (unsigned)FIELD_CLOCK | 1U << (unsigned)FIELD_HOUR;
    return p->op == OP_DATE && (p->known & hours) && !(p->known & ~hours) && !str_present(p->holiday);
}

static void add_time(Analysis *a, const TimeNames *names, const TimeParts *p, const ResolvedTime *found)
{
    TimeMention time = {
        .span = mention_tokens_span(&a->tokens, p->first, p->last),
        .type = found->type,
        .value = found->value,
        .window = found->window,
        .hour = is_hour(p),
    };
    a->times = arena_grow(a->arena, a->times, a->time_count, &a->time_cap, sizeof *a->times);
    a->times[a->time_count] = time;
    (void)mention_add(
        a->arena, &a->mentions,
        (Mention){.first = p->first, .last = p->last, .cls = names->time, .data = (uint32_t)a->time_count});
    a->time_count++;
}

/* The class TPREP's value of the word before: "since Friday" lasts until the report's day. */
static void open_end(const Analysis *a, const TimeNames *names, const TimeParts *p, ResolvedTime *found)
{
    if (found->window.first == DAY_NONE || a->anchor == DAY_NONE ||
        !str_equal(when_preposition(a, names, p->first), STR("since")))
        return;
    if (found->window.first <= a->anchor)
        found->window.last = a->anchor;
}

/* "From 9 p.m. to 11 p.m. on Sunday": the first hour is of the second's day. */
static void share_days(const Analysis *a, const TimeNames *names, PartsList *list)
{
    static const Field DAYS[] = {FIELD_WDAY, FIELD_DEICTIC};
    for (size_t i = 0; i + 1 < list->count; i++) {
        TimeParts *p = &list->items[i];
        const TimeParts *next = &list->items[i + 1];
        if (!is_hour(p) || !is_range(a, names, p, next))
            continue;
        for (size_t f = 0; f < sizeof DAYS / sizeof *DAYS; f++) {
            p->number[DAYS[f]] = next->number[DAYS[f]];
            p->known |= next->known & 1U << (unsigned)DAYS[f];
        }
    }
}

/* "Early May" covers its first third; value and type stay those of the month. */
static void narrow(const Analysis *a, const TimeNames *names, const TimeParts *p, ResolvedTime *found)
{
    int third = window_days(found->window) / 3;
    if (third == 0 || found->point.grain >= GRAIN_DAY)
        return;
    uint32_t word = MENTION_NONE;
    for (uint32_t i = p->first; i < p->last && i <= p->first + 1 && word == MENTION_NONE; i++)
        word = mention_at(&a->mentions, i, names->modifier);
    if (word == MENTION_NONE)
        return;
    Str part = analysis_value(a, &a->mentions.items[word]);
    Window whole = found->window;
    if (str_equal(part, STR("FIRST")) || str_equal(part, STR("MIDDLE")))
        found->window.last = whole.last - (str_equal(part, STR("FIRST")) ? 2 : 1) * third;
    if (str_equal(part, STR("LAST")) || str_equal(part, STR("MIDDLE")))
        found->window.first = whole.first + (str_equal(part, STR("LAST")) ? 2 : 1) * third;
}

/* "This year" as a report tells of it ends with the report's day. */
static void cap_at_anchor(const Analysis *a, const TimeParts *p, Tense tense, ResolvedTime *found)
{
    bool current = p->op == OP_MOVE && p->number[FIELD_N] == 0 && tense != TENSE_FUTURE;
    if (current && a->anchor != DAY_NONE && found->window.first <= a->anchor && found->window.last > a->anchor)
        found->window.last = a->anchor;
}

/* Both ends of a range cover all of it. */
static void join_ranges(const Analysis *a, const TimeNames *names, const PartsList *list)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        Window first = a->times[i].window;
        Window last = a->times[i + 1].window;
        if (!is_range(a, names, &list->items[i], &list->items[i + 1]) || !window_is_known(first) ||
            !window_is_known(last))
            continue;
        bool opened = str_equal(when_preposition(a, names, list->items[i].first), STR("from"));
        uint32_t word = mention_at(&a->mentions, list->items[i].last, names->range);
        bool to = word != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[word]), STR("to"));
        if ((!opened && !to) || first.first > last.last)
            continue;
        a->times[i].window.last = last.last;
        a->times[i + 1].window.first = first.first;
    }
}

/* Does the text go on from here? A bare year inside a sentence is an aside, unless the sentence opens with it, and so is in a
 * history what something of an earlier year is called by ("the August 1912 rising"). "A year earlier" is a look back, "now"
 * leads nowhere. */
static bool is_step(const TimeParts *p, const ResolvedTime *found, const TimeValue *last, bool opens, bool is_name)
{
    bool coarse = found->point.grain <= GRAIN_YEAR;
    bool earlier = is_name && found->point.year < last->year;
    if (last->grain != GRAIN_NONE && !opens && (coarse || earlier))
        return false;
    bool back = p->op != OP_DATE && parts_have(p, FIELD_DIR) && p->number[FIELD_DIR] < 0;
    return !back && found->point.grain != GRAIN_NONE && found->point.year != YEAR_UNKNOWN;
}

static bool has_named_year(const TimeParts *p, const ResolvedTime *found)
{
    return p->op == OP_DATE && found->point.grain != GRAIN_NONE && found->point.year != YEAR_UNKNOWN;
}

/* What no verb speaks of goes on in the tense of the time before it in its sentence: "will open in Sibi on 3 March, in Mach
 * on 4 August". */
static void set_tense(const Analysis *a, const TimeNames *names, const TimeParts *p, uint32_t *told_sentence,
                      TimeContext *context)
{
    bool near = false;
    Tense tense = when_tense(a, names, p->first, p->last, &near);
    uint32_t sentence = a->tokens.tokens[p->first].sentence;
    if (tense == TENSE_NONE && sentence == *told_sentence)
        return;
    context->tense = tense;
    context->tense_is_near = near;
    *told_sentence = sentence;
}

static bool is_quarter_told_of(const Analysis *a, const TimeContext *context, const TimeParts *p,
                               const ResolvedTime *found)
{
    return p->op == OP_DATE && !context->narrative && context->quarter.grain == GRAIN_NONE &&
           found->point.grain == GRAIN_QUARTER && window_is_known(found->window) && found->window.last < a->anchor;
}

static void resolve_all(Analysis *a, const TimeNames *names, const PartsList *list, TimeContext *context)
{
    uint32_t last_sentence = 0;
    uint32_t year_sentence = 0;
    uint32_t tense_sentence = UINT32_MAX;
    context->sentence_year = YEAR_UNKNOWN;
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts *p = &list->items[i];
        uint32_t sentence = a->tokens.tokens[p->first].sentence;
        if (sentence != year_sentence)
            context->sentence_year = YEAR_UNKNOWN;
        context->last_is_near = context->last.grain != GRAIN_NONE && sentence <= last_sentence + 1;
        set_tense(a, names, p, &tense_sentence, context);
        context->inside = when_is_inside(a, names, p->first);
        context->apposed = i > 0 && p->first <= list->items[i - 1].last + 1;
        ResolvedTime found = when_resolve(a->arena, p, context);
        when_calendar_check(a, p, found.point);
        narrow(a, names, p, &found);
        cap_at_anchor(a, p, context->tense, &found);
        open_end(a, names, p, &found);
        add_time(a, names, p, &found);
        if (p->op == OP_DATE && parts_have(p, FIELD_YEAR) && found.point.grain >= GRAIN_MONTH) {
            context->sentence_year = found.point.year;
            year_sentence = sentence;
        }
        if (has_named_year(p, &found))
            context->named = found.point;
        if (is_quarter_told_of(a, context, p, &found))
            context->quarter = found.point;
        bool opens = p->first <= a->tokens.sentences[sentence].first + 1;
        bool is_name = context->narrative && !str_present(when_preposition(a, names, p->first));
        if (is_step(p, &found, &context->last, opens, is_name)) {
            context->last = found.point;
            last_sentence = sentence;
        }
    }
}

/* A report that says nowhere when it was written was written on the last day that it names soon after its first one, or
 * later. */
static void move_guess(Analysis *a)
{
    enum { NEWS_DAYS = 30 };
    Day limit = a->anchor == DAY_NONE ? DAY_NONE : a->anchor + NEWS_DAYS;
    for (size_t i = 0; limit != DAY_NONE && i < a->time_count; i++) {
        Window days = a->times[i].window;
        if (days.first == days.last && days.last > a->anchor && days.last <= limit)
            a->anchor = days.last;
    }
}

void when_find(Analysis *a)
{
    when_shape_find(a);
    rules_run(a->language->rules, "time", &a->tokens, a->arena, &a->mentions);
    const TimeNames *names = a->language->time_names;
    PartsList list = collect(a, names);
    TimeContext context = {.anchor = time_value_none(),
                           .last = time_value_none(),
                           .named = time_value_none(),
                           .quarter = time_value_none()};
    share_years(a, names, &list);
    share_days(a, names, &list);
    find_anchor(a, &list, &context);
    bool history = is_history(&list, &context);
    context.narrative = history || context.anchor.grain == GRAIN_NONE;
    if (!history)
        drop(&list, is_of_history);
    resolve_all(a, names, &list, &context);
    if (context.guessed)
        move_guess(a);
    join_ranges(a, names, &list);
}
