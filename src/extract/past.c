#include "extract/past.h"

#include "extract/genre.h"

bool past_in_lead(const Analysis *a, uint32_t sentence)
{
    return sentence < PAST_LEAD || document_in_headline(a->document, a->tokens.sentences[sentence].span);
}

void past_mark(Analysis *a)
{
    rules_run(a->language->rules, "past", &a->tokens, a->arena, &a->mentions);
    a->unreal = genre_is_no_report(a);
}

enum {
    OLD_DAYS = 30, /* a day so long before the report is of an older incident */
    OWN_DAYS = 8,  /* and a day so close to it is of the report's own */
};

static bool has_mark(const Analysis *a, const Sentence *s, const char *name)
{
    uint16_t cls = analysis_class(a, name);
    return mention_may_be_in(&a->mentions, (uint32_t)(s - a->tokens.sentences), cls);
}

/* A TIMEX3 duration of a month or more: "P10Y", "P3M", "PXY". */
static bool is_long(Str value)
{
    enum { LONG_DAYS = 25 };
    if (value.len < 3 || value.ptr[0] != 'P' || value.ptr[1] == 'T')
        return false;
    char unit = value.ptr[value.len - 1];
    int64_t n = 0;
    bool days = unit == 'D' && str_number(str_slice(value, 1, value.len - 1), &n) && n >= LONG_DAYS;
    return unit == 'Y' || unit == 'M' || days || (value.len > 3 && unit == 'E'); /* a decade: "P1DE" */
}

bool past_spans_months(const Analysis *a, uint32_t sentence)
{
    enum { CAMPAIGN_DAYS = 25 };
    const Sentence *s = &a->tokens.sentences[sentence];
    for (size_t i = analysis_first_time(a, s->span.start); analysis_time_before(a, i, s->span.end); i++) {
        const TimeMention *time = &a->times[i];
        if (!span_holds(s->span, time->span))
            continue;
        bool wide = window_is_known(time->window) && window_days(time->window) >= CAMPAIGN_DAYS;
        if (wide || (str_equal(time->type, STR("DURATION")) && is_long(time->value)))
            return true;
    }
    return false;
}

bool past_is_of_a_war(const Analysis *a, uint32_t sentence)
{
    return past_spans_months(a, sentence) || has_mark(a, &a->tokens.sentences[sentence], "WAR_MARK");
}

/* What the days of a sentence say of when it tells. */
typedef enum { TIMELESS, OWN_TIME, OLD_TIME, LONG_AGO } Told;

static Told time_told(const Analysis *a, uint32_t sentence)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    Told told = TIMELESS;
    if (a->anchor == DAY_NONE)
        return TIMELESS;
    for (size_t i = analysis_first_time(a, s->span.start); analysis_time_before(a, i, s->span.end); i++) {
        const TimeMention *time = &a->times[i];
        if (!span_holds(s->span, time->span) || !window_is_known(time->window) || str_equal(time->type, STR("SET")))
            continue;
        if (time->window.last >= a->anchor - OWN_DAYS && time->window.first >= a->anchor - OLD_DAYS)
            return OWN_TIME;
        bool old = time->window.last < a->anchor - OLD_DAYS && !analysis_stands_in(a, "RECORD_SINCE", time->span);
        if (old && told != LONG_AGO)
            told = past_is_long_ago(a, time->window) ? LONG_AGO : OLD_TIME;
    }
    return told;
}

/* "In 2015 a bomb went off here. Two guards were hurt.": a sentence without days of its own, behind an old one of its paragraph. */
static bool goes_on(const Analysis *a, uint32_t sentence)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    return s->block == s[-1].block && !past_in_lead(a, sentence - 1) && time_told(a, sentence - 1) == LONG_AGO;
}

/* The token that begins the line of another. */
static uint32_t line_start(const Analysis *a, uint32_t token)
{
    while (token > 0 && !(a->tokens.tokens[token].flags & TOKEN_LINE_START))
        token--;
    return token;
}

/* A line of a mail's or post's answer that repeats what it answers: "> Five died." A figure right behind the sign is more than so
 * many, but for lines that go on with a quoted one. */
static bool is_repeated(const Analysis *a, uint32_t sentence)
{
    if (!a->may_repeat)
        return false;
    uint32_t line = line_start(a, a->tokens.sentences[sentence].first);
    while (str_equal(span_text(a->tokens.text, a->tokens.tokens[line].span), STR(">"))) {
        if (line + 1 == a->tokens.count || !(a->tokens.tokens[line + 1].flags & TOKEN_NUMBER))
            return true;
        if (line == 0)
            return false;
        line = line_start(a, line - 1);
    }
    return false;
}

