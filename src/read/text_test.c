#include "read/text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

/* clang-format off */
static const struct { Str raw; Str text; bool transcoded; } INPUTS[] = {
    {{"caf\xC3\xA9", 5},                     {"caf\xC3\xA9", 5},             false},
    {{"\xEF\xBB\xBFmark", 7},                {"\xEF\xBB\xBFmark", 7},        false},
    {{"a\0b", 3},                            {"a\0b", 3},                    false},
    {{"", 0},                                {"", 0},                        false},
    {{"caf\xE9", 4},                         {"caf\xC3\xA9", 5},             true},
    {{"\x93hi\x94", 4},                      {"\xE2\x80\x9Chi\xE2\x80\x9D", 8}, true},
    {{"\x81", 1},                            {"\xC2\x81", 2},                true},
    {{"\xFF\xFEh\0i\0", 6},                  {"hi", 2},                      true},
    {{"\xFE\xFF\0h\0i", 6},                  {"hi", 2},                      true},
    {{"\xFF\xFE\x3D\xD8\x00\xDE", 6},        {"\xF0\x9F\x98\x80", 4},        true},
    {{"\xFF\xFE\x3D\xD8", 4},                {"\xEF\xBF\xBD", 3},            true},
    {{"\xFF\xFEh\0i", 5},                    {"h\xEF\xBF\xBD", 4},           true},
};

static const struct { const char *text; const char *heading; } HEADINGS[] = {
    {"Blast in the port\n\nThree people were hurt.", "Blast in the port"},
    {"\xEF\xBB\xBF" "Blast\nThree.",                 "Blast"},
    {"Three people were hurt.\nMore follows.",       ""},
    {"Only one line",                                ""},
    {"According to officials:\n- two\n",             ""},
};
/* clang-format on */

static void reads_each_encoding_as_utf8(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(INPUTS); i++) {
        Decoded decoded = text_decode(*state, INPUTS[i].raw);
        if (str_equal(decoded.text, INPUTS[i].text) && (decoded.encoding != NULL) == INPUTS[i].transcoded &&
            (decoded.run_count > 0) == INPUTS[i].transcoded)
            continue;
        print_error("input %zu: \"%.*s\"\n", i, (int)decoded.text.len, decoded.text.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void transcoded_text_leads_back_to_its_bytes(void **state)
{
    Str raw = STR("ab\xE9 cd \x96 e");
    Decoded decoded = text_decode(*state, raw);
    Document document = {.text = decoded.text, .raw_runs = decoded.runs, .raw_run_count = decoded.run_count};
    Span e_acute = document_raw_span(&document, (Span){2, 4});
    assert_int_equal(e_acute.start, 2);
    assert_int_equal(e_acute.end, 3);
    Span last = document_raw_span(&document, (Span){(uint32_t)decoded.text.len - 1, (uint32_t)decoded.text.len});
    assert_int_equal(last.start, raw.len - 1);
    assert_int_equal(last.end, raw.len);
}

static void a_page_in_utf8_with_a_stray_byte_stays_utf8(void **state)
{
    Decoded decoded = text_decode_page(*state, STR("\xC3\xA9\xC3\xA9 \x92"), STR_NONE);
    assert_true(str_equal(decoded.text, STR("\xC3\xA9\xC3\xA9 \xE2\x80\x99")));
    decoded = text_decode_page(*state, STR("na\xEFve caf\xE9"), STR("iso-8859-1"));
    assert_true(str_equal(decoded.text, STR("na\xC3\xAFve caf\xC3\xA9")));
}

static void finds_where_utf8_breaks(void **state)
{
    (void)state;
    assert_int_equal(text_valid_length(STR("0123456789 \xC3\xA9")), 13);
    assert_int_equal(text_valid_length(STR("0123456789 \xC3")), 11);
    assert_int_equal(text_valid_length(STR("\xE0\x80\xAF")), 0);
    assert_int_equal(text_valid_length(STR("a\xF4\x90\x80\x80")), 1);
    assert_int_equal(text_valid_length(STR("\xF0\x9F\x98\x80")), 4);
}

static void a_first_line_is_a_heading_when_it_reads_like_one(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(HEADINGS); i++) {
        Str got = text_heading(str_from(HEADINGS[i].text));
        if (got.len == strlen(HEADINGS[i].heading) &&
            str_equal((Str){got.len ? got.ptr : "", got.len}, str_from(HEADINGS[i].heading)))
            continue;
        print_error("\"%s\": \"%.*s\"\n", HEADINGS[i].text, (int)got.len, got.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void runs_that_continue_each_other_are_joined(void **state)
{
    RunList runs = {.arena = *state};
    runs_add(&runs, 2, 10, 12);
    runs_add(&runs, 3, 12, 15);
    runs_add(&runs, 1, 15, 20);
    runs_add(&runs, 1, 20, 21);
    assert_int_equal(runs.count, 3);
    assert_int_equal(runs.items[0].raw_end, 15);
    assert_int_equal(runs.items[2].text_start, 6);
}

static void runs_through_two_decodings_lead_to_the_first(void **state)
{
    Decoded decoded = text_decode(*state, STR("<p>\xE9t\xE9</p>")); /* "<p>été</p>" */
    RawRun body[] = {{0, 3, 8}};
    RunList runs = runs_through(*state, body, 1, 5, &decoded);
    Document document = {.text = STR("\xC3\xA9t\xC3\xA9"), .raw_runs = runs.items, .raw_run_count = runs.count};
    Span t = document_raw_span(&document, (Span){2, 3});
    assert_int_equal(t.start, 4);
    Span all = document_raw_span(&document, (Span){0, 5});
    assert_int_equal(all.start, 3);
    assert_int_equal(all.end, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_each_encoding_as_utf8, setup, teardown),
        cmocka_unit_test_setup_teardown(transcoded_text_leads_back_to_its_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_page_in_utf8_with_a_stray_byte_stays_utf8, setup, teardown),
        cmocka_unit_test(finds_where_utf8_breaks),
        cmocka_unit_test(a_first_line_is_a_heading_when_it_reads_like_one),
        cmocka_unit_test_setup_teardown(runs_that_continue_each_other_are_joined, setup, teardown),
        cmocka_unit_test_setup_teardown(runs_through_two_decodings_lead_to_the_first, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
