#include "serve/layout.h"

Buf *layout_open(Request *request, Reply *reply, Str title)
{
    Buf *out = &reply->body;
    buf_put(out, STR("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"));
    buf_html(out, title);
    buf_put(out, STR(" – daybook</title>\n<link rel=\"stylesheet\" href=\"/asset/page.css\">\n"
                     "<link rel=\"stylesheet\" href=\"/asset/desk.css\">\n<meta name=\"form-token\" content=\""));
    buf_html(out, request_form_token(request));
    buf_put(out, STR("\">\n<script src=\"/asset/desk.js\" defer></script>\n</head>\n<body class=\"desk\">\n"
                     "<a class=\"skip\" href=\"#content\">To the content</a>\n<nav aria-label=\"Desk\">"
                     "<a href=\"/\">Situations</a></nav>\n<main id=\"content\">\n"));
    return out;
}

void layout_close(Request *request, Reply *reply)
{
    (void)request;
    buf_put(&reply->body, STR("</main>\n</body>\n</html>\n"));
}

void layout_form(Buf *out, const Request *request, Str action)
{
    buf_put(out, STR("<form method=\"post\" action=\""));
    buf_html(out, action);
    buf_put(out, STR("\"><input type=\"hidden\" name=\"form_token\" value=\""));
    buf_html(out, request_form_token(request));
    buf_put(out, STR("\">\n"));
}
