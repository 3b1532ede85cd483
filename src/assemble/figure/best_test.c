/* Which figures of a rising toll are voices for their number. */
#include "assemble/basis/profile.h"
#include "assemble/pile_for_tests.h"

enum { REPORTS = 3 };

/* clang-format off */
static const struct {
    const char *name;
    TestReport reports[REPORTS];
    const char *working; /* of all the dead */
} CASES[] = {
    {"a floor does not gainsay what the toll has risen to an hour later",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said at least eight died.",
       {{"at least eight", .form = COUNT_AT_LEAST, .n = 8, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "Quake at Alba. The toll rose to 15.", {{"15", .n = 15, .total = true, .risen = true}}}},
     "15; overtaken: at least eight (Ministry)"},
    {"but of the same hour it does",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said at least eight died.",
       {{"at least eight", .form = COUNT_AT_LEAST, .n = 8, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T08:45:00Z", "Quake at Alba. The toll rose to 15.", {{"15", .n = 15, .total = true, .risen = true}}}},
     "median of at least eight (Ministry), 15"},
    {"and where nobody says that the toll rose",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said at least eight died.",
       {{"at least eight", .form = COUNT_AT_LEAST, .n = 8, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "Quake at Alba. 15 died.", {{"15", .n = 15}}}},
     "median of at least eight (Ministry), 15"},
    {"and a number does for hours",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said eight died.",
       {{"eight", .n = 8, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "Quake at Alba. The toll rose to 15.", {{"15", .n = 15, .total = true, .risen = true}}}},
     "median of eight (Ministry), 15"},
    {"a ministry that stands by its count of whom the army killed is not passed by what doctors tell later",
     {{"2026-02-01T08:00:00Z", "Raid on Alba by the army. Doctors said 108 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid", .by_state = true},
        {"108", .n = 108, .party = PARTY_MEDICAL, .group = "Doctors"}}},
      {"2026-02-01T20:00:00Z", "Raid on Alba by the army. The ministry said 46 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid", .by_state = true},
        {"46", .n = 46, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-03T08:00:00Z", "Raid on Alba. Doctors said 110 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid"}, {"110", .n = 110, .party = PARTY_MEDICAL, .group = "Doctors"}}}},
     "median of 46 (Ministry), 110 (Doctors)"},
    {"of what others did it is",
     {{"2026-02-01T08:00:00Z", "Raid on Alba by the army. Doctors said 108 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid"}, {"108", .n = 108, .party = PARTY_MEDICAL, .group = "Doctors"}}},
      {"2026-02-01T20:00:00Z", "Raid on Alba by the army. The ministry said 46 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid"},
        {"46", .n = 46, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-03T08:00:00Z", "Raid on Alba. Doctors said 110 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid"}, {"110", .n = 110, .party = PARTY_MEDICAL, .group = "Doctors"}}}},
     "110 (Doctors); overtaken: 46 (Ministry)"},
    {"nor where it only spoke first",
     {{"2026-02-01T08:00:00Z", "Raid on Alba by the army. The ministry said 46 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid", .by_state = true},
        {"46", .n = 46, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-03T08:00:00Z", "Raid on Alba. Doctors said 110 died.",
       {{"Raid", .kind = KIND_ATTACK, .type = "raid"}, {"110", .n = 110, .party = PARTY_MEDICAL, .group = "Doctors"}}}},
     "110 (Doctors); overtaken: 46 (Ministry)"},
};
/* clang-format on */

static void a_floor_gives_way_to_a_toll_that_has_risen(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        const Estimates *got = pile_counted(&pile, CASES[i].reports, REPORTS, profile_default(pile.arena));
        Str working = got->cells[OUTCOME_KILLED][CELL_ALL].working;
        if (!str_is(working, CASES[i].working)) {
            print_error("%s\n  want %s\n  got  %.*s\n", CASES[i].name, CASES[i].working, (int)working.len, working.ptr);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_floor_gives_way_to_a_toll_that_has_risen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
