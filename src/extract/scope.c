#include "extract/scope.h"

#include "base/buf.h"
#include "extract/claim.h"
#include "extract/past.h"

enum { LARGE = 50 }; /* victims, more than most single events have */

/* More than all but the largest single events have; arrests, flight and siege are of thousands in a day. */
static bool is_war_sized(const Claim *claim)
{
    enum { DEAD = 1000, HURT = 5000 };
    return (claim->outcome == OUTCOME_KILLED && claim->count.low >= DEAD) ||
           (claim->outcome == OUTCOME_INJURED && claim->count.low >= HURT);
}

/* "A war that has left 70,000 dead", "2,000 people in 7 months": large, of no day, of a whole war or of months. */
static bool is_war_toll(const Analysis *a, const Claim *claim, uint32_t sentence)
{
    bool word = claim->count_form == COUNT_WORD;
    if (claim_is_dated(claim) || (claim->count.low < LARGE && !word))
        return false;
    return (is_war_sized(claim) && !past_in_lead(a, sentence)) || past_is_of_a_war(a, sentence);
}

/* "Have been killed": up to now, on no day in particular. */
static bool is_perfect(const Analysis *a, const Mention *match)
{
    uint16_t have = analysis_class(a, "HAVE");
    for (uint32_t t = match->first; have && t < match->last; t++) {
        uint32_t m = mention_at(&a->mentions, t, have);
        if (m != MENTION_NONE)
            return !str_equal(analysis_value(a, &a->mentions.items[m]), STR("past"));
    }
    return false;
}

/* "The murder of journalists", "many people have been killed": of no day, behind what the report opens with, no figure:
 * what happens there, not what happened. */
static bool is_general(const Analysis *a, const Claim *claim, const GroupRecord *group, const Mention *match, bool fact)
{
    bool known = group->definite || group->anaphoric || group->possessed || group->bodies || group->additional;
    if (claim->count_form != COUNT_WORD || known || !span_is_empty(claim->window_span) ||
        past_in_lead(a, analysis_sentence(a, match->first)))
        return false;
    return fact || is_perfect(a, match);
}

void scope_set(const Analysis *a, Claim *claim, const GroupRecord *group, const Mention *match, bool fact)
{
    uint32_t sentence = analysis_sentence(a, match->first);
    bool campaign = claim->campaign && claim->count_form != COUNT_DESCRIBED;
    bool war = is_war_toll(a, claim, sentence);
    claim->aside =
        claim->aside || campaign || (war && !past_in_lead(a, sentence)) || is_general(a, claim, group, match, fact);
    claim->background = claim->background || claim->aside || war;
}

bool scope_is_day(const Analysis *a, const Mention *count)
{
    Span span = mention_span(&a->tokens, count);
    for (size_t i = 0; i < a->time_count; i++)
        if (span_overlaps(a->times[i].span, span) && window_is_known(a->times[i].window))
            return true;
    return false;
}

bool scope_is_question(const Analysis *a, uint32_t token)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, token)];
    Str last = span_text(a->tokens.text, a->tokens.tokens[sentence->last - 1].span);
    return last.len == 1 && last.ptr[0] == '?';
}

bool scope_is_boilerplate(const Analysis *a, uint32_t token)
{
    uint32_t block = a->tokens.sentences[analysis_sentence(a, token)].block;
    return block < a->block_count && a->blocks[block].kind == BLOCK_BOILERPLATE;
}
