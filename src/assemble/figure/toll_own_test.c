/* What countries tell of their own losses in one fight are parts of one number. */
#include "assemble/pile_for_tests.h"

#define OF(country) .party = PARTY_GOVERNMENT, .group = country, .state = country, .possessed = true

/* clang-format off */
static const PileCase CASES[] = {
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
    pile_check_counted(CASES, COUNT_OF(CASES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(own_losses_of_several_countries_are_added)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
