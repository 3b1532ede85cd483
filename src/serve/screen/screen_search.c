/* Search: reports and claims that have the words, in one situation or the whole book. */
#include "store/search.h"

#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

enum { REPORTS_ON_A_PAGE = 20, CLAIMS_OF_A_REPORT = 5, AROUND_BYTES = 90 };

typedef struct {
    Screen s; /* of the report that is written */
    SearchWords words;
    Str asked;      /* as it was written */
    Str name;       /* of the situation searched in; STR_NONE: the whole book */
    int64_t within; /* its number, 0 */
} Search;

/* ---- words in a text ---- */

/* The first place from `from` on where one of the words stands; *length is the word's. SIZE_MAX: none. */
static size_t next_match(const Search *search, Str text, size_t from, size_t *length)
{
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < search->words.count; i++) {
        size_t at = search_find(text, search->words.items[i], from);
        if (at >= first)
            continue;
        first = at;
        *length = search->words.items[i].len;
    }
    return first;
}

/* Text on one line, its matches marked. */
static void put_marked(const Search *search, Buf *out, Str text)
{
    size_t at = 0;
    size_t length = 0;
    for (size_t match; (match = next_match(search, text, at, &length)) != SIZE_MAX; at = match + length) {
        buf_html(out, str_slice(text, at, match));
        buf_put(out, STR("<mark>"));
        buf_html(out, str_slice(text, match, match + length));
        buf_put(out, STR("</mark>"));
    }
    buf_html(out, str_drop(text, at));
}

static size_t word_start(Str text, size_t at)
{
    while (at > 0 && !char_is_space(text.ptr[at - 1]))
        at--;
    return at;
}

static size_t word_end(Str text, size_t at)
{
    while (at < text.len && !char_is_space(text.ptr[at]))
        at++;
    return at;
}

/* What stands around the first match; the text's beginning where the index found what is written otherwise. */
static void put_snippet(const Search *search, Buf *out, Str text)
{
    size_t length = 0;
    size_t match = next_match(search, text, 0, &length);
    size_t from = match == SIZE_MAX || match < AROUND_BYTES ? 0 : word_start(text, match - AROUND_BYTES);
    size_t to = (match == SIZE_MAX ? 0 : match + length) + (size_t)2 * AROUND_BYTES;
    to = to < text.len ? word_end(text, to) : text.len;
    buf_put(out, from > 0 ? STR("\xE2\x80\xA6 ") : STR(""));
    put_marked(search, out, str_slice(text, from, to));
    buf_put(out, to < text.len ? STR(" \xE2\x80\xA6") : STR(""));
}

/* ---- what was found ---- */

static void put_claims(const Search *search, const Situation *s)
{
    size_t shown = 0;
    const Screen *screen = &search->s;
    for (uint32_t i = 0; i < s->claim_count && shown < CLAIMS_OF_A_REPORT; i++) {
        if (!search_has_all(&search->words, search_sentence(s, i)))
            continue;
        screen_put(screen, shown++ == 0 ? "<ul class=\"plain-list\">\n<li>" : "<li>");
        screen_claim_link(screen, i);
        claim_sentence(&screen->page, i);
        screen_put(screen, "</a>");
        screen_claim_marks(screen, i);
        screen_put(screen, " <span class=\"quiet\">");
        claim_speaker(&screen->page, i);
        screen_put(screen, "</span></li>\n");
    }
    screen_put(screen, shown > 0 ? "</ul>\n" : "");
}

static void put_found(Search *search, const FoundReport *found)
{
    StoreExcerpt excerpt;
    Screen *s = &search->s;
    const Request *request = s->request;
    s->situation = found->situation;
    s->base = screen_base(request, found->name);
    if (!store_assemble(request->store, found->situation, NULL) ||
        !store_excerpt_report(request->store, found->situation, found->report, request->arena, &excerpt, NULL) ||
        excerpt.situation->document_count == 0)
        return;
    screen_draw(s, excerpt.situation);
    const Document *d = document_of(&s->page, 0);
    screen_put(s, "<li class=\"claim\" data-item><p class=\"claim-says\">");
    screen_report_link(s, found->report);
    put_marked(search, s->out, d->title.len > 0 ? d->title : d->publisher.len > 0 ? d->publisher : d->id);
    screen_put(s, "</a></p>\n<p class=\"quiet\">");
    if (!str_present(search->name)) {
        screen_text(s, found->name);
        screen_put(s, " \xC2\xB7 ");
    }
    document_name(&s->page, 0);
    screen_put(s, " \xC2\xB7 published ");
    screen_moment(s, d->published);
    screen_put(s, "</p>\n<p class=\"passage\">");
    put_snippet(search, s->out, d->text);
    screen_put(s, "</p>\n");
    put_claims(search, excerpt.situation);
    screen_put(s, "</li>\n");
}

