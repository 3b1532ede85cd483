/*
 * The stage of days: rules find expressions of time, this file orders them, finds the day they
 * count from, and has each one resolved in the light of those before it.
 */
#include "extract/analysis/analysis.h"
#include "extract/when/when_anchor.h"
#include "extract/when/when_calendar.h"
#include "extract/when/when_entry.h"
#include "extract/when/when_holiday.h"
#include "extract/when/when_range.h"
#include "extract/when/when_resolve.h"
#include "extract/when/when_said.h"
#include "extract/when/when_shape.h"
#include "extract/when/when_tense.h"

#include <stdlib.h>

enum {
    HISTORY_YEARS = 5, /* a text with fewer old years, or fewer dates of the past, is a report */
    HISTORY_DATES = 15,
    HISTORY_SHARE = 4, /* old dates for one that counts from today */
};

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

/* Whether the expression's sentence tells of people hurt or of an attack. */
static bool is_beside_harm(const Analysis *a, const TimeNames *names, const TimeParts *p)
{
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[p->first].sentence];
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        if (mention_may_begin_any(&a->mentions, t, &names->verb_harm))
            return true;
    }
    return false;
}

/* "The day after the raid": a history counts it from the day just told of; of a report it says how much later something was. */
static void read_day_beside(const Analysis *a, const TimeNames *names, PartsList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        TimeParts *p = &list->items[i];
        if (!p->of_history || p->op != OP_CHAIN || p->unit != GRAIN_DAY || !parts_have(p, FIELD_N) ||
            !is_beside_harm(a, names, p))
            continue;
        *p = (TimeParts){.first = p->first,
                         .last = p->last,
                         .op = OP_SPAN,
                         .unit = GRAIN_DAY,
                         .known = 1U << (unsigned)FIELD_N | 1U << (unsigned)FIELD_DIR,
                         .past = true};
        p->number[FIELD_N] = 1;
        p->number[FIELD_DIR] = 1;
    }
}

/* The day on which a page was printed, over it or under it. */
static bool is_at_edge(const Analysis *a, const TimeParts *p)
{
    return a->edges && a->edges[a->tokens.sentences[a->tokens.tokens[p->first].sentence].block];
}

