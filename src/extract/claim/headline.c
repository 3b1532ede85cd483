#include "extract/claim/headline.h"

#include "extract/claim/apart.h"

static bool in_headline(const Analysis *a, const Claim *claim)
{
    return document_in_headline(a->document, claim->evidence);
}

/* "Ten were hurt in separate shootings": several, counted of no single event; so is the headline's number. */
static bool is_rounded_up(const Analysis *a, const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->background && claim->has_count &&
           claim->count_form != COUNT_DESCRIBED && claim->count.low > 1 &&
           apart_rounds_up(a, analysis_token(a, claim->evidence.start));
}

/* "Toll tops 70" over "at least 75 died": a floor that rounds down what the text counts. */
static bool rounds_down(const Claim *title, const Claim *claim)
{
    enum { TITLE = 3, TEXT = 2 }; /* the text's is no more than half as large again: more may be of something else */
    return title->count_form != COUNT_WORD && title->count_form != COUNT_DESCRIBED && claim->count_form != COUNT_WORD &&
           title->count.high == INTERVAL_OPEN && claim->count.low >= title->count.low &&
           claim->count.low * TEXT <= title->count.low * TITLE;
}

/* Whether the text makes the headline's claim too: the same figure of the same outcome, else a claim of the same kind. */
static bool is_told_in_text(const Analysis *a, const Claim *title)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != title->kind || in_headline(a, claim) ||
            (claim->background != title->background && !is_rounded_up(a, claim)))
            continue;
        if (title->kind != KIND_CASUALTY ||
            (claim->outcome == title->outcome && claim->has_count == title->has_count &&
             (interval_equal(claim->count, title->count) || rounds_down(title, claim)) &&
             claim->struck == title->struck && claim->part_of < 0))
            return true;
    }
    return false;
}

/* "Two clerks, six guards killed": whom one headline tells in a row. */
static bool is_of_row(const Claim *claim, const Claim *row)
{
    return claim->kind == KIND_CASUALTY && claim->listed && row->listed && claim->outcome == row->outcome &&
           claim->part_of < 0 && span_overlaps(claim->evidence, row->evidence);
}

/* Of a row the text must tell every figure: what is left of a row would be less than the headline tells. */
static bool is_row_told(const Analysis *a, const Claim *title)
{
    if (title->kind != KIND_CASUALTY || !title->listed)
        return is_told_in_text(a, title);
    for (size_t i = 0; i < a->claim_count; i++)
        if (in_headline(a, &a->claims[i]) && is_of_row(&a->claims[i], title) && !is_told_in_text(a, &a->claims[i]))
            return false;
    return true;
}

void headline_settle(Analysis *a)
{
    if (span_is_empty(a->document->headline))
        return;
    int32_t *moved = ARENA_ARRAY(a->scratch, int32_t, a->claim_count + 1);
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool of_dropped = claim->part_of >= 0 && moved[claim->part_of] < 0;
        moved[i] = in_headline(a, claim) && (of_dropped || is_row_told(a, claim)) ? -1 : 0;
    }
    size_t kept = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        if (moved[i] < 0)
            continue;
        moved[i] = (int32_t)kept;
        a->claims[kept] = a->claims[i];
        if (a->claims[kept].part_of >= 0)
            a->claims[kept].part_of = moved[a->claims[kept].part_of];
        kept++;
    }
    a->claim_count = kept;
}
