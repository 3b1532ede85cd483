#include "serve/api/atom.h"

#include "serve/setting/setting.h"

Buf *atom_open(Reply *reply, Str title, Str id, Moment updated)
{
    Buf *out = &reply->body;
    reply->type = "application/atom+xml; charset=utf-8";
    buf_put(out, STR("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"));
    atom_element(out, "title", title);
    buf_put(out, STR("<id>urn:daybook:"));
    buf_html(out, id);
    buf_put(out, STR("</id><author><name>daybook</name></author>\n"));
    atom_time(out, "updated", updated);
    return out;
}

void atom_close(Buf *out)
{
    buf_put(out, STR("</feed>\n"));
}

void atom_element(Buf *out, const char *name, Str text)
{
    buf_format(out, "<%s>", name);
    for (size_t i = 0; i < text.len; i++) { /* not even an escaped one */
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= ' ' || c == '\n' || c == '\t')
            buf_html(out, str_slice(text, i, i + 1));
    }
    buf_format(out, "</%s>", name);
}

void atom_time(Buf *out, const char *name, Moment moment)
{
    Buf text = {0};
    moment_write(&text, (Moment){.seconds = moment.seconds, .precision = MOMENT_TIME});
    atom_element(out, name, buf_str(&text));
    buf_free(&text);
}

void atom_link(Buf *out, const Request *request, Str path, bool itself)
{
    buf_put(out, itself ? STR("<link rel=\"self\" href=\"") : STR("<link href=\""));
    buf_html(out, setting_origin(request));
    buf_html(out, path);
    buf_put(out, STR("\"/>"));
}
