#include "store/search.h"

#include "store/book.h"

/* ---- what is looked for ---- */

typedef struct {
    Str *items;
    size_t count;
    size_t cap;
    Buf query;
    Arena *arena;
} Terms;

static bool has_word(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (char_is_word(text.ptr[i]))
            return true;
    return false;
}

/* "…": to the index a string, whatever it holds, as no quotation mark is left in a term. A word may go on. */
static void add_term(Terms *t, Str term, bool whole)
{
    term = str_trim(term);
    if (!has_word(term))
        return;
    t->items = arena_grow(t->arena, t->items, t->count, &t->cap, sizeof *t->items);
    t->items[t->count++] = term;
    buf_put(&t->query, t->query.len > 0 ? STR(" AND \"") : STR("\""));
    buf_put(&t->query, term);
    buf_put(&t->query, whole ? STR("\"") : STR("\" *"));
}

static void add_words(Terms *t, Str text)
{
    size_t at = 0;
    while (at < text.len) {
        size_t end = at;
        while (end < text.len && !char_is_space(text.ptr[end]))
            end++;
        add_term(t, str_slice(text, at, end), false);
        at = end + 1;
    }
}

SearchWords search_words(Str text, Arena *arena)
{
    Terms t = {.arena = arena};
    bool quoted = false;
    while (str_present(text)) {
        Str part = text;
        size_t mark = str_find_char(text, '"', 0);
        if (mark != SIZE_MAX)
            part = str_slice(text, 0, mark);
        if (quoted)
            add_term(&t, part, true);
        else
            add_words(&t, part);
        quoted = !quoted;
        text = mark == SIZE_MAX ? STR_NONE : str_drop(text, mark + 1);
    }
    SearchWords words = {t.items, t.count, t.count > 0 ? arena_copy(arena, buf_str(&t.query)) : STR_NONE};
    buf_free(&t.query);
    return words;
}

size_t search_find(Str text, Str word, size_t from)
{
    for (size_t at = from; word.len > 0 && at + word.len <= text.len; at++) {
        bool begins = at == 0 || !char_is_word(text.ptr[at - 1]);
        if (begins && str_equal_caseless(str_slice(text, at, at + word.len), word))
            return at;
    }
    return SIZE_MAX;
}

bool search_has_all(const SearchWords *words, Str text)
{
    for (size_t i = 0; i < words->count; i++)
        if (search_find(text, words->items[i], 0) == SIZE_MAX)
            return false;
    return true;
}

Str search_sentence(const Situation *s, uint32_t claim)
{
    const SituationClaim *c = &s->claims[claim];
    Str whole = s->documents[c->document].extraction->document->text;
    Span span = span_join(c->claim->sentence, c->claim->evidence);
    return span.end <= whole.len ? span_text(whole, span) : STR("");
}

/* ---- the index ---- */

static const char IN_BOOK[] =
    "SELECT w.rowid, s.id, s.name FROM report_words w JOIN situations s ON s.id = (SELECT min(m.situation) FROM members m "
    "WHERE m.document = w.rowid) WHERE report_words MATCH ?1 AND w.rowid < ?2 ORDER BY w.rowid DESC LIMIT ?3";
static const char IN_SITUATION[] =
    "SELECT w.rowid, s.id, s.name FROM report_words w JOIN members m ON m.situation = ?4 AND m.document = w.rowid "
    "JOIN situations s ON s.id = m.situation WHERE report_words MATCH ?1 AND w.rowid < ?2 AND "
    "w.rowid >= (SELECT min(document) FROM members WHERE situation = ?4) ORDER BY w.rowid DESC LIMIT ?3";

/* Where the situation's newest report stands: no report of it is behind. */
static int64_t newest(Store *store, int64_t situation)
{
    Query *q = db_query(store->db, "SELECT max(document) FROM members WHERE situation = ?");
    query_int(q, situation);
    int64_t key = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return key;
}

// The page and where it goes. NOLINTNEXTLINE(readability-function-size)
bool store_search(Store *store, int64_t situation, SearchWords words, int64_t before, size_t limit, Arena *arena,
                  FoundReports *out, Error *err)
{
    size_t cap = 0;
    *out = (FoundReports){0};
    if (words.count == 0)
        return db_ok(store->db, err);
    if (situation != 0 && before == 0)
        before = newest(store, situation) + 1;
    Query *q = db_query(store->db, situation != 0 ? IN_SITUATION : IN_BOOK);
    query_str(q, words.query);
    query_int(q, before > 0 ? before : INT64_MAX);
    query_int(q, (int64_t)limit + 1);
    if (situation != 0)
        query_int(q, situation);
    while (query_row(q)) {
        if (out->count == limit) {
            out->next = out->rows[limit - 1].report;
            continue;
        }
        out->rows = arena_grow(arena, out->rows, out->count, &cap, sizeof *out->rows);
        out->rows[out->count++] = (FoundReport){query_int_at(q, 0), query_int_at(q, 1), query_str_at(q, 2, arena)};
    }
    return db_ok(store->db, err);
}
