/* Victims told of again, found with the embedded English data. */
#include "extract/english_for_tests.h"

static const FigureCase CASES[] = {
    {"Gunmen killed six monks in Tarvo. The bishop regretted the death of the clergymen.", "6;"},
    {"Gunmen killed six monks in Tarvo. The bishop regretted the death of two clergymen.", "6;2;"},
    {"Several monks were killed in Tarvo. Minister Paul Denk deplored the murder of the priests.", "3;"},
    {"Several monks were killed in Tarvo. He deplored the murder of the Alba advisers.", "3;2+;"},
    {"A clerk and a nurse were killed in Tarvo. The mayor deplored the murder of the employees.", "1;1;"},
    {"A clerk and a nurse were killed in Tarvo. The mayor deplored the murder of the soldiers.", "1;1;2+;"},
    /* with a number it is a count of all of them */
    {"A clerk, a nurse and a boy were killed in Tarvo. The mayor deplored the murder of the three people.", "1;1;1;3;"},
    {"Sergeant Ana Bek and Corporal Juan Sol were shot dead in Tarvo. Both policemen died at once.", "1;1;"},
    {"Sergeant Ana Bek and Corporal Juan Sol were shot dead in Tarvo. The two guards died at once.", "1;1;"},
    {"Sergeant Ana Bek and Corporal Juan Sol were shot dead in Tarvo. Two guards died at once.", "1;1;2;"},
    {"Sergeant Ana Bek and Corporal Juan Sol were shot dead in Tarvo. The three guards died at once.", "1;1;3;"},
    {"Sergeant Ana Bek and her son Juan were shot dead in Tarvo. The two guards died at once.", "1;1;2;"},
    {"Gunmen killed a guard and his small son in Tarvo. The two were killed as they left a shop.", "1;1;"},
    {"Gunmen killed a guard and his small son in Tarvo. The three were killed as they left a shop.", "1;1;3;"},
    {"Journalist Ivo Bek was killed in Tarvo. Reporter Ivo Bek and Juan Sol were shot by troops at a gate.", "1;1;"},
    {"The murder of the Trappists in Tarvo shook the land. He denied the murder of the Trappist monks.", "2+;"},
    {"The murder of the Trappists in Tarvo shook the land. He denied the murder of the Alba advisers.", "2+;2+;"},
    {"Ivo Bek and Ana Sol were murdered in Tarvo. Both bodies were found in a ditch.", "1;1;"},
    {"Gunmen killed a judge and his deputy in Tarvo. The church condemned the murder of these town officials.", "1;1;"},
    {"Fourteen clerks were killed in Tarvo. There had been no fight with the guards. They were shot from a metre away.",
     "14;"},
    {"Two agents were shot dead in Tarvo. Both guards died at once.", "2;"},
    {"Sailors killed 14 fighters in Tarvo. The navy has named each of the 14 killed.", "14;"},
    {"Sailors killed 14 fighters in Tarvo. The navy has named each of the 12 killed.", "14;12;"},
    /* of the dead, whom a pronoun means, nobody is hurt besides */
    {"The 14 sailors killed in Tarvo did not die in a fight, a doctor said. They were shot from a metre away.", "14;"},
    {"Sailors killed 14 clerks in Tarvo. They were shot in the yard.", "14;"},
    /* of the day of those they stand for */
    {"VILLAR, August 20, 2018 - The court trying those responsible for the killing of nine monks in Tarvo on June 19, 2016 has "
     "sat again.\n\nA clerk asked for 25 years for General Denk for ordering the shooting of nine of the Tarvo monks.\n\nThe "
     "paper said that after they surrendered, the monks were led to the yard, where they were murdered by troops.",
     "9;9;"},
    /* one victim, whoever tells it */
    {"Gunmen killed former minister Carlos Denk in Tarvo. Police said that two men took part in the murder of the lawyer.",
     "1;"},
    {"Gunmen killed former minister Carlos Denk in Tarvo. Police said that two men took part in the murder of a lawyer.",
     "1;1;"},
    /* the wounds of who died make nobody hurt */
    {"A man was found dead in Tarvo. The victim suffered stab wounds to the chest.", "1;"},
    {"A man was killed in Tarvo. The man had been wounded in the head.", "1;"},
    {"A man was killed in Tarvo. The driver was wounded in the head.", "1;1;"},
    {"A man was killed in Tarvo and another was hurt. The victim had been wounded in the head.", "1;1;1;"},
    /* a dash may be typed as two hyphens */
    {"Six monks -- five Danes and one Swede -- and two guards were killed.", "6;5;1;2;"},
    {"Six monks \xe2\x80\x94 five Danes and one Swede \xe2\x80\x94 and two guards were killed.", "6;5;1;2;"},
};

static Str mark_open(const Claim *claim)
{
    return claim->count.high == INTERVAL_OPEN ? STR("+;") : STR(";");
}

static void victims_told_of_again_are_no_others(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark_open);
}

static const struct {
    const char *text;
    Stance stance;
} STANCES[] = {
    {"The army denied any part in the murder of three clerks.", STANCE_ASSERTS},
    {"The ministry denied that the arrests were linked to the killing of three clerks.", STANCE_ASSERTS},
    {"All parties rejected the killing of three clerks.", STANCE_ASSERTS},
    {"The army denied the killing of three clerks.", STANCE_DENIES},
    {"The army denied reports about the killing of three clerks.", STANCE_DENIES},
};

static void a_denial_is_of_what_is_denied(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(STANCES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(STANCES[i].text));
        bool found = false;
        for (size_t k = 0; k < a->claim_count; k++)
            found = found || (a->claims[k].kind == KIND_CASUALTY && a->claims[k].stance == STANCES[i].stance);
        if (!found) {
            print_error("%s\n", STANCES[i].text);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(victims_told_of_again_are_no_others),
        cmocka_unit_test(a_denial_is_of_what_is_denied),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
