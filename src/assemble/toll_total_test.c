/* A total beside its classes, over several reports, where a party's word on its enemy counts like any other. */
#include "assemble/pile_for_tests.h"
#include "assemble/profile.h"

enum { REPORTS = 3 };

#define ARMY  .party = PARTY_GOVERNMENT, .group = "Army"
#define FRONT .party = PARTY_ARMED_GROUP, .group = "Front"

/* clang-format off */
static const struct {
    const char *name;
    TestReport reports[REPORTS];
    const char *want;
    const char *working; /* of all the dead */
} CASES[] = {
    {"one man told of later is no rival of two men",
     {{"2026-02-01T08:00:00Z", "Raid on Alba. Two men died.", {{"Two men", .n = 2, .subgroups = SUBGROUP_MEN}}},
      {"2026-02-03T08:00:00Z", "Raid on Alba. Ben Sol died.", {{"Ben Sol", .form = COUNT_DESCRIBED, .n = 1}}}},
     "killed 1 2 2", "Two men; low: Ben Sol"},
    {"one side's word on the other and the other's on it are no page's total, also when a later report tells of one more death",
     {{"2026-02-01T08:00:00Z", "Battle of Alba. The army killed 40 and lost six. The front killed 52 soldiers.",
       {{"40", CLASS_MILITANT, .n = 40, ARMY}, {"six", CLASS_SECURITY, .n = 6, ARMY},
        {"52 soldiers", CLASS_SECURITY, .n = 52, .subgroups = SUBGROUP_SOLDIERS, FRONT}}},
      {"2026-02-02T08:00:00Z", "Battle of Alba. The army lost 21 and killed 67. The front lost eight.",
       {{"21", CLASS_SECURITY, .n = 21, ARMY}, {"67", CLASS_MILITANT, .n = 67, ARMY}, {"eight", CLASS_MILITANT, .n = 8, FRONT}}},
      {"2026-02-03T08:00:00Z", "Battle of Alba. One of those taken died.",
       {{"One", CLASS_UNKNOWN, COUNT_DESCRIBED, .n = 1, .party = PARTY_AID, .group = "Relief"}}}},
     "killed 29 29 88 | killed.security 21 21 21 | killed.militant 8 8 67", "21 + 8"},
    {"a total that is less than its classes says so",
     {{"2026-02-01T08:00:00Z", "Battle of Alba. The army lost 21 and killed 67.",
       {{"21", CLASS_SECURITY, .n = 21, ARMY}, {"67", CLASS_MILITANT, .n = 67, ARMY}}},
      {"2026-02-02T08:00:00Z", "Battle of Alba. At least 60 died.", {{"At least 60", .form = COUNT_AT_LEAST, .n = 60}}}},
     "killed 60 60 88 | killed.security 21 21 21 | killed.militant 67 67 67", "median of At least 60, 88 (Army); its classes alone come to 21 + 67"},
    {"a total that one class passes hours later is no more",
     {{"2026-02-01T08:00:00Z", "Battle of Alba. The ministry said 14 died.", {{"14", .n = 14, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "Battle of Alba. Four villagers died.", {{"Four", CLASS_CIVILIAN, .n = 4, .party = PARTY_WITNESS, .speaker = "Residents"}}},
      {"2026-02-02T08:00:00Z", "Battle of Alba. The army lost 17.", {{"17", CLASS_SECURITY, .n = 17, ARMY}}}},
     "killed 21 21 21 | killed.civilian 4 4 4 | killed.security 17 17 17", "4 + 17"},
    {"but not in the same hour",
     {{"2026-02-02T08:00:00Z", "Battle of Alba. The ministry said 14 died.", {{"14", .n = 14, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-02T08:45:00Z", "Battle of Alba. The army lost 17.", {{"17", CLASS_SECURITY, .n = 17, ARMY}}}},
     "killed 14 14 17 | killed.security 17 17 17", "median of 14 (Ministry), 17 (Army); its classes alone come to 17"},
    {"of two voices at odds over a class each has its own, though one is of a row",
     {{"2026-02-02T08:00:00Z", "Raid on Alba. The army said 29 civilians and 8 guards died. Activists say 46 did.",
       {{"29", CLASS_CIVILIAN, .n = 29, .listed = true, ARMY}, {"8", CLASS_SECURITY, .n = 8, .listed = true, ARMY},
        {"46", CLASS_CIVILIAN, .n = 46, .party = PARTY_OTHER, .group = "Activists"}}}},
     "killed 37 37 54 | killed.civilian 29 29 46 | killed.security 8 8 8", "29 + 8"},
    {"of two voices at odds over one group of a class each has its own",
     {{"2026-02-02T08:00:00Z", "Raid on Alba. The Front said it killed 62 soldiers. The army said eight soldiers died.",
       {{"62", CLASS_SECURITY, .n = 62, .subgroups = SUBGROUP_SOLDIERS, .party = PARTY_ARMED_GROUP, .group = "Front"},
        {"eight", CLASS_SECURITY, .n = 8, .subgroups = SUBGROUP_SOLDIERS, ARMY}}}},
     "killed 8 8 62 | killed.security 8 8 62", "8"},
    {"of the missing a class that all of them have fallen below is not known",
     {{"2026-02-01T08:00:00Z", "A ferry sank off Alba. 40 passengers are missing.",
       {{"40 passengers", CLASS_CIVILIAN, .n = 40, .outcome = OUTCOME_MISSING}}},
      {"2026-02-01T20:00:00Z", "Ferry sinks off Alba. 12 people are missing.", {{"12 people", .n = 12, .outcome = OUTCOME_MISSING}}}},
     "missing 12 12 12", ""},
    {"but it is where all are more",
     {{"2026-02-01T08:00:00Z", "A ferry sank off Alba. 4 passengers are missing.",
       {{"4 passengers", CLASS_CIVILIAN, .n = 4, .outcome = OUTCOME_MISSING}}},
      {"2026-02-01T20:00:00Z", "Ferry sinks off Alba. 12 people are missing.", {{"12 people", .n = 12, .outcome = OUTCOME_MISSING}}}},
     "missing 12 12 12 | missing.civilian 4 4 4", ""},
    {"and where all were counted in the same hours",
     {{"2026-02-01T08:00:00Z", "A ferry sank off Alba. 40 passengers are missing.",
       {{"40 passengers", CLASS_CIVILIAN, .n = 40, .outcome = OUTCOME_MISSING}}},
      {"2026-02-01T10:00:00Z", "Ferry sinks off Alba. 12 people are missing.", {{"12 people", .n = 12, .outcome = OUTCOME_MISSING}}}},
     "missing 12 12 40 | missing.civilian 40 40 40", ""},
    {"what a body takes back no outlet keeps up that had repeated it",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said 27 died.", {{"27", .n = 27, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "In Alba the quake left 27 dead.", {{"27", .n = 27}}},
      {"2026-02-01T12:00:00Z", "The quake of Alba: 19 dead, the ministry says.", {{"19", .n = 19, .party = PARTY_GOVERNMENT, .group = "Ministry", .total = true}}}},
     "killed 19 19 19", "19 (Ministry); taken back: 27"},
    {"but a clinic does",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said 27 died.", {{"27", .n = 27, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "In Alba a clinic counts 27 dead.", {{"27", .n = 27, .party = PARTY_MEDICAL, .group = "Clinic"}}},
      {"2026-02-01T12:00:00Z", "The quake of Alba: 19 dead, the ministry says.", {{"19", .n = 19, .party = PARTY_GOVERNMENT, .group = "Ministry", .total = true}}}},
     "killed 19 19 27", "median of 19 (Ministry), 27 (Clinic)"},
    {"and so does an outlet where the smaller number is not told as the toll",
     {{"2026-02-01T08:00:00Z", "Quake at Alba. The ministry said 27 died.", {{"27", .n = 27, .party = PARTY_GOVERNMENT, .group = "Ministry"}}},
      {"2026-02-01T09:00:00Z", "In Alba the quake left 27 dead.", {{"27", .n = 27}}},
      {"2026-02-01T12:00:00Z", "The quake of Alba: 19 dead, the ministry says.", {{"19", .n = 19, .party = PARTY_GOVERNMENT, .group = "Ministry"}}}},
     "killed 19 19 27", "median of 19 (Ministry), 27"},
    {"who are some of those counted, and of another class by another's word, are none besides",
     {{"2026-02-02T08:00:00Z", "Raid on Alba. The army said it killed six raiders. Residents said two of the dead were clerks.",
       {{"six raiders", CLASS_MILITANT, .n = 6, ARMY},
        {"two", CLASS_CIVILIAN, .n = 2, .part_of = 1, .party = PARTY_WITNESS, .speaker = "Residents"}}}},
     "killed 6 6 6 | killed.civilian 2 2 2 | killed.militant 6 6 6", "six raiders (Army); its classes alone come to 2 + 6"},
    {"one is no part of another one",
     {{"2026-02-02T08:00:00Z", "Raid on Alba. A raider died. The dead guard was named.",
       {{"A raider", CLASS_MILITANT, COUNT_DESCRIBED, .n = 1}, {"The dead guard", CLASS_SECURITY, COUNT_DESCRIBED, .n = 1, .part_of = 1}}}},
     "killed 2 2 2 | killed.security 1 1 1 | killed.militant 1 1 1", "1 + 1"},
    {"a gunman is one more than those whom he killed, whoever tells of him",
     {{"2026-02-01T08:00:00Z", "A man killed three clerks in Alba. Police found the gunman dead.",
       {{"killed three clerks", .n = 3, .object = "three clerks"},
        {"the gunman", CLASS_MILITANT, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS, .party = PARTY_GOVERNMENT, .group = "Police"}}}},
     "killed 4 4 4", "4"},
    {"but not where the count may hold him",
     {{"2026-02-01T08:00:00Z", "Raid on Alba: three dead. Police shot the gunman dead.",
       {{"three dead", .n = 3, .object = "three"},
        {"the gunman", CLASS_MILITANT, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS, .party = PARTY_GOVERNMENT, .group = "Police"}}}},
     "killed 3 3 3", "three"},
    {"nor of a bomb's",
     {{"2026-02-01T08:00:00Z", "A bomb killed three clerks in Alba. The bomber died.",
       {{"A bomb", .kind = KIND_ATTACK, .type = "bombing"}, {"killed three clerks", .n = 3, .object = "three clerks"},
        {"The bomber", CLASS_MILITANT, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS}}}},
     "killed 3 3 3", "three clerks"},
    {"nor are bombers told in the sentence of those they killed",
     {{"2026-02-01T08:00:00Z", "Three clerks were killed when two bombers blew themselves up in Alba.",
       {{"Three clerks were killed", .n = 3}, {"two bombers", CLASS_MILITANT, .n = 2, .subgroups = SUBGROUP_ATTACKERS},
        {"blew themselves up", .kind = KIND_ATTACK, .type = "bombing"}}}},
     "killed 3 3 3 | killed.militant 2 2 2", "Three clerks were killed"},
    {"who died of the hurt since adds to what another voice has counted",
     {{"2026-02-01T08:00:00Z", "Nine people died in Alba, police said. Two of the injured died, the clinic said.",
       {{"Nine people", .n = 9, .party = PARTY_GOVERNMENT, .group = "Police"},
        {"Two of the injured", .n = 2, .additional = true, .of_the_hurt = true, .party = PARTY_MEDICAL, .group = "Clinic"}}}},
     "killed 11 11 11", "11 (Clinic)"},
    {"one that holds them does not",
     {{"2026-02-01T08:00:00Z", "Battle of Alba. The army lost 21 and killed 67.",
       {{"21", CLASS_SECURITY, .n = 21, ARMY}, {"67", CLASS_MILITANT, .n = 67, ARMY}}},
      {"2026-02-02T08:00:00Z", "Battle of Alba. 90 died.", {{"90", .n = 90}}}},
     "killed 88 88 90 | killed.security 21 21 21 | killed.militant 67 67 67", "median of 88 (Army), 90"},
};
/* clang-format on */

static void a_total_agrees_with_its_classes_or_says_why_not(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        Error err = {0};
        const Estimates *got =
            pile_counted(&pile, CASES[i].reports, REPORTS, profile_named(STR("raw"), pile.arena, &err));
        const char *text = pile_print(&pile, got);
        Str working = got->cells[OUTCOME_KILLED][CELL_ALL].working;
        if (strcmp(text, CASES[i].want) != 0 || !str_is(working, CASES[i].working)) {
            print_error("%s\n  %s (%.*s)\n", CASES[i].name, text, (int)working.len, working.ptr);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_total_agrees_with_its_classes_or_says_why_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
