#include "assemble/rounded.h"

/* The number that stands behind "nearly", "about", "up to"; -1 for other forms. What headlines leave open at the upper end ("300" for "more than
 * 300") is a floor in both. */
static int64_t number_told(const Claim *claim)
{
    switch (claim->count_form) {
    case COUNT_NEARLY: return claim->count.high + 1;
    case COUNT_AROUND: return (claim->count.low + claim->count.high) / 2;
    case COUNT_UP_TO: return claim->count.high;
    default: return -1;
    }
}

static bool is_same_told(const Claim *below, const Claim *claim)
{
    return below->kind == KIND_CASUALTY && below->has_count && below->outcome == claim->outcome &&
           below->victim_class == claim->victim_class && below->subgroups == claim->subgroups && !below->background &&
           below->stance == STANCE_ASSERTS;
}

/* "Toll nears 290" over "288 died". */
static bool is_told_exactly(const Claim *below, const Claim *claim)
{
    return below->count_form == COUNT_EXACT && below->count.low >= claim->count.low &&
           below->count.low <= claim->count.high;
}

bool rounded_is(const Figure *figure)
{
    const Claim *claim = figure->claim;
    const Extraction *x = figure->extraction;
    bool title = figure->heading || document_in_headline(x->document, claim->evidence);
    bool near = claim->count_form == COUNT_NEARLY || claim->count_form == COUNT_AROUND;
    if (!title || (claim->count_form != COUNT_EXACT && !near))
        return false;
    bool rounded = false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *below = &x->claims[i];
        if (below == claim || !is_same_told(below, claim))
            continue;
        bool own = document_in_headline(x->document, below->evidence);
        if (!near && !own && below->count_form == COUNT_EXACT && below->count.low == claim->count.low)
            return false;
        bool told = near ? is_told_exactly(below, claim) : number_told(below) == claim->count.low;
        rounded = rounded || (!own && told);
    }
    return rounded;
}