bool past_is_told(const Analysis *a, uint32_t sentence)
{
    if (is_repeated(a, sentence))
        return true;
    if (past_in_lead(a, sentence))
        return false;
    Told told = time_told(a, sentence);
    bool marked = has_mark(a, &a->tokens.sentences[sentence], "PAST_MARK");
    return told == OLD_TIME || told == LONG_AGO || (told == TIMELESS && (marked || goes_on(a, sentence)));
}

bool past_is_vague(const Analysis *a, Span time)
{
    uint16_t cls = analysis_class(a, "PAST_MARK");
    if (span_is_empty(time) || cls == 0 || !mention_may_be(&a->mentions, cls))
        return false;
    uint32_t last = analysis_token(a, time.end - 1) + 1;
    return mention_within(&a->mentions, analysis_token(a, time.start), last, cls) != MENTION_NONE;
}

/* The mark of the class that holds the token and begins in its sentence; NULL where none does. */
static const Mention *mark_over(const Analysis *a, uint32_t token, const char *name)
{
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, token)];
    uint16_t cls = analysis_class(a, name);
    uint32_t m = cls == 0 ? MENTION_NONE : mention_over(&a->mentions, token, cls, token - s->first);
    return m == MENTION_NONE ? NULL : &a->mentions.items[m];
}

static bool stands_in_mark(const Analysis *a, uint32_t token, const char *name)
{
    return mark_over(a, token, name) != NULL;
}

Span past_untrue(const Analysis *a, uint32_t token)
{
    const Mention *mark = mark_over(a, token, "UNTRUE");
    return mark && !str_equal(analysis_value(a, mark), STR("back"))
               ? mention_tokens_span(&a->tokens, mark->first, mark->last)
               : (Span){0, 0};
}

Span past_untrue_behind(const Analysis *a, uint32_t sentence)
{
    uint16_t cls = analysis_class(a, "UNTRUE");
    if (sentence + 1 >= a->tokens.sentence_count || !mention_may_be_in(&a->mentions, sentence + 1, cls))
        return (Span){0, 0};
    const Sentence *next = &a->tokens.sentences[sentence + 1];
    for (uint32_t t = next->first; t < next->last; t++) {
        uint32_t m = mention_at(&a->mentions, t, cls);
        if (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("back")))
            return mention_tokens_span(&a->tokens, a->mentions.items[m].first, a->mentions.items[m].last);
    }
    return (Span){0, 0};
}

bool past_is_instead(const Analysis *a, uint32_t token)
{
    return stands_in_mark(a, token, "INSTEAD");
}

bool past_is_former(const Analysis *a, uint32_t token)
{
    return stands_in_mark(a, token, "FORMER");
}

bool past_is_unreal(const Analysis *a, uint32_t token)
{
    return a->unreal || stands_in_mark(a, token, "UNREAL");
}

bool past_tells_unreal(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t cls = analysis_class(a, "UNREAL");
    if (a->unreal || cls == 0 || !mention_may_be_in(&a->mentions, analysis_sentence(a, first), cls))
        return a->unreal;
    uint32_t i = mention_within(&a->mentions, first, last, cls);
    while (i != MENTION_NONE &&
           (a->mentions.items[i].last > last || !str_equal(analysis_value(a, &a->mentions.items[i]), STR("words"))))
        i = mention_within_after(&a->mentions, i, last);
    return i != MENTION_NONE || past_is_unreal(a, last - 1);
}

static bool comma_between(const Analysis *a, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        Str text = span_text(a->tokens.text, a->tokens.tokens[t].span);
        if (text.len == 1 && text.ptr[0] == ',')
            return true;
    }
    return false;
}

/* "It followed raids in Goma. The raids killed six": of several that one attack followed. "The war has killed 600. On the other side, 50
 * have died": of the war. */
static bool goes_on_with_cause(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    if (sentence == 0)
        return false;
    if (str_equal(analysis_value(a, mark), STR("war")))
        return time_told(a, sentence) == TIMELESS && past_spans_months(a, sentence - 1) &&
               has_mark(a, &a->tokens.sentences[sentence - 1], "COUNT");
    const Sentence *before = &a->tokens.sentences[sentence - 1];
    return analysis_tells_value(a, before->first, before->last, "CAUSE_MARK", "single");
}

/* The mark that makes the token part of what the event answered, followed or commemorated; NULL where none does. */
static const Mention *cause_mark(const Analysis *a, uint32_t token)
{
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, token)];
    uint16_t cls = analysis_class(a, "CAUSE_MARK");
    if (cls == 0 || !mention_may_be(&a->mentions, cls))
        return NULL;
    for (uint32_t t = s->first; t < token; t++) {
        uint32_t m = mention_at(&a->mentions, t, cls);
        const Mention *mark = m == MENTION_NONE ? NULL : &a->mentions.items[m];
        if (!mark || mark->last > token)
            continue;
        Str value = analysis_value(a, mark);
        bool on = str_equal(value, STR("on")) || str_equal(value, STR("war"));
        bool sentence = str_equal(value, STR("sentence")) || str_equal(value, STR("single"));
        if (on ? goes_on_with_cause(a, mark, analysis_sentence(a, token))
               : sentence || !comma_between(a, mark->last, token))
            return mark;
    }
    return NULL;
}

