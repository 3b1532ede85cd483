/* Figures that are taken back, and those given in their place. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "60 denied;" where the speaker denies it. */
static const FigureCase CASES[] = {
    {"Police denied that 60 people were killed and put the toll at 16.", "60 denied;16;"},
    {"Police denied that 60 people were killed and said 16 had died.", "60 denied;16;"},
    {"The army said the figure of 60 dead is wrong. Sixteen people died.", "60 denied;16;"},
    {"At least 16 people, not 60, were killed, police said.", "16;"},
    {"The toll is 16, not 60 as earlier reported, police said.", "16;"},
    {"Twelve people were killed, the association said. The association earlier put the number at ten.",
     "12;10 denied;"},
};

static Str mark(const Claim *claim)
{
    return claim->stance == STANCE_DENIES ? STR(" denied;") : STR(";");
}

static void a_denied_figure_is_nobodys_and_the_other_stands(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_denied_figure_is_nobodys_and_the_other_stands)};
    return cmocka_run_group_tests(tests, load, unload);
}
