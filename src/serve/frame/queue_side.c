#include "serve/frame/queue_side.h"

/* Paths behind /s/{situation} whose pages have the queue beside them. */
static const char *const PLACES[] = {"", "/claims/{claim}"};

static bool has_queue(const Request *request)
{
    Str path = str_drop(str_from(request->route->path), sizeof "/s/{situation}" - 1);
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        if (str_equal(path, str_from(PLACES[i])))
            return request->person.role >= ROLE_CODER;
    return false;
}

bool queue_side(Buf *out, const Request *request, Str situation)
{
    if (!has_queue(request))
        return false;
    buf_put(out, STR("<aside class=\"queue\" aria-labelledby=\"queue-h\" data-queue=\"/s/"));
    buf_url(out, situation);
    buf_put(out, STR("/queue/part\"><h2 id=\"queue-h\">To review</h2>\n<p><a href=\"/s/"));
    buf_url(out, situation);
    buf_put(out, STR("/queue\">Open the queue</a></p></aside>\n"));
    return true;
}
