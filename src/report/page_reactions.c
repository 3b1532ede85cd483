/* Reactions as quotations with office, channel and day; and the background, visibly apart. */
#include "report/page_parts.h"

static bool is_reaction(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    return s->claim->kind == KIND_STATEMENT && !s->claim->background && s->copy_of < 0 && page_shows(page, claim);
}

/* The attributed content where it is one quotation, else the passage. */
static void quotation(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    bool direct = c->manner == MANNER_DIRECT;
    put(page, direct ? "<blockquote class=\"said\"><p>" : "<blockquote class=\"said paraphrase\"><p>");
    evidence_open(page, claim);
    text(page, claim_text(page, claim, c->evidence));
    evidence_close(page);
    put(page, "</p></blockquote>\n");
}

static void reaction_source(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    const Attribution *a = s->claim->attribution;
    put(page, "<figcaption>");
    Str speaker = claim_first_speaker(page, claim);
    put(page, "<span class=\"speaker\">");
    if (str_present(speaker))
        text(page, speaker);
    else
        buf_put(page->out, words_party(s->claim->party));
    put(page, "</span>");
    if (a && a->office.len > 0 && str_find(speaker, a->office, 0) == SIZE_MAX) {
        put(page, ", ");
        text(page, a->office);
    }
    put(page, " <span class=\"quiet\">");
    if (a && a->channel.len > 0) {
        put(page, "on ");
        text(page, a->channel);
        put(page, " \xC2\xB7 ");
    }
    if (s->claim->window.first != DAY_NONE) {
        claim_days(page, claim);
        put(page, " \xC2\xB7 ");
    }
    if (s->claim->manner != MANNER_NONE) {
        buf_put(page->out, words_manner(s->claim->manner));
        put(page, " \xC2\xB7 ");
    }
    document_name(page, s->document);
    put(page, "</span></figcaption>\n");
}

void page_reactions(const Page *page)
{
    bool open = false;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        if (!is_reaction(page, i))
            continue;
        if (!open) {
            section_open(page, "reactions", "Reactions", NULL);
            put(page, "<div class=\"reactions\">\n");
        }
        open = true;
        put(page, "<figure class=\"reaction party-");
        buf_put(page->out, words_party_key(claim_at(page, i)->claim->party));
        put(page, "\">\n");
        quotation(page, i);
        reaction_source(page, i);
        put(page, "</figure>\n");
    }
    if (open) {
        put(page, "</div>\n");
        section_close(page);
    }
}

static void background_item(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    put(page, "<li>");
    evidence_open(page, claim);
    put(page, "<q class=\"passage\">");
    claim_quote(page, claim);
    put(page, "</q>");
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    if (c->window.first != DAY_NONE) {
        words_window_short(page->out, c->window, page_today(page));
        put(page, " \xC2\xB7 ");
    }
    claim_speaker(page, claim);
    put(page, "</span></li>\n");
}

/* One entry a sentence, whatever kinds of claim it holds. */
static bool background_leads(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    for (uint32_t i = 0; i < claim; i++) {
        const SituationClaim *before = claim_at(page, i);
        bool background = before->claim->background || before->claim->kind == KIND_CONTEXT;
        if (background && before->document == s->document &&
            before->claim->sentence.start == s->claim->sentence.start && !span_is_empty(s->claim->sentence))
            return false;
    }
    return true;
}

void page_background(const Page *page)
{
    bool open = false;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        const SituationClaim *s = claim_at(page, i);
        bool background = s->claim->background || s->claim->kind == KIND_CONTEXT;
        if (!background || s->copy_of >= 0 || !page_shows(page, i) || !background_leads(page, i))
            continue;
        if (!open) {
            section_open(page, "background", "Background",
                         "Older events that the reports mention. None of them enters a figure on this page.");
            put(page, "<ul class=\"open-list\">\n");
        }
        open = true;
        background_item(page, i);
    }
    if (open) {
        put(page, "</ul>\n");
        section_close(page);
    }
}
