/*
 * csv — tables: a row of reports is a document with its text; a row of claims is a document whose text is the row and whose figures
 * are given; rows of an event data set go to the baseline. What the headings mean stands in data/read/columns.tsv.
 */
#include <stdlib.h>

#include "read/columns.h"
#include "read/date_text.h"
#include "read/encoding.h"
#include "read/page.h"
#include "read/source.h"
#include "read/table.h"

typedef struct {
    Decoded decoded;
    Table table;
    Columns columns;
    Arena *row; /* of the row that is being read */
} Csv;

static Columns read_headings(Table *table, Arena *arena)
{
    TableRow row;
    if (!table_next(table, arena, &row))
        return (Columns){.kind = TABLE_NONE};
    Str *headings = ARENA_ARRAY(arena, Str, row.count);
    for (size_t i = 0; i < row.count; i++)
        headings[i] = table_text(arena, table->bytes, row.cells[i]);
    return columns_of(arena, headings, row.count);
}

bool csv_is(Str head)
{
    Arena *scratch = arena_create();
    Table table = table_open(head);
    bool known = read_headings(&table, scratch).kind != TABLE_NONE;
    arena_destroy(scratch);
    return known;
}

static void close_csv(Source *source)
{
    Csv *csv = source->state;
    arena_destroy(csv->row);
}

static Csv *open_csv(Source *source)
{
    Csv *csv = ARENA_NEW(source->arena, Csv);
    csv->row = arena_create();
    source->close = close_csv;
    csv->decoded = encoding_decode(source->arena, source->bytes, &(Said){.carrier = source->charset});
    csv->table = table_open(csv->decoded.text);
    csv->columns = read_headings(&csv->table, source->arena);
    source->state = csv;
    return csv;
}

/* What the row says in the column of the field; STR_NONE where it says nothing. In the arena. */
static Str value_of(const Csv *csv, const TableRow *row, Str field, Arena *arena)
{
    size_t column = columns_find(&csv->columns, field);
    if (column >= csv->columns.count || column >= row->count) /* no such column, or the row is short */
        return STR_NONE;
    Str text = table_text(arena, csv->table.bytes, row->cells[column]);
    return text.len > 0 ? arena_copy(arena, text) : STR_NONE;
}

static void lost_row(const Source *source, const TableRow *row, const char *why)
{
    problem_lost(source->problems, "%.*s:%zu: row skipped: %s", (int)source->name.len, source->name.ptr, row->line,
                 why);
}

/* ---- events of a data set ---- */

static bool read_degrees(Str s, double limit, double *out)
{
    char text[32];
    if (s.len == 0 || s.len >= sizeof text)
        return false;
    memcpy(text, s.ptr, s.len);
    text[s.len] = '\0';
    char *end = NULL;
    *out = strtod(text, &end);
    return *end == '\0' && *out >= -limit && *out <= limit;
}

/* false: the figure is there and is none. */
static bool read_deaths(const Csv *csv, const TableRow *row, Str field, Arena *arena, int64_t *out)
{
    Str text = value_of(csv, row, field, arena);
    return text.len == 0 || str_number(text, out);
}

static void add_event(Source *source, const Csv *csv, const TableRow *row)
{
    Arena *scratch = csv->row;
    bool ged = csv->columns.kind == TABLE_GED;
    Str set = ged ? STR("ged") : STR("acled");
    Arena *arena = source->baseline->arena;
    BaselineEvent event = {.set = set,
                           .type = value_of(csv, row, STR("type"), arena),
                           .country = value_of(csv, row, STR("country"), arena),
                           .place = value_of(csv, row, STR("place"), arena)};
    Buf id = {0};
    buf_put(&id, set);
    buf_char(&id, ':');
    buf_put(&id, value_of(csv, row, STR("id"), scratch));
    event.id = arena_copy(arena, buf_str(&id));
    buf_free(&id);
    event.days.first = moment_day(date_text_moment(source->markup, value_of(csv, row, STR("first"), scratch)));
    event.days.last = moment_day(date_text_moment(source->markup, value_of(csv, row, STR("last"), scratch)));
    event.days.last = event.days.last == DAY_NONE ? event.days.first : event.days.last;
    if (event.days.first == DAY_NONE || event.days.last < event.days.first) {
        lost_row(source, row, "its day is none");
        return;
    }
    if (!read_degrees(value_of(csv, row, STR("lat"), scratch), 90, &event.lat_deg) ||
        !read_degrees(value_of(csv, row, STR("lon"), scratch), 180, &event.lon_deg)) {
        lost_row(source, row, "its latitude or longitude is none");
        return;
    }
    if (!read_deaths(csv, row, STR("best"), scratch, &event.best)) {
        lost_row(source, row, "its deaths are no number");
        return;
    }
    event.low = event.high = event.best;
    if (!read_deaths(csv, row, STR("low"), scratch, &event.low) ||
        !read_deaths(csv, row, STR("high"), scratch, &event.high)) {
        lost_row(source, row, "its low or high estimate is no number");
        return;
    }
    baseline_add(source->baseline, event);
}

/* ---- claims ---- */

