#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

enum { MANY = 10000 };

static Str nth_key(Buf *buf, uint32_t n)
{
    buf_clear(buf);
    buf_format(buf, "key %u", n);
    return buf_str(buf);
}

static void numbers_are_given_in_order_of_first_sight(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Map *map = map_create(arena);
    assert_int_equal(map_count(map), 0);
    assert_int_equal(map_add(map, STR("zebra")), 1);
    assert_int_equal(map_add(map, STR("ant")), 2);
    assert_int_equal(map_add(map, STR("zebra")), 1);
    assert_int_equal(map_add(map, STR("bee")), 3);
    assert_int_equal(map_count(map), 3);
    assert_true(str_equal(map_key(map, 2), STR("ant")));
    assert_true(str_equal(map_key(map, 0), STR("")));
    arena_destroy(arena);
}

static void what_was_not_added_has_no_number(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Map *map = map_create(arena);
    assert_int_equal(map_find(map, STR("ant")), 0);
    assert_int_equal(map_find(map, STR("")), 0);
    (void)map_add(map, STR("ant"));
    assert_int_equal(map_find(map, STR("ant")), 1);
    assert_int_equal(map_find(map, STR("an")), 0);
    assert_int_equal(map_find(map, STR("Ant")), 0);
    assert_int_equal(map_count(map), 1);
    arena_destroy(arena);
}

static void what_is_there_already_is_added_with_a_number(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Map *map = map_create(arena);
    assert_true(str_equal(map_add_new(map, STR("ant"), arena), STR("ant")));
    (void)map_add(map, STR("ant-2"));
    assert_true(str_equal(map_add_new(map, STR("ant"), arena), STR("ant-3")));
    assert_int_equal(map_find(map, STR("ant-3")), 3);
    (void)map_add(map, STR("ant-4"));
    assert_true(str_equal(map_add_new(map, STR("ant"), arena), STR("ant-5")));
    assert_true(str_equal(map_add_new(map, STR("ant-3"), arena), STR("ant-3-2")));
    arena_destroy(arena);
}

static void any_bytes_may_be_a_key(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Map *map = map_create(arena);
    assert_int_equal(map_add(map, STR("")), 1);
    assert_int_equal(map_add(map, STR("a\0b")), 2);
    assert_int_equal(map_add(map, STR("a\0c")), 3);
    assert_int_equal(map_add(map, STR("a")), 4);
    assert_int_equal(map_find(map, STR("")), 1);
    assert_int_equal(map_find(map, STR("a\0c")), 3);
    arena_destroy(arena);
}

static void ten_thousand_keys_keep_their_numbers(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Map *map = map_create(arena);
    Buf key = {0}; /* written over each time: the map has its own copies */
    for (uint32_t n = 1; n <= MANY; n++)
        assert_int_equal(map_add(map, nth_key(&key, n)), n);
    assert_int_equal(map_count(map), MANY);
    for (uint32_t n = 1; n <= MANY; n++) {
        Str text = nth_key(&key, n);
        assert_true(str_equal(map_key(map, n), text));
        assert_int_equal(map_find(map, text), n);
        assert_int_equal(map_add(map, text), n);
    }
    assert_int_equal(map_find(map, nth_key(&key, MANY + 1)), 0);
    assert_int_equal(map_count(map), MANY);
    buf_free(&key);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_given_in_order_of_first_sight),
        cmocka_unit_test(what_was_not_added_has_no_number),
        cmocka_unit_test(what_is_there_already_is_added_with_a_number),
        cmocka_unit_test(any_bytes_may_be_a_key),
        cmocka_unit_test(ten_thousand_keys_keep_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
