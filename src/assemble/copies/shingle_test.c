#include "assemble/copies/shingle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"

static const SharedRule RULE = {.share = .5, .least = 8, .sample = 4};

/* Numbers that look random and are the same in every run. */
static uint32_t pick(uint32_t *state, uint32_t count)
{
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % count;
}

static void put_words(Buf *out, uint32_t *state, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_format(out, "w%u ", pick(state, 3000));
}

static Shingles cut(Arena *arena, Buf *text)
{
    Shingles out = shingles_of(buf_str(text), arena);
    buf_free(text);
    return out;
}

static void capitals_and_signs_do_not_matter(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Shingles a = shingles_of(STR("At least 12 people were killed, police said."), arena);
    Shingles b = shingles_of(STR("AT LEAST 12 people were killed \xE2\x80\x94 police said"), arena);
    assert_int_equal(a.count, 6);
    assert_int_equal(b.count, 7); /* the dash is a word to whoever knows no signs beyond ASCII */
    assert_int_equal(shingles_of(STR("two words"), arena).count, 0);
    assert_int_equal(shingles_of(STR("on and on and on and on and on"), arena).count, 2);
    arena_destroy(arena);
}

/* Where one text has many copies, its runs are no formula. */
static void a_hundred_copies_of_one_text_all_lead_back_to_it(void **state)
{
    (void)state;
    enum { COPIES = 100 };
    Arena *arena = arena_create();
    Shingles texts[COPIES];
    for (uint32_t i = 0; i < COPIES; i++) {
        uint32_t same = 7;
        uint32_t own = i + 1000;
        Buf text = {0};
        put_words(&text, &same, 60);
        put_words(&text, &own, i == 0 ? 0 : 20);
        texts[i] = cut(arena, &text);
    }
    size_t count = 0;
    const SharedRuns *pairs = shingles_shared(texts, COPIES, RULE, arena, &count);
    size_t to_first = 0;
    for (size_t i = 0; i < count; i++)
        to_first += pairs[i].earlier == 0;
    assert_int_equal(to_first, COPIES - 1);
    assert_true(count < 20 * COPIES); /* and not each to each: 4950 */
    arena_destroy(arena);
}

static void a_short_text_is_found_in_a_long_one(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Shingles texts[3];
    for (size_t i = 0; i < 3; i++) {
        uint32_t part = 7;
        uint32_t own = (uint32_t)i + 50;
        Buf text = {0};
        put_words(&text, &own, i == 1 ? 0 : 500);
        put_words(&text, &part, i == 2 ? 0 : 40);
        texts[i] = cut(arena, &text);
    }
    size_t count = 0;
    const SharedRuns *pairs = shingles_shared(texts, 3, RULE, arena, &count);
    assert_int_equal(count, 1);
    assert_int_equal(pairs[0].later, 1);
    assert_int_equal(pairs[0].earlier, 0);
    assert_int_equal(pairs[0].shared, texts[1].count);
    arena_destroy(arena);
}

static uint32_t shared_by_hand(const Shingles *a, const Shingles *b)
{
    uint32_t shared = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            shared += a->runs[i] == b->runs[k];
    return shared;
}

/* Pairs of texts that share from nothing to all. */
static void what_comparing_each_with_each_finds_is_found(void **state)
{
    (void)state;
    enum { TEXTS = 300 };
    Arena *arena = arena_create();
    Shingles texts[TEXTS];
    for (uint32_t i = 0; i < TEXTS; i++) {
        uint32_t pair = i / 2 + 1;
        uint32_t own = i + 5000;
        size_t shared = 100 * (i / 2) / (TEXTS / 2);
        Buf text = {0};
        put_words(&text, &pair, shared);
        put_words(&text, &own, 100 - shared + 3 * (i % 2) * (i % 30));
        texts[i] = cut(arena, &text);
    }
    size_t count = 0;
    const SharedRuns *pairs = shingles_shared(texts, TEXTS, RULE, arena, &count);
    size_t wanted = 0;
    for (uint32_t i = 0; i < TEXTS; i++)
        for (uint32_t k = 0; k < i; k++) {
            size_t shorter = texts[i].count < texts[k].count ? texts[i].count : texts[k].count;
            wanted += shared_by_hand(&texts[i], &texts[k]) >= RULE.share * (double)shorter;
        }
    assert_true(wanted > 60);
    assert_true(count <= wanted && count + 1 >= wanted);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(pairs[i].shared, shared_by_hand(&texts[pairs[i].later], &texts[pairs[i].earlier]));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_and_signs_do_not_matter),
        cmocka_unit_test(a_hundred_copies_of_one_text_all_lead_back_to_it),
        cmocka_unit_test(a_short_text_is_found_in_a_long_one),
        cmocka_unit_test(what_comparing_each_with_each_finds_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