static const struct {
    const char *name;
    RowField field;
} FIELDS[] = {{"day", COLUMN_DAY}, {"day-last", COLUMN_DAY_LAST}, {"place", COLUMN_PLACE},
              {"lat", COLUMN_LAT}, {"lon", COLUMN_LON},           {"speaker", COLUMN_SPEAKER}};

/* "killed.civilian", "injured.women" */
static bool read_figure_field(Str field, RowCell *out)
{
    Str name = STR_NONE;
    Str group = field;
    (void)str_cut(&group, '.', &name);
    out->field = COLUMN_FIGURE;
    out->outcome = outcome_parse(name);
    if (str_present(group)) {
        out->victim_class = class_parse(group);
        out->subgroups = subgroup_parse(group);
    }
    return out->outcome != OUTCOME_NONE;
}

static bool read_field(Str field, RowCell *out)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (str_equal(field, str_from(FIELDS[i].name))) {
            out->field = FIELDS[i].field;
            return true;
        }
    }
    return read_figure_field(field, out);
}

static void read_cells(const Csv *csv, const TableRow *row, Document *out, Arena *arena)
{
    RowCell *cells = ARENA_ARRAY(arena, RowCell, row->count);
    for (size_t i = 0; i < row->count && i < csv->columns.count; i++) {
        RowCell cell = {.field = COLUMN_FIGURE};
        Str text = str_slice(csv->table.bytes, row->cells[i].start, row->cells[i].end);
        Str trimmed = str_trim(text);
        if (trimmed.len == 0 || !str_present(csv->columns.fields[i]) || !read_field(csv->columns.fields[i], &cell) ||
            columns_is_blank(&csv->columns, trimmed))
            continue;
        size_t start = row->cells[i].start + (size_t)(trimmed.ptr - text.ptr) - row->start;
        cell.span = (Span){(uint32_t)start, (uint32_t)(start + trimmed.len)};
        cells[out->cell_count++] = cell;
    }
    out->cells = cells;
}

/* ---- rows ---- */

static void read_said_of_itself(const Source *source, const Csv *csv, const TableRow *row, Document *out, Arena *arena)
{
    out->id = value_of(csv, row, STR("id"), arena);
    out->url = value_of(csv, row, STR("url"), arena);
    out->publisher = value_of(csv, row, STR("publisher"), arena);
    out->lang = value_of(csv, row, STR("lang"), arena);
    Str title = value_of(csv, row, STR("title"), arena);
    out->title = str_present(title) ? title : out->title;
    Str published = value_of(csv, row, STR("published"), arena);
    if (!str_present(published))
        return;
    out->published = date_text_moment(source->markup, published);
    if (out->published.precision == MOMENT_NONE)
        problem_warn(source->problems, "%.*s:%zu: \"published\" is no day or time: %.*s", (int)source->name.len,
                     source->name.ptr, row->line, (int)published.len, published.ptr);
}

static Document *read_report(const Source *source, const Csv *csv, const TableRow *row, Arena *arena)
{
    Str text = value_of(csv, row, STR("text"), arena);
    Str html = value_of(csv, row, STR("html"), arena);
    if (!str_present(text) && !str_present(html)) {
        lost_row(source, row, "it holds no text");
        return NULL;
    }
    Document *document = source_document(source, str_present(text) ? text : html, arena);
    read_said_of_itself(source, csv, row, document, arena);
    if (str_present(text))
        document->text = document->original;
    else
        page_read(arena, source->markup, document->original, STR("utf-8"), PAGE_WHOLE, document);
    return document;
}

static Document *read_claims(const Source *source, const Csv *csv, const TableRow *row, Arena *arena)
{
    Document *document = source_document(source, str_slice(csv->table.bytes, row->start, row->end), arena);
    document->text = document->original;
    read_said_of_itself(source, csv, row, document, arena);
    read_cells(csv, row, document, arena);
    return document;
}

static Document *read_row(Source *source, const Csv *csv, const TableRow *row, Arena *arena)
{
    if (csv->columns.kind == TABLE_GED || csv->columns.kind == TABLE_ACLED) {
        if (source->baseline)
            add_event(source, csv, row);
        return NULL;
    }
    bool reports = csv->columns.kind == TABLE_REPORTS;
    Document *document = reports ? read_report(source, csv, row, arena) : read_claims(source, csv, row, arena);
    if (!document)
        return NULL;
    document->path = source_numbered_path(source, arena);
    source_flag_encoding(document, &csv->decoded, arena);
    return document;
}

Document *csv_next(Source *source, Arena *arena)
{
    Csv *csv = source->state ? source->state : open_csv(source);
    TableRow row;
    ArenaMark start = arena_mark(csv->row);
    while (table_next(&csv->table, csv->row, &row)) {
        source->number = row.line;
        source->at = csv->table.at < source->bytes.len ? csv->table.at : source->bytes.len;
        if (row.open)
            lost_row(source, &row, "a quotation mark in it is not closed");
        Document *document = row.open ? NULL : read_row(source, csv, &row, arena);
        arena_rewind(csv->row, start);
        if (document)
            return document;
    }
    source->at = source->bytes.len;
    return NULL;
}
