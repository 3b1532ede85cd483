/* The evidence: an entry for every figure of the headline and for every claim, each with its own address. */
#include "report/page_parts.h"
#include "report/profile_words.h"

static void claim_line(const Page *page, uint32_t claim)
{
    evidence_open(page, claim);
    claim_sentence(page, claim);
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    claim_speaker(page, claim);
    put(page, "</span>");
}

static void claim_item(const Page *page, uint32_t claim)
{
    put(page, "<li>");
    claim_line(page, claim);
    put(page, "</li>\n");
}

static void claim_list(const Page *page, const char *title, const uint32_t *claims, size_t count)
{
    if (count == 0)
        return;
    buf_format(page->out, "<h4>%s</h4>\n<ul>\n", title);
    for (size_t i = 0; i < count; i++)
        claim_item(page, claims[i]);
    put(page, "</ul>\n");
}

static void claim_chain(const Page *page, const char *title, uint32_t first, const uint32_t *next)
{
    if (first == CLAIM_NONE)
        return;
    buf_format(page->out, "<h4>%s</h4>\n<ul>\n", title);
    for (uint32_t i = first; i != CLAIM_NONE; i = next[i])
        claim_item(page, i);
    put(page, "</ul>\n");
}

/* A figure opens its own sentences: each claim that it rests on with the passage marked. */
static void figure_claims(const Page *page, const char *title, const uint32_t *claims, size_t count)
{
    if (count == 0)
        return;
    buf_format(page->out, "<h4>%s</h4>\n<ul>\n", title);
    for (size_t i = 0; i < count; i++) {
        put(page, "<li>");
        claim_line(page, claims[i]);
        put(page, "<blockquote>");
        claim_passage(page, claims[i], false);
        put(page, "</blockquote></li>\n");
    }
    put(page, "</ul>\n");
}

static void figure_rule(const Page *page, const Estimate *e)
{
    Str words = profile_statement(page->situation->profile, e->rule);
    put(page, "<p class=\"rule\">");
    if (str_present(words)) {
        text(page, words);
        buf_char(page->out, ' ');
    }
    put(page, "<span class=\"quiet\">Rule <code>");
    text(page, e->rule.len > 0 ? e->rule : STR("not named"));
    put(page, "</code></span></p>\n");
    if (e->working.len > 0) {
        put(page, "<p class=\"working\">");
        text(page, e->working);
        put(page, "</p>\n");
    }
    if (e->people.len > 0) {
        put(page, "<p class=\"working\">In review: ");
        text(page, e->people);
        put(page, "</p>\n");
    }
}

static void figure_entry(const Page *page, Outcome outcome, CellKind cell)
{
    const Estimate *e = &page->headline->estimates.cells[outcome][cell];
    put(page, "<article class=\"note\" id=\"");
    figure_id(page, outcome, cell);
    buf_format(page->out, "\">\n<h3><span class=\"note-number\">F%u</span> ", figure_note(page, outcome, cell));
    buf_put(page->out, words_cell(cell));
    put(page, ", ");
    buf_put(page->out, words_outcome(outcome));
    put(page, ": ");
    estimate_words(page, e);
    put(page, "</h3>\n");
    figure_rule(page, e);
    figure_claims(page, e->derived ? "Its terms" : "Made from", e->claims, e->claim_count);
    for (size_t i = 0; i < e->claimed_count; i++)
        figure_claims(page, i == 0 ? "Claimed by a party, not counted" : "Also claimed", e->claimed[i].claims,
                      e->claimed[i].claim_count);
    claim_list(page, "No longer current", e->superseded, e->superseded_count);
    claim_list(page, "Set aside in review, not counted", e->aside, e->aside_count);
    put(page, "</article>\n");
}

/* Same incident, outcome, class and unit: the figures that a claim stands beside. */
static bool competes(const Page *page, uint32_t claim, uint32_t other)
{
    const SituationClaim *a = claim_at(page, claim);
    const SituationClaim *b = claim_at(page, other);
    return claim != other && a->claim->has_count && b->claim->has_count && a->claim->kind == b->claim->kind &&
           a->claim->outcome == b->claim->outcome && a->claim->victim_class == b->claim->victim_class &&
           a->incident == b->incident && a->incident >= 0 && str_equal(a->claim->unit, b->claim->unit) &&
           a->claim->background == b->claim->background && page_shows(page, other);
}

