/* Figures of some of the victims, as many at least (Claim.minimum), found with the embedded English data. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "4+;" of some, "4;" of all. */
static const struct {
    const char *text;
    const char *want;
} CASES[] = {
    {"Rescuers have recovered four bodies from the ruins.", "4+;"},
    {"The bodies of four men were found in a ditch.", "4+;"},
    {"Nine people were killed in the fire.", "9;"},
    {"Three bodies were found, bringing the death toll to 12.", "3+;12;"},
    {"The city hospital received 200 wounded.", "200+;"},
    {"Twelve people were hurt. Four were taken to a hospital.", "12;4+;"},
    {"The flood killed 40 people. In Alfari alone, 33 people died.", "40;33+;"},
};

static void put_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind != KIND_CASUALTY)
            continue;
        buf_int(out, a->claims[i].count.low);
        buf_put(out, a->claims[i].minimum ? STR("+;") : STR(";"));
    }
}

static void figures_of_some_are_told_from_those_of_all(void **state)
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_of_some_are_told_from_those_of_all)};
    return cmocka_run_group_tests(tests, load, unload);
}
