#include "extract/claim/others.h"

#include "extract/claim/past.h"
#include "extract/syntax/noun.h"

static uint32_t sentence_of(const Analysis *a, const Claim *claim)
{
    return analysis_sentence(a, analysis_token(a, claim->sentence.start));
}

/* Is it told in the title or the first sentences? */
static bool is_in_opening(const Analysis *a, const Claim *claim)
{
    return past_in_lead(a, sentence_of(a, claim));
}

/* Are two people told of, each by name, and no word of the one's is the other's? */
static bool are_two_names(const Analysis *a, const Claim *x, const Claim *y)
{
    if (!x->named || !y->named || x->count.high != 1 || y->count.high != 1)
        return false;
    Str other = span_text(a->tokens.text, y->victims);
    uint32_t last = analysis_token(a, x->victims.end - 1);
    for (uint32_t t = analysis_token(a, x->victims.start); t <= last; t++)
        if ((a->tokens.tokens[t].flags & TOKEN_WORD) &&
            noun_is_in(other, span_text(a->tokens.text, a->tokens.tokens[t].span)))
            return false;
    return true;
}

/* Did the report tell another number, or somebody else by name, as its own before? */
static bool is_own_before(const Analysis *a, const Claim *own, const Claim *claim)
{
    return past_is_figure(own) && !own->background && own->evidence.end <= claim->evidence.start &&
           (own->outcome == claim->outcome ? own->count.low != claim->count.low || are_two_names(a, own, claim)
                                           : are_two_names(a, own, claim));
}

/* "... were killed [in the previous attack]" */
static bool tells_behind(const Analysis *a, uint32_t token)
{
    uint32_t m =
        token < a->tokens.count ? mention_at(&a->mentions, token, analysis_class(a, "TELLS_OF")) : MENTION_NONE;
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("behind"));
}

static bool names_day(const Analysis *a, const Sentence *s)
{
    for (size_t i = analysis_first_time(a, s->span.start); analysis_time_before(a, i, s->span.end); i++)
        if (span_holds(s->span, a->times[i].span) && window_is_known(a->times[i].window))
            return true;
    return false;
}

/* "Last month gunmen attacked a village. The raid lasted an hour. [Thirty people died.]": over sentences of harm without a day; "The raid also ..."
 * goes on across a paragraph's end. */
static bool goes_on_from_older(const Analysis *a, uint32_t here)
{
    enum { REACH = 5 };
    const Sentence *all = a->tokens.sentences;
    for (uint32_t k = here; k > 0 && here - k < REACH; k--) {
        const Sentence *s = &all[k];
        if (s[-1].block != s->block && !analysis_tells_value(a, s->first, s->last, "TELLS_OF", "also"))
            return false;
        if (!past_speaks_of_harm(a, k - 1))
            return false;
        if (past_opens_sentence(a, k - 1))
            return true;
        if (names_day(a, &all[k - 1]))
            return false;
    }
    return false;
}

/* Does the report open with an attack or harm of its own days? */
static bool opens_with_harm(const Analysis *a)
{
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++)
        if (past_in_lead(a, s) && !past_is_told(a, s) && past_speaks_of_harm(a, s))
            return true;
    return false;
}

bool others_go_on(const Analysis *a, uint32_t sentence)
{
    return !past_in_lead(a, sentence) && goes_on_from_older(a, sentence) && opens_with_harm(a);
}

/* So too "It follows Saturday's bombing in Goma. [Thirty died there.]" */
static bool goes_on_with_others(const Analysis *a, const Claim *claim)
{
    uint32_t here = sentence_of(a, claim);
    const Sentence *s = &a->tokens.sentences[here];
    if (is_in_opening(a, claim) || claim->named || claim->count_form == COUNT_DESCRIBED || here == 0)
        return false;
    bool same = s[-1].block == s->block && analysis_tells_value(a, s->first, s->last, "TELLS_OF", "same");
    if (claim_states_days(claim) && !same) /* "that day" is one told before */
        return false;
    if (same ? past_is_told(a, here - 1) : goes_on_from_older(a, here))
        return true;
    static const char *const BEFORE[] = {"sentence", "single", "record"};
    for (size_t i = 0; same && i < sizeof BEFORE / sizeof *BEFORE; i++)
        if (analysis_tells_value(a, s[-1].first, s[-1].last, "CAUSE_MARK", BEFORE[i]))
            return true;
    return false;
}

/* Is the figure told as that of something else, with no day but one that its sentence tells of the report's own? */
static bool is_of_another(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[sentence_of(a, claim)];
    uint32_t behind = analysis_token(a, claim->evidence.end);
    bool goes_on = goes_on_with_others(a, claim);
    bool period = !is_in_opening(a, claim) && analysis_tells_value(a, s->first, s->last, "TELLS_OF", "period");
    bool before = analysis_tells_value(a, s->first, behind, "TELLS_OF", "other") ||
                  analysis_tells_value(a, s->first, behind, "TELLS_OF", "behind") ||
                  (analysis_tells_value(a, s->first, behind, "TELLS_OF", "later") && !is_in_opening(a, claim));
    if (!before && !tells_behind(a, behind) && !goes_on && !period)
        return false;
    bool told = goes_on && opens_with_harm(a);
    bool dated = claim_states_days(claim) && !goes_on && !period;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (!is_own_before(a, own, claim))
            continue;
        told = true;
        dated = dated &&
                (own->sentence.start != claim->sentence.start || own->window_span.start != claim->window_span.start);
    }
    return told && !dated;
}

