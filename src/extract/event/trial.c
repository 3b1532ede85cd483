#include "extract/event/trial.h"

#include "extract/claim/past.h"

enum {
    OLD_DAYS = 30, /* a deed so long before the report was not news of its day */
    OWN_DAYS = 8,  /* a verdict is news of days so near */
    SEASON = 92,   /* days that a deed is told to be of at most: "last summer" */
    ONE_DEED = 31, /* days told of one deed lie no further apart: "in June", "on 13 June" */
};

/* How often the tokens tell of a verdict or a sentence passed, or, where all of a trial count, of anything of one. */
static uint32_t verdicts(const Analysis *a, uint32_t first, uint32_t last, bool trial)
{
    uint16_t cls = analysis_class(a, "EVENT_OTHER");
    uint32_t told = 0;
    for (uint32_t i = mention_within(&a->mentions, first, last, cls); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last)) {
        Str value = analysis_value(a, &a->mentions.items[i]);
        told += str_equal(value, STR("sentence")) || (trial && str_equal(value, STR("trial")));
    }
    return told;
}

static bool tells_of_verdict(const Analysis *a, uint32_t number)
{
    const Sentence *s = &a->tokens.sentences[number];
    return mention_may_be_in(&a->mentions, number, analysis_class(a, "EVENT_OTHER")) &&
           verdicts(a, s->first, s->last, false) > 0;
}

static bool is_of_deed(const Claim *claim)
{
    bool hurt =
        claim->kind == KIND_CASUALTY &&
        (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED || claim->outcome == OUTCOME_MISSING);
    return (hurt || claim->kind == KIND_ATTACK) && !claim->aside && !claim->campaign && !claim->elsewhere;
}

static bool is_older(const Analysis *a, const Claim *claim, int64_t days)
{
    return claim_states_days(claim) && window_is_known(claim->window) && claim->window.last < a->anchor - days;
}

static bool is_old(const Analysis *a, const Claim *claim)
{
    return is_older(a, claim, OLD_DAYS);
}

/* A verdict on what somebody did to others, in a sentence of the opening, of a report that goes on about the trial or opens with it: a page's
 * list of other news may hold a verdict too. */
static bool opens_with_verdict(const Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "EVENT_OTHER")))
        return false;
    bool goes_on = verdicts(a, 0, (uint32_t)a->tokens.count, true) > 1;
    for (size_t i = 0; i < a->claim_count; i++) {
        uint32_t number = analysis_sentence(a, analysis_token(a, a->claims[i].sentence.start));
        if (is_of_deed(&a->claims[i]) && (goes_on ? past_in_lead(a, number) : number == 0) &&
            tells_of_verdict(a, number))
            return true;
    }
    return false;
}

/* The first claim of an old day, those of who died before others; NULL where the report tells of none, or of days too far apart to be of
 * one deed. */
static const Claim *old_deed(const Analysis *a, int64_t days)
{
    const Claim *deed = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_of_deed(claim) || !is_older(a, claim, days))
            continue;
        if (deed &&
            (claim->window.first > deed->window.last + ONE_DEED || claim->window.last < deed->window.first - ONE_DEED))
            return NULL;
        bool closer = deed && window_days(claim->window) < window_days(deed->window);
        deed = !deed || closer ? claim : deed;
    }
    return deed;
}

/* The day of a deed and the words that tell it; a window that is not known where the report tells of none. */
typedef struct {
    Window window;
    Span span;
} DeedDay;

/* "The | February 2012 | killings", "a | 2007 | home invasion": the time is that of a deed. */
static bool is_of_a_deed(const Analysis *a, const TimeMention *time)
{
    static const char *const DEEDS[] = {"HARM_NOUN", "EVENT_NOUN", "EVENT_PLURAL"};
    enum { REACH = 2 };
    uint32_t next = analysis_token(a, time->span.end - 1) + 1;
    for (uint32_t t = next; t < next + REACH && t < a->tokens.count; t++)
        for (size_t i = 0; i < sizeof DEEDS / sizeof *DEEDS; i++)
            if (mention_begins(&a->mentions, t, analysis_class(a, DEEDS[i])))
                return true;
    return false;
}

