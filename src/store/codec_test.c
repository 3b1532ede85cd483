#include "store/codec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static void numbers_of_any_size_come_back(void **state)
{
    (void)state;
    static const int64_t NUMBERS[] = {0, 1, -1, 63, 64, -64, -65, 127, 128, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT_OF(NUMBERS); i++) {
        Buf out = {0};
        int64_t n = NUMBERS[i];
        code_int(&(Codec){.out = &out}, &n);
        Codec r = {.at = out.ptr, .end = out.ptr + out.len};
        int64_t back = 7;
        code_int(&r, &back);
        assert_int_equal(back, NUMBERS[i]);
        assert_false(r.broken);
        assert_ptr_equal(r.at, r.end);
        buf_free(&out);
    }
}

static void small_numbers_take_one_byte(void **state)
{
    (void)state;
    for (int64_t n = -64; n < 64; n++) {
        Buf out = {0};
        code_int(&(Codec){.out = &out}, &n);
        assert_int_equal(out.len, 1);
        buf_free(&out);
    }
}

static void texts_come_back_and_slices_point_into_the_text(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = STR("Four soldiers were killed near Goma.");
    Str given[] = {STR_NONE, STR(""), STR("elsewhere"), str_slice(text, 0, 4), str_slice(text, 31, 35), text};
    Buf out = {0};
    Codec w = {.out = &out, .text = text};
    for (size_t i = 0; i < COUNT_OF(given); i++)
        code_str(&w, &given[i]);
    Codec r = {.at = out.ptr, .end = out.ptr + out.len, .arena = arena, .text = text};
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        Str back = STR("?");
        code_str(&r, &back);
        assert_int_equal(str_present(back), str_present(given[i]));
        assert_true(str_equal(back, given[i]));
        if (i >= 3)
            assert_ptr_equal(back.ptr, given[i].ptr);
    }
    assert_false(r.broken);
    assert_ptr_equal(r.at, r.end);
    buf_free(&out);
    arena_destroy(arena);
}

static void spans_in_any_order_come_back(void **state)
{
    (void)state;
    Str text = STR("0123456789");
    static const Span SPANS[] = {{4, 9}, {0, 0}, {9, 10}, {0, 10}, {2, 3}};
    Buf out = {0};
    Codec w = {.out = &out, .text = text};
    for (size_t i = 0; i < COUNT_OF(SPANS); i++)
        code_span(&w, &(Span){SPANS[i].start, SPANS[i].end});
    Codec r = {.at = out.ptr, .end = out.ptr + out.len, .text = text};
    for (size_t i = 0; i < COUNT_OF(SPANS); i++) {
        Span back = {0, 0};
        code_span(&r, &back);
        assert_int_equal(back.start, SPANS[i].start);
        assert_int_equal(back.end, SPANS[i].end);
    }
    assert_false(r.broken);
    buf_free(&out);
}

static void a_span_outside_the_text_is_broken(void **state)
{
    (void)state;
    Buf out = {0};
    code_span(&(Codec){.out = &out, .text = STR("0123456789")}, &(Span){4, 9});
    Codec r = {.at = out.ptr, .end = out.ptr + out.len, .text = STR("01234567")};
    Span back = {1, 2};
    code_span(&r, &back);
    assert_true(r.broken);
    assert_int_equal(back.end, 0);
    buf_free(&out);
}

static void what_is_cut_off_is_broken(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf out = {0};
    Codec w = {.out = &out};
    int64_t n = INT64_MAX;
    double x = 1.5;
    Str s = STR("some words");
    code_int(&w, &n);
    code_double(&w, &x);
    code_str(&w, &s);
    for (size_t len = 0; len < out.len; len++) {
        Codec r = {.at = out.ptr, .end = out.ptr + len, .arena = arena};
        code_int(&r, &n);
        code_double(&r, &x);
        code_str(&r, &s);
        assert_true(r.broken);
        assert_true(r.at <= r.end);
    }
    buf_free(&out);
    arena_destroy(arena);
}

static void a_count_beyond_what_follows_is_broken(void **state)
{
    (void)state;
    static const char BYTES[] = "\xFF\xFF\x03xyz";
    Codec r = {.at = BYTES, .end = BYTES + sizeof BYTES - 1};
    assert_int_equal(code_count(&r, 0), 0);
    assert_true(r.broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_any_size_come_back),
        cmocka_unit_test(small_numbers_take_one_byte),
        cmocka_unit_test(texts_come_back_and_slices_point_into_the_text),
        cmocka_unit_test(spans_in_any_order_come_back),
        cmocka_unit_test(a_span_outside_the_text_is_broken),
        cmocka_unit_test(what_is_cut_off_is_broken),
        cmocka_unit_test(a_count_beyond_what_follows_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
