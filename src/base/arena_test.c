#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

enum { MANY = 5000, LARGE_BYTES = 100 * 1024 };

static jmp_buf gave_up;

static void give_up(size_t size_bytes)
{
    (void)size_bytes;
    longjmp(gave_up, 1);
}

static void memory_is_aligned_and_zeroed(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    ArenaMark start = arena_mark(arena);
    for (int round = 0; round < 2; round++) { /* the second round finds the first one's bytes */
        for (size_t i = 0; i < MANY; i++) {
            size_t align = (size_t)1 << i % 7;
            size_t size = i % 37 + 1;
            unsigned char *memory = arena_alloc(arena, size, align);
            assert_int_equal((uintptr_t)memory & (align - 1), 0);
            for (size_t k = 0; k < size; k++)
                assert_int_equal(memory[k], 0);
            memset(memory, 0xa5, size);
        }
        arena_rewind(arena, start);
    }
    arena_destroy(arena);
}

static void a_rewind_keeps_what_lay_before(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str before = arena_copy(arena, STR("before"));
    ArenaMark mark = arena_mark(arena);
    char *small = arena_alloc(arena, 16, 1);
    arena_rewind(arena, mark);
    assert_ptr_equal(arena_alloc(arena, 16, 1), small);
    for (int round = 0; round < 3; round++) {
        memset(arena_alloc(arena, LARGE_BYTES, 1), 'x', LARGE_BYTES);
        memset(arena_alloc(arena, LARGE_BYTES, 1), 'x', LARGE_BYTES);
        arena_rewind(arena, mark);
        assert_string_equal(before.ptr, "before");
    }
    arena_destroy(arena);
}

static void a_block_that_was_given_back_is_used_again(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    (void)arena_copy(arena, STR("before"));
    ArenaMark mark = arena_mark(arena);
    char *first = arena_alloc(arena, LARGE_BYTES, 1);
    arena_rewind(arena, mark);
    assert_ptr_equal(arena_alloc(arena, LARGE_BYTES, 1), first);
    arena_destroy(arena);
}

static void what_is_expected_stands_in_one_block(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    arena_expect(arena, 10 * LARGE_BYTES);
    const char *before = arena_alloc(arena, LARGE_BYTES, 1);
    for (int i = 1; i < 10; i++) {
        const char *memory = arena_alloc(arena, LARGE_BYTES, 1);
        assert_ptr_equal(memory, before + LARGE_BYTES);
        before = memory;
    }
    arena_destroy(arena);
}

static void a_growing_array_moves_its_items(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    uint64_t *items = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < MANY; i++) {
        items = arena_grow(arena, items, i, &cap, sizeof *items);
        assert_true(cap > i);
        assert_int_equal(items[i], 0);
        items[i] = i * i + 1;
    }
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(items[i], i * i + 1);
    assert_ptr_equal(arena_grow(arena, items, cap - 1, &cap, sizeof *items), items); /* room is left */
    arena_destroy(arena);
}

static void a_copy_ends_with_a_nul_and_absent_stays_absent(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str copy = arena_copy(arena, (Str){"abcd", 3});
    assert_string_equal(copy.ptr, "abc");
    assert_int_equal(copy.len, 3);
    assert_true(str_present(arena_copy(arena, STR(""))));
    assert_false(str_present(arena_copy(arena, STR_NONE)));
    arena_destroy(arena);
}

static void a_product_that_overflows_is_out_of_memory(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    arena_on_exhausted(give_up);
    if (setjmp(gave_up) == 0) {
        (void)arena_array(arena, SIZE_MAX / 4 + 2, 4, 1);
        fail_msg("an array of more bytes than there are");
    }
    if (setjmp(gave_up) == 0) {
        (void)arena_room(arena, SIZE_MAX / 4 + 2, 4, 1);
        fail_msg("room of more bytes than there are");
    }
    arena_on_exhausted(NULL);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_aligned_and_zeroed),
        cmocka_unit_test(a_rewind_keeps_what_lay_before),
        cmocka_unit_test(a_block_that_was_given_back_is_used_again),
        cmocka_unit_test(what_is_expected_stands_in_one_block),
        cmocka_unit_test(a_growing_array_moves_its_items),
        cmocka_unit_test(a_copy_ends_with_a_nul_and_absent_stays_absent),
        cmocka_unit_test(a_product_that_overflows_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
