#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void expect(const Buf *out, const char *want)
{
    if (!str_equal(buf_str(out), str_from(want)))
        fail_msg("%.*s\nnot %s", (int)out->len, buf_str(out).ptr, want);
}

static void a_comma_stands_between_values_only(void **state)
{
    (void)state;
    Buf out = {0};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_int(&j, "a", 1);
    json_open_key(&j, "empty", '[');
    json_close(&j, ']');
    json_open_key(&j, "list", '[');
    json_int(&j, NULL, 1);
    json_open(&j, '{');
    json_close(&j, '}');
    json_open(&j, '[');
    json_bool(&j, NULL, true);
    json_bool(&j, NULL, false);
    json_close(&j, ']');
    json_close(&j, ']');
    json_fixed(&j, "z", -0.25, 2);
    json_close(&j, '}');
    expect(&out, "{\"a\":1,\"empty\":[],\"list\":[1,{},[true,false]],\"z\":-0.25}");
    buf_free(&out);
}

static void what_is_absent_is_null(void **state)
{
    (void)state;
    Buf out = {0};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_null(&j, "null");
    json_str(&j, "str_none", STR_NONE);
    json_str(&j, "str_empty", STR(""));
    json_text(&j, "text_none", STR_NONE);
    json_text(&j, "text_empty", STR(""));
    json_text(&j, "text", STR("x"));
    json_close(&j, '}');
    expect(&out, "{\"null\":null,\"str_none\":null,\"str_empty\":\"\",\"text_none\":null,\"text_empty\":null,"
                 "\"text\":\"x\"}");
    buf_free(&out);
}

static void text_of_a_source_cannot_end_its_string(void **state)
{
    (void)state;
    Buf out = {0};
    Json j = {.out = &out};
    json_open(&j, '[');
    json_str(&j, NULL, STR("\",\"x\":\"\\"));
    json_text(&j, NULL, STR("</script>\n"));
    json_close(&j, ']');
    expect(&out, "[\"\\\",\\\"x\\\":\\\"\\\\\",\"\\u003c/script>\\n\"]");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_stands_between_values_only),
        cmocka_unit_test(what_is_absent_is_null),
        cmocka_unit_test(text_of_a_source_cannot_end_its_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
