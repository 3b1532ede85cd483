/* The situation page: its shell, and the table of its sections. */
#include "report/page.h"

#include "base/embedded.h"
#include "base/hash.h"
#include "report/page_parts.h"

static const struct {
    const char *id;    /* anchor for the contents list, NULL: not listed */
    const char *label; /* as listed */
    void (*write)(const Page *page);
} SECTIONS[] = {
    {"figures", "Figures", page_figures},
    {"disputed", "Disputed", page_disputes},
    {"versions", "Versions", page_versions},
    {"places", "Map and timeline", page_places},
    {"incidents", "Incidents", page_incidents},
    {"over-time", "Over time", page_over_time},
    {"open", "Still open", page_open_questions},
    {"disruptions", "Disruptions", page_disruptions},
    {"tactics", "Targets", page_tactics},
    {"reactions", "Reactions", page_reactions},
    {"background", "Background", page_background},
    {"sources", "Sources", page_sources},
    {"profiles", "By other codebooks", page_profiles},
    {"method", "Method", page_method},
    {"evidence", "Evidence", page_appendix},
};
enum { SECTION_COUNT = sizeof SECTIONS / sizeof SECTIONS[0] };

/* 'sha256-…' of an embedded file, as a content security policy wants it: base64 of the digest. */
static void policy_hash(Buf *out, Str bytes)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char digest[HASH_SHA256_BYTES + 1] = {0}; /* to a multiple of three */
    hash_sha256_bytes(bytes, digest);
    buf_put(out, STR("'sha256-"));
    for (size_t i = 0; i < sizeof digest; i += 3) {
        unsigned group = (unsigned)digest[i] << 16 | (unsigned)digest[i + 1] << 8 | digest[i + 2];
        bool padded = i + 3 == sizeof digest;
        for (unsigned d = 0; d < 4; d++)
            buf_put(out, padded && d == 3 ? STR("=") : (Str){DIGITS + (group >> (18 - 6 * d) & 63), 1});
    }
    buf_char(out, '\'');
}

static Str embedded_or_empty(Str name)
{
    Str bytes = embedded_find(name);
    return str_present(bytes) ? bytes : STR("");
}

static Str page_style(void)
{
    return embedded_or_empty(STR("build/web/page.css"));
}

static Str page_script(void)
{
    return embedded_or_empty(STR("build/web/page.js"));
}

static size_t origin_count(const Situation *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->document_count; i++)
        count += s->documents[i].copy_of < 0 && !s->documents[i].after_as_of;
    return count;
}

static size_t report_count(const Situation *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->document_count; i++)
        count += !s->documents[i].after_as_of;
    return count;
}

/* The division, or else the country, that every placed claim of the headline shares. */
static Str common_region(const Page *page)
{
    const Place *first = NULL;
    bool same_region = true;
    bool same_country = true;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        const SituationClaim *s = claim_at(page, i);
        if (!s->claim->place || s->claim->background || s->incident != page->situation->headline)
            continue;
        const Place *place = &s->claim->place->place;
        first = first ? first : place;
        same_region = same_region && str_equal(place->admin1, first->admin1);
        same_country = same_country && str_equal(place->country, first->country);
    }
    if (!first || !same_country)
        return STR_NONE;
    if (same_region && first->admin1.len > 0)
        return first->admin1;
    return first->country.len > 0 ? first->country : STR_NONE;
}

/* Its type as a heading begins. */
static void what_happened(const Page *page, const Incident *incident)
{
    bool is_named = incident->type.len > 0 && !str_equal(incident->type, STR("other"));
    Str type = is_named ? incident->type : STR("incident");
    buf_char(page->out, char_upper(type.ptr[0]));
    text(page, str_drop(type, 1));
}

/* A storm passes many countries: is half of what is told of it told of the country of its place, or of none? */
static bool is_where_most_was(const Page *page, const Place *place)
{
    size_t here = 0;
    size_t abroad = 0;
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        const SituationClaim *s = claim_at(page, i);
        if (!s->claim->place || s->claim->background || s->incident != page->situation->headline)
            continue;
        bool same = str_equal(s->claim->place->place.country, place->country);
        here += same;
        abroad += !same;
    }
    return here >= abroad;
}

/* What there is to name the event by: its place, else the land of all that is told, else its kind. */
static void where(const Page *page, const Incident *incident)
{
    Str region = incident->place ? STR_NONE : common_region(page);
    if (incident->place)
        place_name(page, incident->place);
    else if (str_present(region))
        text(page, region);
    else
        what_happened(page, incident);
}

static void where_and_when(const Page *page)
{
    const Incident *incident = page->headline;
    if (!incident) {
        put(page, "No incident found");
        return;
    }
    bool named = str_present(incident->called);
    bool placed = !named || (incident->place && is_where_most_was(page, &incident->place->place));
    if (named)
        text(page, incident->called);
    put(page, named && placed ? ", " : "");
    if (placed)
        where(page, incident);
    put(page, ", ");
    words_window(page->out, incident->window);
}

