/* The day book as Markdown: what is known, what is claimed, what is disputed; each figure has a footnote with its passage. */
#include "assemble/basis/traits.h"
#include "assemble/figure/version.h"
#include "report/export_parts.h"
#include "report/words.h"

typedef struct {
    Buf *out;
    const Situation *s;
    uint32_t *notes; /* claims in the order of their footnotes */
    size_t count;
    size_t cap;
    Arena *arena;
} Markdown;

static void put(const Markdown *m, const char *text)
{
    buf_put(m->out, str_from(text));
}

/* Text from a source: what Markdown would read as mark-up is escaped, line breaks become spaces. */
static void put_source(const Markdown *m, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (str_find_char(STR("\\`*_{}[]<>#|~$"), c, 0) != SIZE_MAX)
            buf_char(m->out, '\\');
        if (char_is_space(c))
            c = ' ';
        buf_char(m->out, c);
    }
}

/* A report's own words stand in quotes. */
static void put_quoted(const Markdown *m, Str s)
{
    put(m, "\xE2\x80\x9C");
    put_source(m, s);
    put(m, "\xE2\x80\x9D");
}

static void footnote(Markdown *m, uint32_t claim)
{
    size_t n = 0;
    while (n < m->count && m->notes[n] != claim)
        n++;
    if (n == m->count) {
        m->notes = arena_grow(m->arena, m->notes, m->count, &m->cap, sizeof *m->notes);
        m->notes[m->count++] = claim;
    }
    buf_format(m->out, "[^%zu]", n + 1);
}

static void put_claimant(const Markdown *m, const Incident *incident, const ClaimedFigure *claimed)
{
    Buf name = {0};
    words_claimant(&name, claimed->party, version_claimant(m->s, incident, claimed));
    put_source(m, buf_str(&name));
    buf_free(&name);
}

static void put_estimate(Markdown *m, const Incident *incident, const Estimate *e)
{
    if (e->has_best)
        words_number(m->out, e->best);
    else
        put(m, "no figure that can be vouched for");
    if (e->has_low && (e->high_open || e->has_high)) {
        put(m, " (low ");
        words_number(m->out, e->low);
        put(m, ", high ");
        if (e->has_high)
            words_number(m->out, e->high);
        else
            put(m, "open");
        put(m, ")");
    }
    for (size_t i = 0; i < e->claim_count; i++)
        footnote(m, e->claims[i]);
    for (size_t i = 0; i < e->claimed_count; i++) {
        const ClaimedFigure *claimed = &e->claimed[i];
        put(m, i == 0 ? "; claimed by " : ", by ");
        put_claimant(m, incident, claimed);
        put(m, ": ");
        if (claimed->words)
            put_quoted(m, claimed->text);
        else
            words_interval(m->out, claimed->count);
        for (size_t k = 0; k < claimed->claim_count; k++)
            footnote(m, claimed->claims[k]);
    }
}

static void put_figures(Markdown *m, const Incident *incident)
{
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        for (int c = 0; c < CELL_COUNT_; c++) {
            const Estimate *cell = export_cell(incident, (Outcome)o, (CellKind)c);
            if (!cell)
                continue;
            put(m, "- ");
            buf_put(m->out, words_outcome((Outcome)o));
            put(m, ", ");
            Str cell_words = words_cell((CellKind)c);
            buf_char(m->out, char_lower(cell_words.ptr[0]));
            buf_put(m->out, str_drop(cell_words, 1));
            put(m, ": ");
            put_estimate(m, incident, cell);
            put(m, "\n");
        }
    }
}

/* Its name; of an event of no known type "incident", as on the page. */
static void put_name(const Markdown *m, const Incident *incident)
{
    Str other = STR("other");
    bool untyped = str_equal(traits_event(incident), other) && str_begins(incident->name, other);
    put(m, untyped ? "incident" : "");
    put_source(m, untyped ? str_drop(incident->name, other.len) : incident->name);
}

/* Whose figures include it, by the heading that it stands under: an id leads nowhere here. */
static void put_nesting(const Markdown *m, size_t index)
{
    int32_t whole = m->s->incidents[index].part_of;
    if (whole >= 0 && export_is_event(m->s, &m->s->incidents[whole])) {
        put(m, " Part of ");
        put_name(m, &m->s->incidents[whole]);
        put(m, ", whose figures include it: do not add.");
        return;
    }
    Buf words = {0};
    export_nesting(&words, m->s, index);
    put(m, words.len > 0 ? " " : "");
    buf_put(m->out, buf_str(&words));
    buf_free(&words);
}

static void put_incident(Markdown *m, size_t index)
{
    const Incident *incident = &m->s->incidents[index];
    put(m, incident->part_of >= 0 ? "### " : "## ");
    put_name(m, incident);
    put(m, "\n\n");
    if (incident->place) {
        put_source(m, incident->place->place.name);
        put(m, " (");
        buf_put(m->out, words_precision(incident->place->place.precision));
        put(m, "), ");
    }
    words_window(m->out, incident->window);
    put(m, ". Who did it: ");
    buf_put(m->out, words_responsibility(incident->responsibility));
    for (size_t i = 0; i < incident->perpetrator_count; i++) {
        put(m, i == 0 ? " \xE2\x80\x93 " : ", ");
        put_source(m, incident->perpetrators[i]);
    }
    put(m, ".");
    put_nesting(m, index);
    put(m, "\n\n");
    put_figures(m, incident);
    put(m, "\n");
}

