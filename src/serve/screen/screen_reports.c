/* The reports that were read: the list, and one report with its text, marked claims and original. */
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"

enum { REPORTS_ON_A_PAGE = 50, SOURCES_ON_A_PAGE = 100 };

static void report_name(const Screen *s, const ReportRow *row)
{
    Str name = row->title.len > 0 ? row->title : row->publisher.len > 0 ? row->publisher : row->name;
    screen_text(s, name);
}

static void report_item(const Screen *s, const ReportRow *row)
{
    screen_put(s, "<li data-item><p class=\"claim-says\">");
    screen_report_link(s, row->key);
    report_name(s, row);
    screen_put(s, "</a></p>\n<p class=\"quiet\">");
    if (row->publisher.len > 0) {
        screen_text(s, row->publisher);
        screen_put(s, " \xC2\xB7 ");
    }
    screen_put(s, "published ");
    screen_moment(s, row->published);
    screen_put(s, " \xC2\xB7 read ");
    screen_moment(s, row->read);
    screen_put(s, " \xC2\xB7 ");
    words_counted(s->out, row->claims, "claim");
    screen_put(s, "</p>\n");
    if (str_present(row->copy_of)) {
        screen_put(s, "<p class=\"quiet\">Copy of ");
        screen_report_link(s, row->copy_of_key);
        screen_text(s, row->copy_of);
        screen_put(s, "</a></p>\n");
    }
    screen_put(s, "</li>\n");
}

/* The page of reports that the query asks for. False: the reply says what is wrong. */
static bool the_reports(Screen *s, Str words, size_t limit, ReportRows *out)
{
    Error err = {0};
    Request *request = s->request;
    int64_t before = request_number(request, "before", 0, UINT32_MAX);
    if (store_reports(request->store, s->situation, words, before, limit, request->arena, out, &err))
        return true;
    reply_failed(request, s->reply, &err);
    return false;
}

static void show_reports(Request *request, Reply *reply)
{
    Screen s;
    ReportRows rows;
    Str words = request_query(request, "words");
    if (!screen_begin(&s, request, reply) || !the_reports(&s, words, REPORTS_ON_A_PAGE, &rows))
        return;
    screen_open(
        &s, "Reports read",
        "Everything that was read into this situation, latest published first. Originals are kept as they came.");
    screen_put(&s, "<form class=\"filter\" method=\"get\" role=\"search\" aria-label=\"Find a report\">\n");
    screen_input(&s, "words", "Title, outlet or address", "search", words);
    screen_put(&s, "<p class=\"filter-do\"><button class=\"main\">Find</button></p></form>\n");
    if (rows.count == 0)
        screen_empty(
            &s, words.len > 0 ? "No report has these words." : "No reports yet.",
            "Add files on the situation\xE2\x80\x99s page; each will stand here with its text, claims and original.");
    screen_put(&s, rows.count > 0 ? "<ol class=\"reports\">\n" : "");
    for (size_t i = 0; i < rows.count; i++)
        report_item(&s, &rows.rows[i]);
    screen_put(&s, rows.count > 0 ? "</ol>\n" : "");
    if (rows.next > 0)
        screen_next(&s, rows.next, "Older reports");
    screen_exports(&s, "sources");
    screen_close(&s);
}

/* ---- sources ---- */

static void source_cell(const Screen *s, const char *label, Str words)
{
    buf_format(s->out, "<td data-label=\"%s\"><div>", label);
    screen_text(s, words);
    screen_put(s, "</div></td>");
}

static void source_time(const Screen *s, const char *label, Moment moment)
{
    buf_format(s->out, "<td data-label=\"%s\"><div>", label);
    screen_time(s, moment);
    screen_put(s, "</div></td>");
}

