#include "store/browse.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "extract/english_for_tests.h"
#include "store/excerpt.h"

/* A book of three reports, the last a copy of the first in other hands. */
static const char *const TEXTS[] = {
    "QUETTA - At least 10 people were killed in an attack on a market in Quetta on Friday, police said.\n\nGunmen "
    "abducted 4 soldiers near Gwadar on Thursday, army spokesman Omar Farah told reporters.\n",
    "QUETTA - At least 14 people were killed in the attack on the market in Quetta on Friday, police said.\n",
    "QUETTA - At least 10 people were killed in an attack on a market in Quetta on Friday, police said.\n\nGunmen "
    "abducted 4 soldiers near Gwadar on Thursday, army spokesman Omar Farah told reporters.\n",
};

typedef struct {
    char path[64];
    Arena *arena;
    Store *store;
    int64_t situation;
    Error err;
} Book;

static void add(Book *book, size_t number)
{
    static const char *const OUTLETS[] = {"First Wire", "Second_Daily", "Third Post"};
    bool is_new = false;
    Document *d = ARENA_NEW(book->arena, Document);
    *d = (Document){.id = arena_copy(book->arena, str_from(OUTLETS[number])),
                    .publisher = str_from(OUTLETS[number]),
                    .title = STR("Attack in Quetta"),
                    .original = str_from(TEXTS[number]),
                    .published = {.seconds = 1772600000 + 3600 * (int64_t)number, .precision = MOMENT_TIME}};
    d->text = d->original;
    d->sha256 = hash_sha256(book->arena, d->original);
    const Extraction *x = extract_document(&language, NULL, d, book->arena);
    store_begin(book->store);
    store_add(book->store, book->situation, store_prepare(x, STR("test"), book->arena), 1772700000, &is_new);
    assert_true(store_commit(book->store, &book->err));
}

static int make_book(void **state)
{
    static Book book;
    book = (Book){.arena = arena_create()};
    (void)snprintf(book.path, sizeof book.path, "/tmp/daybook-browse-test-%d", (int)getpid());
    (void)unlink(book.path);
    book.store = store_open(book.arena, book.path, STORE_CREATE, &book.err);
    assert_non_null(book.store);
    assert_true(store_situation(book.store, STR("main"), true, &book.situation, &book.err));
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        add(&book, i);
    assert_true(store_assemble(book.store, book.situation, &book.err));
    *state = &book;
    return 0;
}

static int drop_book(void **state)
{
    Book *book = *state;
    (void)store_close(book->store, NULL);
    (void)unlink(book->path);
    arena_destroy(book->arena);
    return 0;
}

static const ClaimFilter ALL = {
    .victim_class = -1, .incident = -1, .report = -1, .days = {DAY_NONE, DAY_NONE}, .limit = CLAIMS_A_PAGE};

static ClaimSeqs claims(Book *book, ClaimFilter filter)
{
    ClaimSeqs seqs;
    assert_true(store_claims(book->store, book->situation, &filter, book->arena, &seqs, &book->err));
    return seqs;
}

static void pages_of_claims_hold_each_once_newest_first(void **state)
{
    Book *book = *state;
    ClaimSeqs whole = claims(book, ALL);
    ClaimFilter filter = ALL;
    filter.limit = 2;
    size_t seen = 0;
    assert_true(whole.count > 3);
    do {
        ClaimSeqs page = claims(book, filter);
        for (size_t i = 0; i < page.count; i++)
            assert_int_equal(page.seqs[i], whole.seqs[seen++]);
        filter.before = page.next;
    } while (filter.before > 0);
    assert_int_equal(seen, whole.count);
    for (size_t i = 1; i < whole.count; i++)
        assert_true(whole.seqs[i] < whole.seqs[i - 1]);
}

