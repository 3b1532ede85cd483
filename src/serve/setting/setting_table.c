#include "serve/setting/setting_table.h"

static void open_table(Buf *out, Str columns, const char *caption)
{
    Str name;
    buf_format(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table class=\"stacked\"><caption>%s</caption>\n"
        "<thead><tr>",
        caption, caption);
    while (str_cut(&columns, '\t', &name)) {
        buf_put(out, STR("<th scope=\"col\">"));
        buf_html(out, name);
        buf_put(out, STR("</th>"));
    }
    buf_put(out, STR("</tr></thead><tbody>\n"));
}

/* On a narrow screen the cells stand below one another, each behind the name of its column. */
static void put_row(Buf *out, Str cells, Str columns)
{
    Str cell;
    Str name = {0};
    bool is_first = true;
    buf_put(out, STR("<tr>"));
    while (str_cut(&cells, '\t', &cell)) {
        bool is_named = str_cut(&columns, '\t', &name);
        if (is_first) {
            buf_put(out, STR("<th scope=\"row\">"));
        } else {
            buf_put(out, STR("<td data-label=\""));
            buf_html(out, is_named ? name : STR(""));
            buf_put(out, STR("\">"));
        }
        buf_html(out, cell);
        buf_put(out, is_first ? STR("</th>") : STR("</td>"));
        is_first = false;
    }
    buf_put(out, STR("</tr>\n"));
}

void setting_table(Buf *out, Str text, const char *caption)
{
    Str line;
    Str columns = STR_NONE;
    while (str_cut(&text, '\n', &line)) {
        if (line.len == 0)
            continue;
        if (line.ptr[0] == '#') {
            buf_put(out, STR("<p class=\"quiet\">"));
            buf_html(out, str_trim(str_drop(line, 1)));
            buf_put(out, STR("</p>\n"));
        } else if (str_present(columns)) {
            put_row(out, line, columns);
        } else {
            columns = line;
            open_table(out, columns, caption);
        }
    }
    buf_put(out, str_present(columns) ? STR("</tbody></table></div>\n") : STR(""));
}
