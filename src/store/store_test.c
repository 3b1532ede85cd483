#include "store/store.h"

#include "store/book_for_tests.h"
#include "store/db.h"
#include "store/pack.h"
#include "store/squeeze.h"

static void what_was_found_comes_back_as_it_was(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Document *d = report(arena, "a", TEXT);
    Extraction *x = extract_document(&language, NULL, d, arena);
    assert_true(x->claim_count >= 4);
    x->claims[0].again = x->claims[1].somebody = true;
    d->published.zone_seconds = -5 * 3600;
    Str finding = pack_finding(x, arena);
    Document copy = {.original = d->original, .title = d->title};
    assert_true(unpack_reading(pack_reading(d, arena), &copy, arena));
    assert_true(str_equal(copy.text, d->text));
    assert_int_equal(copy.published.zone_seconds, d->published.zone_seconds);
    const Extraction *back = unpack_finding(finding, &copy, arena);
    assert_non_null(back);
    assert_int_equal(back->claim_count, x->claim_count);
    assert_true(str_equal(pack_finding(back, arena), finding));
    for (size_t i = 0; i < x->claim_count; i++) {
        assert_memory_equal(&back->claims[i].evidence, &x->claims[i].evidence, sizeof(Span));
        assert_int_equal(back->claims[i].again, x->claims[i].again);
        assert_int_equal(back->claims[i].somebody, x->claims[i].somebody);
    }
    arena_destroy(arena);
}

static void damaged_findings_are_refused_or_harmless(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Document *d = report(arena, "a", TEXT);
    Str plain = STR_NONE;
    assert_true(unsqueeze(pack_finding(extract_document(&language, NULL, d, arena), arena), arena, &plain));
    Buf head = {0};
    buf_char(&head, 0); /* kept as it is */
    for (size_t n = plain.len; n > 0 || head.len == 1; n >>= 7)
        buf_char(&head, (char)((n & 127) | (n > 127 ? 128 : 0)));
    size_t start = head.len;
    buf_put(&head, plain);
    assert_non_null(unpack_finding(buf_str(&head), d, arena));
    for (size_t i = start; i < head.len; i++) {
        for (int bit = 0; bit < 8; bit++) {
            head.ptr[i] = (char)(head.ptr[i] ^ (1 << bit));
            ArenaMark mark = arena_mark(arena);
            (void)unpack_finding(buf_str(&head), d, arena);
            arena_rewind(arena, mark);
            head.ptr[i] = (char)(head.ptr[i] ^ (1 << bit));
        }
    }
    buf_free(&head);
    arena_destroy(arena);
}

static void a_report_is_kept_once(void **state)
{
    (void)state;
    Book book = fresh();
    Store *store = opened(&book, STORE_CREATE);
    assert_true(add(&book, store, "a", TEXT, 1000));
    assert_false(add(&book, store, "a", TEXT, 2000));
    assert_true(add(&book, store, "b", "Nothing happened.", 2000));
    assert_int_equal(rows(&book, store, "sources"), 2);
    assert_true(store_close(store, &book.err));
    drop(&book);
}

static void what_is_not_committed_is_not_kept(void **state)
{
    (void)state;
    Book book = fresh();
    Store *store = opened(&book, STORE_CREATE);
    (void)add(&book, store, "a", TEXT, 1000);
    const Extraction *x = extract_document(&language, NULL, report(book.arena, "b", TEXT), book.arena);
    bool is_new = false;
    store_begin(store);
    store_add(store, 1, store_prepare(x, STR("test"), book.arena), 1000, &is_new);
    assert_true(is_new);
    assert_true(store_close(store, &book.err));
    store = opened(&book, STORE_READ);
    assert_int_equal(rows(&book, store, "sources"), 1);
    assert_true(store_close(store, &book.err));
    drop(&book);
}

static void an_edition_holds_what_was_read_by_then(void **state)
{
    (void)state;
    Book book = fresh();
    Store *store = opened(&book, STORE_CREATE);
    (void)add(&book, store, "a", TEXT, 1000);
    (void)add(&book, store, "b", "Two soldiers were killed in Goma on Friday.", 2000);
    static const struct {
        int64_t at;
        size_t documents;
    } CASES[] = {{999, 0}, {1000, 1}, {1999, 1}, {2000, 2}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Moment then = {.seconds = CASES[i].at, .precision = MOMENT_TIME};
        const Situation *s = store_edition(store, 1, then, profile_default(book.arena), book.arena, &book.err);
        assert_non_null(s);
        assert_int_equal(s->document_count, CASES[i].documents);
    }
    assert_true(store_close(store, &book.err));
    drop(&book);
}

