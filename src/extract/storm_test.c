/* Which figures are told of another storm than the report's own. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "12;" of the report's own storm, "1200 other;" of another. */
static const struct {
    const char *text;
    const char *want;
} CASES[] = {
    {"Hurricane Odell killed 12 people. Odell moved north. Hurricane Bertha, which hit the same coast, killed 1,200 people.",
     "12;1200 other;"},
    {"Hurricane Odell killed 12 people. Typhoon Odell grew. The storm left 15 dead.", "12;15;"},
    {"Unlike Hurricane Bertha, Odell killed 12 people. Hurricane Odell moved north.", "12;"},
    {"Hurricane Odell hit the coast. Odell grew. The Hurricane Center said 12 people were killed.", "12;"},
};

static void put_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind != KIND_CASUALTY)
            continue;
        buf_int(out, a->claims[i].count.low);
        buf_put(out, a->claims[i].background ? STR(" other;") : STR(";"));
    }
}

static void what_another_storm_did_is_not_this_ones(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Buf got = {0};
        put_figures(&got, analyse(arena, str_from(CASES[i].text)));
        if (!str_equal(buf_str(&got), str_from(CASES[i].want))) {
            print_error("%s\n  want %s\n  got  %.*s\n", CASES[i].text, CASES[i].want, (int)got.len, got.ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_another_storm_did_is_not_this_ones)};
    return cmocka_run_group_tests(tests, load, unload);
}
