/* intake — reports into the book. */
#include "base/hash.h"
#include "store/book.h"
#include "store/codec.h"
#include "store/pack.h"
#include "store/squeeze.h"

enum { FINGERPRINT_BYTES = 16, HEX_DIGITS = 2 };

static unsigned hex_value(char c)
{
    return (unsigned)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
}

Str book_bytes(Str hex, Arena *arena)
{
    char *bytes = arena_alloc(arena, hex.len / HEX_DIGITS + 1, 1);
    for (size_t i = 0; i + 1 < hex.len; i += HEX_DIGITS)
        bytes[i / HEX_DIGITS] = (char)(hex_value(hex.ptr[i]) << 4 | hex_value(hex.ptr[i + 1]));
    return (Str){bytes, hex.len / HEX_DIGITS};
}

Str store_fingerprint(const Document *d, Arena *arena)
{
    Buf all = {0};
    Codec c = {.out = &all};
    Str parts[] = {d->id, d->sha256, d->url, d->publisher, d->author, d->title, d->lang};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        code_str(&c, &parts[i]);
    int64_t published = d->published.seconds;
    code_int(&c, &published);
    buf_char(&all, (char)('0' + d->published.precision));
    Str hex = hash_sha256(arena, buf_str(&all));
    buf_free(&all);
    return str_slice(book_bytes(hex, arena), 0, FINGERPRINT_BYTES);
}

StoreReport *store_prepare(const Extraction *extraction, Str rules, Arena *arena)
{
    const Document *document = extraction->document;
    StoreReport *report = ARENA_NEW(arena, StoreReport);
    *report = (StoreReport){.document = document,
                            .fingerprint = store_fingerprint(document, arena),
                            .original = squeeze(document->original, arena),
                            .reading = pack_reading(document, arena),
                            .finding = pack_finding(extraction, arena),
                            .claim_count = extraction->claim_count,
                            .rules = rules};
    return report;
}

/* The row of the original with those bytes. */
static int64_t add_original(Store *store, const StoreReport *report)
{
    Arena *scratch = arena_create();
    Str sha256 = book_bytes(report->document->sha256, scratch);
    Query *find = db_query(store->db, "SELECT id FROM originals WHERE sha256 = ?");
    query_blob(find, sha256);
    int64_t id = query_row(find) ? query_int_at(find, 0) : 0;
    query_run(find);
    if (id == 0) {
        Query *add = db_query(store->db, "INSERT INTO originals (sha256, size_bytes, packed) VALUES (?, ?, ?)");
        query_blob(add, sha256);
        query_int(add, (int64_t)report->document->original.len);
        query_blob(add, report->original);
        query_run(add);
        id = db_last_key(store->db);
    }
    arena_destroy(scratch);
    return id;
}

static int64_t add_document(Store *store, const StoreReport *report, int64_t read_at)
{
    const Document *d = report->document;
    int64_t original = add_original(store, report);
    Query *q =
        db_query(store->db, "INSERT INTO documents (fingerprint, name, original, path, url, publisher, author, title, "
                            "lang, published, published_precision, read_at, reading) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_blob(q, report->fingerprint);
    query_str(q, d->id);
    query_int(q, original);
    query_str(q, d->path);
    query_str(q, d->url);
    query_str(q, d->publisher);
    query_str(q, d->author);
    query_str(q, d->title);
    query_str(q, d->lang);
    if (d->published.precision == MOMENT_NONE)
        query_null(q);
    else
        query_int(q, d->published.seconds);
    query_int(q, d->published.precision);
    query_int(q, read_at);
    query_blob(q, report->reading);
    query_run(q);
    return db_last_key(store->db);
}

/* What is searched: whose report it is, its title, its text. */
static void add_words(Store *store, int64_t document, const Document *d)
{
    Buf words = {0};
    const Str parts[] = {d->publisher, d->author, d->title, d->text};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_put(&words, str_present(parts[i]) ? parts[i] : STR(""));
        buf_char(&words, '\n');
    }
    Query *q = db_query(store->db, "INSERT INTO report_words (rowid, words) VALUES (?, ?)");
    query_int(q, document);
    query_str(q, buf_str(&words));
    query_run(q);
    buf_free(&words);
}

void book_add_extraction(Store *store, int64_t document, const StoreReport *report)
{
    Query *q =
        db_query(store->db, "INSERT INTO extractions (document, rules, claim_count, packed) VALUES (?, ?, ?, ?)");
    query_int(q, document);
    query_str(q, report->rules);
    query_int(q, (int64_t)report->claim_count);
    query_blob(q, report->finding);
    query_run(q);
    add_words(store, document, report->document);
}

static int64_t find_document(Store *store, Str fingerprint)
{
    Query *q = db_query(store->db, "SELECT id FROM documents WHERE fingerprint = ?");
    query_blob(q, fingerprint);
    int64_t id = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return id;
}

/* False when it was there before. */
static bool add_member(Store *store, int64_t situation, int64_t document, int64_t since)
{
    Query *q = db_query(store->db, "INSERT INTO members (situation, document, since) VALUES (?, ?, ?) "
                                   "ON CONFLICT (situation, document) DO NOTHING");
    query_int(q, situation);
    query_int(q, document);
    query_int(q, since);
    query_run(q);
    return db_changed(store->db) > 0;
}

void store_add(Store *store, int64_t situation, const StoreReport *report, int64_t read_at, bool *is_new)
{
    int64_t document = find_document(store, report->fingerprint);
    if (document == 0) {
        document = add_document(store, report, read_at);
        book_add_extraction(store, document, report);
    }
    *is_new = add_member(store, situation, document, read_at);
    if (!*is_new)
        return;
    store->touched = true;
    Query *stale = db_query(store->db, "DELETE FROM assembled WHERE situation = ?");
    query_int(stale, situation);
    query_run(stale);
}
