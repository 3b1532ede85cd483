/* What countries tell of their own losses in one fight are parts of one number. */
#include "assemble/pile_for_tests.h"

enum { REPORTS = 2 };

#define OF(country) .party = PARTY_GOVERNMENT, .group = country, .state = country, .possessed = true

/* clang-format off */
static const struct {
    const char *name;
    TestReport reports[REPORTS];
    const char *want;
} CASES[] = {
    {"of two countries: their sum",
     {{"2026-02-01T08:00:00Z", "Fight at Alba. Alba lost 20 guards. Bela lost 4 guards.",
       {{"20 guards", CLASS_SECURITY, .n = 20, OF("al")}, {"4 guards", CLASS_SECURITY, .n = 4, OF("be")}}}},
     "killed 24 24 24 | killed.security 24 24 24"},
    {"another tells as many in all: one number",
     {{"2026-02-01T08:00:00Z", "Fight at Alba. Alba lost 20 guards. Bela lost 4 guards.",
       {{"20 guards", CLASS_SECURITY, .n = 20, OF("al")}, {"4 guards", CLASS_SECURITY, .n = 4, OF("be")}}},
      {"2026-02-01T08:30:00Z", "Fight at Alba. The clinic counts 25 guards.",
       {{"25 guards", CLASS_SECURITY, .n = 25, .party = PARTY_MEDICAL, .group = "Clinic"}}}},
     "killed 25 25 25 | killed.security 25 25 25"},
    {"of one country and of nobody's own: as ever",
     {{"2026-02-01T08:00:00Z", "Fight at Alba. Alba lost 20 guards. Bela lost 4 guards.",
       {{"20 guards", CLASS_SECURITY, .n = 20, OF("al")}, {"4 guards", CLASS_SECURITY, .n = 4, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     "killed 4 4 20 | killed.security 4 4 20"},
};
/* clang-format on */

static void own_losses_of_several_countries_are_added(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        const char *text =
            pile_print(&pile, pile_counted(&pile, CASES[i].reports, REPORTS, profile_default(pile.arena)));
        if (strcmp(text, CASES[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", CASES[i].name, CASES[i].want, text);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(own_losses_of_several_countries_are_added)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
