/* form, multipart, limit, routes: what a request is taken apart into. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "serve/frame/form.h"
#include "serve/frame/limit.h"
#include "serve/frame/multipart.h"
#include "serve/frame/routes.h"
#include "serve/publish/policy.h"

static void assert_str(Str s, const char *expected)
{
    if (!expected) {
        assert_false(str_present(s));
        return;
    }
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr ? s.ptr : "", expected, s.len);
}

static void a_form_gives_the_first_value_of_a_name_decoded(void **state)
{
    (void)state;
    static const struct {
        const char *form;
        const char *name;
        const char *value;
    } CASES[] = {
        {"a=1&b=2", "b", "2"},
        {"a=1&a=2", "a", "1"},
        {"a", "a", ""},
        {"a=", "a", ""},
        {"", "a", NULL},
        {"ab=1", "a", NULL},
        {"a=x+y%20z", "a", "x y z"},
        {"%61=1", "a", "1"},
        {"a=%3Cscript%3e", "a", "<script>"},
        {"a=100%", "a", "100%"},
        {"a=%4", "a", "%4"},
        {"a=%zz", "a", "%zz"},
        {"a=1=2", "a", "1=2"},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_str(form_value(str_from(CASES[i].form), str_from(CASES[i].name), arena), CASES[i].value);
    arena_destroy(arena);
}

static void parts_of_a_body_are_found_with_their_names(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Multipart multipart;
    Part part;
    Str body = STR(
        "--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nvalue\r\n--b\r\n"
        "content-disposition: form-data; filename=\"C:\\x\\..\\a.txt\"; name=\"file\"\r\nContent-Type: text/plain\r\n\r\n"
        "one --b two\r\n\r\n--b--\r\n");
    assert_true(multipart_begin(STR("multipart/form-data; boundary=\"b\""), body, arena, &multipart));
    assert_true(multipart_next(&multipart, &part));
    assert_str(part.name, "t");
    assert_str(part.file, NULL);
    assert_str(part.bytes, "value");
    assert_true(multipart_next(&multipart, &part));
    assert_str(part.name, "file");
    assert_str(part.file, "a.txt");
    assert_str(part.bytes, "one --b two\r\n");
    assert_false(multipart_next(&multipart, &part));
    arena_destroy(arena);
}

static void what_is_no_body_of_parts_gives_none(void **state)
{
    (void)state;
    static const struct {
        const char *type;
        const char *body;
    } CASES[] = {
        {"text/plain", "--b\r\n\r\n\r\nx\r\n--b--"},
        {"multipart/form-data", "--b\r\n\r\n\r\nx\r\n--b--"},
        {"multipart/form-data; boundary=", "--\r\n\r\nx\r\n----"},
        {"multipart/form-data; boundary=b", ""},
        {"multipart/form-data; boundary=b", "--b"},
        {"multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data"},
        {"multipart/form-data; boundary=b", "--b\r\nA: b\r\n\r\nnever ends"},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Multipart multipart;
        Part part;
        if (multipart_begin(str_from(CASES[i].type), str_from(CASES[i].body), arena, &multipart))
            assert_false(multipart_next(&multipart, &part));
    }
    arena_destroy(arena);
}

static void tries_are_used_up_and_come_back_one_by_one(void **state)
{
    (void)state;
    const Limit limit = {3, 10};
    Arena *arena = arena_create();
    Limits *limits = limits_create(arena);
    for (int i = 0; i < 3; i++)
        assert_true(limit_take(limits, STR("a"), &limit, 1000));
    assert_false(limit_take(limits, STR("a"), &limit, 1000));
    assert_true(limit_take(limits, STR("b"), &limit, 1000));
    assert_false(limit_take(limits, STR("a"), &limit, 1009));
    assert_true(limit_take(limits, STR("a"), &limit, 1010));
    assert_false(limit_take(limits, STR("a"), &limit, 1010));
    limit_give(limits, STR("a"), &limit);
    assert_true(limit_take(limits, STR("a"), &limit, 1010));
    arena_destroy(arena);
}

static void many_keys_take_no_more_room_and_lose_no_hot_one(void **state)
{
    (void)state;
    const Limit limit = {3, 1000};
    Arena *arena = arena_create();
    Limits *limits = limits_create(arena);
    for (int i = 0; i < 3; i++)
        assert_true(limit_take(limits, STR("hot"), &limit, 1));
    for (int i = 0; i < 20000; i++) {
        Buf key = {0};
        buf_int(&key, i);
        (void)limit_take(limits, buf_str(&key), &limit, 1);
        buf_free(&key);
    }
    assert_false(limit_take(limits, STR("hot"), &limit, 1));
    arena_destroy(arena);
}

static void a_path_finds_its_route_and_parameters(void **state)
{
    (void)state;
    static const struct {
        const char *method;
        const char *path;
        const char *pattern; /* NULL: none */
        const char *parameter;
        bool other;
    } CASES[] = {
        {"GET", "/", "/", NULL, true},
        {"HEAD", "/", "/", NULL, true},
        {"GET", "/sign-in", "/sign-in", NULL, true},
        {"GET", "/sign-in/", NULL, NULL, false},
        {"DELETE", "/sign-in", NULL, NULL, true},
        {"GET", "", NULL, NULL, false},
        {"GET", "/asset/desk.js", "/asset/{name}", "desk.js", true},
        {"GET", "/asset/a%2fb", "/asset/{name}", "a/b", true},
        {"GET", "/asset/", NULL, NULL, false},
        {"GET", "/asset/a/b", NULL, NULL, false},
        {"GET", "/api/situations/a%20b/incidents", "/api/situations/{situation}/incidents", "a b", true},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Str parameters[MAX_PARAMETERS];
        bool other = false;
        const Route *route = route_find(str_from(CASES[i].method), str_from(CASES[i].path), arena, parameters, &other);
        assert_int_equal(other, CASES[i].other);
        assert_int_equal(route != NULL, CASES[i].pattern != NULL);
        if (!route)
            continue;
        assert_string_equal(route->path, CASES[i].pattern);
        assert_str(parameters[0], CASES[i].parameter);
    }
    arena_destroy(arena);
}

