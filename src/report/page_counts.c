/* Under the key figures: counts of attacks and of what they hit, and figures that add up. */
#include "report/page_parts.h"

static bool counts_events(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    int32_t incident = claim_at(page, claim)->incident;
    int32_t headline = page->situation->headline;
    if (incident < 0 || (incident != headline && page->situation->incidents[incident].part_of != headline))
        return false;
    bool counted = c->has_count && c->count_form != COUNT_DESCRIBED && !claim_counts_by_noun(page, claim);
    if (c->count.high == 1 && str_equal(c->unit, STR("attacks"))) /* "escaped one attack" */
        return false;
    return c->kind == KIND_ATTACK && counted && !c->background && page_shows(page, claim) &&
           !page_claim_is_copy(page, claim) && !claim_repeats(page, claim) && claim_at(page, claim)->superseded_by < 0;
}

/* Is any of the counts one of attacks, or are they all of what they hit? */
static bool counts_attacks(const Page *page)
{
    for (uint32_t i = 0; i < page->situation->claim_count; i++)
        if (counts_events(page, i) && str_equal(claim_at(page, i)->claim->unit, STR("attacks")))
            return true;
    return false;
}

/* Attacks, cities and places are three units: each stands on its own and none is added to another. */
static void event_counts(const Page *page)
{
    bool open = false;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        if (!counts_events(page, i))
            continue;
        if (!open)
            put(page, counts_attacks(page) ? "<h3>How many attacks</h3>\n" : "<h3>Other counts</h3>\n");
        put(page, open ? "" : "<ul class=\"plain-list\">\n");
        open = true;
        put(page, "<li>");
        evidence_open(page, i);
        claim_sentence(page, i);
        evidence_close(page);
        put(page, " <span class=\"quiet\">");
        claim_speaker(page, i);
        put(page, "</span></li>\n");
    }
    if (open)
        put(page, "</ul>\n");
}

static void derived_sums(const Page *page)
{
    const Situation *s = page->situation;
    if (s->sum_count == 0)
        return;
    put(page, "<h3>Figures that add up</h3>\n<ul class=\"plain-list\">\n");
    for (size_t i = 0; i < s->sum_count; i++) {
        if (i > 0 && str_equal(s->sums[i].note, s->sums[i - 1].note))
            continue; /* headline and text give the same total */
        put(page, "<li>");
        evidence_open(page, s->sums[i].total);
        text(page, s->sums[i].note);
        evidence_close(page);
        put(page, " <span class=\"quiet\">terms: ");
        for (size_t t = 0; t < s->sums[i].term_count; t++) {
            put(page, t > 0 ? "; " : "");
            evidence_open(page, s->sums[i].terms[t]);
            claim_sentence(page, s->sums[i].terms[t]);
            evidence_close(page);
        }
        put(page, "</span></li>\n");
    }
    put(page, "</ul>\n");
}

void page_counts(const Page *page)
{
    event_counts(page);
    derived_sums(page);
}
