/* list — the lists of a book: each is a row of the table, with its SQL and its columns. */
#include "store/book.h"
#include "store/pack.h"
#include "store/squeeze.h"

/* How a value of the SQL becomes a cell. A passage is three values: document, start, end; a time is seconds × 8 + precision. */
enum { MAX_COLUMNS = 24, TIME_SCALE = 8 };

typedef struct {
    const char *name;
    const char *sql; /* its only value is the situation */
    ViewColumn columns[MAX_COLUMNS];
} List;

#define TIME_OF(table) table ".published * 8 + " table ".published_precision"

static const List LISTS[] = {
    {"figures",
     "SELECT i.id, i.name, f.outcome, f.class, f.low, f.best, f.high, f.high_open, f.first, f.last, f.claimed, f.origins, "
     "f.rule, f.working, (SELECT group_concat(hex(c.id), char(31)) FROM figure_claims x JOIN claims c ON c.situation = "
     "x.situation AND c.seq = x.claim WHERE x.situation = f.situation AND x.incident = f.incident AND x.cell = f.cell AND "
     "x.role = 0) FROM figures f JOIN incidents i ON i.situation = f.situation AND i.seq = f.incident WHERE f.situation = ? "
     "ORDER BY f.incident, f.cell",
     {{"incident", NULL, VIEW_ID},
      {"name", "incident", VIEW_TEXT},
      {"outcome", "outcome", VIEW_TEXT},
      {"class", "of", VIEW_TEXT},
      {"low", "low", VIEW_NUMBER},
      {"best", "best", VIEW_NUMBER},
      {"high", "high", VIEW_NUMBER},
      {"high_open", "open", VIEW_FLAG},
      {"first", NULL, VIEW_DAY},
      {"last", NULL, VIEW_DAY},
      {"claimed", "claimed", VIEW_TEXT},
      {"origins", "origins", VIEW_NUMBER},
      {"rule", NULL, VIEW_TEXT},
      {"working", "working", VIEW_TEXT},
      {"claims", NULL, VIEW_LIST}}},
    {"incidents",
     "SELECT i.id, i.name, i.type, i.place, i.country, i.first, i.last, i.responsibility, i.perpetrators, i.reports, i.claims, "
     "f.low, f.best, f.high, i.background, w.id FROM incidents i LEFT JOIN figures f ON f.situation = i.situation AND "
     "f.incident = i.seq AND f.outcome = 'killed' AND f.class IS NULL LEFT JOIN incidents w ON w.situation = i.situation AND "
     "w.seq = i.part_of WHERE i.situation = ? ORDER BY i.seq",
     {{"id", "id", VIEW_ID},
      {"name", "incident", VIEW_TEXT},
      {"type", NULL, VIEW_TEXT},
      {"place", NULL, VIEW_TEXT},
      {"country", "in", VIEW_TEXT},
      {"first", "from", VIEW_DAY},
      {"last", "to", VIEW_DAY},
      {"responsibility", "who did it", VIEW_TEXT},
      {"perpetrators", NULL, VIEW_TEXT},
      {"reports", "reports", VIEW_NUMBER},
      {"claims", "claims", VIEW_NUMBER},
      {"killed_low", "killed: low", VIEW_NUMBER},
      {"killed_best", "best", VIEW_NUMBER},
      {"killed_high", "high", VIEW_NUMBER},
      {"background", "older", VIEW_FLAG},
      {"part_of", NULL, VIEW_ID}}},
    {"claims",
     "SELECT c.id, c.kind, c.outcome, c.class, c.low, c.high, c.unit, c.type, c.place, c.first, c.last, c.speaker, c.party, "
     "c.stance, r.name, i.id, s.id, o.id, c.background, c.rule, r.document, c.evidence_start, c.evidence_end FROM claims c JOIN "
     "reports r ON r.situation = c.situation AND r.seq = c.report LEFT JOIN incidents i ON i.situation = c.situation AND "
     "i.seq = c.incident LEFT JOIN claims s ON s.situation = c.situation AND s.seq = c.superseded_by LEFT JOIN claims o ON "
     "o.situation = c.situation AND o.seq = c.copy_of WHERE c.situation = ? ORDER BY c.seq",
     {{"id", "id", VIEW_ID},           {"kind", "kind", VIEW_TEXT},      {"outcome", "outcome", VIEW_TEXT},
      {"class", "of", VIEW_TEXT},      {"low", "low", VIEW_NUMBER},      {"high", "high", VIEW_NUMBER},
      {"unit", NULL, VIEW_TEXT},       {"type", NULL, VIEW_TEXT},        {"place", "place", VIEW_TEXT},
      {"first", "from", VIEW_DAY},     {"last", "to", VIEW_DAY},         {"speaker", "speaker", VIEW_TEXT},
      {"party", NULL, VIEW_TEXT},      {"stance", NULL, VIEW_TEXT},      {"document", "report", VIEW_TEXT},
      {"incident", NULL, VIEW_ID},     {"superseded_by", NULL, VIEW_ID}, {"copy_of", NULL, VIEW_ID},
      {"background", NULL, VIEW_FLAG}, {"rule", NULL, VIEW_TEXT},        {"passage", "passage", VIEW_PASSAGE}}},
};

