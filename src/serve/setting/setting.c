#include "serve/setting/setting.h"

#include "serve/frame/core.h"
#include "serve/frame/layout.h"

static const struct {
    const char *path;
    const char *label;
    Role least;
} PAGES[] = {
    {"/settings/password", "Password", ROLE_READER},    {"/settings/tokens", "Tokens", ROLE_READER},
    {"/settings/people", "People", ROLE_ADMINISTRATOR}, {"/settings/profiles", "Profiles", ROLE_READER},
    {"/settings/public", "Public policy", ROLE_READER}, {"/settings/places", "Places", ROLE_READER},
    {"/settings/feeds", "Feeds", ROLE_READER},
};

Buf *setting_open(Request *request, Reply *reply, Str title)
{
    Buf *out = layout_open(request, reply, title);
    buf_put(out, STR("<h1>"));
    buf_html(out, title);
    buf_put(out, STR("</h1>\n<nav aria-label=\"Settings\" class=\"tabs\"><ul>\n"));
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        if (request->person.role < PAGES[i].least)
            continue;
        bool here = str_equal(request->path, str_from(PAGES[i].path));
        buf_format(out, "<li><a href=\"%s\"%s>%s</a></li>\n", PAGES[i].path, here ? " aria-current=\"page\"" : "",
                   PAGES[i].label);
    }
    buf_put(out, STR("</ul></nav>\n"));
    return out;
}

void setting_close(Request *request, Reply *reply)
{
    layout_close(request, reply);
}

Str setting_origin(const Request *request)
{
    if (request->desk->options->origin)
        return str_from(request->desk->options->origin);
    Buf text = {0};
    buf_put(&text, STR("http://"));
    buf_put(&text, request_header(request, "Host"));
    Str origin = arena_copy(request->arena, buf_str(&text));
    buf_free(&text);
    return origin;
}

void setting_secret(Buf *out, Str secret, const char *about)
{
    if (!str_present(secret))
        return;
    buf_put(out, STR("<div class=\"secret\" role=\"status\"><p>"));
    buf_html(out, str_from(about));
    buf_put(out, STR("</p>\n<p><code>"));
    buf_html(out, secret);
    buf_put(out, STR("</code></p></div>\n"));
}
