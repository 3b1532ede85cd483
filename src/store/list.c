/* list — a list's SQL is run and its rows become cells. */
#include "store/list.h"

#include <assert.h>

#include "store/pack.h"
#include "store/review_list.h"
#include "store/squeeze.h"

enum { TIME_SCALE = 8 };

const char *store_list_name(size_t number)
{
    return BOOK_LISTS[number].name;
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
    Query *q = db_query(store->db,
                        "SELECT o.packed, d.reading, d.title FROM documents d JOIN originals o ON o.id = d.original "
                        "WHERE d.id = ?");
    query_int(q, document);
    Document d = {0};
    bool there = query_row(q);
    d.title = there ? query_str_at(q, 2, texts->arena) : STR_NONE;
    if (there && (!unsqueeze(query_peek_at(q, 0), texts->arena, &d.original) ||
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
        moment_write(&out, (Moment){.seconds = value / TIME_SCALE, .precision = (MomentPrecision)(value % TIME_SCALE)});
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
    case VIEW_TEXT:
    case VIEW_KEY: return query_str_at(q, column, texts->arena);
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

typedef struct {
    Str *items;
    size_t count;
    size_t cap;
} Cells;

static void read_row(Store *store, Texts *texts, const Query *q, Cells *cells, View *out)
{
    for (size_t c = 0; c < out->column_count; c++) {
        cells->items = arena_grow(texts->arena, cells->items, cells->count, &cells->cap, sizeof *cells->items);
        cells->items[cells->count++] = cell(store, texts, q, out->columns[c].type, (int)c);
    }
    out->cells = cells->items;
    out->row_count++;
}

static void read_rows(Store *store, const BookList *list, int64_t situation, Arena *arena, View *out)
{
    Cells cells = {0};
    Texts texts = {0, STR(""), arena};
    Query *q = db_query(store->db, list->sql);
    query_int(q, situation);
    while (query_row(q))
        read_row(store, &texts, q, &cells, out);
}

static const BookList *find_list(const char *kind, View *out)
{
    const BookList *list = BOOK_LISTS;
    while (list->name && strcmp(list->name, kind) != 0)
        list++;
    *out = (View){.columns = list->columns};
    while (list->columns[out->column_count].key)
        out->column_count++;
    return list->name ? list : NULL;
}

bool store_list(Store *store, const char *kind, int64_t situation, Arena *arena, View *out, Error *err)
{
    const BookList *list = find_list(kind, out);
    if (!list)
        return error_set(err, ERROR_USAGE, "there is no list \"%s\"", kind);
    if (!store_assemble(store, situation, err))
        return false;
    if (!list->sql)
        review_fill(store, kind, situation, arena, out);
    else
        read_rows(store, list, situation, arena, out);
    return db_ok(store->db, err);
}

/* A passage stands for three values, and is the last column. */
static int key_column(const View *view)
{
    bool has_passage = view->columns[view->column_count - 1].type == VIEW_PASSAGE;
    return (int)view->column_count + (has_passage ? 2 : 0);
}

// The list, its page and where the rows go. NOLINTNEXTLINE(readability-function-size)
bool store_list_newest(Store *store, const char *kind, int64_t situation, ListPart *part, Arena *arena, View *out,
                       Error *err)
{
    const BookListPage *page = BOOK_LIST_PAGES;
    Cells cells = {0};
    int64_t key = 0;
    Texts texts = {0, STR(""), arena};
    (void)find_list(kind, out);
    while (page->name && strcmp(page->name, kind) != 0)
        page++;
    assert(page->name);
    if (!store_assemble(store, situation, err))
        return false;
    Query *q = db_query(store->db, page->sql);
    query_int(q, situation);
    query_int(q, part->before > 0 ? part->before : INT64_MAX);
    query_int(q, (int64_t)part->limit + 1);
    part->next = 0;
    while (query_row(q)) {
        if (out->row_count == part->limit) {
            part->next = key;
            continue;
        }
        key = query_int_at(q, key_column(out));
        read_row(store, &texts, q, &cells, out);
    }
    return db_ok(store->db, err);
}
