#include "extract/when_tense.h"

enum { REACH_TOKENS = 16, NEAR_TOKENS = 5 };

static Tense tense_at(const Analysis *a, uint32_t token, uint16_t past, uint16_t future)
{
    if (mention_at(&a->mentions, token, future) != MENTION_NONE)
        return TENSE_FUTURE;
    if (mention_at(&a->mentions, token, past) != MENTION_NONE)
        return TENSE_PAST;
    return TENSE_NONE;
}

Tense when_tense(const Analysis *a, uint32_t first, uint32_t last, bool *near)
{
    uint16_t past = analysis_class(a, "TPAST");
    uint16_t future = analysis_class(a, "TFUT");
    uint32_t word = first > 0 ? mention_at(&a->mentions, first - 1, analysis_class(a, "TPREP")) : MENTION_NONE;
    *near = false;
    if (word != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[word]), STR("until")))
        return TENSE_FUTURE; /* "by Friday" */
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[first].sentence];
    for (uint32_t i = first; i > sentence->first && first - i < REACH_TOKENS; i--) {
        Tense tense = tense_at(a, i - 1, past, future);
        *near = first - i < NEAR_TOKENS;
        if (tense != TENSE_NONE)
            return tense;
    }
    *near = false;
    for (uint32_t i = last; i < sentence->last && i - last < REACH_TOKENS; i++) {
        Tense tense = tense_at(a, i, past, future);
        if (tense != TENSE_NONE)
            return tense;
    }
    return TENSE_NONE;
}
