/* The text of a report with the passages of its claims marked. Passages overlap, so the text is cut at each end of any. */
#include "serve/screen/screen.h"

#include <stdlib.h>

typedef struct {
    const Screen *s;
    const Document *document;
    const uint32_t *claims; /* of the document, by where their passage begins */
    size_t count;
} Marking;

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Every offset at which a passage begins or ends, and every line break. */
static uint32_t *cuts_of(const Marking *m, size_t *count)
{
    Str words = m->document->text;
    Arena *arena = m->s->request->arena;
    uint32_t *cuts = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < m->count; i++) {
        Span e = claim_at(&m->s->page, m->claims[i])->claim->evidence;
        cuts = arena_grow(arena, cuts, *count, &cap, sizeof *cuts);
        cuts[(*count)++] = e.start;
        cuts = arena_grow(arena, cuts, *count, &cap, sizeof *cuts);
        cuts[(*count)++] = e.end;
    }
    for (size_t at = 0; (at = str_find_char(words, '\n', at)) != SIZE_MAX; at++) {
        cuts = arena_grow(arena, cuts, *count, &cap, sizeof *cuts);
        cuts[(*count)++] = (uint32_t)at;
    }
    cuts = arena_grow(arena, cuts, *count, &cap, sizeof *cuts);
    cuts[(*count)++] = (uint32_t)words.len;
    qsort(cuts, *count, sizeof *cuts, by_number);
    return cuts;
}

/* The claim with the shortest passage over the piece; UINT32_MAX: none. */
static uint32_t claim_over(const Marking *m, uint32_t start, uint32_t end)
{
    uint32_t found = UINT32_MAX;
    uint32_t shortest = UINT32_MAX;
    for (size_t i = 0; i < m->count; i++) {
        Span e = claim_at(&m->s->page, m->claims[i])->claim->evidence;
        if (e.start <= start && end <= e.end && e.end - e.start < shortest) {
            shortest = e.end - e.start;
            found = m->claims[i];
        }
    }
    return found;
}

/* data-at is where the piece begins, so that a selection can be told in bytes. */
static void piece(const Marking *m, uint32_t start, uint32_t end)
{
    const Screen *s = m->s;
    uint32_t claim = claim_over(m, start, end);
    if (start >= end)
        return;
    if (claim == UINT32_MAX) {
        buf_format(s->out, "<span data-at=\"%u\">", start);
        screen_text(s, str_slice(m->document->text, start, end));
        screen_put(s, "</span>");
        return;
    }
    const Claim *c = claim_at(&s->page, claim)->claim;
    if (c->evidence.start == start) {
        screen_put(s, "<a class=\"mark\" id=\"claim-");
        screen_text(s, c->id);
        screen_put(s, "\" href=\"");
    } else {
        screen_put(s, "<a class=\"mark\" href=\"");
    }
    buf_put(s->out, s->base);
    screen_put(s, "/claims/");
    buf_url(s->out, c->id);
    buf_format(s->out, "\" data-at=\"%u\"><mark>", start);
    screen_text(s, str_slice(m->document->text, start, end));
    screen_put(s, "</mark></a>");
}

static Marking marking_of(const Screen *s, uint32_t document)
{
    Arena *arena = s->request->arena;
    const Situation *situation = s->page.situation;
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, situation->claim_count + 1);
    Marking m = {.s = s, .document = document_of(&s->page, document), .claims = claims};
    for (uint32_t i = 0; i < situation->claim_count; i++) {
        Span e = situation->claims[i].claim->evidence;
        if (situation->claims[i].document == document && !span_is_empty(e) && e.end <= m.document->text.len)
            claims[m.count++] = i;
    }
    return m;
}

void screen_marked_text(const Screen *s, uint32_t document)
{
    Marking m = marking_of(s, document);
    size_t count = 0;
    uint32_t *cuts = cuts_of(&m, &count);
    uint32_t at = 0;
    bool in_paragraph = false;
    screen_put(s, "<div class=\"report-text\" data-text lang=\"");
    screen_text(s, m.document->lang.len > 0 ? m.document->lang : STR("en"));
    screen_put(s, "\">\n");
    for (size_t i = 0; i < count; i++) {
        while (at < cuts[i] && m.document->text.ptr[at] == '\n') {
            screen_put(s, in_paragraph ? "</p>\n" : "");
            in_paragraph = false;
            at++;
        }
        if (at < cuts[i] && !in_paragraph) {
            screen_put(s, "<p>");
            in_paragraph = true;
        }
        piece(&m, at, cuts[i]);
        at = cuts[i] > at ? cuts[i] : at;
    }
    screen_put(s, in_paragraph ? "</p>\n</div>\n" : "</div>\n");
}

/* ---- around one passage ---- */

enum { CONTEXT_BYTES = 700 };

/* The start of a word, and of a character, at or behind at. */
static size_t word_start(Str text, size_t at)
{
    while (at > 0 && at < text.len && !char_is_space(text.ptr[at - 1]))
        at++;
    return at < text.len ? at : text.len;
}

static void context_text(const Screen *s, Str text)
{
    Str line;
    for (Str rest = text; str_present(rest) && str_cut(&rest, '\n', &line);) {
        screen_text(s, line);
        screen_put(s, str_present(rest) && line.len > 0 ? "<br>" : "");
    }
}

void screen_context(const Screen *s, uint32_t claim)
{
    const SituationClaim *c = claim_at(&s->page, claim);
    const Document *d = document_of(&s->page, c->document);
    Span passage = c->claim->evidence;
    if (span_is_empty(passage) || passage.end > d->text.len)
        return;
    Str words = d->text;
    size_t start = passage.start > CONTEXT_BYTES ? word_start(words, passage.start - CONTEXT_BYTES) : 0;
    size_t end = passage.end + CONTEXT_BYTES < words.len ? word_start(words, passage.end + CONTEXT_BYTES) : words.len;
    start = start < passage.start ? start : passage.start;
    screen_put(s, "<blockquote class=\"source-words\">");
    screen_put(s, start > 0 ? "\xE2\x80\xA6 " : "");
    context_text(s, str_slice(words, start, passage.start));
    screen_put(s, "<mark>");
    screen_text(s, span_text(words, passage));
    screen_put(s, "</mark>");
    context_text(s, str_slice(words, passage.end, end));
    screen_put(s, end < words.len ? " \xE2\x80\xA6</blockquote>\n" : "</blockquote>\n");
}
