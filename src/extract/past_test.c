/* Figures that are taken back, and those given in their place. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "60 denied;" where the speaker denies it. */
static const struct {
    const char *text;
    const char *want;
} CASES[] = {
    {"Police denied that 60 people were killed and put the toll at 16.", "60 denied;16;"},
    {"Police denied that 60 people were killed and said 16 had died.", "60 denied;16;"},
    {"The army said the figure of 60 dead is wrong. Sixteen people died.", "60 denied;16;"},
    {"At least 16 people, not 60, were killed, police said.", "16;"},
    {"The toll is 16, not 60 as earlier reported, police said.", "16;"},
    {"Twelve people were killed, the association said. The association earlier put the number at ten.",
     "12;10 denied;"},
};

static void put_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind != KIND_CASUALTY)
            continue;
        buf_int(out, a->claims[i].count.low);
        buf_put(out, a->claims[i].stance == STANCE_DENIES ? STR(" denied;") : STR(";"));
    }
}

static void a_denied_figure_is_nobodys_and_the_other_stands(void **state)
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_denied_figure_is_nobodys_and_the_other_stands)};
    return cmocka_run_group_tests(tests, load, unload);
}
