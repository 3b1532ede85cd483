/* browse — pages of claims and reports out of the derived rows. */
#include "store/browse.h"

#include <assert.h>

#include "store/book.h"
#include "store/excerpt.h"
#include "store/search.h"

/* ---- claims ---- */

/*
 * Every condition is left out by a NULL. What narrows the list most is asked of its index first (seq IN …): without statistics SQLite would go
 * through all claims of the situation.
 */
#define CLAIM_QUERY(driver)                                                                                                                 \
    "SELECT c.seq, c.report FROM claims c WHERE c.situation = ?1 AND c.seq < ?2 AND (?3 IS NULL OR c.kind = ?3 OR "                         \
    "c.status & ?4 <> 0) AND (?5 IS NULL OR c.outcome = ?5) AND (?6 IS NULL OR c.class = ?6) AND "                                          \
    "(?7 IS NULL OR c.party = ?7) AND (?8 IS NULL OR " BOOK_NAME(                                                                           \
        "c",                                                                                                                                \
        "place") " LIKE ?8 ESCAPE '\\') AND "                                                                                               \
                 "(?9 IS NULL OR " BOOK_NAME(                                                                                               \
                     "c",                                                                                                                   \
                     "speaker") " LIKE ?9 ESCAPE '\\') AND (?10 IS NULL OR c.last >= ?10) AND "                                             \
                                "(?11 IS NULL OR c.first <= ?11) AND (?12 = 0 OR c.copy_of IS NULL) AND "                                   \
                                "(?15 = 0 OR (?15 = 1) = (c.verdict IS NULL)) AND (?16 IS NULL OR c.seq IN (SELECT x.claim FROM decided x " \
                                "JOIN decisions d ON d.seq = x.decision WHERE x.situation = ?1 AND x.undone_by IS NULL AND "                \
                                "d.person = ?16)) AND " driver " ORDER BY c.seq DESC LIMIT ?14"

static const char ANY_CLAIMS[] = CLAIM_QUERY("?13 IS NULL");
static const char CLAIMS_WITH_WORDS[] =
    CLAIM_QUERY("?13 IS NULL AND c.report IN (SELECT r.seq FROM report_words w JOIN reports r ON r.document = w.rowid "
                "WHERE report_words MATCH ?17 AND r.situation = ?1)");
static const char CLAIMS_OF_INCIDENT[] =
    CLAIM_QUERY("c.seq IN (SELECT seq FROM claims WHERE situation = ?1 AND incident = ?13)");
static const char CLAIMS_OF_REPORT[] =
    CLAIM_QUERY("c.seq >= (SELECT first FROM reports WHERE situation = ?1 AND seq = ?13) AND "
                "c.seq < (SELECT first + claims FROM reports WHERE situation = ?1 AND seq = ?13)");

static void put_number(Query *q, bool known, int64_t value)
{
    if (known)
        query_int(q, value);
    else
        query_null(q);
}

/* A LIKE pattern for "has this in it". */
static Str having(Str words, Arena *arena)
{
    if (words.len == 0)
        return STR_NONE;
    Buf pattern = {0};
    buf_char(&pattern, '%');
    for (size_t i = 0; i < words.len; i++) {
        if (words.ptr[i] == '%' || words.ptr[i] == '_' || words.ptr[i] == '\\')
            buf_char(&pattern, '\\');
        buf_char(&pattern, words.ptr[i]);
    }
    buf_char(&pattern, '%');
    Str text = arena_copy(arena, buf_str(&pattern));
    buf_free(&pattern);
    return text;
}

static int64_t report_seq(Store *store, int64_t situation, int64_t key)
{
    Query *q = db_query(store->db, "SELECT seq FROM reports WHERE situation = ? AND document = ?");
    query_int(q, situation);
    query_int(q, key);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    return seq;
}

