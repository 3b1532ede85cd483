/* What the updates of a report leave of what it had counted. */
#include "extract/english_for_tests.h"

static const FigureCase CASES[] = {
    {"At least four people were killed in the raid.\n\nUPDATE: Six people are dead.\n\nUpdate at 10 p.m.: Seven people are dead.",
     "4 former;6 former;7;"},
    {"UPDATE: Seven people are dead, police say.\n\nSix people were killed in the raid, police said.", "7;6 former;"},
    {"UPDATE: Six people are dead, although a paper speaks of nine dead.\n\nSeven people were killed in the raid.",
     "6;9;7;"},
    {"UPDATE: Six people are dead, police say.\n\nEight people were killed in the raid, the clinic said.", "6;8;"},
    {"UPDATE: Seven people are dead, three of them children. One child was hurt.\n\nSix people were killed in the raid.",
     "7;3;1;6 former;"},
    {"UPDATE: Police search a house.\n\nSix people were killed in the raid. Earlier four people were killed.", "6;4;"},
    {"Update of the list at 10:05. Seven people are dead.\n\nSix people were killed in the raid.", "7;6;"},
};

static Str mark(const Claim *claim)
{
    return claim->former ? STR(" former;") : STR(";");
}

static void an_update_leaves_nothing_of_fewer_told_before(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_update_leaves_nothing_of_fewer_told_before)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
