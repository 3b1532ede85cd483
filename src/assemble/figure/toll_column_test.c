/* The women's column: whom the text tells to be women, and whom their given names alone tell to be. */
#include "assemble/pile_for_tests.h"

#define NAMED .form = COUNT_DESCRIBED, .n = 1, .named = true
#define WOMAN .womans_name = true

/* clang-format off */
static const PileCase CASES[] = {
    {"where no number is told, names tell how many are women, and the working says so",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. Lena Sol, Rosa Paz and Juan Paz were killed.",
       {{"Lena Sol", NAMED, WOMAN}, {"Rosa Paz", NAMED, WOMAN}, {"Juan Paz", NAMED}}}},
     "killed 3 3 3 | killed.women 2 2 2", "2, 2 by given name"},
    {"beside those of whom the text tells it",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. Lena Sol and the teacher Mrs Paz were killed.",
       {{"Lena Sol", NAMED, WOMAN}, {"Mrs Paz", NAMED, .subgroups = SUBGROUP_WOMEN}}}},
     "killed 2 2 2 | killed.women 2 2 2", "2, 1 by given name"},
    {"a number that is told rules, be it smaller",
     {{"2026-02-01T08:00:00Z", "Raid on Alba kills four. One woman was counted; Lena Sol and Rosa Paz were named.",
       {{"four", .n = 4}, {"One woman", .form = COUNT_EXACT, .n = 1, .subgroups = SUBGROUP_WOMEN, .part_of = 1},
        {"Lena Sol", NAMED, WOMAN}, {"Rosa Paz", NAMED, WOMAN}}}},
     "killed 4 4 4 | killed.women 1 1 1", "1"},
    {"so does one of those counted who is told to be a woman",
     {{"2026-02-01T08:00:00Z", "Raid on Alba kills four, one of them a clerk. Lena Sol and Rosa Paz were named.",
       {{"four", .n = 4}, {"a clerk", .form = COUNT_DESCRIBED, .n = 1, .subgroups = SUBGROUP_WOMEN, .part_of = 1},
        {"Lena Sol", NAMED, WOMAN}, {"Rosa Paz", NAMED, WOMAN}}}},
     "killed 4 4 4 | killed.women 1 1 1", "1"},
    {"and one that another report tells, before or after",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. Three women died.", {{"Three women", .n = 3, .subgroups = SUBGROUP_WOMEN}}},
      {"2026-02-03T08:00:00Z", "Raid on Alba. Lena Sol and Rosa Paz died.", {{"Lena Sol", NAMED, WOMAN}, {"Rosa Paz", NAMED, WOMAN}}}},
     "killed 2 3 3 | killed.women 3 3 3", "3; taken for a part: 2, 2 by given name"},
    {"nobody is a woman who is told to be a girl elsewhere",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. Lena Sol was killed. A friend mourned the girl Lena Sol, who died.",
       {{"Lena Sol", NAMED, WOMAN}, {"the girl Lena Sol", NAMED, .subgroups = SUBGROUP_CHILDREN}}}},
     "killed 1 1 1 | killed.children 1 1 1", ""},
};
/* clang-format on */

static void names_tell_who_is_a_woman_where_no_number_does(void **state)
{
    (void)state;
    pile_check_worked(CASES, COUNT_OF(CASES), "daybook", CELL_WOMEN);
}

/* clang-format off */
static const PileCase CLASSES[] = {
    {"civilians who are some of a number are all of its civilians",
     {{"2026-02-01T08:00:00Z", "Raid on Alba kills nine. Three of them were civilians.",
       {{"nine", .n = 9}, {"Three", CLASS_CIVILIAN, .n = 3, .part_of = 1, .class_word = true}}}},
     "killed 9 9 9 | killed.civilian 3 3 3", ""},
    {"but some of another kind need not be",
     {{"2026-02-01T08:00:00Z", "Raid on Alba kills nine. Three of them were clerks.",
       {{"nine", .n = 9}, {"Three", CLASS_CIVILIAN, .n = 3, .part_of = 1}}}},
     "killed 9 9 9", ""},
};
/* clang-format on */

static void some_of_a_number_may_be_all_of_a_class(void **state)
{
    (void)state;
    pile_check_worked(CLASSES, COUNT_OF(CLASSES), "daybook", CELL_WOMEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_tell_who_is_a_woman_where_no_number_does),
                                       cmocka_unit_test(some_of_a_number_may_be_all_of_a_class)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