enum { LIST_COUNT = sizeof LISTS / sizeof *LISTS };

const char *store_list_name(size_t number)
{
    return number < LIST_COUNT ? LISTS[number].name : NULL;
}

/* The text that was read last: passages of one report stand together. */
typedef struct {
    int64_t document;
    Str text;
    Arena *arena;
} Texts;

static Str text_of(Store *store, Texts *texts, int64_t document)
{
    if (texts->document == document)
        return texts->text;
    Query *q = db_query(store->db, "SELECT o.packed, d.reading FROM documents d JOIN originals o ON o.id = d.original "
                                   "WHERE d.id = ?");
    query_int(q, document);
    Document d = {0};
    if (query_row(q) && (!unsqueeze(query_peek_at(q, 0), texts->arena, &d.original) ||
                         !unpack_reading(query_peek_at(q, 1), &d, texts->arena)))
        db_fail(store->db, "a report is damaged; daybook verify says which");
    query_run(q);
    *texts = (Texts){document, d.text, texts->arena};
    return d.text;
}

static Str passage(Store *store, Texts *texts, const Query *q, int column)
{
    Str text = text_of(store, texts, query_int_at(q, column));
    size_t start = (size_t)query_int_at(q, column + 1);
    size_t end = (size_t)query_int_at(q, column + 2);
    return start < end && end <= text.len ? str_slice(text, start, end) : STR_NONE;
}

static Str written(Arena *arena, ViewType type, int64_t value)
{
    Buf out = {0};
    if (type == VIEW_DAY)
        day_write(&out, (Day)value);
    else if (type == VIEW_TIME)
        moment_write(&out, (Moment){value / TIME_SCALE, (MomentPrecision)(value % TIME_SCALE)});
    else
        buf_int(&out, value);
    Str text = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return text;
}

/* hex() writes capitals. */
static Str lower(Arena *arena, Str hex)
{
    char *text = arena_alloc(arena, hex.len + 1, 1);
    for (size_t i = 0; i < hex.len; i++)
        text[i] = char_lower(hex.ptr[i]);
    return (Str){text, hex.len};
}

static Str cell(Store *store, Texts *texts, const Query *q, ViewType type, int column)
{
    if (query_is_null(q, column))
        return STR_NONE;
    switch (type) {
    case VIEW_TEXT: return query_str_at(q, column, texts->arena);
    case VIEW_ID: return book_hex(query_peek_at(q, column), texts->arena);
    case VIEW_LIST: return lower(texts->arena, query_peek_at(q, column));
    case VIEW_PASSAGE: return passage(store, texts, q, column);
    case VIEW_NUMBER:
    case VIEW_FLAG:
    case VIEW_DAY:
    case VIEW_TIME: return written(texts->arena, type, query_int_at(q, column));
    }
    return STR_NONE;
}

static void read_rows(Store *store, const List *list, int64_t situation, Arena *arena, View *out)
{
    Str *cells = NULL;
    size_t count = 0;
    size_t cap = 0;
    Texts texts = {0, STR(""), arena};
    Query *q = db_query(store->db, list->sql);
    query_int(q, situation);
    while (query_row(q)) {
        for (size_t c = 0; c < out->column_count; c++) {
            cells = arena_grow(arena, cells, count, &cap, sizeof *cells);
            cells[count++] = cell(store, &texts, q, list->columns[c].type, (int)c);
        }
        out->row_count++;
    }
    out->cells = cells;
}

bool store_list(Store *store, const char *kind, int64_t situation, Arena *arena, View *out, Error *err)
{
    const List *list = NULL;
    for (size_t i = 0; i < LIST_COUNT && !list; i++)
        list = strcmp(LISTS[i].name, kind) == 0 ? &LISTS[i] : NULL;
    if (!list)
        return error_set(err, ERROR_USAGE, "there is no list \"%s\"", kind);
    *out = (View){.columns = list->columns};
    while (list->columns[out->column_count].key)
        out->column_count++;
    if (store_assemble(store, situation, err))
        read_rows(store, list, situation, arena, out);
    return db_ok(store->db, err);
}
