/* Figures of some of the victims, as many at least (Claim.minimum), found with the embedded English data. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "4+;" of some, "4;" of all. */
static const FigureCase CASES[] = {
    {"Rescuers have recovered four bodies from the ruins.", "4+;"},
    {"The bodies of four men were found in a ditch.", "4+;"},
    {"Nine people were killed in the fire.", "9;"},
    {"Nine villagers were killed in the fire. A number of the villagers are missing.", "9;2;"},
    {"Ninety people there were hurt.", "90;"},
    {"Three bodies were found, bringing the death toll to 12.", "3+;12;"},
    {"The city hospital received 200 wounded.", "200+;"},
    {"Twelve people were hurt. Four were taken to a hospital.", "12;4+;"},
    {"Four of the clerks who were shot went home.", "4+;"},
    {"Two more of the girls kidnapped from a school are free again.", "2+;"},
    {"Three of the 40 inmates who escaped were caught.", "40;"},
    {"Two inmates who escaped were caught.", "2;"},
    {"A raid killed 22 people, police said; the clinic put the toll at 36.", "22;36;"},
    {"The toll has risen to 21, an official said, after two of the wounded died overnight.", "21;2+;"},
    {"Two of the wounded died overnight, a doctor said.", "2+;"},
    {"Three of the hurt, doctors said, have since died.", "3+;"},
    {"Musa Tal said two of his cousins were badly hurt. Police counted 25 injured.", "2+;25;"},
    {"\"My two brothers were killed,\" said Ana Bek. Doctors counted 30 dead.", "2+;30;"},
    {"A gunman killed two cousins of the mayor.", "2;"},
    {"The blast left 40 people hurt. Five were in critical condition.", "40;5+;"},
    {"The blast left 40 people hurt. Nine were undergoing treatment on Friday.", "40;9+;"},
    {"Nine people died in the riot. At least two of the victims had been shot dead.", "9;2+;"},
    {"Nine people died in the riot. Among the dead, at least two clerks were fatally shot.", "9;2+;"},
    {"Crews found 90 people dead and hope to name the remaining 33 bodies.", "90;33+;"},
    {"Sixteen people died in the riot. Two more died, bringing the number of deaths at that clinic alone to eight.",
     "16;2;8+;"},
    {"The flood killed 40 people. In Alfari alone, 33 people died.", "40;33+;"},
};

static Str mark(const Claim *claim)
{
    return claim->minimum ? STR("+;") : STR(";");
}

static void figures_of_some_are_told_from_those_of_all(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

static void at_most_so_many_are_no_more_where_a_clinic_has_them(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse_on_map(arena, STR("The city hospital received as many as 40 bodies."), STR_NONE);
    assert_true(a->claim_count > 0 && a->claims[0].minimum);
    assert_int_equal(a->claims[0].count.high, 40);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_of_some_are_told_from_those_of_all),
                                       cmocka_unit_test(at_most_so_many_are_no_more_where_a_clinic_has_them)};
    return cmocka_run_group_tests(tests, load, unload);
}
