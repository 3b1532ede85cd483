/* Of those hit, who lived: the dead are taken off, and nobody who did not die with them. */
#include "assemble/pile_for_tests.h"

typedef struct {
    const char *name;
    const char *text;
    TestClaim claims[8];
    const char *want;
} Case;

/* clang-format off */
static const Case PAGES[] = {
    {"of two who were hit, an attacker who died is not the guard who lived",
     "A guard was shot. The suspect died.",
     {{"A guard", CLASS_SECURITY, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_POLICE},
      {"The suspect", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS}},
     "killed 1 1 1 | injured 1 1 1 | injured.security 1 1 1"},
    {"of five who were shot, the one who died is not injured",
     "Five people were shot. One man died.",
     {{"Five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .outcome = OUTCOME_INJURED, .struck = true},
      {"One man", CLASS_UNKNOWN, COUNT_EXACT, 1, .subgroups = SUBGROUP_MEN}},
     "killed 1 1 1 | injured 4 4 4"},
    {"of two who were shot, told one by one, the one who died is not injured",
     "A boy of 9 was shot. A woman of 30 was shot. A boy of 9 died.",
     {{"A boy of 9", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_CHILDREN},
      {"A woman of 30", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_WOMEN},
      {"@2 A boy of 9", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN}},
     "killed 1 1 1 | killed.children 1 1 1 | injured 1 1 1 | injured.women 1 1 1"},
    {"who differs from the one person who died in anything told of them lived",
     "A girl of 7 died. A woman of 56 was shot. The child had been hit.",
     {{"A girl of 7", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN},
      {"The child", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"A woman of 56", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true}},
     "killed 1 1 1 | killed.children 1 1 1 | injured 1 1 1"},
    {"who was shot and died is not injured at all",
     "A boy was shot at noon. The boy died.",
     {{"A boy", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true},
      {"The boy", CLASS_UNKNOWN, COUNT_DESCRIBED, 1}},
     "killed 1 1 1"},
    {"who is meant again as hurt is the one who died",
     "A girl of 7 died. The girl had been hurt at home.",
     {{"A girl of 7", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN},
      {"The girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .again = true,
       .subgroups = SUBGROUP_CHILDREN}},
     "killed 1 1 1 | killed.children 1 1 1"},
    {"who was hurt beside the one who died is somebody else",
     "A girl of 7 died and the other girl was hurt.",
     {{"A girl of 7", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_CHILDREN},
      {"the other girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .again = true,
       .subgroups = SUBGROUP_CHILDREN}},
     "killed 1 1 1 | killed.children 1 1 1 | injured 1 1 1 | injured.children 1 1 1"},
    {"who lies in a hospital is told beside those who died before, in one sentence",
     "Husband and wife died, daughter in hospital.",
     {{"Husband", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_MEN, .listed = true},
      {"wife", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_WOMEN, .listed = true},
      {"daughter", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true,
       .subgroups = SUBGROUP_WOMEN}},
     "killed 2 2 2 | killed.women 1 1 1 | injured 1 1 1 | injured.women 1 1 1"},
    {"three others who were hit are none of the dead",
     "A man died and three others were shot.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"three others", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED, .struck = true, .additional = true}},
     "killed 1 1 1 | injured 3 3 3"},
    {"her mother is not the girl who died",
     "A girl died. Her mother was shot.",
     {{"A girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"Her mother", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .possessed = true}},
     "killed 1 1 1 | injured 1 1 1"},
    {"her son, of whom his mother tells, may be the boy who died",
     "A boy died. Rosa Bek said her son was shot.",
     {{"A boy", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"her son", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .possessed = true,
       .speaker = "Rosa Bek"}},
     "killed 1 1 1"},
    {"her mother, of whom a neighbour tells behind it, is not the girl",
     "A girl died. Her mother was shot, said Rosa Bek.",
     {{"A girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"Her mother", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .possessed = true,
       .speaker = "Rosa Bek"}},
     "killed 1 1 1 | injured 1 1 1"},
    {"who is expected to live is none of the dead",
     "A clerk died. The driver is expected to live.",
     {{"A clerk", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"The driver", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .alive = true}},
     "killed 1 1 1 | injured 1 1 1"},
    {"a fifth victim is one of the four hurt, where one died",
     "A man died and four others were hurt. A fifth man was shot.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"four others", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED, .additional = true},
      {"A fifth man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .ordinal = 5, .struck = true}},
     "killed 1 1 1 | injured 4 4 4"},
    {"three women are beside the man who died, as the others are whom they are of",
     "Shots hit a man and others, three women among them. The man died.",
     {{"a man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true},
      {"others", CLASS_UNKNOWN, COUNT_WORD, 2, .outcome = OUTCOME_INJURED, .struck = true, .additional = true},
      {"three women", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED, .struck = true, .part_of = 2},
      {"The man died", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .again = true}},
     "killed 1 1 1 | injured 3 3 3"},
    {"who killed himself after he had shot three is none of the three",
     "A man shot three people before killing himself.",
     {{"three people", CLASS_UNKNOWN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED, .struck = true},
      {"himself", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .listed = true, .by_own_hand = true}},
     "killed 1 1 1 | injured 3 3 3"},
    {"a third who was hurt comes on top of one who died and another who was hurt",
     "A man was killed, another was hurt and a third was hurt.",
     {{"A man", CLASS_UNKNOWN, COUNT_DESCRIBED, 1},
      {"another", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .additional = true},
      {"a third", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .ordinal = 3}},
     "killed 1 1 1 | injured 2 2 2"},
    {"a third victim who died makes three, where nobody is told of as hurt",
     "A third victim died.",
     {{"A third victim", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .ordinal = 3}},
     "killed 3 3 3"},
    {"but may be the third of those hurt",
     "A woman was shot. A third victim died.",
     {{"A woman", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true},
      {"A third victim", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .ordinal = 3}},
     "killed 1 1 1"},
    {"and a third woman is the third of the women",
     "A third woman died.",
     {{"A third woman", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .ordinal = 3, .subgroups = SUBGROUP_WOMEN}},
     "killed 1 1 1 | killed.women 1 1 1"},
    {"of several who were shot those who died are not injured",
     "Several people were shot. Two people died.",
     {{"Several people", CLASS_UNKNOWN, COUNT_WORD, 3, 9, .outcome = OUTCOME_INJURED, .struck = true},
      {"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2}},
     "killed 2 2 2 | injured 1 - 7"},
    {"nor need anybody have lived, where as many died as a word says at least",
     "Three people died. Victims were shot.",
     {{"Three people", CLASS_UNKNOWN, COUNT_EXACT, 3},
      {"Victims", CLASS_UNKNOWN, COUNT_WORD, 2, .outcome = OUTCOME_INJURED, .struck = true}},
     "killed 3 3 3"},
    {"a girl is none of two boys who died",
     "Two boys died. A girl was shot.",
     {{"Two boys", CLASS_UNKNOWN, COUNT_EXACT, 2, .subgroups = SUBGROUP_CHILDREN, .sex = SUBGROUP_MEN},
      {"A girl", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .again = true,
       .subgroups = SUBGROUP_CHILDREN, .sex = SUBGROUP_WOMEN}},
     "killed 2 2 2 | killed.children 2 2 2 | injured 1 1 1 | injured.children 1 1 1"},
    {"who is told of as somebody new behind two who died lived",
     "Two people died. A child was shot.",
     {{"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2},
      {"A child", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true}},
     "killed 2 2 2 | injured 1 1 1"},
    {"whom the article calls one told of before may be one of them",
     "Two people died. The child was shot.",
     {{"Two people", CLASS_UNKNOWN, COUNT_EXACT, 2},
      {"The child", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .again = true}},
     "killed 2 2 2"},
    {"another of the same age is somebody else than who died",
     "Juan Sol, 22, died. Another man of 22 was shot.",
     {{"Juan Sol, 22", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .named = true},
      {"Another man of 22", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED, .struck = true, .additional = true}},
     "killed 1 1 1 | injured 1 1 1"},
    {"who were wounded hold the dead, where three died and one lived",
     "Four men were wounded. Three people died. Three dead and one wounded were found.",
     {{"Four men", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED},
      {"Three people", CLASS_UNKNOWN, COUNT_EXACT, 3},
      {"Three dead", CLASS_UNKNOWN, COUNT_EXACT, 3},
      {"one wounded", CLASS_UNKNOWN, COUNT_EXACT, 1, .outcome = OUTCOME_INJURED}},
     "killed 3 3 3 | injured 1 1 1"},
    {"but not where as many lived",
     "Four men were wounded. Three people died. Three dead and four wounded were found.",
     {{"Four men", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED},
      {"Three people", CLASS_UNKNOWN, COUNT_EXACT, 3},
      {"Three dead", CLASS_UNKNOWN, COUNT_EXACT, 3},
      {"four wounded", CLASS_UNKNOWN, COUNT_EXACT, 4, .outcome = OUTCOME_INJURED}},
     "killed 3 3 3 | injured 4 4 4"},
    {"a man in his 20s may be the man of 25",
     "A man in his 20s was hurt. They spoke. A man of 25 was hurt.",
     {{"A man in his 20s", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED},
      {"A man of 25", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .outcome = OUTCOME_INJURED}},
     "injured 1 1 1"},
};
/* clang-format on */

static void the_dead_are_not_among_the_hurt(void **state)
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_dead_are_not_among_the_hurt)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