/* ---- the page ---- */

static void put_form(const Search *search)
{
    Buf *out = search->s.out;
    buf_put(out, STR("<form class=\"filter\" method=\"get\" role=\"search\" aria-label=\"Search reports\">\n"));
    screen_input(&search->s, "words", "Words", "search", search->asked);
    buf_put(out, STR("<p class=\"filter-do\"><button class=\"main\">Search</button></p></form>\n"
                     "<p class=\"quiet\">"));
    if (str_present(search->name)) {
        buf_put(out, STR("In "));
        buf_html(out, search->name);
        buf_put(out, STR(". <a href=\"/search?words="));
        buf_url(out, search->asked);
        buf_put(out, STR("\">In all situations</a></p>\n"));
    } else {
        buf_put(out, STR("In all situations. A word finds all that begin with it; <code>\"several words\"</code> "
                         "are found as they stand.</p>\n"));
    }
}

static void put_results(Search *search, const FoundReports *found)
{
    Buf *out = search->s.out;
    if (found->count == 0) {
        screen_empty(&search->s,
                     search->words.count > 0 ? "No report has all these words." : "Nothing to look for yet.",
                     "Reports are found by their text, title and outlet; their claims stand under them.");
        return;
    }
    buf_put(out, STR("<ol class=\"claims\">\n"));
    for (size_t i = 0; i < found->count; i++)
        put_found(search, &found->rows[i]);
    buf_put(out, STR("</ol>\n"));
    if (found->next > 0)
        screen_next(&search->s, found->next, "Older reports");
    Buf path = {0};
    if (str_present(search->name)) {
        buf_put(&path, STR("/s/"));
        buf_url(&path, search->name);
    }
    buf_put(&path, STR("/search"));
    screen_file_links(out, buf_str(&path), search->asked);
    buf_free(&path);
}

static void search_in(Search *search)
{
    Error err = {0};
    FoundReports found;
    Request *request = search->s.request;
    Str asked = request_query(request, "words");
    search->asked = str_present(asked) ? str_trim(asked) : STR("");
    search->words = search_words(search->asked, request->arena);
    if (!store_search(request->store, search->within, search->words,
                      request_number(request, "before", 0, INT64_MAX / 2), REPORTS_ON_A_PAGE, request->arena, &found,
                      &err)) {
        reply_failed(request, search->s.reply, &err);
        return;
    }
    screen_open(&search->s, "Search", NULL);
    put_form(search);
    put_results(search, &found);
    screen_close(&search->s);
}

static void search_book(Request *request, Reply *reply)
{
    search_in(&(Search){.s = {.request = request, .reply = reply}, .name = STR_NONE});
}

static void search_situation(Request *request, Reply *reply)
{
    Search search = {.s = {.request = request, .reply = reply}, .within = request_situation(request, reply)};
    if (search.within == 0)
        return;
    search.name = request_parameter(request, "situation");
    search_in(&search);
}

static const FormField FIELDS[] = {{"words", "that the report has, all of them; \"several words\" stand side by side"},
                                   {"before", "where the page before ended"},
                                   {0}};

const Route SEARCH_ROUTES[] = {
    {.method = "GET",
     .path = "/search",
     .least = ROLE_READER,
     .handle = search_book,
     .fields = FIELDS,
     .summary = "Reports of the whole book, and their claims, that have the words"},
    {.method = "GET",
     .path = "/s/{situation}/search",
     .least = ROLE_READER,
     .handle = search_situation,
     .fields = FIELDS,
     .summary = "Reports of a situation, and their claims, that have the words"},
    {0},
};