enum { COMPETING_LIMIT = 12 };

static void competing_claims(const Page *page, uint32_t claim)
{
    uint32_t found[COMPETING_LIMIT];
    size_t count = 0;
    int32_t incident = claim_at(page, claim)->incident;
    const Incident *told = incident >= 0 ? &page->situation->incidents[incident] : NULL;
    for (size_t k = 0; told && k < told->claim_count && count < COMPETING_LIMIT; k++) {
        uint32_t i = told->claims[k];
        bool copies = claim_at(page, i)->copy_of >= 0 || claim_at(page, claim)->copy_of == (int32_t)i;
        if (!copies && competes(page, claim, i))
            found[count++] = i;
    }
    claim_list(page, "Other figures for the same", found, count);
}

static void related_claims(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    uint32_t later = (uint32_t)s->superseded_by;
    uint32_t origin = (uint32_t)s->copy_of;
    if (s->superseded_by >= 0)
        claim_list(page, "Superseded by", &later, 1);
    if (s->copy_of >= 0)
        claim_list(page, "A copy of", &origin, 1);
    claim_chain(page, "Supersedes", page->superseded[claim], page->next_superseded);
    claim_chain(page, "Copied in", page->copied[claim], page->next_copied);
    if (s->claim->has_count)
        competing_claims(page, claim);
}

static void speaker_chain(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    const Attribution *a = s->claim->attribution;
    put(page, "<dt>Who says so</dt><dd><a href=\"#");
    document_id(page, s->document);
    put(page, "\">");
    document_name(page, s->document);
    put(page, "</a>");
    for (size_t i = 0; a && i < a->chain_count; i++) {
        put(page, " \xE2\x86\x92 ");
        text(page, a->chain[i]);
    }
    if (a && a->chain_count == 0 && a->speaker.len > 0) {
        put(page, " \xE2\x86\x92 ");
        text(page, a->speaker);
    }
    put(page, a ? "" : ", in its own voice");
    if (s->claim->party != PARTY_NONE) {
        put(page, " <span class=\"quiet\">(");
        buf_put(page->out, words_party_speaking(s->claim->party));
        put(page, ")</span>");
    }
    if (s->claim->stance != STANCE_ASSERTS) {
        put(page, ", ");
        buf_put(page->out, words_stance(s->claim->stance));
    }
    put(page, "</dd>\n");
}

/* Who decided what, when and why; and the figure as it was found. */
static void decided_facts(const Page *page, const Claim *claim)
{
    const ClaimDecided *decided = claim->decided;
    for (size_t i = 0; decided && i < decided->by_count; i++) {
        const Decision *d = decided->by[i];
        put(page, i == 0 ? "<dt>Review</dt>" : "");
        put(page, "<dd>");
        text(page, action_name(d->action));
        put(page, " by ");
        text(page, d->person);
        put(page, ", ");
        moment_write(page->out, (Moment){.seconds = d->made_at, .precision = MOMENT_DAY});
        put(page, ": ");
        text(page, d->reason);
        put(page, "</dd>\n");
    }
    const Claim *found = decided ? decided->found : NULL;
    if (!found || !claim_is_set(claim, FIELD_COUNT) || !found->has_count)
        return;
    put(page, "<dt>As found</dt><dd>");
    words_number(page->out, found->count.low);
    if (found->count.high == INTERVAL_OPEN)
        put(page, " or more");
    else if (found->count.high != found->count.low) {
        put(page, "\xE2\x80\x93");
        words_number(page->out, found->count.high);
    }
    put(page, "</dd>\n");
}

