#include "assemble/raid_for_tests.h"

#define NINE                                                                                                           \
    {                                                                                                                  \
        "2026-02-01T10:00:00Z", "Daily", "Raid on Alba. Nine died, police said.",                                      \
        {                                                                                                              \
            {                                                                                                          \
                "Nine", .n = 9, .party = PARTY_GOVERNMENT, .group = "police"                                           \
            }                                                                                                          \
        }                                                                                                              \
    }

static const RaidCase CASES[] = {
    {"a third guard who died makes three guards where two were counted before",
     {{"2026-02-01T10:00:00Z", "Daily", "Raid on Alba. Two guards died.", {{"Two guards", CLASS_SECURITY, .n = 2}}},
      {"2026-02-03T12:00:00Z",
       "Weekly",
       "Raid on Alba. A third guard died.",
       {{"A third guard", CLASS_SECURITY, COUNT_DESCRIBED, 1, .ordinal = 3}}}},
     "killed 2 3 3 | killed.security 2 3 3",
     0},
    {"and none where nobody told of two: the third may be that of a year",
     {{"2026-02-01T10:00:00Z",
       "Daily",
       "Raid on Alba. A guard died.",
       {{"A guard", CLASS_SECURITY, COUNT_DESCRIBED, 1}}},
      {"2026-02-03T12:00:00Z",
       "Weekly",
       "Raid on Alba. A third guard died.",
       {{"A third guard", CLASS_SECURITY, COUNT_DESCRIBED, 1, .ordinal = 3}}}},
     "killed 1 1 1 | killed.security 1 1 1",
     0},
    {"two more who died are added to the toll told before, which they replace",
     {NINE, {"2026-02-02T10:00:00Z", "Weekly", "Raid on Alba. Two more died.", {{"Two", .n = 2, .additional = true}}}},
     "killed 11 11 11",
     0,
     "Nine (police) + 2 (Weekly)"},
    {"but not by a report that tells the toll, which holds them",
     {{"2026-02-01T10:00:00Z", "Daily", "Raid on Alba. Nine clerks died.", {{"Nine clerks", CLASS_CIVILIAN, .n = 9}}},
      {"2026-02-02T10:00:00Z",
       "Weekly",
       "Raid on Alba. The last two clerks were found, and the toll rose to 15.",
       {{"two clerks", CLASS_CIVILIAN, .n = 2, .additional = true}, {"15", .n = 15, .total = true}}}},
     "killed 15 15 15 | killed.civilian 9 9 9",
     0},
    {"told of again the day after they are the same two",
     {NINE,
      {"2026-02-02T10:00:00Z", "Weekly", "Raid on Alba. Two more died.", {{"Two", .n = 2, .additional = true}}},
      {"2026-02-02T12:00:00Z", "Monthly", "Raid on Alba. 11 died.", {{"11", .n = 11}}},
      {"2026-02-03T10:00:00Z", "Herald", "Raid on Alba. Two others died.", {{"Two", .n = 2, .additional = true}}}},
     "killed 11 11 11",
     0},
    {"a toll that has grown by two holds them",
     {NINE,
      {"2026-02-01T20:00:00Z", "Monthly", "Raid on Alba. 11 died.", {{"11", .n = 11}}},
      {"2026-02-02T10:00:00Z", "Weekly", "Raid on Alba. Two more died.", {{"Two", .n = 2, .additional = true}}}},
     "killed 11 11 11",
     0,
     "; taken for a part: Two (Weekly)"},
    {"of a floor they are more at least",
     {{"2026-02-01T10:00:00Z",
       "Daily",
       "Raid on Alba. At least 9 died.",
       {{"At least 9", .form = COUNT_AT_LEAST, .n = 9}}},
      {"2026-02-02T10:00:00Z", "Weekly", "Raid on Alba. Two more died.", {{"Two", .n = 2, .additional = true}}}},
     "killed 11 11 open",
     0},
    {"before any toll they are some of those counted later",
     {{"2026-02-01T10:00:00Z", "Weekly", "Raid on Alba. Two more died.", {{"Two", .n = 2, .additional = true}}},
      {"2026-02-02T10:00:00Z", "Daily", "Raid on Alba. Nine died.", {{"Nine", .n = 9}}}},
     "killed 9 9 9",
     0},
    {"two others than the hurt of their report are no more than those told before",
     {NINE,
      {"2026-02-02T10:00:00Z",
       "Weekly",
       "Raid on Alba. Five were hurt. Nine others died.",
       {{"Five", .n = 5, .outcome = OUTCOME_INJURED}, {"Nine", .n = 9, .additional = true}}}},
     "killed 9 9 9 | injured 5 5 5",
     0},
    {"another teen than who shot him is the one who died",
     {{"2026-02-01T10:00:00Z", "Daily", "Raid on Alba. A boy died.", {{"A boy", .form = COUNT_DESCRIBED, .n = 1}}},
      {"2026-02-02T10:00:00Z",
       "Weekly",
       "Raid on Alba. Another boy died.",
       {{"Another boy", .form = COUNT_DESCRIBED, .n = 1, .additional = true}}}},
     "killed 1 1 1",
     0},
};

static void who_died_since_is_added_to_the_toll_told_before(void **state)
{
    (void)state;
    raid_check(CASES, COUNT_OF(CASES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_died_since_is_added_to_the_toll_told_before)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
