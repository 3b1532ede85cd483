/* Links from what is printed to its evidence, and a claim's figure, speaker and passage in words. */
#include "report/page_parts.h"

void put(const Page *page, const char *html)
{
    buf_put(page->out, str_from(html));
}

void text(const Page *page, Str source_text)
{
    buf_html(page->out, source_text);
}

const SituationClaim *claim_at(const Page *page, uint32_t claim)
{
    return &page->situation->claims[claim];
}

const Document *document_of(const Page *page, uint32_t document)
{
    return page->situation->documents[document].extraction->document;
}

Str claim_text(const Page *page, uint32_t claim, Span span)
{
    Str all = document_of(page, claim_at(page, claim)->document)->text;
    if (span_is_empty(span) || span.end > all.len)
        return STR_NONE;
    return span_text(all, span);
}

Day page_today(const Page *page)
{
    Window window = moment_window(page->situation->as_of);
    return window.last;
}

bool page_shows(const Page *page, uint32_t claim)
{
    return !page->situation->documents[claim_at(page, claim)->document].after_as_of;
}

bool page_claim_is_copy(const Page *page, uint32_t claim)
{
    return claim_at(page, claim)->copy_of >= 0;
}

void section_open(const Page *page, const char *id, const char *title, const char *explain)
{
    buf_format(page->out, "<section id=\"%s\" aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">%s</h2>\n", id, id, id, title);
    if (explain)
        buf_format(page->out, "<p class=\"explain\">%s</p>\n", explain);
}

void section_close(const Page *page)
{
    put(page, "</section>\n");
}

void evidence_id(const Page *page, uint32_t claim)
{
    Str id = claim_at(page, claim)->claim->id;
    put(page, "claim-");
    if (id.len > 0)
        text(page, id);
    else
        buf_int(page->out, claim);
}

/* Figures come first among the notes, then the claims in the situation's order. */
static unsigned figure_notes(const Page *page)
{
    return figure_note(page, OUTCOME_COUNT_, 0);
}

void evidence_open(const Page *page, uint32_t claim)
{
    put(page, "<a class=\"ev\" href=\"#");
    evidence_id(page, claim);
    buf_format(page->out, "\" data-note=\"%u\">", figure_notes(page) + claim + 1);
}

void evidence_close(const Page *page)
{
    put(page, "</a>");
}

void figure_id(const Page *page, Outcome outcome, CellKind cell)
{
    static const char *const CELL_KEYS[CELL_COUNT_] = {"all", "civilian", "security", "militant", "women", "children"};
    put(page, "figure-");
    buf_put(page->out, outcome_name(outcome));
    buf_char(page->out, '-');
    put(page, CELL_KEYS[cell]);
}

/* Called with OUTCOME_COUNT_ it is the number of figures that have a note. */
unsigned figure_note(const Page *page, Outcome outcome, CellKind cell)
{
    unsigned note = 0;
    if (!page->headline)
        return 0;
    for (unsigned o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        for (unsigned c = 0; c < CELL_COUNT_; c++) {
            if (!page->headline->estimates.cells[o][c].present)
                continue;
            note++;
            if (o == outcome && c == cell)
                return note;
        }
    }
    return note;
}

void incident_id(const Page *page, const Incident *incident)
{
    put(page, "incident-");
    if (incident->id.len > 0)
        text(page, incident->id);
    else
        buf_int(page->out, incident - page->situation->incidents);
}

void document_id(const Page *page, uint32_t document)
{
    buf_format(page->out, "source-%u", document + 1);
}

enum { NAME_BYTES = 34, QUOTE_BYTES = 170, AROUND_BYTES = 100 };

/* At most limit bytes, ending at a word, with an ellipsis where something was left out. */
static void text_cut(const Page *page, Str s, size_t limit)
{
    s = str_trim(s);
    if (s.len <= limit) {
        text(page, s);
        return;
    }
    size_t end = limit;
    while (end > 0 && !char_is_space(s.ptr[end]))
        end--;
    while (end > 0 && (char_is_space(s.ptr[end - 1]) || memchr(",:;-", s.ptr[end - 1], 4)))
        end--;
    text(page, str_slice(s, 0, end));
    put(page, "\xE2\x80\xA6");
}

void document_name(const Page *page, uint32_t document)
{
    const Document *d = document_of(page, document);
    if (d->publisher.len > 0) {
        text(page, d->publisher);
    } else if (d->title.len > 0) {
        text_cut(page, d->title, NAME_BYTES);
    } else if (d->path.len > 0) {
        size_t start = d->path.len;
        while (start > 0 && d->path.ptr[start - 1] != '/')
            start--;
        text(page, str_drop(d->path, start));
    } else {
        text(page, d->id);
    }
}

void place_name(const Page *page, const PlaceMention *place)
{
    if (!place) {
        put(page, "place not named");
        return;
    }
    if (place->place.precision == PRECISION_NEAR)
        put(page, "near ");
    text(page, place->place.name);
}

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

bool claim_counts_by_noun(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    return c->has_count && c->count_form == COUNT_WORD &&
           (span_is_empty(c->count_span) || (!span_is_empty(c->victims) && span_holds(c->count_span, c->victims)));
}

static void casualty_sentence(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    bool one = c->has_count && c->count.low == 1 && c->count.high == 1;
    if (c->has_count && !claim_counts_by_noun(page, claim)) {
        claim_figure(page, claim);
        buf_char(page->out, ' ');
    }
    bool people = c->unit.len == 0 || str_equal(c->unit, STR("people"));
    if (people)
        buf_put(page->out, words_victims(c->victim_class, one));
    else
        text(page, c->unit);
    buf_char(page->out, ' ');
    buf_put(page->out, words_outcome(c->outcome));
    if (c->subgroups && c->has_count) {
        put(page, " (");
        words_subgroups(page->out, c->subgroups);
        put(page, ")");
    }
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
    if (c->has_count) {
        claim_figure(page, claim);
        buf_char(page->out, ' ');
        Str unit = c->unit.len > 0 ? c->unit : c->type;
        bool one = c->count.low == 1 && c->count.high == 1 && str_ends(unit, STR("s"));
        text(page, one ? str_slice(unit, 0, unit.len - 1) : unit);
    } else if (c->kind == KIND_DISRUPTION) {
        put(page, c->type.len > 0 ? "disruption of " : "disruption");
        text(page, c->type);
    } else {
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
    unsigned told = c->status & (STATUS_PRELIMINARY | STATUS_ATTEMPTED | STATUS_FOILED | STATUS_ALLEGED);
    if (told) {
        put(page, ", ");
        words_status(page->out, told);
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
            interval_equal(before->claim->count, s->claim->count) &&
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

void claim_quote(const Page *page, uint32_t claim)
{
    const Claim *c = claim_at(page, claim)->claim;
    Span span = span_join(c->sentence, c->evidence);
    if (c->evidence.end > span.start + QUOTE_BYTES) {
        put(page, "\xE2\x80\xA6");
        span.start = c->evidence.start;
    }
    Str words = str_trim(claim_text(page, claim, span));
    Str bullet = STR("\xE2\x80\xA2");
    text_cut(page, str_begins(words, bullet) ? str_drop(words, bullet.len) : words, QUOTE_BYTES);
}

void incident_title(const Page *page, const Incident *incident)
{
    bool named = incident->type.len > 0 && !str_equal(incident->type, STR("other"));
    Str type = named ? incident->type : STR("incident");
    bool foiled = incident->status & STATUS_FOILED;
    bool attempted = !foiled && (incident->status & STATUS_ATTEMPTED);
    if (foiled || attempted) {
        put(page, foiled ? "Foiled " : "Attempted ");
        text(page, type);
    } else {
        buf_char(page->out, type.ptr[0] >= 'a' && type.ptr[0] <= 'z' ? (char)(type.ptr[0] & 0x5F) : type.ptr[0]);
        text(page, str_drop(type, 1));
    }
    if (incident->place) {
        put(page, incident->place->place.precision == PRECISION_NEAR ? " " : " in ");
        place_name(page, incident->place);
    }
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

static void neighbour(const Page *page, const Extraction *extraction, size_t sentence)
{
    if (sentence >= extraction->sentence_count)
        return;
    put(page, " <span class=\"near\">");
    text_cut(page, span_text(extraction->document->text, extraction->sentences[sentence]), AROUND_BYTES);
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
        neighbour(page, extraction, first > 0 ? first - 1 : extraction->sentence_count);
    }
    text(page, str_slice(all, whole.start, passage.start));
    put(page, "<mark>");
    text(page, span_text(all, passage));
    put(page, "</mark>");
    text(page, str_slice(all, passage.end, whole.end));
    if (around && sentence_at(extraction, whole.end - 1) != extraction->sentence_count)
        neighbour(page, extraction, sentence_at(extraction, whole.end - 1) + 1);
}

static void best_words(Buf *out, const Estimate *e)
{
    if (e->high_open && (!e->has_low || e->low >= e->best))
        buf_put(out, STR("at least "));
    words_number(out, e->best);
}

void estimate_words(const Page *page, const Estimate *estimate)
{
    if (!estimate->present) {
        buf_put(page->out, WORDS_NO_FIGURE);
    } else if (estimate->has_best) {
        best_words(page->out, estimate);
    } else if (estimate->words_only && estimate->claim_count > 0) {
        put(page, "\xE2\x80\x9C");
        claim_figure(page, estimate->claims[0]);
        put(page, "\xE2\x80\x9D");
    } else if (estimate->has_low && estimate->has_high) {
        words_interval(page->out, (Interval){estimate->low, estimate->high});
    } else {
        put(page, "No agreed figure");
    }
}

int64_t estimate_reach(const Estimate *estimate)
{
    int64_t reach = 0;
    if (estimate->has_low && estimate->low > reach)
        reach = estimate->low;
    if (estimate->has_best && estimate->best > reach)
        reach = estimate->best;
    if (estimate->has_high && estimate->high > reach)
        reach = estimate->high;
    for (size_t i = 0; i < estimate->claimed_count; i++) {
        Interval count = estimate->claimed[i].count;
        if (estimate->claimed[i].words)
            continue;
        int64_t end = count.high == INTERVAL_OPEN ? count.low : count.high;
        if (end > reach)
            reach = end;
    }
    return reach;
}
