#include "base/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Something with pointers: a ring of three that knows its names. */
typedef struct Link {
    struct Link *next;
    Str name;
    uint32_t number;
} Link;

enum { LIMIT = 1 << 20 };

static void *make_ring(Arena *arena, void *context, Error *err)
{
    (void)context;
    (void)err;
    static const char *const NAMES[] = {"one", "two", "three"};
    Link *ring[3];
    for (uint32_t i = 0; i < 3; i++) {
        ring[i] = ARENA_NEW(arena, Link);
        ring[i]->name = arena_copy(arena, str_from(NAMES[i]));
        ring[i]->number = i;
    }
    for (uint32_t i = 0; i < 3; i++)
        ring[i]->next = ring[(i + 1) % 3];
    return ring[1];
}

/* Its name lies in the program. */
static void *make_outside(Arena *arena, void *context, Error *err)
{
    Link *link = make_ring(arena, context, err);
    link->name = STR("elsewhere");
    return link;
}

/* Other each time that it is made. */
static void *make_changing(Arena *arena, void *context, Error *err)
{
    uint32_t *times = context;
    Link *link = make_ring(arena, NULL, err);
    link->number = ++*times;
    return link;
}

static void *make_nothing(Arena *arena, void *context, Error *err)
{
    (void)arena;
    (void)context;
    (void)error_set(err, ERROR_DATA, "nothing");
    return NULL;
}

static void pointers_lead_to_the_copy(void **state)
{
    (void)state;
    Buf image = {0};
    Error err = {0};
    assert_true(image_write(make_ring, NULL, LIMIT, &image, &err));
    Arena *arena = arena_create();
    const Link *two = image_open(arena, buf_str(&image));
    buf_free(&image); /* it is no longer needed */
    assert_non_null(two);
    assert_true(str_equal(two->name, STR("two")));
    assert_true(str_equal(two->next->name, STR("three")));
    assert_int_equal(two->next->next->number, 0);
    assert_ptr_equal(two->next->next->next, two);
    arena_destroy(arena);
}

static void the_image_is_the_same_each_time(void **state)
{
    (void)state;
    Buf a = {0};
    Buf b = {0};
    assert_true(image_write(make_ring, NULL, LIMIT, &a, NULL));
    assert_true(image_write(make_ring, NULL, LIMIT, &b, NULL));
    assert_true(str_equal(buf_str(&a), buf_str(&b)));
    buf_free(&a);
    buf_free(&b);
}

static void what_would_mean_nothing_elsewhere_is_refused(void **state)
{
    (void)state;
    uint32_t times = 0;
    static const struct {
        ImageMake *make;
        size_t limit;
        const char *want;
    } CASES[] = {
        {make_outside, LIMIT, "points into the program"},
        {make_changing, LIMIT, "otherwise the second time"},
        {make_nothing, LIMIT, "nothing"},
        {make_ring, ARENA_MAX_ALIGN, "more than 64 bytes"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Buf image = {0};
        Error err = {0};
        assert_false(image_write(CASES[i].make, &times, CASES[i].limit, &image, &err));
        assert_non_null(strstr(err.text, CASES[i].want));
        buf_free(&image);
    }
}

static void bytes_that_are_no_image_are_not_opened(void **state)
{
    (void)state;
    Buf image = {0};
    assert_true(image_write(make_ring, NULL, LIMIT, &image, NULL));
    Arena *arena = arena_create();
    Str bytes = buf_str(&image);
    assert_null(image_open(arena, STR_NONE));
    assert_null(image_open(arena, str_slice(bytes, 0, bytes.len - 1)));
    assert_null(image_open(arena, str_slice(bytes, 0, bytes.len / 2)));
    image.ptr[0] = 'D';
    assert_null(image_open(arena, bytes));
    arena_destroy(arena);
    buf_free(&image);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pointers_lead_to_the_copy),
        cmocka_unit_test(the_image_is_the_same_each_time),
        cmocka_unit_test(what_would_mean_nothing_elsewhere_is_refused),
        cmocka_unit_test(bytes_that_are_no_image_are_not_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