/* The old day that the opening tells, where it tells of one only; of a verdict, that which the deed is called by, be it a year. */
static DeedDay old_day_of_opening(const Analysis *a, bool verdict)
{
    DeedDay day = {WINDOW_NONE, {0, 0}};
    for (size_t i = 0; i < a->time_count; i++) {
        const TimeMention *time = &a->times[i];
        uint32_t number = analysis_sentence(a, analysis_token(a, time->span.start));
        if (time->use != TIME_OF_EVENTS || !window_is_known(time->window) ||
            time->window.last >= a->anchor - OLD_DAYS || !past_in_lead(a, number) ||
            !(verdict ? is_of_a_deed(a, time) : window_days(time->window) == 1))
            continue;
        if (window_is_known(day.window) && day.window.first != time->window.first)
            return (DeedDay){WINDOW_NONE, {0, 0}};
        day = (DeedDay){time->window, time->span};
    }
    return day;
}

static DeedDay deed_day(const Analysis *a, bool verdict)
{
    const Claim *deed = old_deed(a, OLD_DAYS);
    if (deed)
        return (DeedDay){deed->window, deed->window_span};
    return old_day_of_opening(a, verdict);
}

static uint32_t sentence_of(const Analysis *a, const Claim *claim)
{
    return analysis_sentence(a, analysis_token(a, claim->sentence.start));
}

/* Whether a mark of the class and value stands in the opening. */
static bool opening_has(const Analysis *a, const char *name, Str value)
{
    uint16_t cls = analysis_class(a, name);
    if (!mention_may_be(&a->mentions, cls))
        return false;
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        if (str_equal(analysis_value(a, m), value) && past_in_lead(a, analysis_sentence(a, m->first)))
            return true;
    }
    return false;
}

/* A trial of what somebody did to others, told in the opening, which tells of nothing else with a day that is news. */
static bool opens_with_trial(const Analysis *a)
{
    if (!opening_has(a, "AFTERMATH", STR("trial")))
        return false;
    bool deed = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_of_deed(claim) || !past_in_lead(a, sentence_of(a, claim)))
            continue;
        deed = true;
        if (!claim->background && claim_states_days(claim) && !is_old(a, claim))
            return false;
    }
    return deed;
}

/* The ceremony of an anniversary, told in the opening, which tells of nobody hurt and of no attack since. */
static bool opens_with_anniversary(const Analysis *a)
{
    if (!opening_has(a, "AFTERMATH", STR("anniversary")))
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool news = claim->kind == KIND_CASUALTY || claim_states_days(claim);
        if (news && is_of_deed(claim) && !claim->background && !is_old(a, claim) &&
            past_in_lead(a, sentence_of(a, claim)))
            return false;
    }
    return true;
}

/* Whether the report gives the claim no day but its own: none told, or one in the words of a verdict, or, of an anniversary, one
 * that is counted from the ceremony's ("three days after the raid"). */
static bool is_of_reports_day(const Analysis *a, const Claim *claim, bool anniversary)
{
    if (window_is_known(claim->window) && claim->window.last < a->anchor - OLD_DAYS)
        return false;
    bool near = claim->window.first >= a->anchor - OWN_DAYS;
    return !claim_states_days(claim) || (near && (anniversary || tells_of_verdict(a, sentence_of(a, claim))));
}

static bool has_value(const Analysis *a, uint32_t first, uint32_t last, const char *name, Str value)
{
    uint16_t cls = analysis_class(a, name);
    for (uint32_t i = mention_within(&a->mentions, first, last, cls); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last))
        if (str_equal(analysis_value(a, &a->mentions.items[i]), value))
            return true;
    return false;
}

/* Whether the sentence tells of an arrest, charges or a plea. */
static bool tells_of_aftermath(const Analysis *a, uint32_t number)
{
    const Sentence *s = &a->tokens.sentences[number];
    return (mention_may_be_in(&a->mentions, number, analysis_class(a, "AFTERMATH")) &&
            has_value(a, s->first, s->last, "AFTERMATH", STR("held"))) ||
           (mention_may_be_in(&a->mentions, number, analysis_class(a, "EVENT_OTHER")) &&
            verdicts(a, s->first, s->last, true) > 0);
}

