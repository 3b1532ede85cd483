#include "extract/harm/corrected.h"

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

void corrected_settle(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        int64_t before =
            claim->lowered && !claim->background && claim->stance == STANCE_ASSERTS ? number_before(a, claim) : -1;
        for (size_t k = 0; before >= 0 && k < a->claim_count; k++) {
            Claim *other = &a->claims[k];
            other->former = other->former || (other->kind == KIND_CASUALTY && other->outcome == claim->outcome &&
                                              other->count.low == before && other->count.high == before);
        }
    }
}
