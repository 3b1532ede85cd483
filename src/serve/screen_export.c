/* Files to take away: the whole situation in each format, or one list as CSV or JSON. */
#include "report/export.h"
#include "report/grid.h"
#include "report/page.h"
#include "serve/routes.h"
#include "serve/screen.h"

static void view_csv(Buf *out, const View *view)
{
    for (size_t c = 0; c < view->column_count; c++) {
        buf_put(out, c > 0 ? STR(",") : STR(""));
        buf_csv(out, str_from(view->columns[c].key));
    }
    buf_put(out, STR("\r\n"));
    for (size_t r = 0; r < view->row_count; r++) {
        for (size_t c = 0; c < view->column_count; c++) {
            Str cell = view_cell(view, r, c);
            buf_put(out, c > 0 ? STR(",") : STR(""));
            buf_csv(out, str_present(cell) ? cell : STR(""));
        }
        buf_put(out, STR("\r\n"));
    }
}

/* name is a fixed word of ours. */
static void as_file(Reply *reply, const Request *request, const char *name, const char *ending)
{
    Buf header = {0};
    buf_format(&header, "attachment; filename=\"%s%s\"", name, ending);
    reply_header(reply, "Content-Disposition", arena_copy(request->arena, buf_str(&header)));
    buf_free(&header);
}

static void export_list(Screen *s, Str list, Str format)
{
    Error err = {0};
    View view;
    Str name = STR_NONE;
    for (size_t i = 0; store_list_name(i); i++)
        if (str_equal(str_from(store_list_name(i)), list))
            name = str_from(store_list_name(i));
    if (!str_present(name)) {
        reply_error(s->request, s->reply, 404, "There is no such list.", "Take the link under the list itself.");
        return;
    }
    if (!store_list(s->request->store, name.ptr, s->situation, s->request->arena, &view, &err)) {
        reply_failed(s->request, s->reply, &err);
        return;
    }
    bool csv = str_equal(format, STR("csv"));
    s->reply->type = csv ? "text/csv; charset=utf-8" : "application/json";
    as_file(s->reply, s->request, name.ptr, csv ? ".csv" : ".json");
    if (csv)
        view_csv(s->out, &view);
    else
        grid_json(s->out, &view);
}

static void export_situation(Screen *s, Str name)
{
    bool page = str_equal(name, STR("html"));
    const ExportFormat *format = page ? NULL : export_format(name);
    if (!page && !format) {
        reply_error(s->request, s->reply, 404, "There is no such format.",
                    "Choose one under \xE2\x80\x9CTake away\xE2\x80\x9D.");
        return;
    }
    const Situation *edition = request_edition(s->request, s->reply, s->situation);
    if (!edition)
        return;
    s->reply->type = page ? "text/html; charset=utf-8" : format->type;
    as_file(s->reply, s->request, "situation", page ? ".html" : format->ending);
    if (page)
        page_situation(s->out, edition, desk_language(s->request->desk), desk_gazetteer(s->request->desk));
    else
        export_write(s->out, format, edition);
}

static void show_export(Request *request, Reply *reply)
{
    Screen s;
    Str list = request_query(request, "list");
    Str format = request_query(request, "format");
    if (!screen_begin(&s, request, reply))
        return;
    if (str_present(list))
        export_list(&s, list, format);
    else
        export_situation(&s, str_present(format) ? format : STR("json"));
}

static const FormField FIELDS[] = {
    {"format", "html, json, csv, geojson, hxl, ged, acled, claimreview or markdown; of a list csv or json"},
    {"list", "one list alone, as daybook show names it"},
    {0}};

const Route EXPORT_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/export",
     .least = ROLE_READER,
     .handle = show_export,
     .fields = FIELDS,
     .gives = "application/octet-stream",
     .summary = "The situation, or one list, as a file"},
    {0},
};
