#include "serve/queue_side.h"

#include "serve/screen.h"

enum { SHOWN = 40 };

/* Paths behind /s/{situation} whose pages have the queue beside them. */
static const char *const PLACES[] = {"", "/queue", "/claims/{claim}"};

static bool has_queue(const Request *request)
{
    Str path = str_drop(str_from(request->route->path), sizeof "/s/{situation}" - 1);
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        if (str_equal(path, str_from(PLACES[i])))
            return request->person.role >= ROLE_CODER;
    return false;
}

static Str current_claim(const Request *request)
{
    bool claim = str_find(str_from(request->route->path), STR("{claim}"), 0) != SIZE_MAX;
    return claim ? request_parameter(request, "claim") : STR_NONE;
}

static void item(Buf *out, const View *queue, size_t row, Str situation, Str current)
{
    Str id = screen_cell(queue, row, "id");
    buf_put(out, STR("<li data-item><a href=\"/s/"));
    buf_url(out, situation);
    buf_put(out, STR("/claims/"));
    buf_url(out, id);
    buf_put(out, str_equal(id, current) ? STR("\" aria-current=\"true\">") : STR("\">"));
    buf_put(out, STR("<span class=\"queue-says\">"));
    buf_html(out, screen_cell(queue, row, "claim"));
    buf_put(out, STR("</span> <span class=\"queue-moves\">"));
    buf_html(out, screen_cell(queue, row, "why"));
    buf_put(out, STR("</span></a></li>\n"));
}

bool queue_side(Buf *out, Request *request, Str situation)
{
    int64_t id = 0;
    View queue;
    if (!request->store || !has_queue(request) || !store_situation(request->store, situation, false, &id, NULL) ||
        id == 0 || !store_list(request->store, "queue", id, request->arena, &queue, NULL))
        return false;
    Str current = current_claim(request);
    buf_put(out, STR("<aside class=\"queue\" aria-labelledby=\"queue-h\"><h2 id=\"queue-h\">To review</h2>\n"));
    buf_put(
        out,
        queue.row_count > 0
            ? STR("<ol data-queue>\n")
            : STR("<p class=\"quiet\">Nothing is left to review. Claims that would move a figure stand here.</p>\n"));
    for (size_t i = 0; i < queue.row_count && i < SHOWN; i++)
        item(out, &queue, i, situation, current);
    buf_put(out, queue.row_count > 0 ? STR("</ol></aside>\n") : STR("</aside>\n"));
    return true;
}
