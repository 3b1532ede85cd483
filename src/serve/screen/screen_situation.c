/* One situation: the report's page, live. The desk adds to it: what is new, adding reports, files to take away. */
#include "report/page.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

/* Reports may be dropped anywhere on the page; without script the form does the same. */
static void upload_form(const Screen *s)
{
    if (!screen_may(s, ROLE_CODER))
        return;
    screen_put(s, "<details class=\"upload\" id=\"upload\"><summary>Add reports</summary>\n"
                  "<form method=\"post\" enctype=\"multipart/form-data\" data-upload action=\"");
    buf_put(s->out, s->base);
    screen_put(s, "/upload\"><input type=\"hidden\" name=\"form_token\" value=\"");
    screen_text(s, request_form_token(s->request));
    screen_put(
        s,
        "\">\n<label class=\"field\"><span>Files: web pages, text, feeds, tables, archives. Or drop them on this page.</span>"
        "<input type=\"file\" name=\"files\" multiple required></label>\n"
        "<p><button class=\"main\">Add</button> <span role=\"status\" class=\"quiet\" data-upload-status></span></p></form></details>\n");
}

static void take_away(const Screen *s)
{
    static const char *const FORMATS[][2] = {
        {"html", "Page"}, {"json", "JSON"}, {"csv", "CSV"},     {"geojson", "GeoJSON"},        {"markdown", "Day book"},
        {"hxl", "HXL"},   {"ged", "GED"},   {"acled", "ACLED"}, {"claimreview", "ClaimReview"}};
    screen_put(s, "<details class=\"take-away\"><summary>Take away</summary><ul>\n");
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        screen_put(s, "<li><a download href=\"");
        buf_put(s->out, s->base);
        buf_format(s->out, "/export?format=%s\">%s</a></li>\n", FORMATS[i][0], FORMATS[i][1]);
    }
    screen_put(s, "</ul></details>\n");
}

static void no_reports(Screen *s)
{
    screen_put(s, "<h1>");
    screen_text(s, s->name);
    screen_put(s, "</h1>\n");
    screen_empty(
        s, "No reports yet.",
        "Drop files on this page or choose them above: web pages, text, feeds, tables or archives. The figures, the versions of "
        "the parties, the map and what is disputed will stand here.");
}

static void show_situation(Request *request, Reply *reply)
{
    Screen s;
    const Situation *edition = screen_begin_edition(&s, request, reply);
    if (!edition)
        return;
    screen_open_named(&s, s.name);
    screen_put(&s, "<div class=\"tools\" role=\"group\" aria-label=\"This situation\">\n");
    upload_form(&s);
    take_away(&s);
    screen_put(&s, "</div>\n");
    if (edition->document_count == 0) {
        no_reports(&s);
    } else {
        screen_draw(&s, edition);
        page_on_desk(s.out, edition, s.page.language, s.page.gazetteer, s.page.desk);
    }
    screen_close(&s);
}

const Route SITUATION_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}",
     .least = ROLE_READER,
     .handle = show_situation,
     .summary = "One situation: figures, versions, map, what is disputed"},
    {0},
};
