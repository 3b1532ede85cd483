/* api_list — the lists of `daybook show`, as JSON or CSV, and changes as an Atom feed (RFC 4287). */
#include "base/hash.h"
#include "report/grid.h"
#include "serve/api/api.h"
#include "serve/api/atom.h"
#include "serve/frame/routes.h"

static bool list_of(Request *request, Reply *reply, const char *kind, View *out)
{
    Error err = {0};
    int64_t situation = request_situation(request, reply);
    if (situation == 0)
        return false;
    if (store_list(request->store, kind, situation, request->arena, out, &err))
        return true;
    if (err.kind == ERROR_USAGE)
        reply_error(request, reply, 404, "There is no such list.", "daybook show --help names them.");
    else
        reply_failed(request, reply, &err);
    return false;
}

static void put_rows(Reply *reply, const View *view, size_t from, size_t end)
{
    Json j = api_rows_open(reply);
    for (size_t row = from; row < end; row++)
        grid_json_row(&j, view, row);
    api_rows_close(&j, end < view->row_count ? (int64_t)end : 0);
}

static void show_list(Request *request, Reply *reply)
{
    View view;
    Str kind = arena_copy(request->arena, request_parameter(request, "list"));
    if (!list_of(request, reply, kind.ptr, &view))
        return;
    if (str_equal(request_query(request, "format"), STR("csv"))) {
        reply->type = "text/csv; charset=utf-8";
        reply_header(reply, "Content-Disposition", STR("attachment; filename=\"list.csv\""));
        grid_csv(&reply->body, &view);
        return;
    }
    size_t from = (size_t)request_number(request, "from", 0, (int64_t)view.row_count);
    size_t limit = api_limit(request);
    put_rows(reply, &view, from, view.row_count - from > limit ? from + limit : view.row_count);
}

/* ---- the feed of changes ---- */

static Str cell_of(const View *view, size_t row, const char *key)
{
    for (size_t c = 0; c < view->column_count; c++)
        if (strcmp(view->columns[c].key, key) == 0)
            return view_cell(view, row, c);
    return STR_NONE;
}

static void put_entry(Request *request, Buf *out, const View *view, size_t row)
{
    static const char *const KEYS[] = {"incident", "outcome", "class", "from", "to", "claim"};
    enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };
    Str parts[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++)
        parts[i] = cell_of(view, row, KEYS[i]);
    Buf title = {0};
    buf_put(&title, cell_of(view, row, "name"));
    buf_put(&title, STR(": "));
    buf_put(&title, parts[1]);
    if (str_present(parts[2])) {
        buf_put(&title, STR(", "));
        buf_put(&title, parts[2]);
    }
    buf_put(&title, STR(" "));
    buf_put(&title, str_present(parts[3]) ? parts[3] : STR("no figure"));
    buf_put(&title, STR(" → "));
    buf_put(&title, str_present(parts[4]) ? parts[4] : STR("no figure"));
    buf_put(out, STR("<entry>"));
    atom_element(out, "title", buf_str(&title));
    buf_put(out, STR("<id>urn:daybook:change:"));
    buf_put(out, hash_id(request->arena, parts, KEY_COUNT));
    buf_put(out, STR("</id>"));
    atom_time(out, "updated", moment_parse(cell_of(view, row, "time")));
    if (str_present(parts[5])) {
        Buf path = {0};
        buf_put(&path, STR("/s/"));
        buf_url(&path, request_parameter(request, "situation"));
        buf_put(&path, STR("/claims/"));
        buf_url(&path, parts[5]);
        atom_link(out, request, buf_str(&path), false);
        buf_free(&path);
    }
    Str passage = cell_of(view, row, "passage");
    atom_element(out, "summary", str_present(passage) ? passage : STR(""));
    buf_put(out, STR("</entry>\n"));
    buf_free(&title);
}

static void show_feed(Request *request, Reply *reply)
{
    View view;
    if (!list_of(request, reply, "changes", &view))
        return;
    Buf id = {0};
    buf_put(&id, STR("changes:"));
    buf_url(&id, request_parameter(request, "situation"));
    Str newest = view.row_count > 0 ? cell_of(&view, view.row_count - 1, "time") : STR("1970-01-01");
    Buf *out = atom_open(reply, request_parameter(request, "situation"), buf_str(&id), moment_parse(newest));
    buf_free(&id);
    for (size_t row = view.row_count, left = API_ROWS_MOST; row-- > 0 && left > 0; left--)
        put_entry(request, out, &view, row);
    atom_close(out);
}

static const FormField LIST_FIELDS[] = {{"from", "the row to begin with, from 0"},
                                        {"limit", "rows, at most 200"},
                                        {"format", "json, or csv: all rows"},
                                        {0}};

const Route API_LIST_ROUTES[] = {
    {.method = "GET",
     .path = "/api/situations/{situation}/lists/{list}",
     .least = ROLE_READER,
     .handle = show_list,
     .shared = true,
     .summary = "A list: figures, timeline, sources, changes, conflicts, unverified, pending, waves …",
     .fields = LIST_FIELDS,
     .gives = "Rows"},
    {.method = "GET",
     .path = "/api/situations/{situation}/feed",
     .least = ROLE_READER,
     .handle = show_feed,
     .shared = true,
     .summary = "How figures moved, as an Atom feed",
     .gives = "application/atom+xml"},
    {0},
};