bool past_is_cause(const Analysis *a, uint32_t token)
{
    return cause_mark(a, token) != NULL;
}

bool past_is_years_ago(const Analysis *a, uint32_t token)
{
    const Mention *mark = cause_mark(a, token);
    return mark && str_equal(analysis_value(a, mark), STR("years"));
}

bool past_is_long_ago(const Analysis *a, Window window)
{
    return window_is_long_past(window, a->anchor);
}

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->count_form != COUNT_WORD &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

static bool is_in_lead(const Analysis *a, const Claim *claim)
{
    size_t last = a->tokens.sentence_count;
    if (last > PAST_LEAD)
        last = PAST_LEAD;
    return last > 0 && claim->evidence.start < a->tokens.sentences[last - 1].span.end;
}

/* What the report opens with speaks of violence, a crime or somebody held for one: of that the past may be. */
static bool opening_speaks_of_harm(const Analysis *a)
{
    static const char *const MARKS[] = {"AFTERMATH", "EVENT_NOUN", "EVENT_PLURAL", "EVENT_PAST",
                                        "HARM_NOUN", "HARM_PP",    "HARM_INTRANS", "HARM_ACT"};
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++) {
        for (size_t i = 0; past_in_lead(a, s) && i < sizeof MARKS / sizeof *MARKS; i++)
            if (has_mark(a, &a->tokens.sentences[s], MARKS[i]))
                return true;
    }
    return false;
}

/* "98 deaths last month, 31 of them children": parts are of their whole's event. */
static void parts_follow(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *part = &a->claims[i];
        part->background = part->background || (part->part_of >= 0 && a->claims[part->part_of].background);
    }
}

/* A report whose figures all lie in the past, or that opens with one that does while no other has a day of its own, is
 * about that past: a trial, an arrest, an anniversary, a late discovery. */
/* The figure that is told last before the sentence, where all that are told before are of days long ago; else NULL. */
static const Claim *told_long_ago(const Analysis *a, Span sentence)
{
    const Claim *last = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_figure(claim) || claim->sentence.end > sentence.start)
            continue;
        if (!claim_states_days(claim) || !past_is_long_ago(a, claim->window))
            return NULL;
        last = !last || claim->sentence.start > last->sentence.start ? claim : last;
    }
    return last;
}

/* The long past day or year with which the report opens ("On this day in 1968, troops ..."), where what follows up to the sentence names
 * no time; NULL where there is none. */
static const TimeMention *opening_time(const Analysis *a, uint32_t number)
{
    enum { OPENS_WITHIN = 5 };
    const Sentence *first = a->tokens.sentences;
    for (uint32_t s = 1; s < number; s++)
        if (time_told(a, s) != TIMELESS)
            return NULL;
    size_t i = analysis_first_time(a, first->span.start);
    if (time_told(a, 0) != LONG_AGO || !analysis_time_before(a, i, first->span.end))
        return NULL;
    const TimeMention *time = &a->times[i];
    bool opens = analysis_token(a, time->span.start) == first->first ||
                 (mention_at(&a->mentions, first->first, analysis_class(a, "PREPOSITION")) != MENTION_NONE &&
                  analysis_token(a, time->span.end) <= first->first + OPENS_WITHIN);
    return opens && window_is_known(time->window) && past_is_long_ago(a, time->window) ? time : NULL;
}

/* "Three died in March 2021. Eleven were hurt.": the next sentence goes on with it. */
static void days_go_on(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
        if (!is_figure(claim) || claim_states_days(claim) || number == 0 || number >= PAST_LEAD)
            continue;
        const Claim *before = told_long_ago(a, claim->sentence);
        const TimeMention *time = before || a->anchor == DAY_NONE ? NULL : opening_time(a, number);
        if (time) {
            claim->window = time->window;
            claim->window_span = time->span;
        }
        if (!before || before->sentence.start != a->tokens.sentences[number - 1].span.start)
            continue;
        claim->window = before->window;
        claim->window_span = before->window_span;
        claim->background = claim->background || before->background;
    }
}

/* Of a figure that the sentence before tells of weeks or more, and that is background, it may be a part. */
static bool follows_a_campaign(const Analysis *a, const Claim *claim, uint32_t number)
{
    enum { CAMPAIGN_DAYS = 25 };
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *before = &a->claims[i];
        if (is_figure(before) && before->background && before->outcome == claim->outcome &&
            before->count.low >= claim->count.low && window_days(before->window) >= CAMPAIGN_DAYS &&
            before->sentence.start == a->tokens.sentences[number - 1].span.start)
            return true;
    }
    return false;
}

