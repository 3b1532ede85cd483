/* Reactions as quotations with office, channel and day; and the background, visibly apart. */
#include "report/page_parts.h"

enum { REACTION_BYTES = 360 }; /* of a longer passage the rest stands in its evidence */

static bool is_statement(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    return s->claim->kind == KIND_STATEMENT && !s->claim->background && s->copy_of < 0 && page_shows(page, claim);
}

/* The claims of one report are neighbours: [first, end) of the report that holds the claim. */
static void report_claims(const Page *page, uint32_t claim, uint32_t *first, uint32_t *end)
{
    uint32_t document = claim_at(page, claim)->document;
    *first = claim;
    *end = claim + 1;
    while (*first > 0 && claim_at(page, *first - 1)->document == document)
        (*first)--;
    while (*end < page->situation->claim_count && claim_at(page, *end)->document == document)
        (*end)++;
}

/* Of statements that overlap in one report the longest is printed, then the first. */
static bool is_reaction(const Page *page, uint32_t claim)
{
    Span own = claim_at(page, claim)->claim->evidence;
    uint32_t first = 0;
    uint32_t end = 0;
    if (!is_statement(page, claim))
        return false;
    report_claims(page, claim, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        Span span = claim_at(page, i)->claim->evidence;
        if (i == claim || !is_statement(page, i) || !span_overlaps(own, span))
            continue;
        uint32_t longer = span.end - span.start;
        uint32_t length = own.end - own.start;
        if (longer > length || (longer == length && i < claim))
            return false;
    }
    return true;
}

/* The length of the quotation mark that s begins (or ends) with, 0 where it has none. */
static size_t mark_length(Str s, bool at_end)
{
    static const char *const MARKS[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        Str mark = str_from(MARKS[i]);
        if (at_end ? str_ends(s, mark) : str_begins(s, mark))
            return mark.len;
    }
    return 0;
}

/* Without the quotation marks around the whole of it: the page sets its own. */
static Str without_marks(Str s)
{
    s = str_trim(s);
    size_t front = mark_length(s, false);
    size_t back = mark_length(s, true);
    return front > 0 && back > 0 && front + back < s.len ? str_slice(s, front, s.len - back) : s;
}

/* What was said: of a direct quotation the quoted content, else the whole passage. */
static void quotation(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    const Attribution *a = c->attribution;
    if (c->manner != MANNER_DIRECT || !a || a->content_count == 0) {
        text_cut(page, str_trim(claim_text(page, claim, c->evidence)), REACTION_BYTES);
        return;
    }
    for (size_t i = 0; i < a->content_count; i++) {
        put(page, i > 0 ? " \xE2\x80\xA6 " : "");
        text(page, without_marks(claim_text(page, claim, a->content[i])));
    }
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
        text(page, a->channel);
        put(page, " \xC2\xB7 ");
    }
    if (s->claim->window.first != DAY_NONE) {
        claim_days(page, claim);
        put(page, " \xC2\xB7 ");
    }
    document_name(page, s->document);
    put(page, "</span></figcaption>\n");
}

static void reaction(const Page *page, uint32_t claim)
{
    bool direct = claim_at(page, claim)->claim->manner == MANNER_DIRECT;
    put(page, "<figure class=\"reaction\">\n");
    put(page, direct ? "<blockquote class=\"said\"><p>" : "<blockquote class=\"said paraphrase\"><p>");
    evidence_open(page, claim);
    quotation(page, claim);
    evidence_close(page);
    put(page, "</p></blockquote>\n");
    reaction_source(page, claim);
    put(page, "</figure>\n");
}

static bool in_group(const Page *page, uint32_t claim, size_t group)
{
    Manner manner = claim_at(page, claim)->claim->manner;
    bool quoted = manner == MANNER_DIRECT || manner == MANNER_MIXED;
    return is_reaction(page, claim) && quoted == (group == 0);
}

static void reaction_group(const Page *page, const char *heading, const uint32_t *claims, size_t count)
{
    if (count == 0)
        return;
    put(page, heading);
    FoldedList list = folded_begin(page, "<div class=\"reactions\">\n", "</div>\n", count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        reaction(page, claims[i]);
    }
    folded_end(&list);
}

void page_reactions(const Page *page)
{
    static const char *const HEADS[] = {"<h3>Quoted</h3>\n", "<h3>In the reports\xE2\x80\x99 words</h3>\n"};
    uint32_t *claims = ARENA_ARRAY(page->arena, uint32_t, page->situation->claim_count + 1);
    size_t ends[2] = {0};
    size_t count = 0;
    for (size_t group = 0; group < 2; group++) {
        for (uint32_t i = 0; i < page->situation->claim_count; i++) {
            if (in_group(page, i, group))
                claims[count++] = i;
        }
        ends[group] = count;
    }
    if (count == 0)
        return;
    section_open(page, "reactions", "Reactions", NULL);
    reaction_group(page, HEADS[0], claims, ends[0]);
    reaction_group(page, HEADS[1], claims + ends[0], count - ends[0]);
    section_close(page);
}

static void background_item(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    put(page, "<li>");
    evidence_quote(page, claim);
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
    for (uint32_t i = claim; i-- > 0 && claim_at(page, i)->document == s->document;) {
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
    uint32_t *claims = ARENA_ARRAY(page->arena, uint32_t, page->situation->claim_count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        const SituationClaim *s = claim_at(page, i);
        bool background = s->claim->background || s->claim->kind == KIND_CONTEXT;
        if (background && s->copy_of < 0 && page_shows(page, i) && background_leads(page, i))
            claims[count++] = i;
    }
    if (count == 0)
        return;
    section_open(page, "background", "Background",
                 "Older events that the reports mention. None of them enters a figure on this page.");
    FoldedList list = folded_begin(page, "<ul class=\"open-list\">\n", "</ul>\n", count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        background_item(page, claims[i]);
    }
    folded_end(&list);
    section_close(page);
}
