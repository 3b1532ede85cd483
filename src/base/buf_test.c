#include "base/buf.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
static const struct { void (*write)(Buf *, Str); Str text; const char *want; } WRITTEN[] = {
    {buf_html, {"plain \xc3\xa9", 8},        "plain \xc3\xa9"},
    {buf_html, {"<b a='1' c=\"2\">&amp;", 20}, "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;"},
    {buf_html, {"", 0},                      ""},
    {buf_html, {NULL, 0},                    ""},

    {buf_json, {"", 0},                      "\"\""},
    {buf_json, {NULL, 0},                    "null"},
    {buf_json, {"a\"b\\c/", 6},              "\"a\\\"b\\\\c/\""},
    {buf_json, {"\n\t\r", 3},                "\"\\n\\t\\r\""},
    {buf_json, {"\0\1\x1f\x7f", 4},          "\"\\u0000\\u0001\\u001f\x7f\""},
    {buf_json, {"</script>", 9},             "\"\\u003c/script>\""},
    {buf_json, {"\xc3\xa9", 2},              "\"\xc3\xa9\""},
    {buf_json, {"eight by\"", 9},            "\"eight by\\\"\""}, /* eight bytes are looked at together */
    {buf_json, {"seven b\\", 8},             "\"seven b\\\\\""},
    {buf_json, {"\x1f!#;=[]^", 8},           "\"\\u001f!#;=[]^\""},
    {buf_json, {"a<bcdefgh\ti", 11},         "\"a\\u003cbcdefgh\\ti\""},
    {buf_json, {"\xc3\xa9\x80\xff\xa2\xbc\xdc\x9f", 8}, "\"\xc3\xa9\x80\xff\xa2\xbc\xdc\x9f\""},

    {buf_url,  {"AZaz09-_.~", 10},           "AZaz09-_.~"},
    {buf_url,  {"a b/c?d&e=%+", 12},         "a%20b%2fc%3fd%26e%3d%25%2b"},
    {buf_url,  {"\xc3\xa9\0", 3},            "%c3%a9%00"},

    {buf_csv,  {"plain text", 10},           "plain text"},
    {buf_csv,  {"", 0},                      ""},
    {buf_csv,  {"a,b", 3},                   "\"a,b\""},
    {buf_csv,  {"say \"no\"", 8},            "\"say \"\"no\"\"\""},
    {buf_csv,  {"a\nb", 3},                  "\"a\nb\""},
    {buf_csv,  {"a\rb", 3},                  "\"a\rb\""},
    {buf_csv,  {"=1+1", 4},                  "\"'=1+1\""},
    {buf_csv,  {"+1", 2},                    "\"'+1\""},
    {buf_csv,  {"-1", 2},                    "\"'-1\""},
    {buf_csv,  {"@x", 2},                    "\"'@x\""},
    {buf_csv,  {"\tx", 2},                   "\"'\tx\""},
    {buf_csv,  {"\rx", 2},                   "\"'\rx\""},
    {buf_csv,  {"=\"a\"", 4},                "\"'=\"\"a\"\"\""},
    {buf_csv,  {"1=1", 3},                   "1=1"}, /* not at the front: no formula */
};
static const struct { double x; int decimals; const char *want; } FIXED[] = {
    {0.0,       0, "0"},
    {3.25,      2, "3.25"},
    {-3.25,     2, "-3.25"},
    {3.25,      4, "3.2500"},
    {0.125,     2, "0.13"},  /* halves go away from zero */
    {-0.125,    2, "-0.13"},
    {0.5,       0, "1"},
    {2.5,       0, "3"},
    {0.4999,    0, "0"},
    {0.999,     2, "1.00"},
    {9.96,      1, "10.0"},
    {0.05,      2, "0.05"},
    {-0.5,      1, "-0.5"},
    {-0.0,      2, "0.00"},
    {-0.001,    2, "0.00"},  /* no sign on what is rounded to zero */
    {-0.4,      0, "0"},
    {123456789, 3, "123456789.000"},
    {NAN,       1, "0.0"},
    {INFINITY,  0, "0"},
    {-INFINITY, 2, "0.00"},
};
static const struct { int64_t n; const char *want; } INTS[] = {
    {0,         "0"},
    {7,         "7"},
    {-7,        "-7"},
    {1000,      "1000"},
    {INT64_MAX, "9223372036854775807"},
    {INT64_MIN, "-9223372036854775808"},
};
static const struct { uint64_t n; int digits; const char *want; } HEXES[] = {
    {0,          2,  "00"},
    {0xab,       4,  "00ab"},
    {0x1ff,      2,  "ff"},
    {UINT64_MAX, 16, "ffffffffffffffff"},
};
/* clang-format on */

static void check_and_clear(Buf *out, const char *want, size_t row)
{
    if (!str_equal(buf_str(out), str_from(want)))
        fail_msg("row %zu: \"%.*s\", not \"%s\"", row, (int)out->len, buf_str(out).ptr, want);
    buf_clear(out);
}

static void each_writer_escapes_for_its_context(void **state)
{
    (void)state;
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(WRITTEN); i++) {
        WRITTEN[i].write(&out, WRITTEN[i].text);
        check_and_clear(&out, WRITTEN[i].want, i);
    }
    buf_free(&out);
}

static void a_fixed_number_is_rounded_and_never_minus_zero(void **state)
{
    (void)state;
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(FIXED); i++) {
        buf_fixed(&out, FIXED[i].x, FIXED[i].decimals);
        check_and_clear(&out, FIXED[i].want, i);
    }
    buf_free(&out);
}

static void integers_are_written_to_their_limits(void **state)
{
    (void)state;
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(INTS); i++) {
        buf_int(&out, INTS[i].n);
        check_and_clear(&out, INTS[i].want, i);
    }
    for (size_t i = 0; i < COUNT_OF(HEXES); i++) {
        buf_hex(&out, HEXES[i].n, HEXES[i].digits);
        check_and_clear(&out, HEXES[i].want, i);
    }
    buf_free(&out);
}

static void what_was_written_stays_while_the_text_grows(void **state)
{
    (void)state;
    enum { TIMES = 3000 };
    Buf out = {0};
    for (size_t i = 0; i < TIMES; i++) {
        buf_put(&out, STR("ab"));
        buf_char(&out, 'c');
        buf_format(&out, "%04zu", i);
    }
    assert_int_equal(out.len, TIMES * 7);
    for (size_t i = 0; i < TIMES; i++) {
        int64_t n = -1;
        assert_true(str_begins(str_drop(buf_str(&out), i * 7), STR("abc")));
        assert_true(str_number(str_slice(buf_str(&out), i * 7 + 3, i * 7 + 7), &n));
        assert_int_equal(n, i);
    }
    buf_free(&out);
}

static void an_empty_text_is_present(void **state)
{
    (void)state;
    Buf out = {0};
    assert_true(str_present(buf_str(&out)));
    buf_put(&out, STR_NONE);
    buf_format(&out, "%s", "");
    assert_int_equal(buf_str(&out).len, 0);
    buf_put(&out, STR("a"));
    buf_free(&out);
    assert_true(str_present(buf_str(&out)));
    assert_int_equal(buf_str(&out).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_writer_escapes_for_its_context),
        cmocka_unit_test(a_fixed_number_is_rounded_and_never_minus_zero),
        cmocka_unit_test(integers_are_written_to_their_limits),
        cmocka_unit_test(what_was_written_stays_while_the_text_grows),
        cmocka_unit_test(an_empty_text_is_present),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