/* "Was indicted [today] in the killing": whether a time stands right behind words for a trial. */
static bool is_behind_trial(const Analysis *a, Span time)
{
    enum { REACH = 4 };
    uint32_t token = analysis_token(a, time.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    return verdicts(a, token > first + REACH ? token - REACH : first, token, true) > 0;
}

/* A deed told of a day that is news, and not in the words of an arrest or a trial alone. */
static bool is_news_of_deed(const Analysis *a, const Claim *claim)
{
    if (!is_of_deed(claim) || claim->background || !claim_states_days(claim) || is_older(a, claim, OWN_DAYS))
        return false;
    bool before = claim->window_span.end <= claim->evidence.start && tells_of_aftermath(a, sentence_of(a, claim));
    return !before && !is_behind_trial(a, claim->window_span);
}

static bool is_headline_of_arrest(const Analysis *a)
{
    for (size_t i = a->tokens.sentence_count; i > 0; i--) {
        if (!document_in_headline(a->document, a->tokens.sentences[i - 1].span))
            return false;
        if (tells_of_aftermath(a, (uint32_t)i - 1))
            return true;
    }
    return false;
}

/* Whether the deed that a report tells first is told with an arrest, charges or a trial, or its headline tells of one, and no deed is news. */
static bool opens_with_arrest(const Analysis *a)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (is_news_of_deed(a, claim))
            return false;
        if (is_of_deed(claim) && !document_in_headline(a->document, claim->evidence) &&
            (!first || claim->evidence.start < first->evidence.start))
            first = claim;
    }
    return first && (tells_of_aftermath(a, sentence_of(a, first)) || is_headline_of_arrest(a));
}

/* The most people whom the report tells of without an old day as having come to the harm. */
static int64_t most_of(const Analysis *a, Outcome outcome)
{
    int64_t most = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->outcome == outcome && claim->has_count && is_of_deed(claim) &&
            !is_older(a, claim, OWN_DAYS) && claim->count.low > most)
            most = claim->count.low;
    }
    return most;
}

/* Can the old deed be what the report opens with? It has no more dead, and no more who were hit. */
static bool may_be_one(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        uint32_t number = sentence_of(a, &a->claims[i]);
        if (is_of_deed(&a->claims[i]) && is_older(a, &a->claims[i], OWN_DAYS) && past_in_lead(a, number) &&
            tells_of_aftermath(a, number))
            return true;
    }
    int64_t killed = most_of(a, OUTCOME_KILLED);
    int64_t hit = killed + most_of(a, OUTCOME_INJURED);
    for (size_t i = 0; hit > 0 && i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->has_count && is_of_deed(claim) && is_older(a, claim, OWN_DAYS) &&
            claim->count.low > (claim->outcome == OUTCOME_KILLED ? killed : hit))
            return false;
    }
    return true;
}

static void settle_arrest(Analysis *a)
{
    const Claim *deed = opens_with_arrest(a) && may_be_one(a) ? old_deed(a, OWN_DAYS) : NULL;
    if (!deed || window_days(deed->window) > SEASON)
        return;
    Window window = deed->window;
    Span span = deed->window_span;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!is_of_deed(claim))
            continue;
        if (!window_is_known(claim->window) || claim->window.last >= a->anchor - OWN_DAYS) {
            claim->window = window;
            claim->window_span = span;
        }
        if (window_overlaps(claim->window, window))
            claim->background = false;
    }
}

void trial_settle(Analysis *a)
{
    if (a->anchor == DAY_NONE)
        return;
    bool verdict = opens_with_verdict(a);
    bool anniversary = !verdict && opens_with_anniversary(a);
    if (!verdict && !anniversary && !opens_with_trial(a)) {
        settle_arrest(a);
        return;
    }
    DeedDay day = deed_day(a, verdict);
    /* Without a day a deed is left where the report puts it: what has no day is brought together with no other report of it. An
     * anniversary is no news of it, and its day is wrong for certain. */
    if (!window_is_known(day.window) && !anniversary)
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!is_of_deed(claim))
            continue;
        bool moved = is_of_reports_day(a, claim, anniversary);
        if (moved) {
            claim->window = day.window;
            claim->window_span = day.span;
        }
        if (moved || is_old(a, claim))
            claim->background = false;
    }
}
