#include "assemble/figure/rounded.h"

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

static bool has_place(const Claim *claim)
{
    return claim->place && claim->place->place.id.len > 0;
}

static bool is_one_place(const Claim *a, const Claim *b)
{
    return !has_place(a) || !has_place(b) || str_equal(a->place->place.id, b->place->place.id);
}

bool rounded_holds(const Claim *rough, int64_t exact)
{
    bool within = exact >= rough->count.low && exact <= rough->count.high;
    switch (rough->count_form) {
    case COUNT_NEARLY:
    case COUNT_AROUND: return within;
    case COUNT_MORE_THAN: return exact >= rough->count.low && exact * 10 <= (rough->count.low - 1) * 11;
    default: return false;
    }
}

/* "Nearly 290 died ... 288 people were killed, the railway said": what the report itself tells exactly, rounded. */
static bool is_rough(const Figure *figure)
{
    const Claim *claim = figure->claim;
    const Extraction *x = figure->extraction;
    if (claim->count_form != COUNT_NEARLY && claim->count_form != COUNT_AROUND && claim->count_form != COUNT_MORE_THAN)
        return false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *exact = &x->claims[i];
        if (exact != claim && is_same_told(exact, claim) && exact->count_form == COUNT_EXACT && exact->part_of < 0 &&
            exact->incident == claim->incident && is_one_place(exact, claim) && rounded_holds(claim, exact->count.low))
            return true;
    }
    return false;
}

/* "400" over "nearly 400". */
static bool is_heading_of_rounded(const Figure *figure)
{
    const Claim *claim = figure->claim;
    const Extraction *x = figure->extraction;
    bool title = figure->heading || document_in_headline(x->document, claim->evidence);
    if (!title || claim->count_form != COUNT_EXACT)
        return false;
    bool rounded = false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *below = &x->claims[i];
        if (below == claim || !is_same_told(below, claim))
            continue;
        bool own = document_in_headline(x->document, below->evidence);
        if (!own && below->count_form == COUNT_EXACT && below->count.low == claim->count.low)
            return false;
        rounded = rounded || (!own && number_told(below) == claim->count.low);
    }
    return rounded;
}

bool rounded_is(const Figure *figure)
{
    return is_heading_of_rounded(figure) || is_rough(figure);
}
