#include "extract/claim/past.h"

#include "extract/layout/genre.h"

bool past_in_lead(const Analysis *a, uint32_t sentence)
{
    return sentence < PAST_LEAD || document_in_headline(a->document, a->tokens.sentences[sentence].span);
}

bool past_is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->count_form != COUNT_WORD &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

void past_mark(Analysis *a)
{
    rules_run(a->language->rules, "past", &a->tokens, a->scratch, &a->mentions);
    a->unreal = genre_is_no_report(a);
    a->obituary = genre_is_obituary(a);
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
        if (!span_holds(s->span, time->span) || analysis_stands_in(a, "RECORD_SINCE", time->span))
            continue; /* "the deadliest crash in decades" */
        bool wide = window_is_known(time->window) && window_days(time->window) >= CAMPAIGN_DAYS;
        if (wide || (str_equal(time->type, STR("DURATION")) && is_long(time->value)))
            return true;
    }
    return false;
}

bool past_is_of_a_war(const Analysis *a, uint32_t sentence)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    bool of_war = past_spans_months(a, sentence) || has_mark(a, s, "WAR_MARK");
    return of_war && !analysis_tells_value(a, s->first, s->last, "RECORD_SINCE", "war");
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

bool past_speaks_of_harm(const Analysis *a, uint32_t sentence)
{
    static const char *const MARKS[] = {"AFTERMATH", "EVENT_NOUN", "EVENT_PLURAL", "EVENT_PAST",
                                        "HARM_NOUN", "HARM_PP",    "HARM_INTRANS", "HARM_ACT"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (has_mark(a, &a->tokens.sentences[sentence], MARKS[i]))
            return true;
    return false;
}

/* The known time with which the sentence begins: "In 2015 ...", "On this day in 1968, ..."; NULL where it does with none. */
static const TimeMention *opening_time(const Analysis *a, uint32_t sentence)
{
    enum { OPENS_WITHIN = 5 };
    const Sentence *s = &a->tokens.sentences[sentence];
    size_t i = analysis_first_time(a, s->span.start);
    if (!analysis_time_before(a, i, s->span.end) || !window_is_known(a->times[i].window))
        return NULL;
    const TimeMention *time = &a->times[i];
    bool opens = analysis_token(a, time->span.start) == s->first ||
                 (mention_at(&a->mentions, s->first, analysis_class(a, "PREPOSITION")) != MENTION_NONE &&
                  analysis_token(a, time->span.end) <= s->first + OPENS_WITHIN);
    return opens ? time : NULL;
}

/* Do the sentences before it tell of no older time? */
static bool opens_with_news(const Analysis *a, uint32_t sentence)
{
    for (uint32_t i = 0; i < sentence; i++)
        if (time_told(a, i) == OLD_TIME || time_told(a, i) == LONG_AGO)
            return false;
    return sentence > 0;
}

/* "In 2015 a bomb went off here. Police stormed in. Two guards were hurt.": the sentence of its paragraph behind which one without days
 * of its own goes on to tell of the long past; UINT32_MAX where none is. Farther off, or in the lead, where it begins with the time. */
static uint32_t goes_on_from(const Analysis *a, uint32_t sentence)
{
    enum { REACH = 3 };
    const Sentence *all = a->tokens.sentences;
    for (uint32_t k = sentence; k > 0 && sentence - k < REACH && all[k - 1].block == all[sentence].block; k--) {
        uint32_t before = k - 1;
        Told told = time_told(a, before);
        if (told == TIMELESS && past_speaks_of_harm(a, before))
            continue;
        bool begins = opening_time(a, before) != NULL;
        bool lead = past_in_lead(a, before);
        if (told == OLD_TIME) /* of months ago the next one alone */
            return begins && k == sentence && past_speaks_of_harm(a, before) && (!lead || opens_with_news(a, before))
                       ? before
                       : UINT32_MAX;
        return told == LONG_AGO && (begins || (!lead && k == sentence)) && (!lead || opens_with_news(a, before))
                   ? before
                   : UINT32_MAX;
    }
    return UINT32_MAX;
}

const TimeMention *past_goes_on_with(const Analysis *a, uint32_t sentence)
{
    uint32_t from = time_told(a, sentence) == TIMELESS ? goes_on_from(a, sentence) : UINT32_MAX;
    if (from == UINT32_MAX)
        return NULL;
    for (size_t i = analysis_first_time(a, a->tokens.sentences[from].span.start); i < a->time_count; i++)
        if (window_is_known(a->times[i].window) && past_is_long_ago(a, a->times[i].window))
            return &a->times[i];
    return opening_time(a, from);
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
    Told told = time_told(a, sentence);
    if (told == TIMELESS && goes_on_from(a, sentence) != UINT32_MAX)
        return true;
    if (past_in_lead(a, sentence))
        return false;
    bool marked = has_mark(a, &a->tokens.sentences[sentence], "PAST_MARK");
    return told == OLD_TIME || told == LONG_AGO || (told == TIMELESS && marked);
}

bool past_opens_sentence(const Analysis *a, uint32_t sentence)
{
    enum { OPENING_TOKENS = 4 };
    const Sentence *s = &a->tokens.sentences[sentence];
    uint32_t end = s->first + OPENING_TOKENS < s->last ? s->first + OPENING_TOKENS : s->last;
    return past_is_told(a, sentence) &&
           (opening_time(a, sentence) ||
            mention_within(&a->mentions, s->first, end, analysis_class(a, "PAST_MARK")) != MENTION_NONE);
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
    Str value = mark ? analysis_value(a, mark) : STR_NONE;
    return mark && !str_equal(value, STR("back")) && !str_equal(value, STR("unchecked"))
               ? mention_tokens_span(&a->tokens, mark->first, mark->last)
               : (Span){0, 0};
}

bool past_is_unchecked(const Analysis *a, uint32_t token)
{
    const Mention *mark = mark_over(a, token, "UNTRUE");
    return mark && str_equal(analysis_value(a, mark), STR("unchecked"));
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

/* Of a row ("the task of killing the mayor, a judge and two clerks") the verb it opens with says it of all. */
bool past_tells_unreal(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t cls = analysis_class(a, "UNREAL");
    if (a->unreal || cls == 0 || !mention_may_be_in(&a->mentions, analysis_sentence(a, first), cls))
        return a->unreal;
    uint32_t i = mention_within(&a->mentions, first, last, cls);
    while (i != MENTION_NONE &&
           (a->mentions.items[i].last > last || !str_equal(analysis_value(a, &a->mentions.items[i]), STR("words"))))
        i = mention_within_after(&a->mentions, i, last);
    return i != MENTION_NONE || past_is_unreal(a, last - 1) ||
           (past_is_unreal(a, first) && mention_begins(&a->mentions, first, analysis_class(a, "HARM_ACT")));
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

/* "The raid came after prayers and guards had left, | and killed | nine": what goes on with the mark's own subject is the report's. */
static bool goes_back_between(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t and = analysis_class(a, "LIST_AND");
    for (uint32_t t = first; t + 2 <= last; t++) {
        if (str_is(span_text(a->tokens.text, a->tokens.tokens[t].span), ",") &&
            mention_begins(&a->mentions, t + 1, and) && str_find(analysis_word(a, t + 2), STR("pret"), 0) < SIZE_MAX)
            return true;
    }
    return false;
}

/* Does the mark, which may be of its words alone ("in"), of the clause, the sentence or more, reach the token behind it? */
static bool reaches(const Analysis *a, const Mention *mark, uint32_t token)
{
    Str value = analysis_value(a, mark);
    if (str_equal(value, STR("in")))
        return token < mark->last;
    if (mark->last > token)
        return false;
    if (str_equal(value, STR("on")) || str_equal(value, STR("war")))
        return goes_on_with_cause(a, mark, analysis_sentence(a, token));
    bool sentence = str_equal(value, STR("sentence")) || str_equal(value, STR("single"));
    return sentence ? !goes_back_between(a, mark->last, token) : !comma_between(a, mark->last, token);
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
        if (mark && reaches(a, mark, token))
            return mark;
    }
    return NULL;
}

bool past_is_cause(const Analysis *a, uint32_t token)
{
    return cause_mark(a, token) != NULL;
}

bool past_is_followed(const Analysis *a, uint32_t token)
{
    const Mention *mark = cause_mark(a, token);
    return mark &&
           (str_equal(analysis_value(a, mark), STR("sentence")) || str_equal(analysis_value(a, mark), STR("single")));
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

/* An attack or a battle alone ("peace talks amid attacks") may be anybody's: somebody is killed or hurt, or held for it. */
static bool tells_harm_done(const Analysis *a, uint32_t sentence)
{
    static const char *const MARKS[] = {"AFTERMATH", "HARM_NOUN", "HARM_PP", "HARM_INTRANS", "HARM_ACT"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (has_mark(a, &a->tokens.sentences[sentence], MARKS[i]))
            return true;
    return false;
}

bool past_opening_speaks_of_harm(const Analysis *a)
{
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++)
        if (past_in_lead(a, s) && tells_harm_done(a, s))
            return true;
    return false;
}

const TimeMention *past_report_opening(const Analysis *a, uint32_t number)
{
    for (uint32_t s = 1; s < number; s++)
        if (time_told(a, s) != TIMELESS)
            return NULL;
    const TimeMention *time = opening_time(a, 0);
    return time && time_told(a, 0) == LONG_AGO && past_is_long_ago(a, time->window) ? time : NULL;
}