static void put_conflicts(const Markdown *m)
{
    if (m->s->conflict_count == 0)
        return;
    put(m, "## Disputed\n\n");
    for (size_t i = 0; i < m->s->conflict_count; i++) {
        put(m, "- ");
        buf_put(m->out, words_conflict(m->s->conflicts[i].kind));
        put(m, ": ");
        put_source(m, m->s->conflicts[i].note);
        put(m, "\n");
    }
    put(m, "\n");
}

static void put_list(Markdown *m, const char *heading, const uint32_t *claims, size_t count)
{
    if (count == 0)
        return;
    put(m, "## ");
    put(m, heading);
    put(m, "\n\n");
    for (size_t i = 0; i < count; i++) {
        const SituationClaim *sc = &m->s->claims[claims[i]];
        const Document *document = m->s->documents[sc->document].extraction->document;
        put(m, "- \xE2\x80\x9C");
        put_source(m, str_trim(span_text(document->text, sc->claim->sentence)));
        put(m, "\xE2\x80\x9D");
        footnote(m, claims[i]);
        put(m, "\n");
    }
    put(m, "\n");
}

/* An address that a browser opens becomes a link; others are text. */
static void put_address(const Markdown *m, const Document *document)
{
    Str url = document->url;
    if (!str_present(url) || str_equal(url, document->publisher))
        return;
    put(m, ", ");
    bool link = (str_begins(url, STR("https://")) || str_begins(url, STR("http://"))) &&
                str_find_char(url, '>', 0) == SIZE_MAX && str_find_char(url, ' ', 0) == SIZE_MAX;
    if (!link) {
        put_source(m, url);
        return;
    }
    buf_char(m->out, '<');
    buf_put(m->out, url);
    buf_char(m->out, '>');
}

static void put_note(const Markdown *m, size_t n)
{
    const SituationClaim *sc = &m->s->claims[m->notes[n]];
    const Document *document = m->s->documents[sc->document].extraction->document;
    buf_format(m->out, "[^%zu]: \xE2\x80\x9C", n + 1);
    put_source(m, str_trim(span_text(document->text, sc->claim->sentence)));
    put(m, "\xE2\x80\x9D ");
    if (sc->claim->attribution && sc->claim->attribution->speaker.len > 0) {
        put_source(m, sc->claim->attribution->speaker);
        put(m, "; ");
    }
    put_source(m, str_present(document->publisher) ? document->publisher : document->id);
    if (str_present(document->title)) {
        put(m, ", ");
        put_quoted(m, document->title);
    }
    if (document->published.precision != MOMENT_NONE) {
        put(m, ", ");
        words_moment(m->out, document->published);
    }
    put_address(m, document);
    bool in_title = document_in_headline(document, sc->claim->evidence);
    Span span = in_title ? document_headline_span(document, sc->claim->evidence) : sc->claim->evidence;
    buf_format(m->out, ", bytes %u\xE2\x80\x93%u%s", span.start, span.end, in_title ? " of the title" : "");
    if (str_present(document->sha256)) {
        put(m, ", SHA-256 ");
        buf_put(m->out, document->sha256);
    }
    put(m, ".\n");
}

static void put_head(const Markdown *m)
{
    size_t origins = 0;
    for (size_t i = 0; i < m->s->document_count; i++)
        origins += m->s->documents[i].copy_of < 0;
    put(m, "# Day book\n\nAs of ");
    words_moment(m->out, m->s->as_of);
    put(m, ": ");
    words_counted(m->out, m->s->document_count, "report");
    put(m, " from ");
    words_counted(m->out, origins, "origin");
    put(m, ". Figures are low, best and high by the rules of counting; a party\xE2\x80\x99s word on "
           "its enemy\xE2\x80\x99s losses is shown as its claim.\n\n");
}

/* What a public edition leaves out; how the figures are made; corrections. */
static void put_notices(const Markdown *m)
{
    if (m->s->notice_count == 0)
        return;
    put(m, "**Public edition.** Withheld words read \\[withheld\\].\n\n");
    for (size_t i = 0; i < m->s->notice_count; i++) {
        put(m, "- ");
        put_source(m, m->s->notices[i]);
        put(m, "\n");
    }
    put(m, "\n");
}

static void put_method(const Markdown *m)
{
    size_t count = 0;
    const char *const *method = words_method(&count);
    put(m, "## Method\n\n");
    for (size_t i = 0; i < count; i++) {
        put(m, "- ");
        put(m, method[i]);
        put(m, "\n");
    }
    put(m, "\n## Corrections\n\n");
    put(m, WORDS_NO_CORRECTION);
    put(m, "\n\n");
}

void export_markdown(Buf *out, const Situation *situation)
{
    Markdown m = {.out = out, .s = situation, .arena = arena_create()};
    put_head(&m);
    put_notices(&m);
    for (size_t i = 0; i < situation->incident_count; i++) {
        if (!export_is_event(situation, &situation->incidents[i]) || situation->incidents[i].part_of >= 0)
            continue;
        put_incident(&m, i);
        for (size_t k = 0; k < situation->incident_count; k++) {
            if (situation->incidents[k].part_of == (int32_t)i && export_is_event(situation, &situation->incidents[k]))
                put_incident(&m, k);
        }
    }
    put_conflicts(&m);
    put_list(&m, "Still unverified", situation->unverified, situation->unverified_count);
    put_list(&m, "Awaited", situation->pending, situation->pending_count);
    put_method(&m);
    for (size_t n = 0; n < m.count; n++)
        put_note(&m, n);
    arena_destroy(m.arena);
}
