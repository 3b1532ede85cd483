#include "extract/trial.h"

#include "extract/past.h"

enum {
    OLD_DAYS = 30, /* a deed so long before the report was not news of its day */
    OWN_DAYS = 8,  /* a verdict is news of days so near */
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

static bool is_old(const Analysis *a, const Claim *claim)
{
    return claim_states_days(claim) && window_is_known(claim->window) && claim->window.last < a->anchor - OLD_DAYS;
}

/* A verdict on what somebody did to others, in a sentence of the opening, of a report that goes on about the trial: a page's list of other
 * news may hold a verdict too. */
static bool opens_with_verdict(const Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "EVENT_OTHER")) ||
        verdicts(a, 0, (uint32_t)a->tokens.count, true) < 2)
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        uint32_t number = analysis_sentence(a, analysis_token(a, a->claims[i].sentence.start));
        if (is_of_deed(&a->claims[i]) && past_in_lead(a, number) && tells_of_verdict(a, number))
            return true;
    }
    return false;
}

/* The first claim of an old day, those of who died before others; NULL where the report tells of none, or of days too far apart to be of
 * one deed. */
static const Claim *old_deed(const Analysis *a)
{
    const Claim *deed = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_of_deed(claim) || !is_old(a, claim))
            continue;
        if (deed &&
            (claim->window.first > deed->window.last + ONE_DEED || claim->window.last < deed->window.first - ONE_DEED))
            return NULL;
        bool closer = deed && window_days(claim->window) < window_days(deed->window);
        deed = !deed || closer ? claim : deed;
    }
    return deed;
}

/* Whether the report gives the claim no day but that of the verdict: none told, or one in the words of the verdict. */
static bool is_of_verdicts_day(const Analysis *a, const Claim *claim)
{
    if (window_is_known(claim->window) && claim->window.last < a->anchor - OLD_DAYS)
        return false;
    uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
    bool verdicts_own = claim->window.first >= a->anchor - OWN_DAYS && tells_of_verdict(a, number);
    return !claim_states_days(claim) || verdicts_own;
}

void trial_settle(Analysis *a)
{
    if (a->anchor == DAY_NONE || !opens_with_verdict(a))
        return;
    const Claim *found = old_deed(a);
    if (!found) /* left where the report puts it: what has no day is brought together with no other report of the deed */
        return;
    Window window = found->window;
    Span span = found->window_span;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool by_verdict = is_of_deed(claim) && is_of_verdicts_day(a, claim);
        if (by_verdict) {
            claim->window = window;
            claim->window_span = span;
        }
        if (by_verdict || (is_of_deed(claim) && is_old(a, claim)))
            claim->background = false;
    }
}
