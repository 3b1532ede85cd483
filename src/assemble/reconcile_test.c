#include "assemble/pile_for_tests.h"

typedef struct {
    const char *name;
    const char *text;
    TestClaim claims[8];
    const char *daybook;
    const char *raw; /* NULL: as daybook */
} Case;

/* clang-format off */
static const Case PAGES[] = {
    {"a stated total stands beside its classes, fighters left out",
     "At least 21 people were killed. Among them were 11 civilians and 10 guards. The ministry said 67 fighters died.",
     {{"At least 21", CLASS_UNKNOWN, COUNT_AT_LEAST, 21},
      {"11 civilians", CLASS_CIVILIAN, COUNT_EXACT, 11, .part_of = 1},
      {"10 guards", CLASS_SECURITY, COUNT_EXACT, 10, .part_of = 1},
      {"67", CLASS_MILITANT, COUNT_EXACT, 67, .party = PARTY_GOVERNMENT}},
     "killed 21 21 open without militant | killed.civilian 11 11 11 | killed.security 10 10 10 | "
     "killed.militant - - - [government 67]",
     "killed 88 88 open | killed.civilian 11 11 11 | killed.security 10 10 10 | killed.militant 67 67 67"},
    {"classes told one by one add up to a total without the blank one",
     "At least 10 officers died. At least 11 villagers died. Officials speak of 37-70 fighters.",
     {{"At least 10", CLASS_SECURITY, COUNT_AT_LEAST, 10},
      {"At least 11", CLASS_CIVILIAN, COUNT_AT_LEAST, 11},
      {"37-70", CLASS_MILITANT, COUNT_RANGE, 37, 70, .party = PARTY_GOVERNMENT}},
     "killed 21 21 open without militant | killed.civilian 11 11 open | killed.security 10 10 open | "
     "killed.militant - - - [government 37-70]",
     "killed 58 58 open | killed.civilian 11 11 open | killed.security 10 10 open | killed.militant 37 37 70"},
    {"a window inside another is never added and stands as claimed",
     "The ministry said 67 fighters were killed on Saturday. In 48 hours 108 fighters were killed.",
     {{"67", CLASS_MILITANT, COUNT_EXACT, 67, .party = PARTY_GOVERNMENT, .first = "2026-01-31"},
      {"108", CLASS_MILITANT, COUNT_EXACT, 108, .first = "2026-01-30", .last = "2026-01-31"}},
     "killed - - - without militant | killed.militant - - - [government 67] [government 108 2d]",
     "killed 108 108 108 [government 67] | killed.militant 108 108 108 [government 67]"},
    {"the widest window is the cell's, the inner one is listed",
     "On Saturday 5 villagers were killed. Over two days 9 villagers were killed.",
     {{"5 villagers", CLASS_CIVILIAN, COUNT_EXACT, 5, .first = "2026-01-31"},
      {"9 villagers", CLASS_CIVILIAN, COUNT_EXACT, 9, .first = "2026-01-30", .last = "2026-01-31"}},
     "killed 9 9 9 [report 5 villagers] | killed.civilian 9 9 9 [report 5 villagers]", NULL},
    {"an armed group's figure for soldiers is treated as the government's for fighters",
     "The group said 84 soldiers were killed. The army said 92 fighters were killed.",
     {{"84", CLASS_SECURITY, COUNT_EXACT, 84, .party = PARTY_ARMED_GROUP, .group = "Front"},
      {"92", CLASS_MILITANT, COUNT_EXACT, 92, .party = PARTY_GOVERNMENT, .group = "Army"}},
     "killed - - - without security without militant | killed.security - - - [armed group 84] | "
     "killed.militant - - - [government 92]",
     "killed 176 176 176 | killed.security 84 84 84 | killed.militant 92 92 92"},
    {"fighters told dead by nobody in particular are the government's claim",
     "Three fighters were killed.", {{"Three", CLASS_MILITANT, COUNT_EXACT, 3}},
     "killed - - - without militant | killed.militant - - - [government Three]",
     "killed 3 3 3 | killed.militant 3 3 3"},
    {"fighters that the reporter saw dead are counted",
     "Our reporter counted 3 dead fighters.", {{"3", CLASS_MILITANT, COUNT_EXACT, 3, .first_hand = true}},
     "killed 3 3 3 | killed.militant 3 3 3", NULL},
    {"a group's word on its own dead sets best",
     "The group said 7 of its fighters died. The army said 90 fighters died.",
     {{"7", CLASS_MILITANT, COUNT_EXACT, 7, .party = PARTY_ARMED_GROUP, .group = "Front"},
      {"90", CLASS_MILITANT, COUNT_EXACT, 90, .party = PARTY_GOVERNMENT, .group = "Army"}},
     "killed 7 7 7 | killed.militant 7 7 7 [government 90]",
     "killed 7 7 90 | killed.militant 7 7 90"},
    {"words never set best",
     "Dozens of people were injured.", {{"Dozens", CLASS_UNKNOWN, COUNT_WORD, 24, 99, .outcome = OUTCOME_INJURED}},
     "injured 24 - 99", NULL},
    {"a word beside a number is not counted",
     "Several people were hurt. Police said 4 people were hurt.",
     {{"Several", CLASS_UNKNOWN, COUNT_WORD, 3, 9, .outcome = OUTCOME_INJURED},
      {"4", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED, .party = PARTY_GOVERNMENT}},
     "injured 4 4 4", NULL},
    {"a figure told again counts once",
     "Two people were killed on Monday. The two people were killed at noon.",
     {{"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2}, {"two people", CLASS_UNKNOWN, COUNT_EXACT, 2}},
     "killed 2 2 2", NULL},
    {"described victims of one headline count are not added to it",
     "Two killed in shooting\nJohn Able, 24, died. Jane Baker, 22, died.",
     {{"Two", CLASS_UNKNOWN, COUNT_EXACT, 2},
      {"John Able, 24", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_MEN},
      {"Jane Baker, 22", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_WOMEN}},
     "killed 2 2 2 | killed.women 1 1 1", NULL},
    {"described victims that clearly differ add up",
     "John Able, 24, died. Jane Baker, 22, died. The man was found at noon.",
     {{"John Able, 24", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_MEN},
      {"Jane Baker, 22", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_WOMEN},
      {"The man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_MEN}},
     "killed 2 2 2 | killed.women 1 1 1", NULL},
    {"a victim described twice is one victim",
     "A man was shot dead. The man, 24, died at the scene.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}, {"The man, 24", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 1 1 1", NULL},
    {"two victims described in one sentence are two",
     "A man and a youth were killed.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true},
      {"a youth", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true}},
     "killed 2 2 2", NULL},
    {"a victim named twice in one sentence is one",
     "A man is dead after a man was shot.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}, {"a man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 1 1 1", NULL},
    {"a plural without a number gives way to a numbered victim",
     "Gunmen killed people. A man was shot dead.",
     {{"people", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN}, {"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 1 1 1", NULL},
    {"a listed victim is added to the people told beside him",
     "Two people and a guard were killed.",
     {{"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2, .listed = true},
      {"a guard", CLASS_SECURITY, COUNT_DESCRIBED, 1, .listed = true}},
     "killed 3 3 3 | killed.security 1 1 1", NULL},
    {"a count of the dead of a day holds the victims of each town",
     "Four men were killed. A man was shot in Alba. A man was shot in Brena.",
     {{"Four men", CLASS_UNKNOWN, COUNT_EXACT, 4, .subgroups = SUBGROUP_MEN},
      {"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .place = "Alba"},
      {"@2 A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .place = "Brena"}},
     "killed 4 4 4", NULL},
    {"three others wounded beside one dead are three, however often they are told",
     "One dead, three others hurt. Three men are hurt.",
     {{"three others", CLASS_UNKNOWN, COUNT_EXACT, 3, .additional = true, .outcome = OUTCOME_INJURED},
      {"Three men", CLASS_UNKNOWN, COUNT_EXACT, 3, .subgroups = SUBGROUP_MEN, .outcome = OUTCOME_INJURED}},
     "injured 3 3 3", NULL},
    {"a driver and two others, told in one sentence, are three",
     "The driver and two others were hurt.",
     {{"The driver", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED},
      {"two others", CLASS_UNKNOWN, COUNT_EXACT, 2, .additional = true, .outcome = OUTCOME_INJURED}},
     "injured 3 3 3", NULL},
    {"of four, one of whom is described, the three others are no more",
     "Four people were hurt. A woman was hurt. Three others were hurt.",
     {{"Four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED},
      {"A woman", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_WOMEN, .outcome = OUTCOME_INJURED},
      {"Three others", CLASS_UNKNOWN, COUNT_EXACT, 3, .additional = true, .outcome = OUTCOME_INJURED}},
     "injured 4 4 4 | injured.women 1 1 1", NULL},
    {"a word of one voice leaves another's number",
     "Multiple people were hurt. The clinic said four others were hurt.",
     {{"Multiple people", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN, .outcome = OUTCOME_INJURED},
      {"four others", CLASS_UNKNOWN, COUNT_EXACT, 4, .additional = true, .outcome = OUTCOME_INJURED,
       .party = PARTY_MEDICAL}},
     "injured 4 4 4", NULL},
    {"of two who were hit, an attacker who died is not the guard who lived",
     "A guard was shot. The suspect died.",
     {{"A guard", CLASS_SECURITY, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_POLICE},
      {"The suspect", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS}},
     "killed 1 1 1 | injured 1 1 1 | injured.security 1 1 1", NULL},
    {"of five who were shot, the one who died is not injured",
     "Five people were shot. One man died.",
     {{"Five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .outcome = OUTCOME_INJURED, .struck = true},
      {"One man", CLASS_UNKNOWN, COUNT_EXACT, 1, .subgroups = SUBGROUP_MEN}},
     "killed 1 1 1 | injured 4 4 4", NULL},
    {"of two who were shot, told one by one, the one who died is not injured",
     "A boy of 9 was shot. A woman of 30 was shot. A boy of 9 died.",
     {{"A boy of 9", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_CHILDREN},
      {"A woman of 30", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_WOMEN},
      {"@2 A boy of 9", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN}},
     "killed 1 1 1 | killed.children 1 1 1 | injured 1 1 1 | injured.women 1 1 1", NULL},
    {"who differs from the one person who died in anything told of them lived",
     "A girl of 7 died. A woman of 56 was shot. The child had been hit.",
     {{"A girl of 7", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN},
      {"The child", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"A woman of 56", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true}},
     "killed 1 1 1 | killed.children 1 1 1 | injured 1 1 1", NULL},
    {"beside one of nine, five others are of the nine",
     "Nine people were hurt. One woman was hurt badly. Five other people were hurt.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .outcome = OUTCOME_INJURED},
      {"One woman", CLASS_UNKNOWN, COUNT_EXACT, 1, .outcome = OUTCOME_INJURED},
      {"Five other people", CLASS_UNKNOWN, COUNT_EXACT, 5, .outcome = OUTCOME_INJURED, .additional = true}},
     "injured 9 9 9", NULL},
    {"who was shot and died is not injured at all",
     "A boy was shot at noon. The boy died.",
     {{"A boy", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true},
      {"The boy", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 1 1 1", NULL},
    {"three others who were hit are none of the dead",
     "A man died and three others were shot.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"three others", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED, .struck = true, .additional = true}},
     "killed 1 1 1 | injured 3 3 3", NULL},
    {"her mother is not the girl who died",
     "A girl died. Her mother was shot.",
     {{"A girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"Her mother", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .possessed = true}},
     "killed 1 1 1 | injured 1 1 1", NULL},
    {"who is expected to live is none of the dead",
     "A clerk died. The driver is expected to live.",
     {{"A clerk", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"The driver", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .alive = true}},
     "killed 1 1 1 | injured 1 1 1", NULL},
    {"a fourth victim is beyond the three",
     "Three people were taken to a clinic. A fourth victim went there by car.",
     {{"Three people", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED},
      {"A fourth victim", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .ordinal = 4}},
     "injured 4 4 4", NULL},
    {"a fifth victim is one of the four hurt, where one died",
     "A man died and four others were hurt. A fifth man was shot.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"four others", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED, .additional = true},
      {"A fifth man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .ordinal = 5, .struck = true}},
     "killed 1 1 1 | injured 4 4 4", NULL},
    {"the bodies of three people are not all the student named first",
     "The death of a student is mourned. The bodies of Ana Able, 54, Bea Baker, 42, and Cal Cole, 6, were found.",
     {{"a student", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"Ana Able, 54", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true},
      {"Bea Baker, 42", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true},
      {"Cal Cole, 6", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true}},
     "killed 3 3 3", NULL},
    {"figures of the injured stay beside the dead",
     "One man was killed and three others were hurt.",
     {{"One man", CLASS_UNKNOWN, COUNT_EXACT, 1}, {"three", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED}},
     "killed 1 1 1 | injured 3 3 3", NULL},
    {"the dead of an earlier day are of another incident, where the report opens with the hurt",
     "Four people were hurt. A guard was killed on Friday.",
     {{"Four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED, .first = "2026-01-31",
       .last = "2026-01-31"},
      {"A guard", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .first = "2026-01-30", .last = "2026-01-30"}},
     "injured 4 4 4", NULL},
    {"a year's figure is no figure of the incident",
     "Two people were killed. This year 500 people were killed.",
     {{"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2},
      {"500", CLASS_UNKNOWN, COUNT_EXACT, 500, .first = "2026-01-01", .last = "2026-12-31"}},
     "killed 2 2 2 [report 500 365d]", NULL},
    {"parts never add to the whole",
     "12 people, including 3 children, were killed.",
     {{"12 people", CLASS_UNKNOWN, COUNT_EXACT, 12},
      {"3 children", CLASS_CIVILIAN, COUNT_EXACT, 3, .part_of = 1, .subgroups = SUBGROUP_CHILDREN}},
     "killed 12 12 12 | killed.children 3 3 3", NULL},
    {"children told as two parts of one whole are added up",
     "12 people, including 3 boys and an infant, were killed.",
     {{"12 people", CLASS_UNKNOWN, COUNT_EXACT, 12},
      {"3 boys", CLASS_CIVILIAN, COUNT_EXACT, 3, .part_of = 1, .subgroups = SUBGROUP_CHILDREN},
      {"an infant", CLASS_CIVILIAN, COUNT_DESCRIBED, 1, .part_of = 1, .subgroups = SUBGROUP_CHILDREN}},
     "killed 12 12 12 | killed.children 4 4 4", NULL},
    {"women and children named with a whole are not counted",
     "At least 11 villagers, including women and children, were killed.",
     {{"At least 11", CLASS_CIVILIAN, COUNT_AT_LEAST, 11, .subgroups = SUBGROUP_WOMEN | SUBGROUP_CHILDREN}},
     "killed 11 11 open | killed.civilian 11 11 open", NULL},
    {"disjoint classes of one sentence add up where no total is given",
     "Three policemen and two civilians were killed.",
     {{"Three", CLASS_SECURITY, COUNT_EXACT, 3, .subgroups = SUBGROUP_POLICE}, {"two", CLASS_CIVILIAN, COUNT_EXACT, 2}},
     "killed 5 5 5 | killed.civilian 2 2 2 | killed.security 3 3 3", NULL},
    {"a policeman and, later, a bystander are two",
     "A policeman was killed. Later a bystander died.",
     {{"A policeman", CLASS_SECURITY, COUNT_DESCRIBED, 1}, {"a bystander", CLASS_CIVILIAN, COUNT_DESCRIBED, 1}},
     "killed 2 2 2 | killed.civilian 1 1 1 | killed.security 1 1 1", NULL},
    {"another two are added",
     "Three people were killed. Another two people died overnight.",
     {{"Three", CLASS_UNKNOWN, COUNT_EXACT, 3}, {"two", CLASS_UNKNOWN, COUNT_EXACT, 2, .additional = true}},
     "killed 5 5 5", NULL},
    {"a figure that brings the toll to twelve wins",
     "Two people died today, bringing the toll to 12. At first 15 people were feared dead.",
     {{"Two", CLASS_UNKNOWN, COUNT_EXACT, 2}, {"12", CLASS_UNKNOWN, COUNT_EXACT, 12, .total = true},
      {"15", CLASS_UNKNOWN, COUNT_EXACT, 15}},
     "killed 12 12 12", NULL},
    {"the larger figure of a page stands",
     "Four killed\nFive people were killed in the blast.",
     {{"Four", CLASS_UNKNOWN, COUNT_EXACT, 4}, {"Five", CLASS_UNKNOWN, COUNT_EXACT, 5}},
     "killed 5 5 5", NULL},
    {"best is the median of the voices, ties to the lower",
     "The army said 10 people died. Doctors counted 14 people. Witnesses saw 12 people. An envoy said 13 people.",
     {{"10", CLASS_UNKNOWN, COUNT_EXACT, 10, .party = PARTY_GOVERNMENT, .group = "Army"},
      {"14", CLASS_UNKNOWN, COUNT_EXACT, 14, .party = PARTY_MEDICAL, .group = "Hospital"},
      {"12", CLASS_UNKNOWN, COUNT_EXACT, 12, .party = PARTY_WITNESS, .speaker = "a witness"},
      {"13", CLASS_UNKNOWN, COUNT_EXACT, 13, .party = PARTY_INTERNATIONAL, .group = "Mission"}},
     "killed 12 12 14", NULL},
    {"around n counts as n and up to n as n in a median",
     "The army said around 50 people died. Doctors said up to 60 people died. Aid workers said 40 people died.",
     {{"around 50", CLASS_UNKNOWN, COUNT_AROUND, 50, .party = PARTY_GOVERNMENT, .group = "Army"},
      {"up to 60", CLASS_UNKNOWN, COUNT_UP_TO, 60, .party = PARTY_MEDICAL, .group = "Hospital"},
      {"40", CLASS_UNKNOWN, COUNT_EXACT, 40, .party = PARTY_AID, .group = "Relief"}},
     "killed 40 50 60", NULL},
    {"of equal figures the open one leaves high open",
     "The army said at least 11 people died. Doctors said 11 people died.",
     {{"at least 11", CLASS_UNKNOWN, COUNT_AT_LEAST, 11, .party = PARTY_GOVERNMENT, .group = "Army"},
      {"@2 11", CLASS_UNKNOWN, COUNT_EXACT, 11, .party = PARTY_MEDICAL, .group = "Hospital"}},
     "killed 11 11 open", NULL},
    {"background never enters the main incident",
     "Two people were killed. In 2020 a bombing killed 30 people.",
     {{"Two", CLASS_UNKNOWN, COUNT_EXACT, 2}, {"30", CLASS_UNKNOWN, COUNT_EXACT, 30, .background = true}},
     "killed 2 2 2", NULL},
    {"what is no count of people is no casualty",
     "Two people were killed in 36 districts.",
     {{"Two", CLASS_UNKNOWN, COUNT_EXACT, 2}, {"36", CLASS_UNKNOWN, COUNT_EXACT, 36, .unit = "districts"}},
     "killed 2 2 2", NULL},
};
/* clang-format on */

static const char *print_case(Pile *pile, const Case *c, const Profile *profile)
{
    Extraction *x = pile_add(pile, "a", "2026-01-31", c->text);
    for (size_t i = 0; i < COUNT_OF(c->claims) && c->claims[i].passage; i++)
        (void)pile_claim(pile, x, c->claims[i]);
    assemble_document(x, profile, pile->arena);
    return pile_print(pile, &pile_main(x)->estimates);
}

static void a_page_is_counted_by_the_rules(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAGES); i++)
        for (int raw = 0; raw < 2; raw++) {
            const Case *c = &PAGES[i];
            const char *want = raw && c->raw ? c->raw : c->daybook;
            Pile pile = pile_new();
            const char *got = print_case(&pile, c, profile_named(raw ? STR("raw") : STR("daybook"), pile.arena, NULL));
            if (strcmp(got, want) != 0) {
                print_error("%s (%s)\n  want %s\n  got  %s\n", c->name, raw ? "raw" : "daybook", want, got);
                wrong++;
            }
            pile_free(&pile);
        }
    assert_int_equal(wrong, 0);
}

static void each_cell_names_its_rule_and_claims(void **state)
{
    (void)state;
    Pile pile = pile_new();
    (void)print_case(&pile, &PAGES[0], profile_default(pile.arena));
    const Estimate *row = pile_main(pile.items[0])->estimates.cells[OUTCOME_KILLED];
    assert_true(str_equal(row[CELL_ALL].rule, STR("daybook.5.median")));
    assert_true(str_equal(row[CELL_MILITANT].rule, STR("daybook.5.enemy")));
    assert_int_equal(row[CELL_ALL].claim_count, 1);
    assert_int_equal(row[CELL_ALL].claims[0], 0);
    assert_int_equal(row[CELL_MILITANT].claimed[0].claims[0], 3);
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_counted_by_the_rules),
        cmocka_unit_test(each_cell_names_its_rule_and_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