static void each_filter_leaves_only_what_it_names(void **state)
{
    Book *book = *state;
    ClaimFilter filter = ALL;
    size_t all = claims(book, ALL).count;
    filter.outcome = OUTCOME_KILLED;
    size_t killed = claims(book, filter).count;
    assert_true(killed > 0 && killed < all);
    filter.no_copies = true;
    assert_true(claims(book, filter).count < killed);
    filter = ALL;
    filter.outcome = OUTCOME_KILLED;
    filter.speaker = STR("POLIC");
    assert_int_equal(claims(book, filter).count, 3);
    filter.speaker = STR("p%e"); /* no wild cards */
    assert_int_equal(claims(book, filter).count, 0);
    filter = ALL;
    filter.words = STR("abducted 4 SOLDIERS");
    size_t found = claims(book, filter).count;
    assert_true(found >= 2 && found < all);
    filter.words = STR("no such words");
    assert_int_equal(claims(book, filter).count, 0);
    filter = ALL;
    filter.days = (Window){day_from_ymd(2027, 1, 1), DAY_NONE};
    assert_int_equal(claims(book, filter).count, 0);
}

static void an_excerpt_has_the_claims_asked_for_as_the_edition_has_them(void **state)
{
    Book *book = *state;
    ClaimSeqs whole = claims(book, ALL);
    StoreExcerpt excerpt;
    const Situation *edition =
        store_edition(book->store, book->situation, (Moment){.seconds = 0, .precision = MOMENT_NONE},
                      profile_default(book->arena), book->arena, &book->err);
    assert_true(
        store_excerpt(book->store, book->situation, whole.seqs, whole.count, book->arena, &excerpt, &book->err));
    assert_int_equal(excerpt.situation->document_count, 3);
    for (size_t i = 0; i < whole.count; i++) {
        const SituationClaim *is = &excerpt.situation->claims[excerpt.wanted[i]];
        const SituationClaim *should = &edition->claims[whole.seqs[i]];
        assert_true(str_equal(is->claim->id, should->claim->id));
        assert_true(str_equal(is->claim->rule, should->claim->rule));
        assert_int_equal(is->copy_of >= 0, should->copy_of >= 0);
        assert_int_equal(is->incident >= 0, should->incident >= 0);
        if (is->incident >= 0)
            assert_true(
                str_equal(excerpt.situation->incidents[is->incident].id, edition->incidents[should->incident].id));
    }
}

static void a_seq_that_is_not_there_is_left_out(void **state)
{
    Book *book = *state;
    StoreExcerpt excerpt;
    uint32_t seqs[] = {4000000, 0};
    assert_true(store_excerpt(book->store, book->situation, seqs, 2, book->arena, &excerpt, &book->err));
    assert_int_equal(excerpt.wanted[0], UINT32_MAX);
    assert_int_equal(excerpt.situation->document_count, 1);
}

static void a_claim_stands_beside_its_copies_and_what_competes(void **state)
{
    Book *book = *state;
    ClaimFilter filter = ALL;
    filter.outcome = OUTCOME_KILLED;
    filter.no_copies = true;
    ClaimSeqs killed = claims(book, filter);
    StoreExcerpt excerpt;
    assert_true(
        store_excerpt(book->store, book->situation, killed.seqs, killed.count, book->arena, &excerpt, &book->err));
    Str first = excerpt.situation->claims[excerpt.wanted[killed.count - 1]].claim->id;
    Related *related = NULL;
    size_t count = 0;
    size_t kinds[RELATION_COMPETING + 1] = {0};
    assert_true(store_related(book->store, book->situation, first, book->arena, &related, &count, &book->err));
    for (size_t i = 0; i < count; i++)
        kinds[related[i].relation]++;
    assert_int_equal(kinds[RELATION_SELF], 1);
    assert_int_equal(kinds[RELATION_COPY], 1);
    assert_int_equal(kinds[RELATION_LATER] + kinds[RELATION_COMPETING] > 0, 1);
    assert_true(store_related(book->store, book->situation, STR("0000000000000000"), book->arena, &related, &count,
                              &book->err));
    assert_int_equal(count, 0);
}

