/* verify — is the book whole? The file, the hashes, the spans, and whether the derived rows are those that the content gives. */
#include "base/hash.h"
#include "store/decision_value.h"
#include "store/pack.h"
#include "store/setting_parts.h"

typedef struct {
    Store *store;
    StoreProblem *problem;
    void *context;
    StoreCheck *out;
} Verify;

static void report(const Verify *v, const char *what, Str name, const char *why)
{
    Buf line = {0};
    buf_put(&line, str_from(what));
    buf_put(&line, name);
    buf_put(&line, str_from(why));
    buf_char(&line, '\0');
    v->problem(v->context, line.ptr);
    buf_free(&line);
    v->out->problems++;
}

/* ---- the file ---- */

static void check_file(const Verify *v)
{
    Query *q = db_query(v->store->db, "PRAGMA integrity_check(20)");
    while (query_row(q))
        if (!str_equal(query_peek_at(q, 0), STR("ok")))
            report(v, "the file is damaged: ", query_peek_at(q, 0), "");
    Query *links = db_query(v->store->db, "PRAGMA foreign_key_check");
    while (query_row(links))
        report(v, "a row refers to one that is not there: table ", query_peek_at(links, 0), "");
}

/* ---- reports ---- */

/* Where text and original are equally long, they are equal; ranges go on and stay inside. */
static bool runs_hold(const Document *d)
{
    Str body = document_body(d);
    for (size_t i = 0; i < d->raw_run_count; i++) {
        const RawRun *run = &d->raw_runs[i];
        size_t text_end = i + 1 < d->raw_run_count ? run[1].text_start : body.len;
        if (run->text_start > text_end || text_end > body.len || run->raw_start > run->raw_end ||
            run->raw_end > d->original.len)
            return false;
        bool verbatim = run->raw_end - run->raw_start == text_end - run->text_start;
        if (verbatim && !str_equal(str_slice(body, run->text_start, text_end),
                                   str_slice(d->original, run->raw_start, run->raw_end)))
            return false;
    }
    return d->raw_run_count > 0 || str_equal(body, d->original);
}

static void check_claims(const Verify *v, const Document *d, Str packed, int64_t claim_count, Arena *arena)
{
    const Extraction *x = unpack_finding(packed, d, arena);
    if (!x || (int64_t)x->claim_count != claim_count) {
        report(v, "report ", d->id, ": its claims are damaged; daybook rebuild finds them again");
        return;
    }
    for (size_t i = 0; i < x->claim_count; i++)
        if (span_is_empty(x->claims[i].evidence))
            report(v, "report ", d->id, ": a claim has no passage; daybook rebuild finds it again");
    v->out->claims += x->claim_count;
}

static void check_document(const Verify *v, const Query *q, Arena *arena)
{
    enum { NAME = 0, FINGERPRINT = BOOK_DOCUMENT_COLUMNS, SIZE, FINDING, CLAIMS };
    const Document *d = book_try_document(q, arena);
    v->out->documents++;
    if (!d) {
        report(v, "report ", query_peek_at(q, NAME), ": its original or text cannot be read");
        return;
    }
    if (!str_equal(hash_sha256(arena, d->original), d->sha256) || query_int_at(q, SIZE) != (int64_t)d->original.len)
        report(v, "report ", d->id, ": the original is not what was read (SHA-256)");
    if (!str_equal(store_fingerprint(d, arena), query_peek_at(q, FINGERPRINT)))
        report(v, "report ", d->id, ": what is said of it (address, outlet, title, time) was altered");
    if (!runs_hold(d))
        report(v, "report ", d->id, ": its text does not lead back to the original");
    if (query_is_null(q, FINDING))
        report(v, "report ", d->id, ": its claims are missing; daybook rebuild finds them");
    else
        check_claims(v, d, query_peek_at(q, FINDING), query_int_at(q, CLAIMS), arena);
}

static void check_documents(const Verify *v)
{
    Query *q = db_query(v->store->db,
                        "SELECT d.name, d.path, d.url, d.publisher, d.author, d.title, d.lang, d.published, "
                        "d.published_precision, o.sha256, o.packed, d.reading, d.fingerprint, o.size_bytes, x.packed, "
                        "x.claim_count FROM documents d JOIN originals o ON o.id = d.original "
                        "LEFT JOIN extractions x ON x.document = d.id ORDER BY d.id");
    while (query_row(q)) {
        Arena *arena = arena_create();
        check_document(v, q, arena);
        arena_destroy(arena);
    }
}

