/* Whom a given name alone tells to be a woman. */
#include "extract/analysis/womens_names.h"
#include "extract/english_for_tests.h"

static Str mark(const Claim *claim)
{
    bool told = claim->subgroups & (SUBGROUP_WOMEN | SUBGROUP_CHILDREN | SUBGROUP_MEN);
    return claim->womans_name ? STR(" by name;") : told ? STR(" told;") : STR(";");
}

/* clang-format off */
static const FigureCase CASES[] = {
    {"Zainab Olivez and Tomas Olivez were killed in the raid.", "1 by name;1;"},
    {"Du'aa Olivez, 31, was killed in the raid.", "1 by name;"},
    {"Samía Olivez was shot dead.", "1 by name;"},
    {"The raid killed three people. The victims were named as Fatima Olivez, Tomas Olivez and Hoda Olivez.", "3;1 by name;1;1 by name;"},
    {"The teacher Samira Olivez was shot dead.", "1 by name;"},
    {"Dr. Samira Olivez was shot dead.", "1 by name;"},
    /* the words tell it, or tell of a child */
    {"His wife Samira Olivez was shot dead.", "1 told;"},
    {"Samira Olivez, 11, was shot dead.", "1 told;"},
    {"Samira Olivez was shot dead in her shop.", "1 told;"},
    /* men bear the name as well, or the word may be a family's name */
    {"Nour Olivez and Jihad Olivez were killed in the raid.", "1;1;"},
    {"Tomas Samira was shot dead.", "1;"},
    {"Samira was shot dead.", "1;"},
    {"Two people of the Samira family were shot dead.", "2;"},
};
/* clang-format on */

static void a_name_tells_who_is_a_woman(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

static void a_table_has_each_name_once(void **state)
{
    (void)state;
    static const EmbeddedFile TWICE[] = {{"x/people/a.tsv", {"name\tsource\nAna\town\nAná\town\n", 29}}};
    static const EmbeddedFile ONCE[] = {{"x/people/a.tsv", {"# names\nname\tsource\nAna\town\nRosa\town\n", 37}},
                                        {"x/lexicon/b.tsv", {"phrase\tclass\nLena\tX\n", 21}}};
    Arena *arena = arena_create();
    Error err = {0};
    assert_null(womens_names_read(arena, TWICE, COUNT_OF(TWICE), &err));
    assert_non_null(strstr(err.text, "x/people/a.tsv"));
    const Map *names = womens_names_read(arena, ONCE, COUNT_OF(ONCE), &err);
    assert_non_null(names);
    assert_int_equal(map_count(names), 2);
    assert_int_not_equal(map_find(names, STR("rosa")), 0);
    assert_int_equal(map_find(names, STR("lena")), 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_tells_who_is_a_woman),
                                       cmocka_unit_test(a_table_has_each_name_once)};
    return cmocka_run_group_tests(tests, load, unload);
}
