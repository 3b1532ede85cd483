/* Which figures are told of another storm than the report's own. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "12;" of the report's own storm, "1200 other;" of another. */
static const FigureCase CASES[] = {
    {"Hurricane Odell killed 12 people. Odell moved north. Hurricane Bertha, which hit the same coast, killed 1,200 people.",
     "12;1200 other;"},
    {"Hurricane Odell killed 12 people. Typhoon Odell grew. The storm left 15 dead.", "12;15;"},
    {"Unlike Hurricane Bertha, Odell killed 12 people. Hurricane Odell moved north.", "12;"},
    {"Hurricane Odell hit the coast. Odell grew. The Hurricane Center said 12 people were killed.", "12;"},
};

static Str mark(const Claim *claim)
{
    return claim->background ? STR(" other;") : STR(";");
}

static void what_another_storm_did_is_not_this_ones(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_another_storm_did_is_not_this_ones)};
    return cmocka_run_group_tests(tests, load, unload);
}