/* ---- decisions ---- */

static void report_decision(const Verify *v, int64_t seq, const char *why)
{
    Buf number = {0};
    buf_int(&number, seq);
    report(v, "decision ", buf_str(&number), why);
    buf_free(&number);
}

static void check_decisions(const Verify *v)
{
    int64_t broken = book_broken_decision(v->store);
    if (broken != 0) {
        report_decision(v, broken, ": it was altered, or one before it was taken out");
        return;
    }
    Arena *arena = arena_create();
    StoreDecision *all = NULL;
    size_t count = 0;
    Decision read;
    (void)store_decisions(v->store, 0, arena, &all, &count, NULL);
    for (size_t i = 0; i < count; i++)
        if (!(all[i].situation == 0 ? setting_can_read(&all[i], arena) : decision_read(&all[i], arena, &read, NULL)))
            report_decision(v, all[i].seq, ": this program cannot read what it says");
    arena_destroy(arena);
}

/* ---- derived rows ---- */

static bool is_assembled(const Verify *v, int64_t situation)
{
    Query *q = db_query(v->store->db, "SELECT 1 FROM main.assembled WHERE situation = ?");
    query_int(q, situation);
    bool is = query_row(q);
    query_run(q);
    return is;
}

enum { SITUATIONS_ASKED = 4 };

/* Counts the book's rows of a situation that the content does not give, and the other way round. */
static const char *difference_sql(Str table, Arena *arena)
{
    static const char *const FROM[][2] = {{"main.", "temp."}, {"temp.", "main."}};
    Buf sql = {0};
    buf_put(&sql, STR("SELECT count(*) FROM ("));
    for (size_t i = 0; i < 2; i++) {
        buf_put(&sql, i > 0 ? STR(" UNION ALL ") : STR(""));
        for (size_t k = 0; k < 2; k++) {
            buf_put(&sql, k > 0 ? STR(" EXCEPT SELECT * FROM ") : STR("SELECT * FROM (SELECT * FROM "));
            buf_put(&sql, str_from(FROM[i][k]));
            buf_put(&sql, table);
            buf_put(&sql, STR(" WHERE situation = ?"));
        }
        buf_char(&sql, ')');
    }
    buf_char(&sql, ')');
    const char *kept = arena_copy(arena, buf_str(&sql)).ptr;
    buf_free(&sql);
    return kept;
}

static bool differs(const Verify *v, const char *sql, int64_t situation)
{
    Query *q = db_query(v->store->db, sql);
    for (int i = 0; i < SITUATIONS_ASKED; i++)
        query_int(q, situation);
    bool is = query_row(q) && query_int_at(q, 0) > 0;
    query_run(q);
    return is;
}

static void check_situation(const Verify *v, const StoreSituation *situation, const char *const *comparisons)
{
    static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};
    if (!is_assembled(v, situation->id) || !store_look_back(v->store, situation->id, NOW, NULL, NULL))
        return;
    bool same = true;
    for (size_t i = 0; comparisons[i] && same; i++)
        same = !differs(v, comparisons[i], situation->id);
    if (!same)
        report(v, "situation ", situation->name,
               ": its figures are not those that its reports give; daybook rebuild makes them anew");
}

static void check_situations(const Verify *v)
{
    enum { MAX_TABLES = 32 };
    Arena *arena = v->store->arena;
    const char *comparisons[MAX_TABLES] = {NULL};
    size_t tables = 0;
    for (size_t i = 0; tables + 1 < MAX_TABLES && str_present(schema_derived_table(i)); i++)
        if (schema_is_of_situation(schema_derived_table(i)))
            comparisons[tables++] = difference_sql(schema_derived_table(i), arena);
    StoreSituation *all = NULL;
    size_t count = 0;
    (void)store_situations(v->store, arena, &all, &count, NULL);
    bool counted_so = book_is_counted_so(v->store); /* else they are out of date as a whole */
    for (size_t i = 0; counted_so && i < count; i++)
        check_situation(v, &all[i], comparisons);
    v->out->situations = count;
}

bool store_verify(Store *store, StoreProblem *problem, void *context, StoreCheck *out, Error *err)
{
    *out = (StoreCheck){0};
    Verify v = {store, problem, context, out};
    check_file(&v);
    check_documents(&v);
    check_decisions(&v);
    if (out->problems == 0) /* else the content gives nothing to compare with */
        check_situations(&v);
    return db_ok(store->db, err);
}
