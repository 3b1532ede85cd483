/* An armed group that has told of its enemy's dead tells of them still when it gives a number without saying whose. */
#include "assemble/pile_for_tests.h"

#define FRONT .party = PARTY_ARMED_GROUP, .group = "Front"

/* clang-format off */
static const PileCase CASES[] = {
    {"of soldiers, and later of more without a word for them",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. The front killed 57 guards. Nine guards died.",
       {{"57 guards", CLASS_SECURITY, .n = 57, FRONT}, {"Nine", CLASS_SECURITY, .n = 9, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"2026-02-01T20:00:00Z", "Raid on Alba. The front speaks of 67.", {{"67", CLASS_UNKNOWN, .n = 67, FRONT}}}},
     "killed 9 9 9 | killed.security 9 9 9 [armed group 67]"},
    {"of villagers too: whose the others are is not known",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. The front killed 57 guards. Nine villagers died.",
       {{"57 guards", CLASS_SECURITY, .n = 57, FRONT}, {"Nine", CLASS_CIVILIAN, .n = 9, FRONT}}},
      {"2026-02-01T20:00:00Z", "Raid on Alba. The front speaks of 67.", {{"67", CLASS_UNKNOWN, .n = 67, FRONT}}}},
     "killed 67 67 67 without security | killed.civilian 9 9 9 | killed.security - - - [armed group 57 guards]"},
};
/* clang-format on */

static void a_number_alone_is_of_the_enemy_told_before(void **state)
{
    (void)state;
    pile_check_counted(CASES, COUNT_OF(CASES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_number_alone_is_of_the_enemy_told_before)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