/* In text order, the longer of two that overlap. */
static PartsList collect(Analysis *a, const TimeNames *names)
{
    PartsList list = {0};
    const MentionList *mentions = &a->mentions;
    for (uint32_t i = mention_first(mentions, names->timex); i != MENTION_NONE; i = mention_after(mentions, i)) {
        TimeParts parts = when_parts_read(a, names, &a->mentions.items[i]);
        list.items = arena_grow(a->scratch, list.items, list.count, &list.cap, sizeof *list.items);
        list.items[list.count++] = parts;
    }
    if (list.count == 0)
        return list;
    qsort(list.items, list.count, sizeof *list.items, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++) {
        if ((kept > 0 && list.items[i].first < list.items[kept - 1].last) || is_at_edge(a, &list.items[i]))
            continue;
        list.items[kept++] = list.items[i];
    }
    list.count = kept;
    drop(&list, is_no_time);
    return list;
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

/* "Since the raid on Friday": where the first word ends that leads to the expression with what happened then between them; 0. */
static uint32_t since_event(const Analysis *a, const TimeNames *names, const TimeParts *p)
{
    enum { EVENT_TOKENS = 9 };
    uint32_t start = a->tokens.sentences[a->tokens.tokens[p->first].sentence].first;
    for (uint32_t i = p->first; i > start && p->first - i < EVENT_TOKENS; i--) {
        if (str_equal(when_preposition(a, names, i), STR("since")))
            return a->tokens.tokens[i - 1].span.end;
        if ((a->tokens.tokens[i - 1].flags & TOKEN_PUNCT) ||
            mention_over(&a->mentions, i - 1, names->time, EVENT_TOKENS) != MENTION_NONE)
            break;
    }
    return 0;
}

/* "At 3 p.m.", "in the morning", of no day named just before. */
static bool tells_no_day(const TimeParts *p, const TimeContext *context)
{
    bool bare = p->op == OP_DATE && p->known == 0 && str_present(p->part) && !str_present(p->holiday);
    bool told = context->last.grain >= GRAIN_DAY && (context->narrative || context->last_is_near);
    return (bare || parts_are_hour(p)) && !told;
}

/* The report's own day is only guessed. */
static bool is_dayless(const TimeParts *p, const TimeContext *context, const ResolvedTime *found)
{
    return tells_no_day(p, context) && time_value_exact_day(found->point) == time_value_exact_day(context->anchor);
}

static void add_time(Analysis *a, const TimeNames *names, const TimeParts *p, const TimeContext *context,
                     const ResolvedTime *found, TimeUse use)
{
    TimeMention time = {
        .span = mention_tokens_span(&a->tokens, p->first, p->last),
        .type = found->type,
        .value = found->value,
        .window = found->window,
        .hour = parts_are_hour(p),
        .dayless = is_dayless(p, context, found),
        .use = use,
        .since = window_is_known(found->window) ? since_event(a, names, p) : 0,
    };
    a->times = arena_grow(a->arena, a->times, a->time_count, &a->time_cap, sizeof *a->times);
    a->times[a->time_count] = time;
    (void)mention_add(
        a->scratch, &a->mentions,
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

/* "Overnight" began the evening before, or will; "at night", told in the morning, went on until then. */
static void open_night(const TimeParts *p, const TimeContext *context, ResolvedTime *found)
{
    const Tense tense = context->verb.tense;
    Day day = time_value_exact_day(found->point);
    if (str_equal(p->part, STR("NI")) && tells_no_day(p, context) && day != DAY_NONE &&
        day + 1 == time_value_exact_day(context->anchor)) {
        found->window.last = day + 1;
        return;
    }
    if (!p->past || p->unit == GRAIN_WEEKEND || !str_present(p->part) || !window_is_known(found->window))
        return;
    if (tense == TENSE_FUTURE && p->op == OP_MOVE)
        found->window.last++;
    else
        found->window.first--;
}

/* "Early May": what part of the whole the words say that stand at its beginning; "" where none stand there. */
static Str part_told(const Analysis *a, const TimeNames *names, const TimeParts *p)
{
    uint32_t word = MENTION_NONE;
    for (uint32_t i = p->first; i < p->last && i <= p->first + 1 && word == MENTION_NONE; i++)
        word = mention_at(&a->mentions, i, names->modifier);
    return word == MENTION_NONE ? STR_NONE : analysis_value(a, &a->mentions.items[word]);
}

/* "Early May" covers its first third, "the first half of May" half of it; value and type stay those of the month. */
static void narrow(const Analysis *a, const TimeNames *names, const TimeParts *p, ResolvedTime *found)
{
    enum { HALF_A_MONTH = 15 };
    if (parts_have(p, FIELD_HALF_YEAR) && found->point.grain == GRAIN_MONTH && window_is_known(found->window)) {
        Day middle = found->window.first + HALF_A_MONTH;
        *(p->number[FIELD_HALF_YEAR] == 1 ? &found->window.last : &found->window.first) =
            p->number[FIELD_HALF_YEAR] == 1 ? middle - 1 : middle;
        return;
    }
    int third = window_days(found->window) / 3;
    if (third == 0 || (found->point.grain >= GRAIN_DAY && !str_present(p->holiday)))
        return;
    Str part = part_told(a, names, p);
    Window whole = found->window;
    if (str_equal(part, STR("FIRST")) || str_equal(part, STR("MIDDLE")))
        found->window.last = whole.last - (str_equal(part, STR("FIRST")) ? 2 : 1) * third;
    if (str_equal(part, STR("LAST")) || str_equal(part, STR("MIDDLE")))
        found->window.first = whole.first + (str_equal(part, STR("LAST")) ? 2 : 1) * third;
}

/* Whether words that mean the day before lead to the expression: "the eve of 18 May", "on the eve of the May 18 vote", "on the eve of
 * the vote on 18 May". */
static bool is_eve(const Analysis *a, const TimeNames *names, const TimeParts *p)
{
    enum { EVENT_TOKENS = 4, WORDS = 3 };
    if (str_equal(part_told(a, names, p), STR("EVE")))
        return true;
    uint32_t lead = when_preposition_first(a, names, p->first);
    uint32_t start = a->tokens.sentences[a->tokens.tokens[p->first].sentence].first;
    uint32_t reach = lead == p->first ? 1 : EVENT_TOKENS; /* "the May 18 vote" */
    for (uint32_t i = lead; i > start && lead - i <= reach && !(a->tokens.tokens[i - 1].flags & TOKEN_PUNCT); i--) {
        uint32_t word = mention_over(&a->mentions, i - 1, names->modifier, WORDS);
        if (word != MENTION_NONE)
            return a->mentions.items[word].last == i &&
                   str_equal(analysis_value(a, &a->mentions.items[word]), STR("EVE"));
    }
    return false;
}

/* The day before the first; of a feast that the moon decides as many days in doubt. */
static void step_back(const Analysis *a, const TimeNames *names, const TimeParts *p, ResolvedTime *found)
{
    if (!window_is_known(found->window) || p->op != OP_DATE || !is_eve(a, names, p))
        return;
    Window first = str_present(p->holiday) ? holiday_window(p->holiday, time_value_exact_day(found->point), 1)
                                           : (Window){found->window.first, found->window.first};
    found->window = (Window){first.first - 1, first.last - 1};
}

/* "This year", "during Ramadan" as a report tells of it ends with the report's day. */
static void cap_at_anchor(const Analysis *a, const TimeParts *p, Tense tense, ResolvedTime *found)
{
    bool current = (p->op == OP_MOVE && p->number[FIELD_N] == 0) || str_present(p->holiday);
    if (current && tense != TENSE_FUTURE && a->anchor != DAY_NONE && found->window.first <= a->anchor &&
        found->window.last > a->anchor)
        found->window.last = a->anchor;
}

/* At the beginning or the end of its sentence: not "after a quarrel some days earlier he shot two". */
static bool is_at_end(const Analysis *a, const TimeParts *p)
{
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[p->first].sentence];
    return p->first == sentence->first || p->last + 1 >= sentence->last;
}

/* "Some days ago", "some days earlier", "in recent weeks", "on the eve of the feast", "that day" behind a month: not the report's own day. */
static bool is_unplaced(const Analysis *a, const TimeParts *p, const ResolvedTime *found)
{
    if (window_is_known(found->window) || p->unit >= GRAIN_HOUR)
        return false;
    bool ago = (p->op == OP_MOVE || (p->op == OP_CHAIN && is_at_end(a, p))) && p->number[FIELD_DIR] < 0;
    bool lately = p->op == OP_SPAN && parts_have(p, FIELD_REL) && p->number[FIELD_REL] < 0;
    bool some_day = p->op == OP_CHAIN && found->point.grain == GRAIN_DAY;
    return ago || lately || some_day || (p->op == OP_REF && p->past);
}

static TimeUse use_of(const Analysis *a, const TimeNames *names, const PartsList *list, size_t i,
                      const TimeContext *context, const ResolvedTime *found)
{
    const TimeParts *p = &list->items[i];
    if (is_unplaced(a, p, found))
        return TIME_UNPLACED;
    bool owner = mention_at(&a->mentions, p->last, analysis_class(a, "POSSESSIVE")) !=
                 MENTION_NONE; /* "killed by Monday's raid" */
    Str preposition = when_preposition(a, names, p->first);
    bool by = str_equal(preposition, STR("by")) || str_equal(preposition, STR("as of"));
    if (context->verb.tense == TENSE_PAST && !owner && by)
        return TIME_OF_COUNT;
    return when_anchor_use(a, list, i);
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
    TenseSign verb = when_tense(a, names, p->first, p->last);
    uint32_t sentence = a->tokens.tokens[p->first].sentence;
    if (verb.tense == TENSE_NONE && sentence == *told_sentence) {
        if (context->verb.tense == TENSE_PAST) /* "the raid on 22 March barred him from the 27 May vote" */
            context->verb = (TenseSign){.tense = TENSE_PAST};
        return;
    }
    context->verb = verb;
    *told_sentence = sentence;
}

static bool is_quarter_told_of(const Analysis *a, const TimeContext *context, const TimeParts *p,
                               const ResolvedTime *found)
{
    return p->op == OP_DATE && !context->narrative && context->quarter.grain == GRAIN_NONE &&
           found->point.grain == GRAIN_QUARTER && window_is_known(found->window) && found->window.last < a->anchor;
}

/* A day of the year that the sentences before tell of. */
static bool is_of_told_year(const TimeContext *context, const ResolvedTime *found)
{
    return context->told.grain != GRAIN_NONE && found->point.grain == GRAIN_DAY &&
           found->point.year >= context->told.year && found->point.year < context->anchor.year;
}

/* "In 1890 …", "on 3 May 2024 …": does a report's sentence tell of the time? One with "since" or "until" tells of more, a year inside the sentence
 * only says when something else was. */
static bool is_told_of(const Analysis *a, const TimeNames *names, const TimeContext *context, const TimeParts *p,
                       const ResolvedTime *found)
{
    bool stated = p->op == OP_DATE && (parts_have(p, FIELD_YEAR) || parts_have(p, FIELD_ISO));
    if (context->narrative || is_of_told_year(context, found))
        return !context->narrative;
    if (!stated || found->point.grain < GRAIN_YEAR || found->point.year == YEAR_UNKNOWN)
        return false;
    Str preposition = when_preposition(a, names, p->first);
    uint32_t start = a->tokens.sentences[a->tokens.tokens[p->first].sentence].first;
    bool opens = when_preposition_first(a, names, p->first) <= start;
    return str_equal(preposition, STR("on")) || (opens && str_equal(preposition, STR("in")));
}

/* The sentences in which the context's times were named. */
typedef struct {
    uint32_t last;
    uint32_t year;
    uint32_t tense;
    uint32_t told;
} ToldIn;

/* What was named too far back says nothing of a sentence. */
static void forget(TimeContext *context, const ToldIn *in, uint32_t sentence)
{
    if (sentence != in->year)
        context->sentence_year = YEAR_UNKNOWN;
    if (sentence > in->told + 1)
        context->told = time_value_none();
    context->last_is_near = context->last.grain != GRAIN_NONE && sentence <= in->last + 1;
}

/* What the expression tells of those behind it. */
static void remember(const Analysis *a, const TimeNames *names, const TimeParts *p, const ResolvedTime *found,
                     TimeContext *context, ToldIn *in)
{
    uint32_t sentence = a->tokens.tokens[p->first].sentence;
    if (p->op == OP_DATE && parts_have(p, FIELD_YEAR) && found->point.grain >= GRAIN_MONTH) {
        context->sentence_year = found->point.year;
        in->year = sentence;
    }
    if (is_told_of(a, names, context, p, found)) {
        context->told = found->point;
        in->told = sentence;
    }
    if (has_named_year(p, found))
        context->named = found->point;
    if (is_quarter_told_of(a, context, p, found))
        context->quarter = found->point;
    bool opens = p->first <= a->tokens.sentences[sentence].first + 1;
    bool is_name = context->narrative && !str_present(when_preposition(a, names, p->first));
    if (is_step(p, found, &context->last, opens, is_name)) {
        context->last = found->point;
        in->last = sentence;
    }
}

/* Counted from the day that its sentence tells of it, if it does. */
static ResolvedTime resolve_from(Analysis *a, const PartsList *list, size_t i, const TimeParts *p, TimeContext context)
{
    TimeValue said = when_said_day(a, list, i, &context);
    if (said.grain != GRAIN_NONE)
        *(p->op == OP_CHAIN ? &context.last : &context.anchor) = said;
    return when_resolve(a->arena, p, &context);
}

static void resolve_all(Analysis *a, const TimeNames *names, const PartsList *list, TimeContext *context)
{
    ToldIn in = {.tense = UINT32_MAX};
    context->sentence_year = YEAR_UNKNOWN;
    PostDays posts = when_anchor_posts(a, list, context);
    EntryYear entry_year = {.year = YEAR_UNKNOWN};
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts dated = when_entry_dated(a, &list->items[i], &entry_year);
        const TimeParts *p = &dated;
        when_anchor_post(a, p, &posts, context);
        forget(context, &in, a->tokens.tokens[p->first].sentence);
        set_tense(a, names, p, &in.tense, context);
        context->inside = when_is_inside(a, names, p->first);
        context->apposed = i > 0 && p->first <= list->items[i - 1].last + 1;
        ResolvedTime found = resolve_from(a, list, i, p, *context);
        when_calendar_check(a, p, found.point);
        narrow(a, names, p, &found);
        step_back(a, names, p, &found);
        cap_at_anchor(a, p, context->verb.tense, &found);
        open_end(a, names, p, &found);
        open_night(p, context, &found);
        TimeUse use = use_of(a, names, list, i, context, &found);
        add_time(a, names, p, context, &found, use);
        if (use == TIME_OF_POST && !parts_are_hour(p))
            context->anchor = found.point;
        remember(a, names, p, &found, context, &in);
    }
}

void when_find(Analysis *a)
{
    when_shape_find(a);
    rules_run(a->language->rules, "time", &a->tokens, a->scratch, &a->mentions);
    const TimeNames *names = a->language->time_names;
    PartsList list = collect(a, names);
    TimeContext context = {.anchor = time_value_none(),
                           .last = time_value_none(),
                           .named = time_value_none(),
                           .told = time_value_none(),
                           .quarter = time_value_none()};
    when_range_share(a, names, &list);
    when_entry_mark(a, &list);
    when_anchor_find(a, &list, &context);
    bool history = is_history(&list, &context);
    context.narrative = history || context.anchor.grain == GRAIN_NONE;
    if (!history) {
        read_day_beside(a, names, &list);
        drop(&list, is_of_history);
    }
    resolve_all(a, names, &list, &context);
    when_anchor_move(a, context.guessed);
    when_range_join(a, names, &list);
}
