#include "serve/frame/input.h"

static void attribute(Buf *out, const char *name, Str value)
{
    buf_format(out, " %s=\"", name);
    buf_html(out, value);
    buf_char(out, '"');
}

static void label(Buf *out, const Input *input)
{
    buf_put(out, STR("<p class=\"field\"><label"));
    attribute(out, "for", str_from(input->name));
    buf_char(out, '>');
    buf_html(out, str_from(input->label));
    buf_put(out, input->optional ? STR(" (may be left empty)</label>") : STR("</label>"));
    if (input->hint) {
        buf_put(out, STR("<span class=\"hint\""));
        buf_format(out, " id=\"%s-hint\">", input->name);
        buf_html(out, str_from(input->hint));
        buf_put(out, STR("</span>"));
    }
}

static void common(Buf *out, const Input *input)
{
    attribute(out, "id", str_from(input->name));
    attribute(out, "name", str_from(input->name));
    attribute(out, "autocomplete", str_from(input->complete ? input->complete : "off"));
    buf_put(out, input->optional ? STR("") : STR(" required"));
    if (input->hint)
        buf_format(out, " aria-describedby=\"%s-hint\"", input->name);
}

void input_line(Buf *out, const Input *input)
{
    label(out, input);
    buf_put(out, STR("<input"));
    attribute(out, "type", str_from(input->type ? input->type : "text"));
    common(out, input);
    if (str_present(input->value))
        attribute(out, "value", input->value);
    buf_put(out, STR("></p>\n"));
}

void input_area(Buf *out, const Input *input)
{
    label(out, input);
    buf_put(out, STR("<textarea rows=\"6\""));
    common(out, input);
    buf_char(out, '>');
    buf_html(out, str_present(input->value) ? input->value : STR(""));
    buf_put(out, STR("</textarea></p>\n"));
}

void input_button(Buf *out, const char *label_text)
{
    buf_put(out, STR("<p><button type=\"submit\">"));
    buf_html(out, str_from(label_text));
    buf_put(out, STR("</button></p>\n"));
}

void input_message(Buf *out, const char *message)
{
    if (!message)
        return;
    buf_put(out, STR("<p class=\"wrong\" role=\"alert\">"));
    buf_html(out, str_from(message));
    buf_put(out, STR("</p>\n"));
}
