/* Links from what is printed to its evidence; documents, places and estimates in words. */
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

size_t list_shown(size_t count)
{
    enum { MOST = 20, SHOWN = 12 };
    return count > MOST ? SHOWN : count;
}

void fold_open(const Page *page, size_t left)
{
    put(page, "<details class=\"more\"><summary>");
    words_number(page->out, (int64_t)left);
    put(page, " more</summary>\n");
}

void fold_close(const Page *page)
{
    put(page, "</details>\n");
}

FoldedList folded_begin(const Page *page, const char *open, const char *close, size_t count, size_t shown)
{
    put(page, open);
    return (FoldedList){.page = page, .open = open, .close = close, .count = count, .shown = shown};
}

void folded_item(FoldedList *list)
{
    if (list->printed++ != list->shown)
        return;
    put(list->page, list->close);
    fold_open(list->page, list->count - list->shown);
    put(list->page, list->open);
}

void folded_end(const FoldedList *list)
{
    put(list->page, list->close);
    if (list->shown < list->count)
        fold_close(list->page);
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
    put(page, "<a class=\"ev\" href=\"");
    if (page->evidence_at_desk) {
        text(page, page->desk);
        put(page, "/");
        text(page, claim_at(page, claim)->claim->id);
    } else {
        put(page, "#");
        evidence_id(page, claim);
    }
    buf_format(page->out, "\" data-note=\"%u\">", figure_notes(page) + claim + 1);
}

void evidence_close(const Page *page)
{
    put(page, "</a>");
}

void figure_id(const Page *page, Outcome outcome, CellKind cell)
{
    put(page, "figure-");
    buf_put(page->out, outcome_name(outcome));
    buf_char(page->out, '-');
    buf_put(page->out, cell_name(cell));
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

enum { NAME_BYTES = 34 };

/* At most limit bytes, ending at a word, with an ellipsis where something was left out. */
void text_cut(const Page *page, Str s, size_t limit)
{
    s = str_trim(s);
    if (s.len <= limit) {
        text(page, s);
        return;
    }
    size_t end = limit;
    while (end > 0 && !char_is_space(s.ptr[end]))
        end--;
    while (end > 0 && (char_is_space(s.ptr[end - 1]) || str_find_char(STR(",:;-"), s.ptr[end - 1], 0) != SIZE_MAX))
        end--;
    for (end = end > 0 ? end : limit; ((unsigned char)s.ptr[end] & 0xC0) == 0x80;)
        end--; /* a text without spaces is cut between characters */
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
