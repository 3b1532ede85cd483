#include "extract/harm/corrected.h"

#include "extract/claim/past.h"

/* The larger number in the words that put the toll right, from which they did; -1 where they tell none, or two. */
static int64_t number_before(const Analysis *a, const Claim *claim)
{
    uint16_t cls = analysis_class(a, "COUNT");
    uint32_t first = analysis_token(a, claim->evidence.start);
    uint32_t last = analysis_token(a, claim->evidence.end - 1) + 1;
    int64_t before = -1;
    for (uint32_t m = mention_within(&a->mentions, first, last, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, last)) {
        const CountRecord *count = &a->counts[a->mentions.items[m].data];
        if (count->range.low != count->range.high || count->range.low <= claim->count.low)
            continue;
        if (before >= 0 && before != count->range.low)
            return -1;
        before = count->range.low;
    }
    return before;
}

/* Are people told of in between who were hurt, or are missing? The number may be theirs. */
static bool is_of_others(const Analysis *a, const Claim *claim, Span count)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome != OUTCOME_KILLED &&
            a->claims[i].victims.end > claim->victims.end && a->claims[i].victims.start < count.end)
            return true;
    return false;
}

/* The number that the claim's sentence, behind it, or the next calls what was said before; 0 where they tell none, or two. */
static int64_t number_said_before(const Analysis *a, const Claim *claim)
{
    uint16_t cls = analysis_class(a, "COUNT");
    uint32_t first =
        analysis_token(a, claim->victims.end > claim->count_span.end ? claim->victims.end - 1 : claim->count_span.end);
    uint32_t sentence = analysis_sentence(a, first);
    bool next = sentence + 1 < a->tokens.sentence_count &&
                a->tokens.sentences[sentence + 1].block == a->tokens.sentences[sentence].block;
    uint32_t last = a->tokens.sentences[sentence + next].last;
    int64_t before = 0;
    for (uint32_t m = mention_within(&a->mentions, first, last, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, last)) {
        const Mention *mention = &a->mentions.items[m];
        const CountRecord *count = &a->counts[mention->data];
        if (count->ordinal || count->range.low != count->range.high || count->range.low == claim->count.low ||
            !past_is_former(a, mention->first) ||
            is_of_others(a, claim, mention_tokens_span(&a->tokens, mention->first, mention->last)))
            continue;
        if (before > 0 && before != count->range.low)
            return 0;
        before = count->range.low;
    }
    return before;
}

static bool is_toll(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_KILLED && claim->has_count && !claim->former &&
           !claim->background && !claim->additional && claim->part_of < 0 && claim->stance == STANCE_ASSERTS &&
           claim->count_form != COUNT_DESCRIBED && claim->count_form != COUNT_WORD;
}

static void find_replaced(Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "FORMER")))
        return;
    for (size_t i = 0; i < a->claim_count; i++)
        if (is_toll(&a->claims[i]))
            a->claims[i].replaces = number_said_before(a, &a->claims[i]);
}

void corrected_settle(Analysis *a)
{
    find_replaced(a);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        int64_t before =
            claim->lowered && !claim->background && claim->stance == STANCE_ASSERTS ? number_before(a, claim) : -1;
        claim->replaces = before > 0 ? before : claim->replaces;
        for (size_t k = 0; before >= 0 && k < a->claim_count; k++) {
            Claim *other = &a->claims[k];
            other->former = other->former || (other->kind == KIND_CASUALTY && other->outcome == claim->outcome &&
                                              other->count.low == before && other->count.high == before);
        }
    }
}
