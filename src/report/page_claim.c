/* A claim in words: its figure, speaker, days, quotation and passage. */
#include "assemble/basis/traits.h"
#include "assemble/figure/version.h"
#include "report/page_parts.h"

enum { AROUND_BYTES = 100 };

/* A hedged number as the report put it, told from its form: the interval alone has lost "around". */
static void figure_words(Buf *out, const Claim *claim)
{
    switch (claim->count_form) {
    case COUNT_MORE_THAN:
        buf_put(out, STR("more than "));
        words_number(out, claim->count.low > 0 ? claim->count.low - 1 : 0);
        return;
    case COUNT_NEARLY:
        buf_put(out, STR("nearly "));
        words_number(out, claim->count.high + 1);
        return;
    case COUNT_AROUND:
        buf_put(out, STR("around "));
        words_number(out, claim->count.low + (claim->count.high - claim->count.low) / 2);
        return;
    case COUNT_EXACT:
    case COUNT_AT_LEAST:
    case COUNT_UP_TO:
    case COUNT_RANGE:
    case COUNT_WORD:
    case COUNT_DESCRIBED:
    case COUNT_FORMS: words_interval(out, claim->count); return;
    }
}

void claim_figure(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    Str printed = claim_text(page, claim, c->count_span);
    if (!c->has_count)
        put(page, "no number");
    else if (c->count_form == COUNT_WORD && str_present(printed))
        text(page, printed); /* words stay words */
    else
        figure_words(page->out, c);
}

/* The word of the count is all that names the people: "inmates were caught", "dozens were hurt". */
static bool is_word_alone(const Claim *c)
{
    return c->has_count && c->count_form == COUNT_WORD && !span_is_empty(c->count_span) && !span_is_empty(c->victims) &&
           span_holds(c->count_span, c->victims);
}

bool claim_counts_by_noun(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    bool nothing_printed = c->has_count && c->count_form == COUNT_WORD && span_is_empty(c->count_span);
    return nothing_printed || (is_word_alone(c) && c->count.low <= 2 && c->count.high == INTERVAL_OPEN);
}

/* Whom it is about, behind a number; what the word for them leaves out stands in brackets behind. */
static void casualty_people(const Page *page, const Claim *c)
{
    bool one = c->has_count && c->count.low == 1 && c->count.high == 1;
    Str sort = words_subgroup(c->has_count ? claim_groups(c) : 0, one);
    if (c->unit.len > 0 && !str_equal(c->unit, STR("people")))
        text(page, c->unit);
    else
        buf_put(page->out, str_present(sort) ? sort : words_victims(c->victim_class, one));
}

static void casualty_brackets(const Page *page, const Claim *c, bool word_alone)
{
    unsigned all = claim_groups(c);
    bool several = c->has_count && all && !str_present(words_subgroup(all, false));
    bool class_too = word_alone && !all && c->victim_class != CLASS_UNKNOWN;
    if (several || class_too || (word_alone && all)) {
        put(page, " (");
        if (class_too)
            buf_put(page->out, words_class(c->victim_class));
        else
            words_subgroups(page->out, all);
        put(page, ")");
    }
    if (c->among) {
        put(page, ", ");
        words_among(page->out, c->among);
    }
}

/* "Dozens" takes an "of" before people, "several" and "numerous" do not. */
static bool is_measure(Str printed)
{
    return str_ends(printed, STR("s")) && !str_ends(printed, STR("ss")) && !str_ends(printed, STR("us"));
}

static void casualty_sentence(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    bool word_alone = is_word_alone(c) && !claim_counts_by_noun(page, claim);
    if (c->has_count && !claim_counts_by_noun(page, claim)) {
        claim_figure(page, claim);
        bool word = c->count_form == COUNT_WORD && !word_alone;
        put(page, word && is_measure(claim_text(page, claim, c->count_span)) ? " of " : " ");
    }
    if (!word_alone) {
        casualty_people(page, c);
        buf_char(page->out, ' ');
    }
    buf_put(page->out, words_outcome(c->outcome));
    casualty_brackets(page, c, word_alone);
}

