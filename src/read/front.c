#include "read/front.h"

#include "base/buf.h"
#include "read/date_text.h"

enum { MAX_NAME_BYTES = 30 };

#define RULE "---"

/* "name: value", cut in two; false for any other line. */
static bool cut_line(Str line, Str *name, Str *value)
{
    size_t colon = str_find_char(line, ':', 0);
    if (colon == SIZE_MAX || colon == 0 || colon > MAX_NAME_BYTES)
        return false;
    *name = str_trim(str_slice(line, 0, colon));
    *value = str_trim(str_drop(line, colon + 1));
    return name->len > 0;
}

/* "\"a title\"" or "'a title'" without its marks. */
static Str unquoted(Str value)
{
    bool enclosed = value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') &&
                    value.ptr[value.len - 1] == value.ptr[0] && str_find_char(value, value.ptr[0], 1) == value.len - 1;
    return enclosed ? str_slice(value, 1, value.len - 1) : value;
}

/* Takes lines of the text into the front, up to where it ends; gives back what stands below. */
static Str take_lines(Arena *arena, Str text, Front *front, Str *names, size_t *count)
{
    Str rest = str_trim(str_begins(text, STR("\xEF\xBB\xBF")) ? str_drop(text, 3) : text);
    bool ruled = str_begins(rest, STR(RULE));
    Str line;
    if (ruled)
        str_cut(&rest, '\n', &line);
    Str below = rest;
    while (*count < FRONT_LINES && str_cut(&rest, '\n', &line) && !str_begins(line, STR(RULE))) {
        Str value;
        bool named = cut_line(line, &names[*count], &value);
        if (!ruled && (!named || !str_present(columns_front(arena, &names[*count], 1).fields[0])))
            return below;
        if (named)
            front->values[(*count)++] = unquoted(value);
        below = rest;
    }
    return ruled ? rest : below;
}

Front front_read(Arena *arena, Str text)
{
    Str names[FRONT_LINES];
    size_t count = 0;
    Front front = {.values = ARENA_ARRAY(arena, Str, FRONT_LINES), .body = text};
    Str below = take_lines(arena, text, &front, names, &count);
    front.columns = columns_front(arena, names, count);
    if (front.columns.kind == TABLE_FRONT)
        front.body = str_trim(below);
    return front;
}

Str front_value(const Front *front, Str field)
{
    size_t i = columns_find(&front->columns, field);
    return front->columns.kind == TABLE_FRONT && i < front->columns.count ? front->values[i] : STR_NONE;
}

void front_lend(const Source *source, const Front *front, Document *out)
{
    out->title = front_value(front, STR("title"));
    out->url = front_value(front, STR("url"));
    out->publisher = front_value(front, STR("publisher"));
    out->author = front_value(front, STR("author"));
    out->lang = front_value(front, STR("lang"));
    Str published = front_value(front, STR("published"));
    if (!str_present(published))
        return;
    out->published = date_text_moment(source->markup, published);
    if (out->published.precision == MOMENT_NONE)
        problem_warn(source->problems, "%.*s: \"published\" is no day or time: %.*s", (int)source->name.len,
                     source->name.ptr, (int)published.len, published.ptr);
}
