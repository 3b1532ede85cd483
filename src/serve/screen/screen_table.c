/* A View as a table: each row's cells by their type. */
#include "serve/screen/screen.h"

static bool is_shown(const ViewColumn *column)
{
    return column->heading != NULL;
}

static void link_cell(const Screen *s, const ViewColumn *column, Str cell)
{
    bool claim = strcmp(column->key, "incident") != 0 && strcmp(column->key, "part_of") != 0;
    screen_link(s, claim ? "/claims" : "/incidents", cell);
    screen_put(s, "<code>");
    screen_text(s, str_slice(cell, 0, cell.len < 8 ? cell.len : 8));
    screen_put(s, "</code></a>");
}

static void list_cell(const Screen *s, const ViewColumn *column, Str cell)
{
    Str item;
    while (cell.len > 0 && str_cut(&cell, VIEW_SEPARATOR, &item)) {
        if (strcmp(column->key, "claims") == 0)
            link_cell(s, column, item);
        else
            screen_text(s, item);
        if (!str_present(cell))
            return;
        screen_put(s, " ");
    }
}

void screen_time(const Screen *s, Moment moment)
{
    enum { SECONDS_A_DAY = 86400, SECONDS_AN_HOUR = 3600, SECONDS_A_MINUTE = 60 };
    if (moment.precision < MOMENT_DAY) {
        screen_moment(s, moment);
        return;
    }
    Day day = moment_day_utc(moment);
    int64_t second = moment.seconds - (int64_t)day * SECONDS_A_DAY;
    screen_put(s, "<time class=\"short\" datetime=\"");
    moment_write(s->out, moment);
    screen_put(s, "\">");
    words_day_brief(s->out, day);
    if (moment.precision == MOMENT_TIME)
        buf_format(s->out, ", %02d:%02d UTC", (int)(second / SECONDS_AN_HOUR),
                   (int)(second % SECONDS_AN_HOUR / SECONDS_A_MINUTE));
    screen_put(s, "</time>");
}

static void put_cell(const Screen *s, const ViewColumn *column, Str cell)
{
    int64_t n = 0;
    if (!str_present(cell) || cell.len == 0)
        return;
    switch (column->type) {
    case VIEW_TEXT:
    case VIEW_KEY: screen_text(s, cell); break;
    case VIEW_NUMBER:
        if (str_number(cell, &n))
            screen_number(s, n);
        else
            screen_text(s, cell);
        break;
    case VIEW_FLAG: screen_put(s, str_equal(cell, STR("1")) ? "yes" : ""); break;
    case VIEW_ID: link_cell(s, column, cell); break;
    case VIEW_DAY:
    case VIEW_TIME: screen_time(s, moment_parse(cell)); break;
    case VIEW_LIST: list_cell(s, column, cell); break;
    case VIEW_PASSAGE:
        screen_put(s, "<q>");
        screen_text(s, cell);
        screen_put(s, "</q>");
        break;
    }
}

static const char *number_class(const ViewColumn *column)
{
    return column->type == VIEW_NUMBER ? " class=\"number-cell\"" : "";
}

void screen_table(const Screen *s, const View *view, const char *caption)
{
    buf_format(
        s->out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table class=\"stacked\">\n<thead><tr>",
        caption);
    for (size_t c = 0; c < view->column_count; c++) {
        if (is_shown(&view->columns[c]))
            buf_format(s->out, "<th scope=\"col\"%s>%s</th>", number_class(&view->columns[c]),
                       view->columns[c].heading);
    }
    screen_put(s, "</tr></thead>\n<tbody>\n");
    for (size_t r = 0; r < view->row_count; r++) {
        screen_put(s, "<tr>");
        for (size_t c = 0; c < view->column_count; c++) {
            if (!is_shown(&view->columns[c]))
                continue;
            buf_format(s->out, "<td data-label=\"%s\"%s><div>", view->columns[c].heading,
                       number_class(&view->columns[c]));
            put_cell(s, &view->columns[c], view_cell(view, r, c));
            screen_put(s, "</div></td>");
        }
        screen_put(s, "</tr>\n");
    }
    screen_put(s, "</tbody></table></div>\n");
}
