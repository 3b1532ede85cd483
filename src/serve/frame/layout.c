/* layout — what stands around every page: head, bar, menu of the situation, style and script. Works without script and without a mouse. */
#include "serve/frame/layout.h"

#include "serve/frame/queue_side.h"
#include "store/browse.h"

/* The menu of a situation: path behind /s/NAME, label, what a role must be to be shown it. */
static const struct {
    const char *path;
    const char *label;
    Role least;
} MENU[] = {
    {"", "Report", ROLE_READER},
    {"/queue", "Review", ROLE_CODER},
    {"/incidents", "Incidents", ROLE_READER},
    {"/claims", "Claims", ROLE_READER},
    {"/documents", "Reports read", ROLE_READER},
    {"/sources", "Sources", ROLE_READER},
    {"/conflicts", "Conflicts", ROLE_READER},
    {"/unverified", "Unverified", ROLE_READER},
    {"/pending", "Awaited", ROLE_READER},
    {"/changes", "Changes", ROLE_READER},
    {"/log", "Activity", ROLE_READER},
    {"/upload", "Upload", ROLE_CODER},
    {"/publish", "Publish", ROLE_EDITOR},
    {"/letters", "Letters", ROLE_EDITOR},
};

static bool is_of_situation(const Request *request)
{
    return request->route && str_find(str_from(request->route->path), STR("{situation}"), 0) != SIZE_MAX &&
           str_begins(str_from(request->route->path), STR("/s/"));
}

static void put_head(Buf *out, const Request *request, Str title)
{
    buf_put(out, STR("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"));
    buf_put(out, title);
    buf_put(out, STR(" \xE2\x80\x93 daybook</title>\n<link rel=\"icon\" href=\"data:,\">\n"
                     "<link rel=\"stylesheet\" href=\"/asset/page.css\">\n"
                     "<link rel=\"stylesheet\" href=\"/asset/desk.css\">\n"));
    if (request->person.id > 0) {
        buf_put(out, STR("<meta name=\"form-token\" content=\""));
        buf_html(out, request_form_token(request));
        buf_put(out, STR("\">\n"));
    }
    buf_put(out, STR("<script src=\"/asset/desk.js\" defer></script>\n</head>\n"));
}

enum { SWITCH_SITUATIONS = 12 };

static void find_situation(Buf *out)
{
    buf_put(out, STR("<li><form role=\"search\" method=\"get\" action=\"/\"><label><span class=\"unseen\">Part of a "
                     "situation\xE2\x80\x99s name</span><input type=\"search\" name=\"words\" "
                     "placeholder=\"Find a situation\"></label></form></li>\n"));
}

/* The other situations, in a list that opens without script; where there are many, a field to find one by its name. */
static void situation_switch(Buf *out, Request *request, Str chosen)
{
    SituationRows some;
    if (!request->store ||
        !store_some_situations(request->store, STR_NONE, STR_NONE, SWITCH_SITUATIONS, request->arena, &some, NULL))
        return;
    buf_put(out, STR("<details class=\"menu switch\"><summary><span class=\"unseen\">Situation: </span>"));
    buf_html(out, str_present(chosen) ? chosen : STR("Situations"));
    buf_put(out, STR("</summary><ul>\n"));
    if (some.is_more)
        find_situation(out);
    for (size_t i = 0; i < some.count && !some.is_more; i++) {
        buf_put(out, STR("<li><a href=\"/s/"));
        buf_url(out, some.rows[i].name);
        buf_put(out, str_equal(some.rows[i].name, chosen) ? STR("\" aria-current=\"true\">") : STR("\">"));
        buf_html(out, some.rows[i].name);
        buf_put(out, STR("</a></li>\n"));
    }
    buf_put(out, STR("<li><a href=\"/\">All situations</a></li></ul></details>\n"));
}

/* On a page of a situation it searches there; the answer leads on to all others. */
static void search_box(Buf *out, Str situation)
{
    buf_put(out, STR("<form class=\"search\" role=\"search\" method=\"get\" action=\""));
    if (str_present(situation)) {
        buf_put(out, STR("/s/"));
        buf_url(out, situation);
    }
    buf_put(out, STR("/search\"><label class=\"unseen\" for=\"search\">Words in reports and claims</label>"
                     "<input id=\"search\" type=\"search\" name=\"words\" placeholder=\"Search reports\">"
                     "<button>Search</button></form>\n"));
}