static void source_row(const Screen *s, const ReportRow *row)
{
    screen_put(s, "<tr data-item><th scope=\"row\">");
    screen_report_link(s, row->key);
    report_name(s, row);
    screen_put(s, "</a></th>");
    source_cell(s, "Outlet", row->publisher);
    source_time(s, "Published", row->published);
    source_time(s, "Read", row->read);
    screen_put(s, "<td data-label=\"Claims\" class=\"number-cell\"><div>");
    screen_number(s, (int64_t)row->claims);
    screen_put(s, "</div></td><td data-label=\"Copy of\"><div>");
    if (str_present(row->copy_of)) {
        screen_report_link(s, row->copy_of_key);
        screen_text(s, row->copy_of);
        screen_put(s, "</a>");
    }
    screen_put(s, "</div></td></tr>\n");
}

static void show_sources(Request *request, Reply *reply)
{
    Screen s;
    ReportRows rows;
    if (!screen_begin(&s, request, reply) || !the_reports(&s, STR_NONE, SOURCES_ON_A_PAGE, &rows))
        return;
    screen_open(
        &s, "Sources",
        "Every report with its outlet, the latest first; what repeats another stands as its copy and counts once.");
    if (rows.count == 0)
        screen_empty(&s, "No sources yet.", "Outlets will stand here once reports are read.");
    else
        screen_put(
            &s,
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Sources\"><table class=\"stacked\">\n"
            "<thead><tr><th scope=\"col\">Report</th><th scope=\"col\">Outlet</th><th scope=\"col\">Published</th>"
            "<th scope=\"col\">Read</th><th scope=\"col\" class=\"number-cell\">Claims</th>"
            "<th scope=\"col\">Copy of</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < rows.count; i++)
        source_row(&s, &rows.rows[i]);
    screen_put(&s, rows.count > 0 ? "</tbody></table></div>\n" : "");
    if (rows.next > 0)
        screen_next(&s, rows.next, "Earlier reports");
    screen_exports(&s, "sources");
    screen_close(&s);
}

/* ---- one report ---- */

/* The excerpt of the path's report. False: the reply says that there is none. */
static bool the_report(Screen *s, StoreExcerpt *out)
{
    Error err = {0};
    int64_t key = 0;
    if (!screen_begin(s, s->request, s->reply))
        return false;
    if (str_number(request_parameter(s->request, "report"), &key) &&
        !store_excerpt_report(s->request->store, s->situation, key, s->request->arena, out, &err)) {
        reply_failed(s->request, s->reply, &err);
        return false;
    }
    if (key > 0 && out->situation && out->situation->document_count > 0)
        return true;
    reply_error(s->request, s->reply, 404, "There is no such report in this situation.",
                "Look for it in the list of reports read.");
    return false;
}

static void report_facts(const Screen *s, const StoreExcerpt *excerpt)
{
    const Document *d = document_of(&s->page, 0);
    screen_put(s, "<dl class=\"facts\">\n<dt>Outlet</dt><dd>");
    screen_text(s, d->publisher.len > 0 ? d->publisher : STR("not named"));
    if (d->author.len > 0) {
        screen_put(s, ", ");
        screen_text(s, d->author);
    }
    screen_put(s, "</dd>\n<dt>Published</dt><dd>");
    screen_moment(s, d->published);
    screen_put(s, "</dd>\n<dt>Read</dt><dd>");
    screen_moment(s, excerpt->read_at[0]);
    screen_put(s, "</dd>\n");
    if (d->url.len > 0) {
        screen_put(s, "<dt>Address</dt><dd class=\"url\">");
        screen_text(s, d->url);
        screen_put(s, "</dd>\n");
    }
    screen_put(s, "<dt>Original</dt><dd>");
    buf_format(s->out, "<a href=\"%.*s/documents/%lld/original\">as it was read</a>, ", (int)s->base.len, s->base.ptr,
               (long long)excerpt->documents[0]);
    screen_number(s, (int64_t)d->original.len);
    screen_put(s, " bytes, SHA-256 <code>");
    screen_text(s, d->sha256);
    screen_put(s, "</code></dd>\n<dt>Name</dt><dd><code>");
    screen_text(s, d->id);
    screen_put(s, "</code></dd>\n</dl>\n");
}

/* Selecting words of the text fills this form; without script they are copied into it. */
static void add_form(const Screen *s, const StoreExcerpt *excerpt)
{
    if (!screen_may(s, ROLE_CODER))
        return;
    screen_put(s, "<details class=\"act\" id=\"act-add\"><summary>Add a claim that was not found</summary>\n");
    Buf action = {0};
    buf_put(&action, s->base);
    buf_put(&action, STR("/decide"));
    layout_form(s->out, s->request, arena_copy(s->request->arena, buf_str(&action)));
    buf_free(&action);
    screen_hidden(s, "action", STR("add"));
    screen_hidden(s, "target", document_of(&s->page, 0)->id);
    screen_hidden(s, "back", s->request->path);
    screen_hidden_number(s, "document", excerpt->documents[0]);
    screen_put(s, "<label class=\"field wide\"><span>Passage, word for word from the text (select it there)</span>"
                  "<textarea name=\"passage\" rows=\"3\" required></textarea></label>"
                  "<input type=\"hidden\" name=\"start\">\n");
    screen_select(s, "kind", "What it is", screen_terms(s, TERMS_KIND, NULL), STR("casualty"));
    screen_edit_fields(s, UINT32_MAX);
    screen_put(
        s,
        "<label class=\"field wide\"><span>Why</span><input name=\"reason\" required></label>\n"
        "<div class=\"effect\" data-effect role=\"status\"></div>\n<p class=\"do\"><button class=\"main\">Add the claim</button> "
        "<button name=\"step\" value=\"preview\" class=\"preview\">Show what would move</button></p></form></details>\n");
}

static void show_report(Request *request, Reply *reply)
{
    Screen s = {.request = request, .reply = reply};
    StoreExcerpt excerpt = {0};
    if (!the_report(&s, &excerpt))
        return;
    const Document *d = excerpt.situation->documents[0].extraction->document;
    screen_open_named(&s, d->title.len > 0 ? d->title : d->id);
    screen_draw(&s, excerpt.situation);
    screen_flash(&s);
    screen_put(&s, "<h1>");
    screen_text(&s, d->title.len > 0 ? d->title : d->id);
    screen_put(&s, "</h1>\n");
    report_facts(&s, &excerpt);
    document_flags(&s.page, 0);
    screen_put(&s, "<div class=\"reading\">\n<div>\n<h2>Text</h2>\n");
    screen_marked_text(&s, 0);
    screen_put(&s, "</div>\n<div>\n<h2>Claims in it</h2>\n");
    add_form(&s, &excerpt);
    screen_put(&s, "<ol class=\"claims brief\">\n");
    for (uint32_t i = 0; i < excerpt.situation->claim_count; i++)
        screen_claim_brief(&s, i);
    screen_put(&s, "</ol>\n");
    screen_decisions(&s, d->id);
    screen_put(&s, "</div>\n</div>\n");
    screen_close(&s);
}

/* The bytes as they came, never as a page of ours: nothing in them runs. */
static void show_original(Request *request, Reply *reply)
{
    Screen s = {.request = request, .reply = reply};
    StoreExcerpt excerpt = {0};
    if (!the_report(&s, &excerpt))
        return;
    reply->type = "text/plain; charset=utf-8";
    reply_header(reply, "Content-Disposition", STR("inline; filename=\"original.txt\""));
    buf_put(&reply->body, excerpt.situation->documents[0].extraction->document->original);
}

static const FormField LIST_FIELDS[] = {
    {"words", "in the title, outlet, address or name"}, {"before", "where the page before ended"}, {0}};

const Route REPORTS_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/sources",
     .least = ROLE_READER,
     .handle = show_sources,
     .summary = "Sources and their copies"},
    {.method = "GET",
     .path = "/s/{situation}/documents",
     .least = ROLE_READER,
     .handle = show_reports,
     .fields = LIST_FIELDS,
     .summary = "Reports that were read"},
    {.method = "GET",
     .path = "/s/{situation}/documents/{report}",
     .least = ROLE_READER,
     .handle = show_report,
     .summary = "One report: text, claims marked, flags"},
    {.method = "GET",
     .path = "/s/{situation}/documents/{report}/original",
     .least = ROLE_READER,
     .handle = show_original,
     .gives = "text/plain",
     .summary = "A report as it was read"},
    {0},
};