/* Does the report tell as many of its own event, before or behind? */
static bool tells_as_many(const Analysis *a, const Claim *claim)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (own != claim && is_figure(own) && !own->background && own->outcome == claim->outcome &&
            own->count.low >= claim->count.low)
            return true;
    }
    return false;
}

/* "Some 1,900 were killed last year. The rebels killed 900.": of that year too, where the report tells fewer of its own event. */
static void campaigns_go_on(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!is_figure(claim) || claim->background || claim_states_days(claim))
            continue;
        uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
        if (number >= PAST_LEAD && !document_in_headline(a->document, claim->sentence) &&
            a->tokens.sentences[number].block == a->tokens.sentences[number - 1].block &&
            follows_a_campaign(a, claim, number) && !tells_as_many(a, claim))
            claim->background = claim->campaign = true;
    }
}

/* Is the figure told as what something came weeks after, so that its day is not known? */
static bool is_lapsed(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, claim->sentence.start))];
    return !window_is_known(claim->window) &&
           analysis_tells_value(a, s->first, analysis_token(a, claim->evidence.start), "LAPSE", "after");
}

/* Does the report open with as many others, several at least? Of whom it tells one by one the others may be some. */
static bool opens_with_as_many(const Analysis *a, const Claim *claim)
{
    enum { SEVERAL = 3 };
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (is_figure(own) && own->sentence.start < claim->sentence.start && !own->background && !is_lapsed(a, own) &&
            own->outcome == claim->outcome && own->part_of < 0 && own->count.low >= SEVERAL &&
            2 * own->count.low >= claim->count.low && own->count.low != claim->count.low)
            return true;
    }
    return false;
}

/* "Gunmen killed 51 people in Bama ... The town mourned two weeks after 52 people of Konduga were killed.": others. */
static void lapses_are_old(Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "LAPSE")))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (is_figure(claim) && !claim->background && is_lapsed(a, claim) && opens_with_as_many(a, claim))
            claim->background = true;
    }
}

void past_lift(Analysis *a)
{
    lapses_are_old(a);
    parts_follow(a);
    days_go_on(a);
    campaigns_go_on(a);
    const Claim *first = NULL;
    bool recent = false;
    bool all = true;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_figure(claim))
            continue;
        all = all && claim->background;
        recent = recent || (!claim->background && !span_is_empty(claim->window_span));
        if (!first || claim->evidence.start < first->evidence.start)
            first = claim;
    }
    bool opens = first && !recent && first->background && !first->aside && is_in_lead(a, first);
    bool lift = opens || (all && first && (is_in_lead(a, first) || opening_speaks_of_harm(a)));
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        claim->background = lift ? claim->aside || claim->elsewhere : claim->background;
        if (claim->background && span_is_empty(claim->window_span)) /* the report's own day is not that of the past */
            claim->window = WINDOW_NONE;
    }
}

/* Does the report tell the figure anew, after what the speaker had said earlier? */
static bool is_renewed(const Claim *former, const Claim *now)
{
    if (now->former || now->background || now->part_of >= 0 || now->outcome != former->outcome || !is_figure(now) ||
        now->stance != former->stance)
        return false;
    bool own = former->attribution && now->attribution && str_present(former->attribution->speaker) &&
               str_equal(former->attribution->speaker, now->attribution->speaker);
    bool nobody = !former->attribution || !str_present(former->attribution->speaker); /* "a first estimate" */
    return own || nobody || !now->attribution || now->count.low >= former->count.low;
}

void past_settle_former(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool renewed = false;
        for (size_t k = 0; k < a->claim_count && claim->former && !renewed; k++)
            renewed = is_renewed(claim, &a->claims[k]);
        claim->former = claim->former && renewed;
    }
}

/* "On Friday, a day after 13 people were killed": told as what something followed, but of days that are news. */
static bool is_recent_aside(const Analysis *a, const Claim *claim)
{
    enum { NEWS_DAYS = 7 };
    return claim->aside && !claim->campaign && !span_is_empty(claim->window_span) && a->anchor != DAY_NONE &&
           claim->window.first + NEWS_DAYS >= a->anchor;
}

void past_settle(Analysis *a)
{
    uint32_t opening = a->tokens.sentence_count > 0 ? a->tokens.sentences[0].span.end : 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool opens = claim->evidence.start < opening;
        if (!claim->background && ((claim->kind == KIND_ATTACK && opens) || is_figure(claim)))
            return;
    }
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->evidence.start < opening && is_recent_aside(a, claim))
            claim->background = false;
    }
}