static Query *claim_query(Store *store, int64_t situation, const ClaimFilter *f, size_t limit, Arena *arena)
{
    int64_t report = f->report >= 0 ? report_seq(store, situation, f->report) : 0;
    Str words = search_words(f->words, arena).query;
    bool indexed = str_present(words) && f->report < 0 && f->incident < 0;
    const char *sql = f->report >= 0     ? CLAIMS_OF_REPORT
                      : f->incident >= 0 ? CLAIMS_OF_INCIDENT
                      : indexed          ? CLAIMS_WITH_WORDS
                                         : ANY_CLAIMS;
    Query *q = db_query(store->db, sql);
    query_int(q, situation);
    query_int(q, f->before > 0 ? f->before : INT64_MAX);
    put_number(q, f->kind != KIND_NONE || f->status != 0, f->kind);
    query_int(q, f->status);
    put_number(q, f->outcome != OUTCOME_NONE, f->outcome);
    put_number(q, f->victim_class >= 0, f->victim_class);
    put_number(q, f->party != PARTY_NONE, f->party);
    query_str(q, having(f->place, arena));
    query_str(q, having(f->speaker, arena));
    put_number(q, f->days.first != DAY_NONE, f->days.first);
    put_number(q, f->days.last != DAY_NONE, f->days.last);
    query_int(q, f->no_copies);
    put_number(q, f->report >= 0 || f->incident >= 0, f->report >= 0 ? report : f->incident);
    query_int(q, (int64_t)limit);
    query_int(q, f->decided);
    query_str(q, f->decided_by.len > 0 ? f->decided_by : STR_NONE);
    if (indexed)
        query_str(q, words);
    return q;
}

/* ---- words in passages ---- */

static bool has_words(Str text, Str words)
{
    for (size_t at = 0; at + words.len <= text.len; at++)
        if (str_equal_caseless(str_slice(text, at, at + words.len), words))
            return true;
    return false;
}

enum { SEARCHED_REPORTS = 400, SEARCHED_CLAIMS = 20000 };

/* The claims of one report whose sentence has the words, newest first; from and below bound seqs. */
// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
static void search_report(Store *store, int64_t situation, const uint32_t *seqs, size_t count, Str words,
                          uint32_t *kept, size_t *kept_count)
{
    Arena *scratch = arena_create();
    StoreExcerpt excerpt;
    if (store_excerpt(store, situation, seqs, count, scratch, &excerpt, NULL)) {
        for (size_t i = 0; i < count; i++) {
            uint32_t at = excerpt.wanted[i];
            if (at == UINT32_MAX)
                continue;
            const SituationClaim *c = &excerpt.situation->claims[at];
            const Document *d = excerpt.situation->documents[c->document].extraction->document;
            Span span = span_join(c->claim->sentence, c->claim->evidence);
            if (span.end <= d->text.len && has_words(span_text(d->text, span), words))
                kept[(*kept_count)++] = seqs[i];
        }
    }
    arena_destroy(scratch);
}

/* Rows are read before they are searched: a search asks the data base for reports. */
static size_t read_seqs(Query *q, uint32_t *seqs, uint32_t *reports, size_t limit)
{
    size_t count = 0;
    while (query_row(q)) {
        if (count == limit)
            continue;
        seqs[count] = (uint32_t)query_int_at(q, 0);
        reports[count++] = (uint32_t)query_int_at(q, 1);
    }
    return count;
}

static void search_claims(Store *store, int64_t situation, const ClaimFilter *f, size_t limit, Arena *arena,
                          ClaimSeqs *out)
{
    uint32_t *seqs = ARENA_ARRAY(arena, uint32_t, SEARCHED_CLAIMS + 1);
    uint32_t *reports = ARENA_ARRAY(arena, uint32_t, SEARCHED_CLAIMS + 1);
    uint32_t *kept = ARENA_ARRAY(arena, uint32_t, SEARCHED_CLAIMS + 1);
    size_t count = read_seqs(claim_query(store, situation, f, SEARCHED_CLAIMS, arena), seqs, reports, SEARCHED_CLAIMS);
    size_t kept_count = 0;
    size_t at = 0;
    for (size_t searched = 0; at < count && kept_count < limit && searched < SEARCHED_REPORTS; searched++) {
        size_t end = at;
        while (end < count && reports[end] == reports[at])
            end++;
        search_report(store, situation, seqs + at, end - at, f->words, kept, &kept_count);
        at = end;
    }
    bool is_more = at < count || count == SEARCHED_CLAIMS;
    out->seqs = kept;
    out->count = kept_count;
    out->next = is_more && at > 0 ? (int64_t)seqs[at - 1] : 0;
    out->is_searching = is_more && kept_count < limit;
}

bool store_claims(Store *store, int64_t situation, const ClaimFilter *filter, Arena *arena, ClaimSeqs *out, Error *err)
{
    size_t limit = filter->limit;
    if (limit > CLAIMS_A_PAGE)
        limit = CLAIMS_A_PAGE;
    *out = (ClaimSeqs){0};
    if (filter->words.len > 0) {
        search_claims(store, situation, filter, limit, arena, out);
        return db_ok(store->db, err);
    }
    uint32_t *seqs = ARENA_ARRAY(arena, uint32_t, limit + 1);
    uint32_t *reports = ARENA_ARRAY(arena, uint32_t, limit + 1);
    size_t count = read_seqs(claim_query(store, situation, filter, limit + 1, arena), seqs, reports, limit + 1);
    out->seqs = seqs;
    out->count = count < limit ? count : limit;
    out->next = count > limit ? (int64_t)seqs[limit - 1] : 0;
    return db_ok(store->db, err);
}