static void reports_are_listed_by_page_and_found_by_outlet(void **state)
{
    Book *book = *state;
    ReportRows rows;
    assert_true(store_reports(book->store, book->situation, STR_NONE, 0, 2, book->arena, &rows, &book->err));
    assert_int_equal(rows.count, 2);
    assert_true(str_equal(rows.rows[0].publisher, STR("Third Post")));
    assert_true(str_equal(rows.rows[0].copy_of, STR("First Wire")));
    assert_true(rows.next > 0);
    assert_true(store_reports(book->store, book->situation, STR_NONE, rows.next, 2, book->arena, &rows, &book->err));
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.next, 0);
    assert_true(store_reports(book->store, book->situation, STR("second_"), 0, 9, book->arena, &rows, &book->err));
    assert_int_equal(rows.count, 1);
    StoreExcerpt excerpt;
    assert_true(
        store_excerpt_report(book->store, book->situation, rows.rows[0].key, book->arena, &excerpt, &book->err));
    assert_int_equal(excerpt.situation->document_count, 1);
    assert_true(store_excerpt_report(book->store, book->situation, 999, book->arena, &excerpt, &book->err));
    assert_int_equal(excerpt.situation->document_count, 0);
}

static void situations_come_by_name_a_few_at_a_time(void **state)
{
    Book *book = *state;
    SituationRows some;
    int64_t id = 0;
    static const char *const NAMES[] = {"alpha", "beta_one", "gamma"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        assert_true(store_situation(book->store, str_from(NAMES[i]), true, &id, &book->err));
    assert_true(store_some_situations(book->store, STR_NONE, STR_NONE, 3, book->arena, &some, &book->err));
    assert_int_equal(some.count, 3);
    assert_true(some.is_more);
    assert_true(store_some_situations(book->store, STR_NONE, some.rows[2].name, 3, book->arena, &some, &book->err));
    assert_int_equal(some.count, 1);
    assert_false(some.is_more);
    assert_true(str_equal(some.rows[0].name, STR("main")));
    assert_true(store_some_situations(book->store, STR("A_"), STR_NONE, 3, book->arena, &some, &book->err));
    assert_int_equal(some.count, 1);
    assert_true(str_equal(some.rows[0].name, STR("beta_one")));
}

static void what_is_held_stays_as_it_stood_while_another_writes(void **state)
{
    Book *book = *state;
    SituationRows some;
    int64_t id = 0;
    Store *other = store_open(book->arena, book->path, STORE_WRITE, &book->err);
    assert_non_null(other);
    store_hold(other);
    assert_true(store_some_situations(other, STR_NONE, STR_NONE, 9, book->arena, &some, &book->err));
    assert_true(store_situation(book->store, STR("new"), true, &id, &book->err));
    add(book, 1);
    assert_true(store_some_situations(other, STR_NONE, STR_NONE, 9, book->arena, &some, &book->err));
    assert_int_equal(some.count, 1);
    assert_true(store_assemble(other, book->situation, &book->err));
    store_let_go(other);
    assert_true(store_some_situations(other, STR_NONE, STR_NONE, 9, book->arena, &some, &book->err));
    assert_int_equal(some.count, 2);
    assert_true(store_assemble(other, book->situation, &book->err));
    assert_true(store_close(other, &book->err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pages_of_claims_hold_each_once_newest_first, make_book, drop_book),
        cmocka_unit_test_setup_teardown(each_filter_leaves_only_what_it_names, make_book, drop_book),
        cmocka_unit_test_setup_teardown(an_excerpt_has_the_claims_asked_for_as_the_edition_has_them, make_book,
                                        drop_book),
        cmocka_unit_test_setup_teardown(a_seq_that_is_not_there_is_left_out, make_book, drop_book),
        cmocka_unit_test_setup_teardown(a_claim_stands_beside_its_copies_and_what_competes, make_book, drop_book),
        cmocka_unit_test_setup_teardown(reports_are_listed_by_page_and_found_by_outlet, make_book, drop_book),
        cmocka_unit_test_setup_teardown(situations_come_by_name_a_few_at_a_time, make_book, drop_book),
        cmocka_unit_test_setup_teardown(what_is_held_stays_as_it_stood_while_another_writes, make_book, drop_book),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
