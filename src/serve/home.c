/* home — the list of situations. */
#include "serve/layout.h"
#include "serve/routes.h"

static void show_home(Request *request, Reply *reply)
{
    Error err = {0};
    StoreSituation *all = NULL;
    size_t count = 0;
    if (!store_situations(request->store, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = layout_open(request, reply, STR("Situations"));
    buf_put(out, STR("<h1>Situations</h1>\n"));
    buf_put(out, count == 0 ? STR("<p>Situations appear here once reports are uploaded.</p>\n") : STR("<ul>\n"));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, STR("<li><a href=\"/s/"));
        buf_url(out, all[i].name);
        buf_put(out, STR("\">"));
        buf_html(out, all[i].name);
        buf_put(out, STR("</a></li>\n"));
    }
    buf_put(out, count == 0 ? STR("") : STR("</ul>\n"));
    layout_close(request, reply);
}

const Route HOME_ROUTES[] = {
    {.method = "GET", .path = "/", .least = ROLE_READER, .handle = show_home, .summary = "All situations"},
    {0},
};
