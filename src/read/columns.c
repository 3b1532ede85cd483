#include "read/columns.h"

#include "base/buf.h"
#include "base/embedded.h"

/* Of the necessary columns, a data set has all. A line of prose may have a comma and two of these words. */
static const struct {
    const char *name;
    TableKind kind;
    bool all;
    size_t min_known;
} KINDS[] = {{"ged", TABLE_GED, true, 0},
             {"acled", TABLE_ACLED, true, 0},
             {"report", TABLE_REPORTS, false, 2},
             {"claim", TABLE_CLAIMS, false, 3},
             {"front", TABLE_FRONT, false, 2}};
enum { KIND_COUNT = sizeof KINDS / sizeof KINDS[0], FRONT = KIND_COUNT - 1 };

enum { ROW_CELLS = 3 };

/* Equal but for case, with a space for an underscore. */
static bool is_heading(Str heading, Str name)
{
    if (heading.len != name.len)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        bool space = heading.ptr[i] == ' ' || heading.ptr[i] == '-';
        if (space ? name.ptr[i] != '_' : char_lower(heading.ptr[i]) != name.ptr[i])
            return false;
    }
    return true;
}

/* The next row of the data file, its cells cut; false at the end. */
static bool next_row(Str *rest, Str cells[ROW_CELLS])
{
    Str line;
    while (str_cut(rest, '\n', &line)) {
        size_t n = 0;
        while (n < ROW_CELLS && str_cut(&line, '\t', &cells[n]))
            n++;
        if (n == ROW_CELLS)
            return true;
    }
    return false;
}

static size_t column_of(const Str *headings, size_t count, Str name)
{
    size_t i = 0;
    while (i < count && !is_heading(headings[i], name))
        i++;
    return i;
}

/* Reads the headings as those of one kind; false if they are none of it. */
static bool fits(size_t kind, const Str *headings, Columns *out)
{
    Str rest = embedded_find(STR("data/read/columns.tsv"));
    Str cells[ROW_CELLS];
    size_t known = 0;
    size_t needed = 0;
    size_t missed = 0;
    for (size_t i = 0; i < out->count; i++)
        out->fields[i] = STR_NONE;
    while (next_row(&rest, cells)) {
        if (!str_equal(cells[1], str_from(KINDS[kind].name)))
            continue;
        bool need = str_ends(cells[2], STR("!"));
        size_t column = column_of(headings, out->count, cells[0]);
        missed += need && column == out->count;
        if (column == out->count || str_present(out->fields[column]))
            continue;
        out->fields[column] = str_slice(cells[2], 0, cells[2].len - need);
        needed += need;
        known++;
    }
    return KINDS[kind].all ? missed == 0 : needed > 0 && known >= KINDS[kind].min_known;
}

/* Once a table: its cells may be millions. */
static void read_blanks(Arena *arena, Columns *out)
{
    Str rest = embedded_find(STR("data/read/columns.tsv"));
    Str cells[ROW_CELLS];
    Str *blanks = NULL;
    size_t cap = 0;
    while (next_row(&rest, cells)) {
        if (!str_equal(cells[1], STR("cell")))
            continue;
        blanks = arena_grow(arena, blanks, out->blank_count, &cap, sizeof *blanks);
        blanks[out->blank_count++] = cells[0];
    }
    out->blanks = blanks;
}

Columns columns_of(Arena *arena, const Str *headings, size_t count)
{
    Columns out = {.fields = ARENA_ARRAY(arena, Str, count + 1), .count = count};
    for (size_t i = 0; i < FRONT; i++) {
        if (fits(i, headings, &out)) {
            out.kind = KINDS[i].kind;
            read_blanks(arena, &out);
            return out;
        }
    }
    out.kind = TABLE_NONE;
    return out;
}

Columns columns_front(Arena *arena, const Str *names, size_t count)
{
    Columns out = {.fields = ARENA_ARRAY(arena, Str, count + 1), .count = count};
    out.kind = fits(FRONT, names, &out) ? TABLE_FRONT : TABLE_NONE;
    return out;
}

size_t columns_find(const Columns *columns, Str field)
{
    size_t i = 0;
    while (i < columns->count && !str_equal(columns->fields[i], field))
        i++;
    return i;
}

bool columns_is_blank(const Columns *columns, Str cell)
{
    for (size_t i = 0; i < columns->blank_count; i++)
        if (is_heading(cell, columns->blanks[i]))
            return true;
    return false;
}