static void joined(const Page *page, const Str *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            put(page, ", ");
        text(page, items[i]);
    }
}

static void event_sentence(const Page *page, const Claim *c, uint32_t claim)
{
    if (c->kind == KIND_DISRUPTION) {
        put(page, c->type.len > 0 ? "disruption of " : "disruption");
        text(page, c->type);
    }
    if (c->has_count) {
        put(page, c->kind == KIND_DISRUPTION ? ", " : "");
        claim_figure(page, claim);
        buf_char(page->out, ' ');
        Str unit = c->unit.len > 0 || c->kind == KIND_DISRUPTION ? c->unit : c->type;
        bool one = c->count.low == 1 && c->count.high == 1 && str_ends(unit, STR("s"));
        text(page, one ? str_slice(unit, 0, unit.len - 1) : unit);
    } else if (c->kind != KIND_DISRUPTION) {
        text(page, c->type.len > 0 ? c->type : words_kind(c->kind));
    }
    if (c->target_count > 0 && !c->has_count) {
        put(page, " on ");
        joined(page, c->targets, c->target_count);
    }
}

void claim_sentence(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    bool event = c->kind == KIND_ATTACK || c->kind == KIND_DISRUPTION;
    if (c->outcome != OUTCOME_NONE) {
        casualty_sentence(page, claim);
    } else if (event || c->has_count) {
        event_sentence(page, c, claim);
    } else {
        buf_put(page->out, words_kind(c->kind));
        if (c->kind == KIND_RESPONSIBILITY && c->perpetrator_count > 0) {
            put(page, ": ");
            joined(page, c->perpetrators, c->perpetrator_count);
        }
    }
    if ((event || c->kind == KIND_CASUALTY) && c->stance != STANCE_ASSERTS)
        put(page, c->stance == STANCE_DENIES ? ", denied" : ", not confirmed");
    unsigned told = c->status & (STATUS_PRELIMINARY | STATUS_ATTEMPTED | STATUS_FOILED | STATUS_ALLEGED);
    if (told) {
        put(page, ", ");
        words_status(page->out, told);
    }
    if (c->decided) {
        put(page, ", ");
        buf_put(page->out, verdict_name(c->decided->verdict));
        put(page, " in review");
    }
}

Str claim_first_speaker(const Page *page, uint32_t claim)
{
    const Attribution *a = claim_at(page, claim)->claim->attribution;
    if (!a)
        return STR_NONE;
    if (a->speaker.len > 0)
        return a->speaker;
    return a->group.len > 0 ? a->group : STR_NONE;
}

void page_claimant(const Page *page, const Incident *incident, const ClaimedFigure *claimed)
{
    Buf name = {0};
    words_claimant(&name, claimed->party, version_claimant(page->situation, incident, claimed));
    text(page, buf_str(&name));
    buf_free(&name);
}

void claim_speaker(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    Str speaker = claim_first_speaker(page, claim);
    if (str_present(speaker)) {
        text(page, speaker);
        put(page, ", in ");
    } else if (s->claim->party != PARTY_NONE) {
        buf_put(page->out, words_party_speaking(s->claim->party));
        put(page, ", in ");
    }
    document_name(page, s->document);
}

void claim_days(const Page *page, uint32_t claim)
{
    words_window_short(page->out, claim_at(page, claim)->claim->window, page_today(page));
}

/* The same figure twice in one report, as in headline and text: the later is not listed again. */
bool claim_repeats(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    for (uint32_t i = claim; i > 0; i--) {
        const SituationClaim *before = claim_at(page, i - 1);
        if (before->document != s->document)
            return false;
        if (before->claim->outcome == s->claim->outcome && before->claim->victim_class == s->claim->victim_class &&
            before->claim->kind == s->claim->kind && before->claim->has_count && s->claim->has_count &&
            str_equal(before->claim->unit, s->claim->unit) && interval_equal(before->claim->count, s->claim->count) &&
            window_equal(before->claim->window, s->claim->window) && before->claim->subgroups == s->claim->subgroups)
            return true;
    }
    return false;
}

