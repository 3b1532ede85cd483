/* Rows of people by name, with what each of them is: nobody in a row is left out, and who is told of by name and trade is one. */
#include <stdio.h>

#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "12 killed;3 injured;". */
static const FigureCase CASES[] = {
    /* offices in front of names */
    {"Gunmen killed Judge Pedro Bek, police commander Colonel Luis Sol and Senator Hugo Paz.",
     "1 killed;1 killed;1 killed;"},
    {"GUNMEN KILLED JUDGE PEDRO ARBEK, POLICE COMMANDER COLONEL LUIS FERRAZ, AND SENATOR HUGO IBARRUZ.",
     "1 killed;1 killed;1 killed;"},
    {"THE REBELS ADMITTED KILLING FORMER ARMY CHIEF GENERAL PEDRO BEK.", "1 killed;"},
    {"They deplored the murder of union leader Pedro Bek and of Peruvian lawyer Ana Sol.", "1 killed;1 killed;"},
    {"The raid killed deputy minister of health Omar Bek and two of his bodyguards.", "1 killed;2 killed;"},
    {"Gunmen killed the head of the clinic Omar Bek worked for.", "1 killed;"},
    {"They looked into the murders of the governor of Vale, another judge, and the Vale police chief.",
     "1 killed;1 killed;1 killed;"},
    {"After the murder of the mayor of Vale, another judge left.", "1 killed;"},
    {"The union condemned the murder on Monday of Vale mayor Diana Bek.", "1 killed;"},
    {"Pedro Bek, candidate for mayor of Vale, and his brother-in-law Luis Sol were shot dead.", "1 killed;1 killed;"},
    {"The bomb killed Colonel Pedro Bek, a driver and two guards.", "1 killed;1 killed;2 killed;"},
    {"The bomb killed Colonel Pedro Bek, a commander of the brigade, and two guards.", "1 killed;2 killed;"},
    {"GENERAL ARANZA AND HIS WIFE WERE KILLED.", "1 killed;1 killed;"},
    /* the dead and the wounded by name */
    {"The wounded reporters are cameraman Pedro Bek and sound man Luis Sol.", "1 injured;1 injured;"},
    {"The slain guards were identified as Pedro Bek and Luis Sol.", "1 killed;1 killed;"},
    {"The wounded were clerks.", ""},
    {"Guards identified those killed as Pedro Bek and Luis Sol.", "1 killed;1 killed;"},
    {"Guards named the dead men as Pedro Bek and Luis Sol.", "1 killed;1 killed;"},
    {"Guards identified the wounded as Pedro Bek and Luis Sol.", "1 injured;1 injured;"},
    {"Guards identified the suspect as Pedro Bek.", ""},
    /* who did it, and who says so, is none of them */
    {"A clerk, who was hurt in a raid carried out by unknown gunmen, was taken to hospital.", "1 injured;"},
    {"According to first reports, a guard watching the mill was wounded.", "1 injured;"},
    /* particles in names, and in capitals surnames that are words */
    {"Gunmen killed Hugo de la Cruz and his wife.", "1 killed;1 killed;"},
    {"Gunmen killed Senator Hugo de la Cruz and his wife.", "1 killed;1 killed;"},
    {"Hugo del Rio and Maria dos Santos were killed.", "1 killed;1 killed;"},
    {"Gunmen killed Juan Carlos de la Fuente, Ana van der Berg and Luis Paz.", "1 killed;1 killed;1 killed;"},
    {"GUNMEN KILLED JUAN CARLOS DE LA FUENTE, ANA SOL AND HUGO PAZ.", "1 killed;1 killed;1 killed;"},
    /* one noun in front of several names */
    {"Gunmen killed priests Pedro Bek, Hugo Paz and Luis Sol.", "1 killed;1 killed;1 killed;"},
    {"The murder of the party leaders Pedro Bek and Ana Sol was condemned.", "1 killed;1 killed;"},
    {"Police officers Pedro Bek and Ana Sol said two men were killed.", "2 killed;"},
    {"The victims, Pedro Bek, Hugo Paz and Luis Sol, were shot in the head.",
     "3 injured;1 injured;1 injured;1 injured;"},
    /* behind a comma, a trade that no list has */
    {"Gunmen killed Pedro Bek, a juggler, and Luis Sol, a puppeteer.", "1 killed;1 killed;"},
    {"Pedro Bek, a juggler from Vale, and Luis Sol, a clerk from Elm, were killed.", "1 killed;1 killed;"},
    {"Police said Pedro Bek, a juggler, and Luis Sol, a teacher, were killed.", "1 killed;1 killed;"},
    {"The bomb killed Pedro Bek, a juggler, his wife and three children.", "1 killed;1 killed;3 killed;"},
    {"Gunmen killed Pedro Bek, an act that shocked the town.", "1 killed;"},
    {"Gunmen killed Pedro Bek, a day after he left.", "1 killed;"},
    {"Pedro Bek, the deputy minister of health, and two of his guards were killed.", "1 killed;2 killed;"},
    {"Pedro Bek, who was asleep, and Luis Sol were killed.", "1 killed;1 killed;"},
    {"Tarnholm, a village in the north, and two guards were hit.", "2 injured;"},
    {"A clerk killed Pedro Beltranez. They spoke. Beltranez, a teacher, was murdered.", "1 killed;"},
    /* semicolons part the items of a row, and clauses */
    {"Injured were: an unknown driver; Pedro Bek, a juggler who was asleep; and Luis Sol, a clerk who was passing by.",
     "1 injured;1 injured;1 injured;"},
    {"The victims were: Priest and Dr Pedro Bek, the dean; Priest and Dr Hugo Paz, deputy dean; and Luis Sol.",
     "1 killed;1 killed;1 killed;"},
    {"Killed were a clerk; a nurse from Vale; and two guards.", "1 killed;1 killed;2 killed;"},
    {"Gunmen shot a clerk; Luis Sol fled.", "1 injured;"},
    {"Gunmen killed two guards; three clerks fled.", "2 killed;"},
    {"They killed Pedro Bek; the mayor of Vale and two guards left.", "1 killed;"},
};

static Str mark(const Claim *claim)
{
    if (claim->outcome == OUTCOME_MISSING)
        return STR(" missing;");
    return claim->outcome == OUTCOME_KILLED ? STR(" killed;") : STR(" injured;");
}

static void nobody_of_a_row_is_left_out(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nobody_of_a_row_is_left_out)};
    return cmocka_run_group_tests(tests, load, unload);
}