static void a_book_of_a_newer_program_is_refused(void **state)
{
    (void)state;
    Book book = fresh();
    Db *db = db_open(book.arena, book.path, DB_CREATE, &book.err);
    db_set_version(db, 1000);
    db_run(db, "CREATE TABLE x (y INTEGER)");
    assert_true(db_close(db, &book.err));
    assert_null(store_open(book.arena, book.path, STORE_WRITE, &book.err));
    assert_int_equal(book.err.kind, ERROR_STORE);
    assert_non_null(strstr(book.err.text, "newer"));
    drop(&book);
}

static void another_data_base_is_refused_and_left_alone(void **state)
{
    (void)state;
    Book book = fresh();
    Db *db = db_open(book.arena, book.path, DB_CREATE, &book.err);
    db_run(db, "CREATE TABLE x (y INTEGER)");
    assert_true(db_close(db, &book.err));
    assert_null(store_open(book.arena, book.path, STORE_CREATE, &book.err));
    assert_non_null(strstr(book.err.text, "no book"));
    db = db_open(book.arena, book.path, DB_READ, &book.err);
    Query *q = db_query(db, "SELECT count(*) FROM sqlite_master");
    assert_true(query_row(q));
    assert_int_equal(query_int_at(q, 0), 1);
    assert_true(db_close(db, &book.err));
    drop(&book);
}

/* The names of the files that bring content up to date, in order. */
static size_t migrations(const EmbeddedFile **out)
{
    size_t count = 0;
    size_t found = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++)
        if (str_begins(str_from(files[i].name), STR("src/store/schema/0")))
            out[found++] = &files[i];
    return found;
}

static void a_book_of_every_earlier_layout_is_brought_up_to_date(void **state)
{
    (void)state;
    const EmbeddedFile *files[64];
    size_t count = migrations(files);
    assert_true(count >= 1);
    for (size_t version = 1; version <= count; version++) {
        Book book = fresh();
        Db *db = db_open(book.arena, book.path, DB_CREATE, &book.err);
        for (size_t i = 0; i < version; i++)
            db_run(db, files[i]->bytes.ptr);
        db_set_version(db, (int64_t)version);
        db_run(db, "INSERT INTO situations (name) VALUES ('main')");
        assert_true(db_close(db, &book.err));
        Store *store = opened(&book, STORE_WRITE);
        assert_non_null(store);
        (void)add(&book, store, "a", TEXT, 1000);
        assert_true(rows(&book, store, "claims") >= 4);
        assert_true(store_close(store, &book.err));
        drop(&book);
    }
}

/* A desk that runs for long asks everything that can be asked, of one Store. */
static void every_statement_of_the_room_has_its_place(void **state)
{
    enum { STATEMENTS = 400, LENGTH = 24 };
    static char sql[STATEMENTS][LENGTH];
    (void)state;
    Book book = fresh();
    Db *db = db_open(book.arena, book.path, DB_CREATE, &book.err);
    for (int i = 0; i < STATEMENTS; i++) {
        (void)snprintf(sql[i], LENGTH, "SELECT %d", i);
        Query *q = db_query(db, sql[i]);
        assert_true(query_row(q));
        assert_int_equal(query_int_at(q, 0), i);
        query_run(q);
    }
    assert_true(db_close(db, &book.err));
    drop(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_found_comes_back_as_it_was),
        cmocka_unit_test(damaged_findings_are_refused_or_harmless),
        cmocka_unit_test(a_report_is_kept_once),
        cmocka_unit_test(what_is_not_committed_is_not_kept),
        cmocka_unit_test(an_edition_holds_what_was_read_by_then),
        cmocka_unit_test(a_book_of_a_newer_program_is_refused),
        cmocka_unit_test(another_data_base_is_refused_and_left_alone),
        cmocka_unit_test(a_book_of_every_earlier_layout_is_brought_up_to_date),
        cmocka_unit_test(every_statement_of_the_room_has_its_place),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
