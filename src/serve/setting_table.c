#include "serve/setting_table.h"

void setting_table(Buf *out, Str text, const char *caption)
{
    Str line;
    Str cell;
    bool is_open = false;
    while (str_cut(&text, '\n', &line)) {
        if (line.len == 0)
            continue;
        if (line.ptr[0] == '#') {
            buf_put(out, STR("<p class=\"quiet\">"));
            buf_html(out, str_trim(str_drop(line, 1)));
            buf_put(out, STR("</p>\n"));
            continue;
        }
        if (!is_open)
            buf_format(
                out,
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><caption>%s</caption>\n",
                caption, caption);
        buf_put(out, STR("<tr>"));
        while (str_cut(&line, '\t', &cell)) {
            buf_put(out, is_open ? STR("<td>") : STR("<th scope=\"col\">"));
            buf_html(out, cell);
            buf_put(out, is_open ? STR("</td>") : STR("</th>"));
        }
        buf_put(out, STR("</tr>\n"));
        is_open = true;
    }
    buf_put(out, is_open ? STR("</table></div>\n") : STR(""));
}
