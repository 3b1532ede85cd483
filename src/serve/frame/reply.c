/* reply — answers that say what went wrong and what to do. */
#include "base/json.h"
#include "serve/frame/layout.h"

static void error_json(Reply *reply, int status, const char *what, const char *todo)
{
    Json j = {.out = &reply->body};
    reply->type = "application/json";
    json_open(&j, '{');
    json_int(&j, "status", status);
    json_str(&j, "error", str_from(what));
    json_str(&j, "todo", str_from(todo));
    json_close(&j, '}');
    buf_char(&reply->body, '\n');
}

/* heading: NULL where what went wrong is one. */
static void put_error(Request *request, Reply *reply, int status, const char *heading, const char *what,
                      const char *todo)
{
    buf_clear(&reply->body);
    reply->status = status;
    if (request_is_api(request)) {
        error_json(reply, status, what, todo);
        return;
    }
    Buf *out = layout_open(request, reply, str_from(heading ? heading : what));
    buf_put(out, STR("<h1>"));
    buf_html(out, str_from(heading ? heading : what));
    buf_put(out, STR("</h1>\n<p>"));
    if (heading) {
        buf_put(out, STR("<code>"));
        buf_html(out, str_from(what));
        buf_put(out, STR("</code></p>\n<p>"));
    }
    buf_html(out, str_from(todo));
    buf_put(out, STR("</p>\n<p><a href=\"/\">All situations</a></p>\n"));
    layout_close(request, reply);
}

void reply_error(Request *request, Reply *reply, int status, const char *what, const char *todo)
{
    put_error(request, reply, status, NULL, what, todo);
}

void reply_failed(Request *request, Reply *reply, const Error *err)
{
    if (err->kind == ERROR_USAGE || err->kind == ERROR_INPUT)
        reply_error(request, reply, 400, err->text, "Mend that and send it again.");
    else
        put_error(request, reply, 503, "The book could not be used", err->text,
                  "Nothing was changed. Try again, and tell who runs the desk if it stays so.");
}
