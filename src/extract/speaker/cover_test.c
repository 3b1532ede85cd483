#include "extract/speaker/cover.h"

#include <setjmp.h>
#include <stdarg.h>
#include <time.h>

#include <cmocka.h>

enum { TEXT_BYTES = 1000, PASSAGES = 4 };

/* One in the first bytes, one that all of the text has, one over the middle, and none. */
static const Span SPANS[PASSAGES] = {{3, 9}, {0, TEXT_BYTES}, {300, 700}, {500, 500}};

/* All that reach over the place are found, each once and in order. */
static void test_finds_what_reaches_over(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Cover *cover = cover_new(arena, TEXT_BYTES);
    for (uint32_t i = 0; i < PASSAGES; i++)
        cover_add(arena, cover, SPANS[i], i);
    for (uint32_t place = 0; place <= TEXT_BYTES; place++) {
        uint32_t found = cover_find(cover, place, 0);
        for (uint32_t i = 0; i < PASSAGES; i++) {
            bool reaches = SPANS[i].start <= place && place < SPANS[i].end;
            assert_true(!reaches || found <= i);
            if (found == i)
                found = cover_find(cover, place, i + 1);
            else
                assert_false(reaches);
        }
        assert_int_equal(found, COVER_NONE);
    }
    arena_destroy(arena);
}

/* What lies far off is not looked at. */
static void test_passes_over_what_lies_far_off(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Cover *cover = cover_new(arena, TEXT_BYTES);
    for (uint32_t i = 0; i < PASSAGES; i++)
        cover_add(arena, cover, SPANS[i], i);
    assert_int_equal(cover_find(cover, 900, 0), 1);
    assert_int_equal(cover_find(cover, 900, 2), COVER_NONE);
    assert_int_equal(cover_find(cover, 450, 2), 2);
    arena_destroy(arena);
}

/* A passage in two pieces is one passage. */
static void test_a_passage_may_have_pieces(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Cover *cover = cover_new(arena, TEXT_BYTES);
    cover_add(arena, cover, (Span){10, 20}, 7);
    cover_add(arena, cover, (Span){12, 900}, 7);
    assert_int_equal(cover_find(cover, 15, 0), 7);
    assert_int_equal(cover_find(cover, 15, 8), COVER_NONE);
    assert_int_equal(cover_find(cover, 890, 0), 7);
    arena_destroy(arena);
}

/* Thousands in each other, as quotations that nobody closes: walking all takes no time for those passed. */
static void test_walks_many_in_each_other(void **state)
{
    (void)state;
    enum { MANY = 100000, SECONDS = 5 };
    Arena *arena = arena_create();
    Cover *cover = cover_new(arena, TEXT_BYTES);
    for (uint32_t i = 0; i < MANY; i++)
        cover_add(arena, cover, (Span){0, TEXT_BYTES}, i);
    clock_t start = clock();
    uint32_t found = 0;
    for (uint32_t i = cover_find(cover, 450, 0); i != COVER_NONE; i = cover_find(cover, 450, i + 1)) {
        assert_int_equal(i, found++);
        if (clock() - start > SECONDS * CLOCKS_PER_SEC)
            break;
    }
    assert_int_equal(found, MANY);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_what_reaches_over),
        cmocka_unit_test(test_passes_over_what_lies_far_off),
        cmocka_unit_test(test_a_passage_may_have_pieces),
        cmocka_unit_test(test_walks_many_in_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
