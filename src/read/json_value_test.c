#include "read/json_value.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

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
static const struct { const char *json; Str text; } STRINGS[] = {
    {"\"plain\"",                 {"plain", 5}},
    {"\"\\\"\\\\\\/\\n\\t\"",     {"\"\\/\n\t", 5}},
    {"\"\\u00e9\\u2019\"",        {"\xC3\xA9\xE2\x80\x99", 5}},
    {"\"\\ud83d\\ude00\"",        {"\xF0\x9F\x98\x80", 4}},
    {"\"a\\u0000b\"",             {"a\0b", 3}},
    {"\"\\ud83d!\"",              {"\xEF\xBF\xBD!", 4}},
    {"  \"\xC3\xA9\"\r\n",        {"\xC3\xA9", 2}},
};

static const struct { const char *json; size_t at; } BROKEN[] = {
    {"", 0}, {"{", 1}, {"{\"a\"}", 4}, {"{\"a\":}", 5}, {"[1,]", 3}, {"\"open", 5}, {"\"\\x\"", 3}, {"\"\\u12g4\"", 5},
    {"\"a\nb\"", 2}, {"nul", 0}, {"1 2", 2}, {"-", 1}, {"1.", 2}, {"{} x", 3}, {"\"\xC0\xAF\"", 1}, {"\"\xED\xA0\x80\"", 1},
};
/* clang-format on */

static void decodes_strings_with_every_escape(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(STRINGS); i++) {
        JsonValue value = {JSON_NULL};
        JsonProblem problem = {"", 0};
        bool ok = json_parse(*state, str_from(STRINGS[i].json), &value, &problem);
        if (ok && value.type == JSON_STRING && str_equal(value.text, STRINGS[i].text))
            continue;
        print_error("%s: %s\n", STRINGS[i].json, problem.text);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void says_where_a_text_is_no_json(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(BROKEN); i++) {
        JsonValue value = {JSON_NULL};
        JsonProblem problem = {"", 0};
        if (!json_parse(*state, str_from(BROKEN[i].json), &value, &problem) && problem.at == BROKEN[i].at)
            continue;
        print_error("%s: byte %zu, not %zu\n", BROKEN[i].json, problem.at, BROKEN[i].at);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void finds_the_last_member_of_a_name(void **state)
{
    JsonValue value = {JSON_NULL};
    JsonProblem problem = {"", 0};
    assert_true(json_parse(*state, STR("{\"a\":1,\"b\":[true,null,-2.5e3],\"a\":\"x\"}"), &value, &problem));
    assert_true(str_equal(json_value_text(json_get(&value, STR("a"))), STR("x")));
    const JsonValue *list = json_get(&value, STR("b"));
    assert_int_equal(list->first->type, JSON_TRUE);
    assert_true(str_equal(list->first->next->next->text, STR("-2.5e3")));
    assert_null(json_get(&value, STR("c")));
    assert_null(json_get(NULL, STR("a")));
}

static void refuses_what_is_nested_too_deeply(void **state)
{
    Buf deep = {0};
    for (int i = 0; i < 100000; i++)
        buf_char(&deep, '[');
    JsonValue value = {JSON_NULL};
    JsonProblem problem = {"", 0};
    assert_false(json_parse(*state, buf_str(&deep), &value, &problem));
    buf_free(&deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decodes_strings_with_every_escape, setup, teardown),
        cmocka_unit_test_setup_teardown(says_where_a_text_is_no_json, setup, teardown),
        cmocka_unit_test_setup_teardown(finds_the_last_member_of_a_name, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_what_is_nested_too_deeply, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
