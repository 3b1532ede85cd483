#include "report/grid.h"

#include <utf8proc.h>

#include "base/json.h"

enum {
    MAX_COLUMNS = 32,
    GAP = 2,
    LEAST_WORDS = 24, /* columns of a cut text that still says something */
    LEAST_TIGHT = 18, /* where there is no room for that */
    LEAST_ROOM = 12,  /* of a wrapped one */
};

typedef struct {
    const View *view;
    size_t shown[MAX_COLUMNS]; /* columns with a heading */
    size_t widths[MAX_COLUMNS];
    size_t count;
} Layout;

/* A character of s and how many terminal columns it takes; control characters are spaces. Returns its bytes. */
static size_t next_char(Str s, Str *character, size_t *columns)
{
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len, &code);
    if (bytes <= 0 || utf8proc_category(code) == UTF8PROC_CATEGORY_CC ||
        utf8proc_category(code) == UTF8PROC_CATEGORY_CF) {
        *character = STR(" ");
        *columns = 1;
        return bytes <= 0 ? 1 : (size_t)bytes;
    }
    *character = str_slice(s, 0, (size_t)bytes);
    *columns = (size_t)utf8proc_charwidth(code);
    return (size_t)bytes;
}

static size_t width_of(Str s)
{
    size_t width = 0;
    while (s.len > 0) {
        Str character;
        size_t columns = 0;
        s = str_drop(s, next_char(s, &character, &columns));
        width += columns;
    }
    return width;
}

/* What the cell shows: a flag's word, an unknown number as a dash would be read as zero, so it stays empty. */
static Str shown_cell(const View *view, size_t row, size_t column)
{
    Str cell = view_cell(view, row, column);
    if (view->columns[column].type != VIEW_FLAG)
        return cell;
    return str_equal(cell, STR("1")) ? STR("yes") : STR_NONE;
}

static Layout layout_of(const View *view)
{
    Layout layout = {.view = view};
    for (size_t c = 0; c < view->column_count && layout.count < MAX_COLUMNS; c++) {
        if (!view->columns[c].heading)
            continue;
        size_t widest = width_of(str_from(view->columns[c].heading));
        for (size_t r = 0; r < view->row_count; r++) {
            size_t width = width_of(shown_cell(view, r, c));
            widest = width > widest ? width : widest;
        }
        layout.shown[layout.count] = c;
        layout.widths[layout.count++] = widest;
    }
    return layout;
}

/* Words may be cut; an id, a day or a number without its end would be another. */
static size_t least_width(const Layout *layout, size_t at, size_t least_words)
{
    ViewType type = layout->view->columns[layout->shown[at]].type;
    bool words = type == VIEW_TEXT || type == VIEW_PASSAGE;
    return words && layout->widths[at] > least_words ? least_words : layout->widths[at];
}

static size_t line_width(const Layout *layout)
{
    size_t total = layout->count > 0 ? (layout->count - 1) * GAP : 0;
    for (size_t i = 0; i < layout->count; i++)
        total += layout->widths[i];
    return total;
}

static bool is_empty_column(const View *view, size_t column)
{
    for (size_t r = 0; r < view->row_count; r++) {
        Str cell = shown_cell(view, r, column);
        if (str_present(cell) && cell.len > 0)
            return false;
    }
    return view->row_count > 0;
}

/* A column in which no row has anything is left out. */
static void drop_empty(Layout *layout)
{
    size_t kept = 0;
    for (size_t i = 0; i < layout->count; i++) {
        if (is_empty_column(layout->view, layout->shown[i]))
            continue;
        layout->shown[kept] = layout->shown[i];
        layout->widths[kept++] = layout->widths[i];
    }
    layout->count = kept;
}

/* The widest columns of words give way until the line fits. Returns false where it cannot. */
static bool fit(Layout *layout, size_t width, size_t least_words)
{
    size_t total = line_width(layout);
    while (total > width) {
        size_t widest = SIZE_MAX;
        for (size_t i = 0; i < layout->count; i++)
            if (layout->widths[i] > least_width(layout, i, least_words) &&
                (widest == SIZE_MAX || layout->widths[i] > layout->widths[widest]))
                widest = i;
        if (widest == SIZE_MAX)
            return false;
        layout->widths[widest]--;
        total--;
    }
    return true;
}

static void put_spaces(Buf *out, size_t n)
{
    while (n-- > 0)
        buf_char(out, ' ');
}

/* Returns the columns used: at most width. */
static size_t put_cut(Buf *out, Str s, size_t width)
{
    bool cut = width_of(s) > width;
    size_t room = cut ? width - 1 : width;
    size_t used = 0;
    while (s.len > 0) {
        Str character;
        size_t columns = 0;
        size_t bytes = next_char(s, &character, &columns);
        if (used + columns > room)
            break;
        buf_put(out, character);
        used += columns;
        s = str_drop(s, bytes);
    }
    if (cut)
        buf_put(out, STR("…"));
    return used + cut;
}

static void put_cell(Buf *out, const Layout *layout, size_t at, Str cell)
{
    bool right = layout->view->columns[layout->shown[at]].type == VIEW_NUMBER;
    bool last = at + 1 == layout->count;
    size_t width = layout->widths[at];
    size_t own = width_of(cell);
    if (right && own < width)
        put_spaces(out, width - own);
    size_t used = put_cut(out, cell, width);
    if (!last)
        put_spaces(out, GAP + (right ? 0 : width - used));
}

static void put_heading(Buf *out, bool colour, const char *before)
{
    buf_put(out, colour ? str_from(before) : STR(""));
}

