#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
static const struct { const char *text; const char *parts[5]; } CUTS[] = {
    {"a|b|c", {"a", "b", "c"}},
    {"a",     {"a"}},
    {"",      {""}},              /* a present text has at least one part */
    {"|",     {"", ""}},
    {"a|",    {"a", ""}},
    {"|a||b", {"", "a", "", "b"}},
};
static const struct { const char *text; const char *needle; size_t from; size_t want; } FINDS[] = {
    {"banana", "ana",     0, 1},
    {"banana", "ana",     2, 3},
    {"banana", "ana",     4, SIZE_MAX},
    {"banana", "banana",  0, 0},
    {"banana", "bananas", 0, SIZE_MAX},
    {"banana", "nab",     0, SIZE_MAX},  /* a beginning at the very end */
    {"aab",    "ab",      0, 1},
    {"banana", "",        6, 6},
    {"banana", "",        7, SIZE_MAX},
    {"banana", "a",       9, SIZE_MAX},
    {"",       "a",       0, SIZE_MAX},
};
static const struct { const char *text; const char *want; } TRIMS[] = {
    {"  a b\t",     "a b"},
    {"a",           "a"},
    {"\r\n\v\f a ", "a"},
    {" \t\n",       ""},
    {"",            ""},
    {"\xc2\xa0" "a", "\xc2\xa0" "a"}, /* ASCII only */
};
static const struct { const char *text; bool good; int64_t want; } NUMBERS[] = {
    {"0",                   true,  0},
    {"007",                 true,  7},
    {"999999999999999999",  true,  999999999999999999},
    {"1000000000000000000", false, 0}, /* 19 digits */
    {"0000000000000000001", false, 0},
    {"",                    false, 0},
    {"-1",                  false, 0},
    {"+1",                  false, 0},
    {" 1",                  false, 0},
    {"1 ",                  false, 0},
    {"1,200",               false, 0},
    {"1a",                  false, 0},
};
/* In the order of str_compare. */
static const char *const ORDER[] = {"", "A", "AB", "B", "a", "aa", "b", "\xc3\xa9"};
/* clang-format on */

static void a_text_is_cut_at_every_separator(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CUTS); i++) {
        Str rest = str_from(CUTS[i].text);
        Str part = STR_NONE;
        size_t n = 0;
        for (; str_cut(&rest, '|', &part); n++) {
            if (n >= COUNT_OF(CUTS[i].parts) || !CUTS[i].parts[n] || !str_equal(part, str_from(CUTS[i].parts[n])))
                fail_msg("\"%s\": part %zu is \"%.*s\"", CUTS[i].text, n, (int)part.len, part.ptr);
        }
        if (CUTS[i].parts[n])
            fail_msg("\"%s\": %zu parts only", CUTS[i].text, n);
        assert_false(str_present(rest));
    }
}

static void an_absent_text_has_no_parts(void **state)
{
    (void)state;
    Str rest = STR_NONE;
    Str part = STR("untouched");
    assert_false(str_cut(&rest, '|', &part));
    assert_true(str_equal(part, STR("untouched")));
}

static void the_first_place_of_a_needle_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(FINDS); i++) {
        size_t at = str_find(str_from(FINDS[i].text), str_from(FINDS[i].needle), FINDS[i].from);
        if (at != FINDS[i].want)
            fail_msg("\"%s\" in \"%s\" from %zu: %zu", FINDS[i].needle, FINDS[i].text, FINDS[i].from, at);
    }
}

static void nothing_is_found_past_the_slice(void **state)
{
    (void)state;
    Str slice = {"abcd", 3};
    assert_int_equal(str_find(slice, STR("cd"), 0), SIZE_MAX);
    assert_int_equal(str_find_char(slice, 'd', 0), SIZE_MAX);
    assert_int_equal(str_find_char(slice, 'c', 2), 2);
    assert_int_equal(str_find_char(slice, 'c', 3), SIZE_MAX);
    assert_int_equal(str_find_char(STR_NONE, 'a', 0), SIZE_MAX);
    Str longer = STR("0123456789abcdefghijklmnopqrstuvwxyz.");
    for (size_t at = 0; at < longer.len; at++) {
        for (size_t len = 0; len <= longer.len; len++) {
            size_t found = str_find_char(str_slice(longer, 0, len), longer.ptr[at], at / 2);
            assert_int_equal(found, at < len ? at : SIZE_MAX);
        }
    }
    assert_true(str_has_char(slice, 'c'));
    assert_false(str_has_char(STR("([-"), '\0'));
}