/* What the core's guards rest on. */
static void every_route_that_takes_a_body_writes_and_says_who_may(void **state)
{
    (void)state;
    const Route *route = NULL;
    for (size_t i = 0; (route = route_at(i)); i++) {
        bool reads = strcmp(route->method, "GET") == 0;
        assert_true(route->writes != reads);
        assert_non_null(route->handle);
        assert_non_null(route->summary);
        assert_false(route->shared && route->writes);
        assert_true(!route->everyone || route->least == ROLE_NOBODY);
        bool is_open = str_begins(str_from(route->path), STR("/public/")) ||
                       str_begins(str_from(route->path), STR("/asset/")) ||
                       str_begins(str_from(route->path), STR("/invitation/")) || strcmp(route->path, "/sign-in") == 0 ||
                       strcmp(route->path, "/openapi.json") == 0;
        assert_true(is_open == (route->least == ROLE_NOBODY));
        for (size_t k = 0; k < i; k++)
            assert_false(strcmp(route_at(k)->path, route->path) == 0 &&
                         strcmp(route_at(k)->method, route->method) == 0);
    }
}

static void a_page_states_its_policy(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    assert_null(policy_of_page(STR("<html>"), arena));
    assert_string_equal(
        policy_of_page(STR("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"), arena),
        "default-src 'none'; frame-ancestors 'none'");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_gives_the_first_value_of_a_name_decoded),
        cmocka_unit_test(parts_of_a_body_are_found_with_their_names),
        cmocka_unit_test(what_is_no_body_of_parts_gives_none),
        cmocka_unit_test(tries_are_used_up_and_come_back_one_by_one),
        cmocka_unit_test(many_keys_take_no_more_room_and_lose_no_hot_one),
        cmocka_unit_test(a_path_finds_its_route_and_parameters),
        cmocka_unit_test(every_route_that_takes_a_body_writes_and_says_who_may),
        cmocka_unit_test(a_page_states_its_policy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