static void table(Buf *out, const Layout *layout, bool colour)
{
    put_heading(out, colour, "\033[1m");
    for (size_t i = 0; i < layout->count; i++)
        put_cell(out, layout, i, str_from(layout->view->columns[layout->shown[i]].heading));
    put_heading(out, colour, "\033[0m");
    buf_char(out, '\n');
    for (size_t r = 0; r < layout->view->row_count; r++) {
        for (size_t i = 0; i < layout->count; i++)
            put_cell(out, layout, i, shown_cell(layout->view, r, layout->shown[i]));
        buf_char(out, '\n');
    }
}

/* ---- where no table fits: a line a cell ---- */

/* As much of s as stands on a line of so many columns, up to a space where there is one. Returns its bytes. */
static size_t line_bytes(Str s, size_t width)
{
    size_t at = 0;
    size_t used = 0;
    size_t space = 0;
    while (at < s.len) {
        Str character;
        size_t columns = 0;
        size_t bytes = next_char(str_drop(s, at), &character, &columns);
        if (used + columns > width)
            return space > 0 && !str_equal(character, STR(" ")) ? space : at > 0 ? at : bytes;
        at += bytes;
        used += columns;
        space = str_equal(character, STR(" ")) ? at : space;
    }
    return s.len;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == VIEW_SEPARATOR;
}

static void put_wrapped(Buf *out, Str s, size_t indent, size_t width)
{
    for (bool first = true; s.len > 0; first = false) {
        size_t bytes = line_bytes(s, width);
        size_t end = bytes;
        while (end > 0 && is_blank(s.ptr[end - 1]))
            end--;
        put_spaces(out, first ? 0 : indent);
        (void)put_cut(out, str_slice(s, 0, end), width);
        buf_char(out, '\n');
        s = str_drop(s, bytes);
        while (s.len > 0 && is_blank(s.ptr[0]))
            s = str_drop(s, 1);
    }
}

static void records(Buf *out, const Layout *layout, size_t width, bool colour)
{
    const View *view = layout->view;
    size_t label = 0;
    for (size_t i = 0; i < layout->count; i++) {
        size_t own = width_of(str_from(view->columns[layout->shown[i]].heading));
        label = own > label ? own : label;
    }
    size_t indent = label + GAP;
    size_t room = width > indent + LEAST_ROOM ? width - indent : LEAST_ROOM;
    for (size_t r = 0; r < view->row_count; r++) {
        buf_put(out, r > 0 ? STR("\n") : STR(""));
        for (size_t i = 0; i < layout->count; i++) {
            Str cell = shown_cell(view, r, layout->shown[i]);
            Str heading = str_from(view->columns[layout->shown[i]].heading);
            if (!str_present(cell) || cell.len == 0)
                continue;
            put_heading(out, colour, "\033[1m");
            buf_put(out, heading);
            put_heading(out, colour, "\033[0m");
            put_spaces(out, indent - width_of(heading));
            put_wrapped(out, cell, indent, room);
        }
    }
}

void grid_text(Buf *out, const View *view, size_t width, bool colour)
{
    Layout layout = layout_of(view);
    if (width > 0 && line_width(&layout) > width)
        drop_empty(&layout);
    if (width == 0 || fit(&layout, width, LEAST_WORDS) || fit(&layout, width, LEAST_TIGHT))
        table(out, &layout, colour);
    else
        records(out, &layout, width, colour);
}

/* ---- JSON ---- */

static void json_list(Json *j, const char *key, Str items)
{
    Str item = STR_NONE;
    json_open_key(j, key, '[');
    while (str_present(items) && str_cut(&items, VIEW_SEPARATOR, &item))
        json_str(j, NULL, item);
    json_close(j, ']');
}

static void json_cell(Json *j, const ViewColumn *column, Str cell)
{
    int64_t number = 0;
    switch (column->type) {
    case VIEW_LIST: json_list(j, column->key, cell); break;
    case VIEW_FLAG:
        if (str_present(cell))
            json_bool(j, column->key, str_equal(cell, STR("1")));
        else
            json_null(j, column->key);
        break;
    case VIEW_NUMBER:
        if (str_number(cell, &number))
            json_int(j, column->key, number);
        else
            json_null(j, column->key);
        break;
    case VIEW_TEXT:
    case VIEW_ID:
    case VIEW_KEY:
    case VIEW_DAY:
    case VIEW_TIME:
    case VIEW_PASSAGE: json_str(j, column->key, cell); break;
    }
}

void grid_json_row(Json *j, const View *view, size_t row)
{
    json_open(j, '{');
    for (size_t c = 0; c < view->column_count; c++)
        json_cell(j, &view->columns[c], view_cell(view, row, c));
    json_close(j, '}');
}

void grid_json(Buf *out, const View *view)
{
    buf_char(out, '[');
    for (size_t r = 0; r < view->row_count; r++) {
        Json j = {.out = out};
        buf_put(out, r > 0 ? STR(",\n") : STR("\n"));
        grid_json_row(&j, view, r);
    }
    buf_put(out, STR("\n]\n"));
}

/* ---- CSV ---- */

void grid_csv(Buf *out, const View *view)
{
    for (size_t c = 0; c < view->column_count; c++) {
        buf_put(out, c > 0 ? STR(",") : STR(""));
        buf_csv(out, str_from(view->columns[c].key));
    }
    buf_put(out, STR("\r\n"));
    for (size_t r = 0; r < view->row_count; r++) {
        for (size_t c = 0; c < view->column_count; c++) {
            Str cell = view_cell(view, r, c);
            buf_put(out, c > 0 ? STR(",") : STR(""));
            buf_csv(out, str_present(cell) ? cell : STR(""));
        }
        buf_put(out, STR("\r\n"));
    }
}