/* "Four people were shot at a funeral. ... Juan Sol had died in a motorcycle crash.": of one, in a report that has told of shots. */
static bool is_of_another_death(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[sentence_of(a, claim)];
    if (claim->outcome != OUTCOME_KILLED || claim->count.low > 1 || s->first == 0 ||
        !analysis_tells_value(a, s->first, s->last, "TELLS_OF", "death"))
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (own == claim || !past_is_figure(own) || own->background || own->evidence.end > claim->sentence.start)
            continue;
        const Sentence *told = &a->tokens.sentences[sentence_of(a, own)];
        if (analysis_tells_value(a, told->first, told->last, "EVENT_WEAK", "shooting") ||
            analysis_tells_value(a, told->first, told->last, "EVENT_NOUN", "shooting"))
            return true;
    }
    return false;
}

/* Does the claim's sentence, or the figure itself, speak of the report's event: "the blast killed 60", "in all 60 have died"? */
static bool is_tied(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[sentence_of(a, claim)];
    return claim_states_days(claim) || claim->total || claim->risen || claim->lowered || claim->additional ||
           analysis_tells_value(a, s->first, s->last, "TELLS_OF", "own");
}

/* Are the words for anybody, and all of whom they tell: "12 people", not "12 clerks", "12 of the bodies"? */
static bool is_of_anybody(const Claim *claim)
{
    return claim->victim_class == CLASS_UNKNOWN && !str_present(claim->role) && !claim->minimum && !claim->listed;
}

/* How many of the outcome the report tells as those of its event. */
typedef struct {
    Outcome outcome;
    int64_t first;   /* in its title and first sentence, anybody */
    int64_t opening; /* in its opening, anybody */
    int64_t most;    /* there, by somebody quoted or in words that speak of the event */
} Own;

static bool is_own(const Claim *claim, Outcome outcome)
{
    return past_is_figure(claim) && !claim->background && claim->outcome == outcome && claim->part_of < 0;
}

static Own own_told(const Analysis *a, Outcome outcome)
{
    Own own = {.outcome = outcome};
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool first = sentence_of(a, claim) == 0 || document_in_headline(a->document, claim->sentence);
        if (first && is_own(claim, outcome) && is_of_anybody(claim) && claim->count.low > own.first)
            own.first = claim->count.low;
    }
    return own;
}

/* Is it many times what the report opens with, told in words that do not speak of its event? */
static bool is_far_more(const Analysis *a, const Claim *claim, int64_t number, int64_t times)
{
    enum { FEWEST = 3, MORE = 20 };
    return number >= FEWEST && claim->count.low >= times * number && claim->count.low >= number + MORE &&
           !claim->attribution && !is_tied(a, claim);
}

/* The opening tells of the event, and what is far more than the first sentence's number is not of it. */
static bool is_of_opening(const Analysis *a, const Claim *claim, const Own *own)
{
    enum { TIMES = 20 };
    return is_in_opening(a, claim) && !is_far_more(a, claim, own->first, TIMES);
}

static void find_most(const Analysis *a, Own *own)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_own(claim, own->outcome))
            continue;
        bool opens = is_of_opening(a, claim, own);
        if (opens && is_of_anybody(claim) && claim->count.low > own->opening)
            own->opening = claim->count.low;
        if ((opens || claim->attribution || is_tied(a, claim)) && claim->count.low > own->most)
            own->most = claim->count.low;
    }
}

/* "A bomb killed 12 people. ... Mines have killed 300 people in the province.": no report opens with so few of its dead. */
static bool outgrows(const Analysis *a, const Claim *claim, const Own *own)
{
    enum { TIMES = 3 };
    return !is_of_opening(a, claim, own) && is_far_more(a, claim, own->most, TIMES);
}

/* ... nor are others of its sentence, dead or hurt, any of the event. */
static bool tells_of_others(const Analysis *a, const Claim *claim, const Own *killed, const Own *injured)
{
    const Own *of = claim->outcome == OUTCOME_KILLED ? killed : injured;
    bool all = of->opening > 0 && outgrows(a, claim, of);
    for (size_t i = 0; i < a->claim_count && all; i++) {
        const Claim *told = &a->claims[i];
        const Own *own = told->outcome == OUTCOME_KILLED ? killed : injured;
        if (told->sentence.start == claim->sentence.start && is_own(told, own->outcome))
            all = (own->opening == 0 && !told->attribution) || outgrows(a, told, own);
    }
    return all;
}

/* "... and injured 500": whom the sentence tells behind them to have been hurt or taken are of the same. */
static void mark_beside(Analysis *a, size_t marked)
{
    const Claim *other = &a->claims[marked];
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->sentence.start == other->sentence.start &&
            claim->evidence.start > other->evidence.start && !claim->background && !claim_states_days(claim))
            claim->background = claim->aside = true;
    }
}

void others_mark(Analysis *a)
{
    Own killed = own_told(a, OUTCOME_KILLED);
    Own injured = own_told(a, OUTCOME_INJURED);
    find_most(a, &killed);
    find_most(a, &injured);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count || claim->background || claim->part_of >= 0)
            continue;
        bool other = past_is_figure(claim) ? is_of_another(a, claim) || is_of_another_death(a, claim) ||
                                                 tells_of_others(a, claim, &killed, &injured)
                                           : goes_on_with_others(a, claim) && opens_with_harm(a);
        if (!other)
            continue;
        claim->background = claim->aside = true;
        mark_beside(a, i);
    }
}