static void claim_facts(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    put(page, "<dl class=\"facts\">\n");
    speaker_chain(page, claim);
    if (c->place) {
        put(page, "<dt>Where</dt><dd>");
        place_name(page, c->place);
        put(page, " <span class=\"quiet\">(");
        buf_put(page->out, words_precision(c->place->place.precision));
        put(page, ")</span></dd>\n");
    }
    if (c->window.first != DAY_NONE || c->window.last != DAY_NONE) {
        put(page, "<dt>When</dt><dd>");
        claim_days(page, claim);
        put(page, "</dd>\n");
    }
    put(page, "<dt>Read as</dt><dd>");
    buf_put(page->out, words_kind(c->kind));
    if (c->status) {
        put(page, ", ");
        words_status(page->out, c->status);
    }
    put(page, c->background ? ", background</dd>\n" : "</dd>\n");
    decided_facts(page, c);
    put(page, "<dt>Rule</dt><dd>");
    rule_link(page, c->rule);
    put(page, ", bytes ");
    words_number(page->out, c->evidence.start);
    put(page, "\xE2\x80\x93");
    words_number(page->out, c->evidence.end);
    put(page, "</dd>\n</dl>\n");
}

/* On the desk: to where the claim is decided on. */
static void review_link(const Page *page, uint32_t claim)
{
    if (!str_present(page->desk))
        return;
    put(page, "<p class=\"review\"><a href=\"");
    text(page, page->desk);
    put(page, "/");
    text(page, claim_at(page, claim)->claim->id);
    put(page, "\">Open this claim</a></p>\n");
}

static void claim_entry(const Page *page, uint32_t claim)
{
    put(page, "<article class=\"note\" id=\"");
    evidence_id(page, claim);
    buf_format(page->out, "\">\n<h3><span class=\"note-number\">%u</span> ",
               figure_note(page, OUTCOME_COUNT_, CELL_ALL) + claim + 1);
    claim_sentence(page, claim);
    put(page, "</h3>\n<blockquote class=\"source-text\"><p>");
    claim_passage(page, claim, true);
    put(page, "</p></blockquote>\n");
    claim_facts(page, claim);
    related_claims(page, claim);
    review_link(page, claim);
    put(page, "</article>\n");
}

/* Claims [first, last) are of one report. */
static void report_entries(const Page *page, uint32_t first, uint32_t last)
{
    put(page, "<details class=\"more\"><summary>");
    document_name(page, claim_at(page, first)->document);
    put(page, " <span class=\"quiet\">");
    words_counted(page->out, last - first, "passage");
    put(page, "</span></summary>\n<div class=\"notes\">\n");
    for (uint32_t i = first; i < last; i++)
        claim_entry(page, i);
    put(page, "</div>\n");
    fold_close(page);
}

static uint32_t end_of_report(const Page *page, uint32_t claim)
{
    uint32_t end = claim + 1;
    while (end < page->situation->claim_count && claim_at(page, end)->document == claim_at(page, claim)->document)
        end++;
    return end;
}

/* Many entries are folded under their reports, and many reports in turn. */
static void folded_entries(const Page *page)
{
    uint32_t count = (uint32_t)page->situation->claim_count;
    size_t reports = 0;
    for (uint32_t i = 0; i < count; i = end_of_report(page, i))
        reports++;
    FoldedList list = folded_begin(page, "", "", reports, list_shown(reports));
    for (uint32_t i = 0; i < count;) {
        uint32_t end = end_of_report(page, i);
        folded_item(&list);
        report_entries(page, i, end);
        i = end;
    }
    folded_end(&list);
}

void page_appendix(const Page *page)
{
    enum { MOST_ENTRIES = 100 };
    const Situation *s = page->situation;
    section_open(
        page, "evidence", "Evidence",
        "Each entry gives the sentence a figure came from, with the passage marked, who says so, and the rule that read it.");
    if (s->claim_count == 0)
        put(page, "<p>No claim was found, so there is no passage to show.</p>\n");
    put(page, "<div class=\"notes\">\n");
    for (unsigned o = OUTCOME_KILLED; page->headline && o < OUTCOME_COUNT_; o++) {
        for (unsigned c = 0; c < CELL_COUNT_; c++) {
            if (page->headline->estimates.cells[o][c].present)
                figure_entry(page, (Outcome)o, (CellKind)c);
        }
    }
    for (uint32_t i = 0; i < s->claim_count && s->claim_count <= MOST_ENTRIES; i++)
        claim_entry(page, i);
    put(page, "</div>\n");
    if (s->claim_count > MOST_ENTRIES)
        folded_entries(page);
    section_close(page);
}