/* A public edition says so, and what it leaves out, before anything else. */
static void page_edition(const Page *page)
{
    const Situation *s = page->situation;
    if (s->notice_count == 0)
        return;
    put(page,
        "<p class=\"public-edition\" role=\"note\"><strong>Public edition.</strong> Withheld words read [withheld].");
    for (size_t i = 0; i < s->notice_count; i++) {
        buf_char(page->out, ' ');
        text(page, s->notices[i]);
    }
    put(page, "</p>\n");
}

void page_heading(const Page *page)
{
    put(page, "<header class=\"masthead\">\n<h1>");
    where_and_when(page);
    put(page, "</h1>\n<p class=\"lede\">");
    if (page->situation->as_of.precision != MOMENT_NONE) {
        put(page, "As of ");
        words_moment(page->out, page->situation->as_of);
        put(page, ": ");
    }
    words_counted(page->out, report_count(page->situation), "report");
    put(page, " from ");
    words_counted(page->out, origin_count(page->situation), "origin");
    put(page, ".</p>\n");
    page_edition(page);
    put(page, "</header>\n");
}

static void page_head(const Page *page)
{
    put(page, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
    policy_hash(page->out, page_style());
    put(page, "; script-src ");
    policy_hash(page->out, page_script());
    put(page, "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
              "<link rel=\"icon\" href=\"data:,\">\n<title>");
    where_and_when(page);
    put(page, "</title>\n<style>");
    buf_put(page->out, page_style());
    put(page, "</style>\n</head>\n");
}

/* The contents list holds the sections that were in fact written. */
static void contents_list(const Page *page, Str body)
{
    put(page, "<nav class=\"contents\" aria-label=\"Sections\">\n<ul>\n");
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        Buf anchor = {0};
        buf_format(&anchor, "<section id=\"%s\"", SECTIONS[i].id);
        if (str_find(body, buf_str(&anchor), 0) != SIZE_MAX)
            buf_format(page->out, "<li><a href=\"#%s\">%s</a></li>\n", SECTIONS[i].id, SECTIONS[i].label);
        buf_free(&anchor);
    }
    put(page, "</ul>\n</nav>\n");
}

/* The sections stand in body; the caller frees it. */
static void page_sections(const Page *page, Buf *body)
{
    Page inner = *page;
    inner.out = body;
    for (size_t i = 0; i < SECTION_COUNT; i++)
        SECTIONS[i].write(&inner);
    page_heading(page);
    contents_list(page, buf_str(body));
}

static void page_body(const Page *page)
{
    Buf body = {0};
    put(page, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the figures</a>\n");
    page_sections(page, &body);
    put(page, "<main id=\"main\" tabindex=\"-1\">\n");
    buf_put(page->out, buf_str(&body));
    put(page, "</main>\n<footer class=\"colophon\"><p>Made by daybook from the reports listed under sources. "
              "A claim on this page is somebody\xE2\x80\x99s word, not a finding.</p></footer>\n<script>");
    buf_put(page->out, page_script());
    put(page, "</script>\n</body>\n</html>\n");
    buf_free(&body);
}

/* Links each claim's chain: the claims that point at it, in their order. */
static void chain_claims(Page *page)
{
    size_t count = page->situation->claim_count;
    uint32_t *chains[4]; /* superseded, next, copied, next */
    for (size_t c = 0; c < 4; c++) {
        chains[c] = ARENA_ARRAY(page->arena, uint32_t, count + 1);
        memset(chains[c], 0xFF, (count + 1) * sizeof(uint32_t));
    }
    for (uint32_t i = (uint32_t)count; i-- > 0;) {
        const SituationClaim *s = claim_at(page, i);
        const int32_t targets[2] = {s->superseded_by, s->copy_of};
        for (size_t t = 0; t < 2; t++) {
            if (targets[t] < 0)
                continue;
            chains[2 * t + 1][i] = chains[2 * t][targets[t]];
            chains[2 * t][targets[t]] = i;
        }
    }
    page->superseded = chains[0];
    page->next_superseded = chains[1];
    page->copied = chains[2];
    page->next_copied = chains[3];
}

/* An incident of which nobody claims anything, reports that only lie together, heads no page. */
static const Incident *headline_of(const Situation *s)
{
    const Incident *incident = s->headline >= 0 ? &s->incidents[s->headline] : NULL;
    return incident && incident->claim_count > 0 ? incident : NULL;
}

void page_begin(Page *page, const Situation *situation)
{
    page->situation = situation;
    page->headline = headline_of(situation);
    chain_claims(page);
}

void page_situation(Buf *out, const Situation *situation, const Language *language, const Gazetteer *gazetteer)
{
    Page page = {.out = out, .language = language, .gazetteer = gazetteer, .arena = arena_create()};
    page_begin(&page, situation);
    page_head(&page);
    page_body(&page);
    arena_destroy(page.arena);
}

void page_on_desk(Buf *out, const Situation *situation, const Language *language, const Gazetteer *gazetteer, Str desk)
{
    Buf body = {0};
    Page page = {.out = out, .language = language, .gazetteer = gazetteer, .arena = arena_create(), .desk = desk};
    page_begin(&page, situation);
    page_sections(&page, &body);
    buf_put(out, buf_str(&body));
    buf_free(&body);
    arena_destroy(page.arena);
}
