#include "read/table.h"

#include "base/buf.h"

static size_t count_char(Str s, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += s.ptr[i] == c;
    return count;
}

Table table_open(Str bytes)
{
    static const char SEPARATORS[] = {',', '\t', ';'};
    Table table = {.bytes = bytes, .line = 1, .separator = ','};
    if (str_begins(bytes, STR("\xEF\xBB\xBF")))
        table.at = 3;
    size_t end = str_find_char(bytes, '\n', 0);
    Str head = str_slice(bytes, 0, end == SIZE_MAX ? bytes.len : end);
    size_t most = 0;
    for (size_t i = 0; i < sizeof SEPARATORS; i++) {
        size_t count = count_char(head, SEPARATORS[i]);
        if (count > most) {
            most = count;
            table.separator = SEPARATORS[i];
        }
    }
    return table;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* From behind the opening quotation mark to behind the closing one. */
static TableCell quoted_cell(Table *table, bool *open)
{
    Str s = table->bytes;
    TableCell cell = {.start = table->at, .quoted = true};
    for (; table->at < s.len; table->at++) {
        if (s.ptr[table->at] == '\n')
            table->line++;
        if (s.ptr[table->at] != '"')
            continue;
        if (table->at + 1 < s.len && s.ptr[table->at + 1] == '"') {
            table->at++;
            continue;
        }
        cell.end = table->at++;
        return cell;
    }
    *open = true;
    cell.end = s.len;
    return cell;
}

static TableCell next_cell(Table *table, bool *open)
{
    Str s = table->bytes;
    bool quoted = table->at < s.len && s.ptr[table->at] == '"';
    TableCell cell = {.start = table->at};
    if (quoted) {
        table->at++;
        cell = quoted_cell(table, open);
    }
    while (table->at < s.len && s.ptr[table->at] != table->separator && !is_break(s.ptr[table->at]))
        table->at++;
    if (!quoted)
        cell.end = table->at;
    return cell;
}

static void skip_breaks(Table *table)
{
    for (; table->at < table->bytes.len && is_break(table->bytes.ptr[table->at]); table->at++)
        table->line += table->bytes.ptr[table->at] == '\n';
}

bool table_next(Table *table, Arena *arena, TableRow *out)
{
    skip_breaks(table);
    if (table->at >= table->bytes.len)
        return false;
    *out = (TableRow){.start = table->at, .line = table->line};
    size_t cap = 0;
    for (;;) {
        out->cells = arena_grow(arena, out->cells, out->count, &cap, sizeof *out->cells);
        out->cells[out->count++] = next_cell(table, &out->open);
        if (table->at >= table->bytes.len || is_break(table->bytes.ptr[table->at]))
            break;
        table->at++;
    }
    out->end = table->at;
    return true;
}

Str table_text(Arena *arena, Str bytes, TableCell cell)
{
    Str text = str_trim(str_slice(bytes, cell.start, cell.end));
    if (!cell.quoted || str_find(text, STR("\"\""), 0) == SIZE_MAX)
        return text;
    Buf plain = {0};
    for (size_t i = 0; i < text.len; i++) {
        buf_char(&plain, text.ptr[i]);
        i += text.ptr[i] == '"' && i + 1 < text.len && text.ptr[i + 1] == '"';
    }
    Str copy = arena_copy(arena, buf_str(&plain));
    buf_free(&plain);
    return copy;
}