static void white_space_is_trimmed_at_both_ends(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TRIMS); i++) {
        Str got = str_trim(str_from(TRIMS[i].text));
        if (!str_equal(got, str_from(TRIMS[i].want)))
            fail_msg("\"%s\": \"%.*s\"", TRIMS[i].text, (int)got.len, got.ptr);
    }
    assert_false(str_present(str_trim(STR_NONE)));
}

static void signs_and_spaces_are_no_words(void **state)
{
    (void)state;
    assert_true(str_is_wordless(STR(" \xE2\x80\x94 (, )")));
    assert_true(str_is_wordless(STR_NONE));
    assert_false(str_is_wordless(STR("- 7")));
    assert_false(str_is_wordless(STR("(a)")));
}

static void a_number_is_all_digits_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(NUMBERS); i++) {
        int64_t got = -7;
        bool good = str_number(str_from(NUMBERS[i].text), &got);
        if (good != NUMBERS[i].good || got != (good ? NUMBERS[i].want : -7))
            fail_msg("\"%s\": %d, %lld", NUMBERS[i].text, good, (long long)got);
    }
}

static void texts_are_in_byte_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(ORDER); i++) {
        for (size_t k = 0; k < COUNT_OF(ORDER); k++) {
            int order = str_compare(str_from(ORDER[i]), str_from(ORDER[k]));
            if ((order > 0) - (order < 0) != (i > k) - (i < k))
                fail_msg("\"%s\" and \"%s\": %d", ORDER[i], ORDER[k], order);
        }
    }
    assert_int_equal(str_compare(STR_NONE, STR("")), 0);
}

static void only_ascii_letters_lose_their_case(void **state)
{
    (void)state;
    assert_true(str_equal_caseless(STR("GoMa [1]"), STR("gOmA [1]")));
    assert_false(str_equal_caseless(STR("goma"), STR("gomas")));
    assert_false(str_equal_caseless(STR("[@"), STR("{`"))); /* 32 apart, as letters are */
    assert_false(str_equal_caseless(STR("\xc3\x89"), STR("\xc3\xa9")));
}

static void beginnings_and_ends_are_told(void **state)
{
    (void)state;
    assert_true(str_is(STR("report"), "report"));
    assert_false(str_is(STR("report"), "reports"));
    assert_false(str_is(STR("reports"), "report"));
    assert_false(str_is((Str){"a\0b", 3}, "a"));
    assert_true(str_is(STR_NONE, ""));
    assert_true(str_begins(STR("report.html"), STR("report")));
    assert_true(str_begins(STR("report"), STR("")));
    assert_false(str_begins(STR("report"), STR("Report")));
    assert_true(str_begins_caseless(STR("report"), STR("REP")));
    assert_false(str_begins(STR("rep"), STR("report")));
    assert_true(str_ends(STR("report.html"), STR(".html")));
    assert_true(str_ends(STR("report"), STR("report")));
    assert_false(str_ends(STR("html"), STR(".html")));
}

static void an_absent_text_is_told_from_an_empty_one(void **state)
{
    (void)state;
    assert_true(str_present(STR("")));
    assert_false(str_present(STR_NONE));
    assert_true(str_equal(STR_NONE, STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_cut_at_every_separator),         cmocka_unit_test(an_absent_text_has_no_parts),
        cmocka_unit_test(the_first_place_of_a_needle_is_found),     cmocka_unit_test(nothing_is_found_past_the_slice),
        cmocka_unit_test(white_space_is_trimmed_at_both_ends),      cmocka_unit_test(signs_and_spaces_are_no_words),
        cmocka_unit_test(a_number_is_all_digits_or_refused),        cmocka_unit_test(texts_are_in_byte_order),
        cmocka_unit_test(only_ascii_letters_lose_their_case),       cmocka_unit_test(beginnings_and_ends_are_told),
        cmocka_unit_test(an_absent_text_is_told_from_an_empty_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