/* ---- one claim ---- */

typedef struct {
    Related *items;
    size_t count;
    size_t cap;
    Arena *arena;
} RelatedList;

static void relate(RelatedList *list, int64_t seq, Relation relation)
{
    list->items = arena_grow(list->arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (Related){(uint32_t)seq, relation};
}

static void relate_rows(RelatedList *list, Query *q, Relation relation)
{
    for (int i = 0; query_row(q); i++)
        if (i < RELATED_LIMIT)
            relate(list, query_int_at(q, 0), relation);
}

static void relate_pointing(Store *store, RelatedList *list, const char *sql, int64_t situation, Relation relation)
{
    Query *q = db_query(store->db, sql);
    query_int(q, situation);
    query_int(q, list->items[0].seq);
    query_int(q, RELATED_LIMIT);
    relate_rows(list, q, relation);
}

/* Same incident, outcome, class and unit: the figures that it stands beside. */
static void relate_competing(Store *store, RelatedList *list, int64_t situation)
{
    Query *q =
        db_query(store->db, "SELECT o.seq FROM claims c JOIN claims o ON o.situation = c.situation AND o.seq IN "
                            "(SELECT seq FROM claims WHERE situation = c.situation AND incident = c.incident) "
                            "WHERE c.situation = ?1 AND c.seq = ?2 AND c.low IS NOT NULL AND o.low IS NOT NULL AND "
                            "o.seq <> c.seq AND o.kind = c.kind AND o.outcome IS NOT DISTINCT FROM c.outcome AND "
                            "o.class IS NOT DISTINCT FROM c.class AND o.unit IS NOT DISTINCT FROM c.unit AND "
                            "o.background = c.background AND o.copy_of IS NULL AND "
                            "c.copy_of IS DISTINCT FROM o.seq ORDER BY o.seq DESC LIMIT ?3");
    query_int(q, situation);
    query_int(q, list->items[0].seq);
    query_int(q, RELATED_LIMIT);
    relate_rows(list, q, RELATION_COMPETING);
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool store_related(Store *store, int64_t situation, Str id, Arena *arena, Related **out, size_t *count, Error *err)
{
    RelatedList list = {.arena = arena};
    Query *q = db_query(store->db, "SELECT seq, superseded_by, copy_of FROM claims WHERE id = ? AND situation = ?");
    query_blob(q, book_bytes(id, arena));
    query_int(q, situation);
    if (query_row(q)) {
        relate(&list, query_int_at(q, 0), RELATION_SELF);
        if (!query_is_null(q, 1))
            relate(&list, query_int_at(q, 1), RELATION_LATER);
        if (!query_is_null(q, 2))
            relate(&list, query_int_at(q, 2), RELATION_ORIGIN);
    }
    query_run(q);
    if (list.count > 0) {
        relate_pointing(store, &list,
                        "SELECT seq FROM claims WHERE situation = ? AND superseded_by = ? ORDER BY seq LIMIT ?",
                        situation, RELATION_EARLIER);
        relate_pointing(store, &list, "SELECT seq FROM claims WHERE situation = ? AND copy_of = ? ORDER BY seq LIMIT ?",
                        situation, RELATION_COPY);
        relate_competing(store, &list, situation);
    }
    *out = list.items;
    *count = list.count;
    return db_ok(store->db, err);
}

/* ---- the figures of a claim ---- */

static FigurePart part_of(int64_t role)
{
    return role < PART_CLAIMED ? (FigurePart)role : PART_CLAIMED;
}

static void read_figure_use(const Query *q, Arena *arena, void *item)
{
    enum { ID, NAME, CELL, ROLE, BEST, CLAIMED, RULE, WORKING };
    *(FigureUse *)item = (FigureUse){.incident = book_hex(query_peek_at(q, ID), arena),
                                     .name = query_str_at(q, NAME, arena),
                                     .outcome = (Outcome)(query_int_at(q, CELL) / CELL_COUNT_),
                                     .cell = (CellKind)(query_int_at(q, CELL) % CELL_COUNT_),
                                     .part = part_of(query_int_at(q, ROLE)),
                                     .has_best = !query_is_null(q, BEST),
                                     .best = query_int_at(q, BEST),
                                     .claimed = query_str_at(q, CLAIMED, arena),
                                     .rule = query_str_at(q, RULE, arena),
                                     .working = query_str_at(q, WORKING, arena)};
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool store_figure_uses(Store *store, int64_t situation, uint32_t claim, Arena *arena, FigureUse **out, size_t *count,
                       Error *err)
{
    Query *q = db_query(
        store->db,
        "SELECT i.id, i.name, f.cell, x.role, f.best, f.claimed, " BOOK_NAME("f", "rule") ", " BOOK_NAME(
            "f",
            "working") " FROM (SELECT incident FROM "
                       "claims WHERE situation = ?1 AND seq = ?2 UNION SELECT incident FROM incident_also WHERE "
                       "situation = ?1 AND claim = ?2) o CROSS JOIN figure_claims x ON x.situation = ?1 AND "
                       "x.incident = o.incident AND x.claim = ?2 "
                       "JOIN figures f ON f.situation = x.situation AND f.incident = x.incident AND f.cell = x.cell "
                       "JOIN incidents i ON i.situation = x.situation AND i.seq = x.incident "
                       "ORDER BY x.incident, x.cell, x.role");
    query_int(q, situation);
    query_int(q, claim);
    *out = query_all(q, read_figure_use, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

static void read_figure_move(const Query *q, Arena *arena, void *item)
{
    enum { ID, NAME, CELL, WAS, NOW, PUBLISHED, PRECISION };
    *(FigureMove *)item =
        (FigureMove){.incident = book_hex(query_peek_at(q, ID), arena),
                     .name = query_str_at(q, NAME, arena),
                     .outcome = (Outcome)(query_int_at(q, CELL) / CELL_COUNT_),
                     .cell = (CellKind)(query_int_at(q, CELL) % CELL_COUNT_),
                     .was = query_str_at(q, WAS, arena),
                     .now = query_str_at(q, NOW, arena),
                     .time = {query_int_at(q, PUBLISHED), (MomentPrecision)query_int_at(q, PRECISION)}};
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool store_claim_moves(Store *store, int64_t situation, uint32_t claim, Arena *arena, FigureMove **out, size_t *count,
                       Error *err)
{
    Query *q = db_query(
        store->db, "SELECT i.id, i.name, x.cell, " BOOK_NAME("x", "was") ", " BOOK_NAME(
                       "x", "now") ", d.published, d.published_precision "
                                   "FROM moves x JOIN incidents i ON i.situation = x.situation AND i.seq = x.incident "
                                   "LEFT JOIN reports r ON r.situation = x.situation AND r.seq = x.report "
                                   "LEFT JOIN documents d ON d.id = r.document WHERE x.situation = ?1 AND x.seq IN "
                                   "(SELECT seq FROM moves WHERE situation = ?1 AND claim = ?2) ORDER BY x.seq");
    query_int(q, situation);
    query_int(q, claim);
    *out = query_all(q, read_figure_move, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

/* ---- reports ---- */

static ReportRow report_row(const Query *q, Arena *arena)
{
    enum { SEQ, KEY, NAME, PUBLISHER, TITLE, URL, PUBLISHED, PRECISION, SINCE, CLAIMS, COPY_NAME, COPY_KEY };
    return (ReportRow){.key = query_int_at(q, KEY),
                       .seq = query_int_at(q, SEQ),
                       .name = query_str_at(q, NAME, arena),
                       .publisher = query_str_at(q, PUBLISHER, arena),
                       .title = query_str_at(q, TITLE, arena),
                       .url = query_str_at(q, URL, arena),
                       .published = {query_int_at(q, PUBLISHED), (MomentPrecision)query_int_at(q, PRECISION)},
                       .read = {query_int_at(q, SINCE), MOMENT_TIME},
                       .claims = (size_t)query_int_at(q, CLAIMS),
                       .copy_of = query_str_at(q, COPY_NAME, arena),
                       .copy_of_key = query_int_at(q, COPY_KEY)};
}

// Where, what and how many. NOLINTNEXTLINE(readability-function-size)
bool store_reports(Store *store, int64_t situation, Str words, int64_t before, size_t limit, Arena *arena,
                   ReportRows *out, Error *err)
{
    size_t cap = 0;
    *out = (ReportRows){0};
    Query *q = db_query(
        store->db, "SELECT r.seq, r.document, r.name, d.publisher, d.title, d.url, d.published, d.published_precision, "
                   "m.since, r.claims, o.name, o.document FROM reports r JOIN documents d ON d.id = r.document "
                   "JOIN members m ON m.situation = r.situation AND m.document = r.document "
                   "LEFT JOIN reports o ON o.situation = r.situation AND o.seq = r.copy_of "
                   "WHERE r.situation = ?1 AND r.seq < ?2 AND (?3 IS NULL OR d.title LIKE ?3 ESCAPE '\\' OR "
                   "d.publisher LIKE ?3 ESCAPE '\\' OR d.url LIKE ?3 ESCAPE '\\' OR r.name LIKE ?3 ESCAPE '\\') "
                   "ORDER BY r.seq DESC LIMIT ?4");
    query_int(q, situation);
    query_int(q, before > 0 ? before : INT64_MAX);
    query_str(q, having(words, arena));
    query_int(q, (int64_t)limit + 1);
    while (query_row(q)) {
        if (out->count == limit) {
            out->next = out->rows[limit - 1].seq;
            continue;
        }
        out->rows = arena_grow(arena, out->rows, out->count, &cap, sizeof *out->rows);
        out->rows[out->count++] = report_row(q, arena);
    }
    return db_ok(store->db, err);
}

/* ---- counts ---- */

// Where, what and how many. NOLINTNEXTLINE(readability-function-size)
bool store_some_situations(Store *store, Str words, Str after, size_t limit, Arena *arena, SituationRows *out,
                           Error *err)
{
    size_t cap = 0;
    *out = (SituationRows){0};
    Query *q = db_query(store->db, "SELECT id, name FROM situations WHERE name > ?1 AND "
                                   "(?2 IS NULL OR name LIKE ?2 ESCAPE '\\') ORDER BY name LIMIT ?3");
    query_str(q, str_present(after) ? after : STR(""));
    query_str(q, having(words, arena));
    query_int(q, (int64_t)limit + 1);
    while (query_row(q)) {
        out->is_more = out->count == limit;
        if (out->is_more)
            continue;
        out->rows = arena_grow(arena, out->rows, out->count, &cap, sizeof *out->rows);
        out->rows[out->count++] = (StoreSituation){query_int_at(q, 0), query_str_at(q, 1, arena)};
    }
    return db_ok(store->db, err);
}

bool store_counts(Store *store, int64_t situation, SituationCounts *out, Error *err)
{
    *out = (SituationCounts){0};
    Query *q = db_query(store->db, "SELECT as_of, as_of_precision, documents, claims, incidents, "
                                   "(SELECT count(*) FROM conflicts x WHERE x.situation = a.situation) "
                                   "FROM assembled a WHERE situation = ?");
    query_int(q, situation);
    if (query_row(q))
        *out = (SituationCounts){.as_of = {query_int_at(q, 0), (MomentPrecision)query_int_at(q, 1)},
                                 .reports = (size_t)query_int_at(q, 2),
                                 .claims = (size_t)query_int_at(q, 3),
                                 .incidents = (size_t)query_int_at(q, 4),
                                 .conflicts = (size_t)query_int_at(q, 5),
                                 .is_assembled = true};
    query_run(q);
    return db_ok(store->db, err);
}

int64_t store_incident_seq(Store *store, int64_t situation, Str id)
{
    Arena *scratch = arena_create();
    Query *q = db_query(store->db, "SELECT seq FROM incidents WHERE id = ? AND situation = ?");
    query_blob(q, book_bytes(id, scratch));
    query_int(q, situation);
    int64_t seq = query_row(q) ? query_int_at(q, 0) : -1;
    query_run(q);
    arena_destroy(scratch);
    return seq;
}

// Where, what and how many. NOLINTNEXTLINE(readability-function-size)
bool store_incident_names(Store *store, int64_t situation, Str words, size_t limit, Arena *arena, View *out, Error *err)
{
    static const ViewColumn COLUMNS[] = {{"id", "id", VIEW_ID}, {"name", "incident", VIEW_TEXT}};
    Str *cells = NULL;
    size_t count = 0;
    size_t cap = 0;
    Query *q = db_query(store->db,
                        "SELECT id, name FROM incidents WHERE situation = ?1 AND "
                        "(?2 IS NULL OR name LIKE ?2 ESCAPE '\\') AND (part_of IS NULL OR EXISTS (SELECT 1 "
                        "FROM claims c WHERE c.situation = ?1 AND c.incident = incidents.seq)) ORDER BY seq LIMIT ?3");
    query_int(q, situation);
    query_str(q, having(words, arena));
    query_int(q, (int64_t)limit);
    while (query_row(q)) {
        cells = arena_grow(arena, cells, count, &cap, sizeof *cells);
        cells[count++] = book_hex(query_peek_at(q, 0), arena);
        cells = arena_grow(arena, cells, count, &cap, sizeof *cells);
        cells[count++] = query_str_at(q, 1, arena);
    }
    *out = (View){COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, cells, count / 2};
    return db_ok(store->db, err);
}
