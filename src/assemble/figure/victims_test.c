#include "assemble/pile_for_tests.h"

/* clang-format off */
static const struct {
    const char *name;
    const char *text;
    TestClaim claims[5];
    const char *want;
} PAGES[] = {
    {"who is told as another is vouched for by the sentence",
     "Ana Bek died. Another man died.",
     {{"Ana Bek", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Another man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_MEN, .additional = true}},
     "killed 2 2 2"},
    {"as many names as were counted are those counted, though somebody is told behind them",
     "Two guards, Adam Olivez and Juan Paz, and a clerk died.",
     {{"Two guards", CLASS_SECURITY, COUNT_EXACT, 2, .listed = true},
      {"Adam Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"Juan Paz", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"a clerk", CLASS_CIVILIAN, COUNT_DESCRIBED, 1, .listed = true}},
     "killed 3 3 3 | killed.civilian 1 1 1 | killed.security 2 2 2"},
    {"or somebody whom a noun tells beside their name",
     "Two boys, Adam Olivez and Juan Olivez, and their driver, Pavo Paz, died.",
     {{"Two boys", CLASS_UNKNOWN, COUNT_EXACT, 2, .listed = true},
      {"Adam Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"Juan Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"their driver, Pavo Paz", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true}},
     "killed 3 3 3"},
    {"but more names in the row are of others",
     "Two guards, Adam Olivez, Juan Paz and Pavo Sol died.",
     {{"Two guards", CLASS_SECURITY, COUNT_EXACT, 2, .listed = true},
      {"Adam Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"Juan Paz", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true},
      {"Pavo Sol", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true, .listed = true}},
     "killed 5 5 5 | killed.security 2 2 2"},
    {"names of two words of one family are of two people",
     "Ana Olivez died. Rosa Olivez died.",
     {{"Ana Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Rosa Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true}},
     "killed 1 2 2"},
    {"a title cut short is no name of anybody's own",
     "Ana Olivez died. Mrs Olivez was a nurse.",
     {{"Ana Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Mrs Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true}},
     "killed 1 1 1"},
    {"who is called by two of three names is the same",
     "Ana Maria Olivez died. Maria Olivez was a nurse.",
     {{"Ana Maria Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Maria Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true}},
     "killed 1 1 1"},
    {"a name brought out of another script in two ways is one",
     "Yusuf Olivez died. Youssef Olivez was a nurse.",
     {{"Yusuf Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Youssef Olivez", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true}},
     "killed 1 1 1"},
    {"one who is described is fewer than a number of others",
     "A number of others died. A nurse died.",
     {{"A number of others", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN, .additional = true},
      {"A nurse", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 2 - open"},
    {"a bare plural may be of that one",
     "A nurse died. Nurses die.",
     {{"A nurse", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}, {"Nurses", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN}},
     "killed 1 1 1"},
    {"words in a row with one who is described are of others",
     "A nurse and several others died.",
     {{"A nurse", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true},
      {"several others", CLASS_UNKNOWN, COUNT_WORD, 3, 9, .listed = true, .additional = true}},
     "killed 4 - 10"},
    {"and with as many as they are of at least",
     "Two nurses and their sons died.",
     {{"Two nurses", CLASS_UNKNOWN, COUNT_EXACT, 2, .subgroups = SUBGROUP_MEDICS, .listed = true},
      {"their sons", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN, .listed = true}},
     "killed 4 - open"},
    {"beside more, these are the number, and not all",
     "Nine nurses and their sons died.",
     {{"Nine nurses", CLASS_UNKNOWN, COUNT_EXACT, 9, .subgroups = SUBGROUP_MEDICS, .listed = true},
      {"their sons", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN, .listed = true}},
     "killed 9 9 open"},
    {"as many more in the next sentence are others",
     "Four clerks died. A further four clerks died in a clinic.",
     {{"Four clerks", CLASS_UNKNOWN, COUNT_EXACT, 4}, {"A further four clerks", CLASS_UNKNOWN, COUNT_EXACT, 4, .additional = true}},
     "killed 8 8 8"},
    {"further down they are the same",
     "Four clerks died. Shops were shut. Another four clerks died.",
     {{"Four clerks", CLASS_UNKNOWN, COUNT_EXACT, 4}, {"Another four clerks", CLASS_UNKNOWN, COUNT_EXACT, 4, .additional = true}},
     "killed 4 4 4"},
};
/* clang-format on */

static void a_victim_told_again_is_counted_once(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAGES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-31", PAGES[i].text);
        for (size_t k = 0; k < COUNT_OF(PAGES[i].claims) && PAGES[i].claims[k].passage; k++)
            (void)pile_claim(&pile, x, PAGES[i].claims[k]);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        const char *got = pile_print(&pile, &pile_main(x)->estimates);
        if (strcmp(got, PAGES[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", PAGES[i].name, PAGES[i].want, got);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_victim_told_again_is_counted_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
