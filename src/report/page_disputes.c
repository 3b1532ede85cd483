/* What is disputed, in plain sentences: one entry a conflict, with the claims that can't all be true. */
#include "base/map.h"
#include "report/page_parts.h"

void dispute_claim(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    if (c->outcome != OUTCOME_NONE || c->has_count)
        claim_sentence(page, claim);
    else
        claim_quote(page, claim, QUOTE_BYTES);
}

/* "at least 10 …", who, when: one line that opens its evidence. */
static void claim_line(const Page *page, uint32_t claim)
{
    put(page, "<li>");
    const Claim *c = claim_at(page, claim)->claim;
    evidence_open(page, claim);
    dispute_claim(page, claim);
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    claim_speaker(page, claim);
    if (window_is_known(c->window)) {
        put(page, ", for ");
        words_window_short(page->out, c->window, page_today(page));
    }
    put(page, "</span></li>\n");
}

static bool compares_figures(const Conflict *conflict)
{
    return conflict->kind == CONFLICT_NUMBERS || conflict->kind == CONFLICT_WITHIN_PAGE;
}

void dispute_words(const Page *page, const Conflict *conflict)
{
    static const CellKind CELLS[CLASS_COUNT_] = {CELL_ALL, CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT, CELL_ALL};
    const Claim *first = conflict->claim_count > 0 ? claim_at(page, conflict->claims[0])->claim : NULL;
    if (!compares_figures(conflict) || !first || first->outcome == OUTCOME_NONE) {
        text(page, conflict->note);
        return;
    }
    buf_put(page->out, words_cell(CELLS[first->victim_class]));
    buf_char(page->out, ' ');
    buf_put(page->out, words_outcome(first->outcome));
    put(page, ": ");
    for (size_t i = 0; i < conflict->claim_count; i++) {
        put(page, i > 0 ? " against " : "");
        claim_figure(page, conflict->claims[i]);
    }
}

/* "The ministry denied it and accused the front": one sentence that tells both sides is quoted once. */
static bool is_quoted_before(const Page *page, const Conflict *conflict, size_t at)
{
    const SituationClaim *s = claim_at(page, conflict->claims[at]);
    for (size_t i = 0; i < at; i++) {
        const SituationClaim *before = claim_at(page, conflict->claims[i]);
        if (s->claim->kind != KIND_CASUALTY && before->claim->kind != KIND_CASUALTY &&
            before->document == s->document && before->claim->sentence.start == s->claim->sentence.start &&
            !span_is_empty(s->claim->sentence))
            return true;
    }
    return false;
}

static void conflict_entry(const Page *page, const Conflict *conflict)
{
    put(page, "<li>\n<p class=\"dispute\">");
    buf_put(page->out, words_conflict(conflict->kind));
    put(page, " <span class=\"dispute-note\">");
    dispute_words(page, conflict);
    put(page, "</span>");
    put(page, "</p>\n");
    if (conflict->claim_count > 0) {
        put(page, "<ul>\n");
        for (size_t i = 0; i < conflict->claim_count; i++)
            if (!is_quoted_before(page, conflict, i))
                claim_line(page, conflict->claims[i]);
        put(page, "</ul>\n");
    } else if (conflict->document >= 0) {
        uint32_t document = (uint32_t)conflict->document;
        Str all = document_of(page, document)->text;
        put(page, "<p class=\"quiet\">");
        if (!span_is_empty(conflict->span) && conflict->span.end <= all.len) {
            put(page, "<q>");
            text(page, span_text(all, conflict->span));
            put(page, "</q> ");
        }
        put(page, "in <a href=\"#");
        document_id(page, document);
        put(page, "\">");
        document_name(page, document);
        put(page, "</a></p>\n");
    }
    put(page, "</li>\n");
}

static const char *nothing_disputed(const Situation *s)
{
    if (s->claim_count == 0)
        return "<p>No claim was found, so there is nothing to compare.</p>\n";
    return s->document_count == 1 ? "<p>This report does not contradict itself.</p>\n"
                                  : "<p>These reports do not contradict each other.</p>\n";
}

/* What the entry says, without where its links lead: the same for conflicts that read alike. */
static Str conflict_key(Buf *key, const Page *page, const Conflict *conflict)
{
    Page plain = *page;
    plain.out = key;
    buf_clear(key);
    buf_format(key, "%d %d ", (int)conflict->kind, (int)conflict->document);
    if (conflict->claim_count == 0)
        buf_format(key, "%u ", conflict->span.start);
    dispute_words(&plain, conflict);
    for (size_t i = 0; i < conflict->claim_count; i++) {
        const SituationClaim *s = claim_at(page, conflict->claims[i]);
        buf_format(key, " %u %ld ", s->document, (long)s->claim->window.first);
        claim_sentence(&plain, conflict->claims[i]);
        claim_speaker(&plain, conflict->claims[i]);
    }
    return buf_str(key);
}

/* The first of those that read alike. Returns how many. */
static size_t unlike(const Page *page, const Conflict **kept)
{
    const Situation *s = page->situation;
    Map *seen = map_create(page->arena);
    Buf key = {0};
    size_t count = 0;
    for (size_t i = 0; i < s->conflict_count; i++) {
        if (map_add(seen, conflict_key(&key, page, &s->conflicts[i])) > count)
            kept[count++] = &s->conflicts[i];
    }
    buf_free(&key);
    return count;
}

void page_disputes(const Page *page)
{
    const Situation *s = page->situation;
    section_open(page, "disputed", "What is disputed", NULL);
    if (s->conflict_count == 0) {
        put(page, nothing_disputed(s));
        section_close(page);
        return;
    }
    const Conflict **conflicts = ARENA_ARRAY(page->arena, const Conflict *, s->conflict_count);
    size_t count = unlike(page, conflicts);
    FoldedList list = folded_begin(page, "<ol class=\"disputes\">\n", "</ol>\n", count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        conflict_entry(page, conflicts[i]);
    }
    folded_end(&list);
    section_close(page);
}
