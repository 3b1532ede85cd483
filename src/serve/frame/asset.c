/* asset — script and styles, as the build embedded them. */
#include "base/embedded.h"
#include "serve/frame/routes.h"

static const struct {
    const char *name;
    const char *file;
    const char *type;
} ASSETS[] = {
    {"page.css", "build/web/page.css", "text/css; charset=utf-8"},
    {"desk.css", "build/web/desk.css", "text/css; charset=utf-8"},
    {"page.js", "build/web/page.js", "text/javascript; charset=utf-8"},
    {"desk.js", "build/web/desk.js", "text/javascript; charset=utf-8"},
};

static void show_asset(Request *request, Reply *reply)
{
    Str name = request_parameter(request, "name");
    for (size_t i = 0; i < sizeof ASSETS / sizeof *ASSETS; i++) {
        if (!str_equal(name, str_from(ASSETS[i].name)))
            continue;
        reply->type = ASSETS[i].type;
        buf_put(&reply->body, embedded_find(str_from(ASSETS[i].file)));
        return;
    }
    reply_error(request, reply, 404, "There is no such file.", "Begin at the list of situations.");
}

const Route ASSET_ROUTES[] = {
    {.method = "GET",
     .path = "/asset/{name}",
     .least = ROLE_NOBODY,
     .handle = show_asset,
     .everyone = true,
     .shared = true,
     .summary = "Script and styles"},
    {0},
};