static void who(Buf *out, const Request *request)
{
    buf_put(out,
            STR("<div id=\"presence\" class=\"presence\" role=\"group\" aria-label=\"Who else is here\"></div>\n"));
    if (request->person.id == 0) {
        buf_put(out, STR("<a class=\"sign-in\" href=\"/sign-in\">Sign in</a>\n"));
        return;
    }
    buf_put(out, STR("<details class=\"menu me\" data-person=\""));
    buf_html(out, request->person.name);
    buf_put(out, STR("\"><summary><span class=\"unseen\">Signed in as </span>"));
    buf_html(out, request->person.name);
    buf_put(out, STR("</summary><ul>\n<li class=\"quiet\">"));
    buf_put(out, role_name(request->person.role));
    buf_put(out, STR("</li>\n<li><a href=\"/settings/password\">Settings</a></li>\n"));
    if (request->person.role >= ROLE_ADMINISTRATOR)
        buf_put(out, STR("<li><a href=\"/settings/people\">People</a></li>\n"));
    buf_put(out, STR("<li>"));
    layout_form(out, request, STR("/sign-out"));
    buf_put(out, STR("<button>Sign out</button></form></li></ul></details>\n"));
}

static void bar(Buf *out, Request *request, Str situation)
{
    buf_put(out, STR("<header class=\"topbar\">\n<a class=\"brand\" href=\"/\">daybook</a>\n"));
    if (request->person.id > 0)
        situation_switch(out, request, situation);
    if (request->person.id > 0)
        search_box(out, situation);
    who(out, request);
    buf_put(out, STR("</header>\n"));
}

/* The longest path of the menu that the route begins with is where we are. */
static size_t menu_place(const Request *request)
{
    Str path = str_drop(str_from(request->route->path), sizeof "/s/{situation}" - 1);
    for (size_t i = 1; i < sizeof MENU / sizeof *MENU; i++)
        if (str_begins(path, str_from(MENU[i].path)))
            return i;
    return path.len == 0 ? 0 : SIZE_MAX;
}

static void menu(Buf *out, const Request *request, Str situation)
{
    size_t here = menu_place(request);
    buf_put(out, STR("<nav class=\"tabs\" aria-label=\"Situation\"><ul>\n"));
    for (size_t i = 0; i < sizeof MENU / sizeof *MENU; i++) {
        if (request->person.role < MENU[i].least)
            continue;
        buf_put(out, STR("<li><a href=\"/s/"));
        buf_url(out, situation);
        buf_put(out, str_from(MENU[i].path));
        buf_put(out, i == here ? STR("\" aria-current=\"page\">") : STR("\">"));
        buf_put(out, str_from(MENU[i].label));
        buf_put(out, STR("</a></li>\n"));
    }
    buf_put(out, STR("</ul></nav>\n"));
}

Buf *layout_open(Request *request, Reply *reply, Str title)
{
    Buf written = {0};
    buf_html(&written, title);
    Buf *out = layout_open_written(request, reply, buf_str(&written));
    buf_free(&written);
    return out;
}

Buf *layout_open_written(Request *request, Reply *reply, Str title)
{
    Buf *out = &reply->body;
    bool inside = is_of_situation(request) && request->person.role >= ROLE_READER;
    Str situation = inside ? request_parameter(request, "situation") : STR_NONE;
    put_head(out, request, title);
    buf_put(out, STR("<body class=\"desk\">\n<a class=\"skip\" href=\"#content\">To the content</a>\n"));
    bar(out, request, situation);
    if (inside)
        menu(out, request, situation);
    bool beside = inside && queue_side(out, request, situation);
    buf_put(out, beside ? STR("<main id=\"content\" class=\"beside\" tabindex=\"-1\">\n")
                        : STR("<main id=\"content\" tabindex=\"-1\">\n"));
    return out;
}

void layout_close(Request *request, Reply *reply)
{
    (void)request;
    buf_put(
        &reply->body,
        STR("</main>\n<footer class=\"keys-hint\"><kbd>?</kbd> shows what the keys do.</footer>\n</body>\n</html>\n"));
}

void layout_form(Buf *out, const Request *request, Str action)
{
    buf_put(out, STR("<form method=\"post\" action=\""));
    buf_html(out, action);
    buf_put(out, STR("\"><input type=\"hidden\" name=\"form_token\" value=\""));
    buf_html(out, request_form_token(request));
    buf_put(out, STR("\">\n"));
}
