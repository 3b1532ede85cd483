/* Which of several blows hit those counted. With the map. */
#include <stdio.h>

#include "extract/english_for_tests.h"

/* Which blow, from 1, hit those counted; nothing where none is told. */
static const FigureCase CASES[] = {
    {"The first bomb killed four clerks and the second killed seven.", "4 1;7 2;"},
    {"Two bombs went off. The first killed four clerks. The second, minutes later, killed four.", "4 1;4 2;"},
    {"One car bomb killed four clerks. Another blast killed seven at a mine.", "4 1;7 2;"},
    {"The first raid killed one clerk, the second killed two and the third killed three.", "1 1;2 2;3 3;"},
    {"The first blast killed four clerks and wounded six. The second hit a mine, killing seven and wounding eight.",
     "4 1;6 1;7 2;8 2;"},
    {"A strike killed a family of five. A second killed seven clerks.", "5 1;7 2;"},
    {"A shell killed five clerks. Another shell, minutes later, killed seven.", "5 1;7 2;"},
    {"A bomb killed a guard and hurt four. An hour later a second bomb hurt three guards and a clerk.",
     "1;4 1;3 2;1 2;"},
    {"Shells killed five clerks. A second killed seven.", "5;7;"},
    {"A strike killed five clerks. The second killed seven.", "5;7;"},
    /* what is counted together holds them */
    {"Two bombs killed 11 clerks. The first killed four and the second killed seven.", "11;4;7;"},
    {"The first bomb killed four clerks and the second killed seven. In all, 11 clerks died.", "4;7;11;"},
    {"The first bomb killed four clerks. The second killed seven, officials said.", "4 1;7 2;"},
    /* another town's is told by its place, another speaker's by its speaker */
    {"The first bomb killed four clerks, police said. The second killed seven, a doctor said.", "4;7;"},
    {"The first bomb killed four clerks in Goma and the second killed seven in Bukavu.", "4;7;"},
    /* who strikes is no blow */
    {"The first man killed four clerks. The other man killed seven.", "4;7;"},
    {"The second killed seven clerks.", "7;"},
};

static Str mark(const Claim *claim)
{
    static char text[24];
    int length = claim->blow > 0 ? snprintf(text, sizeof text, " %u;", claim->blow) : snprintf(text, sizeof text, ";");
    return (Str){text, (size_t)length};
}

static void figures_of_blows_are_told_apart(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_of_blows_are_told_apart)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
