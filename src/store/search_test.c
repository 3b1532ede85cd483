/* search: what is asked for, and the reports that have it. */
#include "store/search.h"

#include "store/desk_for_tests.h"

static void words_go_on_and_phrases_stand_as_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *asked;
        const char *query; /* NULL: nothing to look for */
        size_t terms;
    } CASES[] = {
        {"market", "\"market\" *", 1},
        {"  market \t goma ", "\"market\" * AND \"goma\" *", 2},
        {"\"mass grave\" goma", "\"mass grave\" AND \"goma\" *", 2},
        {"\"not closed", "\"not closed\"", 1},
        {"a\"b\"c", "\"a\" * AND \"b\" AND \"c\" *", 3},
        {"NEAR(x OR y*", "\"NEAR(x\" * AND \"OR\" * AND \"y*\" *", 3},
        {"- ( * \" \"", NULL, 0},
        {"", NULL, 0},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        SearchWords words = search_words(str_from(CASES[i].asked), arena);
        assert_int_equal(words.count, CASES[i].terms);
        assert_int_equal(str_present(words.query), CASES[i].query != NULL);
        if (CASES[i].query)
            assert_true(str_equal(words.query, str_from(CASES[i].query)));
    }
    arena_destroy(arena);
}

static void a_match_begins_where_a_word_does(void **state)
{
    (void)state;
    assert_int_equal(search_find(STR("A supermarket, a Market."), STR("market"), 0), 17);
    assert_int_equal(search_find(STR("A supermarket"), STR("market"), 0), SIZE_MAX);
    assert_int_equal(search_find(STR("goma goma"), STR("goma"), 1), 5);
    assert_int_equal(search_find(STR("goma"), STR(""), 0), SIZE_MAX);
}

static size_t found(Desk *desk, int64_t situation, const char *asked, size_t limit)
{
    FoundReports all;
    size_t count = 0;
    int64_t before = 0;
    do {
        assert_true(store_search(desk->store, situation, search_words(str_from(asked), desk->book.arena), before, limit,
                                 desk->book.arena, &all, &desk->book.err));
        count += all.count;
        before = all.next;
    } while (before > 0);
    return count;
}

static void reports_are_found_by_all_their_words(void **state)
{
    (void)state;
    static const struct {
        const char *asked;
        size_t count;
    } CASES[] = {{"goma", 2},   {"GOM", 2}, {"goma doctors", 1}, {"\"market in Goma\"", 2},
                 {"callao", 1}, {"oma", 0}, {"goma callao", 0},  {"\"Goma in market\"", 0},
                 {"", 0},       {"\"", 0}};
    Desk desk = open_desk();
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        assert_int_equal(found(&desk, desk.situation, CASES[i].asked, 10), CASES[i].count);
        assert_int_equal(found(&desk, desk.situation, CASES[i].asked, 1), CASES[i].count); /* page by page */
        assert_int_equal(found(&desk, 0, CASES[i].asked, 10), CASES[i].count);
        assert_int_equal(found(&desk, desk.situation + 1, CASES[i].asked, 10), 0);
    }
    close_desk(&desk);
}

static void a_rebuilt_book_finds_the_same(void **state)
{
    (void)state;
    Desk desk = open_desk();
    store_rebuild_begin(desk.store);
    Document *document = NULL;
    for (int64_t key = 0; (document = store_next_document(desk.store, &key, desk.book.arena));)
        store_keep_finding(
            desk.store, key,
            store_prepare(extract_document(&language, NULL, document, desk.book.arena), STR("test"), desk.book.arena));
    assert_true(store_rebuild_end(desk.store, &desk.book.err));
    assert_int_equal(found(&desk, desk.situation, "goma", 10), 2);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_go_on_and_phrases_stand_as_they_are),
        cmocka_unit_test(a_match_begins_where_a_word_does),
        cmocka_unit_test(reports_are_found_by_all_their_words),
        cmocka_unit_test(a_rebuilt_book_finds_the_same),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