/* Kinds that tell of the same thing, so that one sentence is quoted once. */
static bool same_family(ClaimKind a, ClaimKind b)
{
    static const unsigned EVENTS = 1U << KIND_ATTACK | 1U << KIND_DISRUPTION | 1U << KIND_RESPONSE;
    static const unsigned BLAME = 1U << KIND_RESPONSIBILITY | 1U << KIND_ACCUSATION | 1U << KIND_DENIAL;
    unsigned both = 1U << a | 1U << b;
    return a == b || (both & EVENTS) == both || (both & BLAME) == both;
}

bool claim_leads(const Page *page, uint32_t claim)
{
    const SituationClaim *s = claim_at(page, claim);
    for (uint32_t i = claim; i > 0; i--) {
        const SituationClaim *before = claim_at(page, i - 1);
        if (before->document != s->document)
            break;
        if (same_family(before->claim->kind, s->claim->kind) &&
            before->claim->sentence.start == s->claim->sentence.start &&
            before->claim->background == s->claim->background && !span_is_empty(s->claim->sentence))
            return false;
    }
    return true;
}

static bool opens_with_quote(Str words)
{
    static const char *const MARKS[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\"", "'", "\xC2\xAB"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
        if (str_begins(words, str_from(MARKS[i])))
            return true;
    return false;
}

void claim_quote(const Page *page, uint32_t claim, size_t limit_bytes)
{
    const Claim *c = claim_at(page, claim)->claim;
    Span span = span_join(c->sentence, c->evidence);
    bool cut = c->evidence.end > span.start + limit_bytes;
    span.start = cut ? c->evidence.start : span.start;
    Str bullet = STR("\xE2\x80\xA2");
    Str words = str_trim(claim_text(page, claim, span));
    words = str_begins(words, bullet) ? str_trim(str_drop(words, bullet.len)) : words;
    put(page, !cut && opens_with_quote(words) ? "<q class=\"passage marked\">" : "<q class=\"passage\">");
    put(page, cut ? "\xE2\x80\xA6" : "");
    text_cut(page, words, limit_bytes);
    put(page, "</q>");
}

void evidence_quote(const Page *page, uint32_t claim)
{
    evidence_open(page, claim);
    claim_quote(page, claim, QUOTE_BYTES);
    evidence_close(page);
}

void incident_title(const Page *page, const Incident *incident)
{
    Str event = traits_event(incident);
    Str type = event.len > 0 && !str_equal(event, STR("other")) ? event : STR("incident");
    bool foiled = incident->status & STATUS_FOILED;
    bool attempted = !foiled && (incident->status & STATUS_ATTEMPTED);
    if (foiled || attempted) {
        put(page, foiled ? "Foiled " : "Attempted ");
        text(page, type);
    } else {
        buf_char(page->out, char_upper(type.ptr[0]));
        text(page, str_drop(type, 1));
    }
    if (incident->place) {
        put(page, incident->place->place.precision == PRECISION_NEAR ? " " : " in ");
        place_name(page, incident->place);
    }
}

void incident_table_open(const Page *page, const char *label, const char *heading)
{
    buf_format(
        page->out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table class=\"incidents stacked\">\n"
        "<thead><tr><th scope=\"col\">Incident</th><th scope=\"col\">Where and when</th>"
        "<th scope=\"col\">Killed</th><th scope=\"col\">of them civilians</th><th scope=\"col\">security forces</th>"
        "<th scope=\"col\">fighters</th><th scope=\"col\">Who did it</th>",
        label);
    if (heading)
        buf_format(page->out, "<th scope=\"col\">%s</th>", heading);
    put(page, "</tr></thead>\n<tbody>\n");
}

void incident_table_close(const Page *page)
{
    put(page, "</tbody></table></div>\n");
}

void incident_killed_cells(const Page *page, const Incident *incident, KilledWords *words, const void *context)
{
    static const CellKind CLASSES[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT};
    enum { COUNT = sizeof CLASSES / sizeof *CLASSES };
    const Estimate *killed = incident->estimates.cells[OUTCOME_KILLED];
    bool by_class = false;
    for (size_t i = 0; i < COUNT; i++)
        by_class = by_class || killed[CLASSES[i]].present;
    bool told = by_class || killed[CELL_ALL].present;
    buf_format(page->out, "<td colspan=\"%d\" data-label=\"Killed\"><div>", told ? 1 : COUNT + 1);
    words(context, incident, &killed[CELL_ALL]);
    put(page, "</div></td>");
    for (size_t i = 0; i < COUNT && by_class; i++) {
        put(page, "<td data-label=\"");
        buf_put(page->out, words_cell(CLASSES[i]));
        put(page, " killed\"><div>");
        words(context, incident, &killed[CLASSES[i]]);
        put(page, "</div></td>");
    }
    if (told && !by_class)
        buf_format(page->out,
                   "<td colspan=\"%d\" data-label=\"Of them\"><span class=\"quiet\">not told apart</span></td>", COUNT);
}

void incident_where_and_when(const Page *page, const Incident *incident)
{
    put(page, "<div>");
    if (incident->place) {
        place_name(page, incident->place);
        if (incident->place->place.precision != PRECISION_EXACT) {
            put(page, " <span class=\"quiet\">(");
            buf_put(page->out, words_precision(incident->place->place.precision));
            put(page, ")</span>");
        }
    } else {
        put(page, "<span class=\"quiet\">not placed</span>");
    }
    put(page, "<br>");
    words_window_short(page->out, incident->window, page_today(page));
    put(page, "</div>");
}

/* The index of the sentence that holds the offset, or the count. */
static size_t sentence_at(const Extraction *extraction, uint32_t offset)
{
    for (size_t i = 0; i < extraction->sentence_count; i++) {
        if (extraction->sentences[i].start <= offset && offset < extraction->sentences[i].end)
            return i;
    }
    return extraction->sentence_count;
}

/* A sentence beside that of the passage: the headline, which is kept behind the text, stands beside none of it. */
static void neighbour(const Page *page, const Extraction *extraction, size_t sentence, Span of)
{
    const Document *document = extraction->document;
    if (sentence >= extraction->sentence_count ||
        document_in_headline(document, extraction->sentences[sentence]) != document_in_headline(document, of))
        return;
    put(page, " <span class=\"near\">");
    text_cut(page, span_text(document->text, extraction->sentences[sentence]), AROUND_BYTES);
    put(page, "</span> ");
}

void claim_passage(const Page *page, uint32_t claim, bool around)
{
    const SituationClaim *s = claim_at(page, claim);
    const Extraction *extraction = page->situation->documents[s->document].extraction;
    Str all = extraction->document->text;
    Span passage = s->claim->evidence;
    Span whole = span_join(s->claim->sentence, passage);
    if (span_is_empty(passage) || whole.end > all.len)
        return;
    if (around && sentence_at(extraction, whole.start) != extraction->sentence_count) {
        size_t first = sentence_at(extraction, whole.start);
        neighbour(page, extraction, first > 0 ? first - 1 : extraction->sentence_count, whole);
    }
    text(page, str_slice(all, whole.start, passage.start));
    put(page, "<mark>");
    text(page, span_text(all, passage));
    put(page, "</mark>");
    text(page, str_slice(all, passage.end, whole.end));
    if (around && sentence_at(extraction, whole.end - 1) != extraction->sentence_count)
        neighbour(page, extraction, sentence_at(extraction, whole.end - 1) + 1, whole);
}
