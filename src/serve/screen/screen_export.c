/* Files to take away: the whole situation in each format, or one list as CSV or JSON; of claims those that the filters leave. */
#include "report/export.h"
#include "report/grid.h"
#include "report/page.h"
#include "serve/frame/claim_filter.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

/* name is a fixed word of ours. */
static void as_file(Reply *reply, const Request *request, const char *name, const char *ending)
{
    Buf header = {0};
    buf_format(&header, "attachment; filename=\"%s%s\"", name, ending);
    reply_header(reply, "Content-Disposition", arena_copy(request->arena, buf_str(&header)));
    buf_free(&header);
}

/* Leaves the claims that the request's filters find; a row of the list stands at its claim's seq. */
static bool keep_filtered(const Screen *s, View *view, Error *err)
{
    Str *cells = ARENA_ARRAY(s->request->arena, Str, view->row_count * view->column_count + 1);
    bool *kept = ARENA_ARRAY(s->request->arena, bool, view->row_count + 1);
    ClaimFilter filter = claim_filter(s->request, s->situation, CLAIMS_A_PAGE);
    ClaimSeqs page = {0};
    do {
        if (!store_claims(s->request->store, s->situation, &filter, s->request->arena, &page, err))
            return false;
        for (size_t i = 0; i < page.count; i++)
            if (page.seqs[i] < view->row_count)
                kept[page.seqs[i]] = true;
        filter.before = page.next;
    } while (page.next > 0);
    size_t count = 0;
    for (size_t row = 0; row < view->row_count; row++) {
        if (!kept[row])
            continue;
        for (size_t c = 0; c < view->column_count; c++)
            cells[count * view->column_count + c] = view_cell(view, row, c);
        count++;
    }
    view->cells = cells;
    view->row_count = count;
    return true;
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
    if (!store_list(s->request->store, name.ptr, s->situation, s->request->arena, &view, &err) ||
        (str_equal(name, STR("claims")) && !keep_filtered(s, &view, &err))) {
        reply_failed(s->request, s->reply, &err);
        return;
    }
    bool csv = str_equal(format, STR("csv"));
    s->reply->type = csv ? "text/csv; charset=utf-8" : "application/json";
    as_file(s->reply, s->request, name.ptr, csv ? ".csv" : ".json");
    if (csv)
        grid_csv(s->out, &view);
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
    {"list", "one list alone, as daybook show names it; of claims with the filters of their page"},
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
