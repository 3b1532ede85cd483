/* How firm the text says that a figure is, found with the embedded English data. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "4?;" that is not known to be so, "4;" that is told as it is. */
static const FigureCase CASES[] = {
    {"Seventy people are feared dead after a boat sank on Monday.", "70?;"},
    {"At least 30 villagers were feared killed in the raid.", "30?;"},
    {"Fourteen miners are presumed dead after the blast.", "14?;"},
    {"A bomb went off at a market, and more than 40 people are feared to have been killed.", "41?;"},
    {"Twenty soldiers are believed to have died in the ambush.", "20?;"},
    {"Twelve clerks are thought to be dead after the shelling.", "12?;"},
    {"Two guards were probably killed in the fire.", "2?;"},
    {"Police fear that 25 people have died in the bombing.", "25?;"},
    {"Rescuers feared 25 people had been killed in the attack.", "25?;"},
    {"Ten people were killed and another five are believed dead.", "10;5?;"},
    {"Eight clerks were shot dead and two are missing, feared dead.", "8;2;2?;"},
    {"An unconfirmed count says that 12 people died.", "12?;"},
    {"Ten people were killed, and many feared to leave their homes.", "10;"},
    {"A man believed to have shot dead ten people gave himself up.", "10;"},
    {"Police said ten people were killed by men believed to be deserters.", "10;"},
    {"The feared commander and two guards were killed.", "1;2;"},
    {"Three clerks, believed to be from the north, were killed in the raid.", "3;"},
    {"Two guards were confirmed dead.", "2;"},
    {"Up to nine clerks may have been killed in the raid.", "0?;"},
    {"Nine clerks may have died in the raid and two were hurt.", "9?;2;"},
    {"The ministry declined to comment on reports that nine clerks were killed.", "9?;"},
    /* a word in front of those told of */
    {"Likely 12 dead in a raid on the port.", "12?;"},
    {"Probably 12 clerks were killed in the raid.", "12?;"},
    {"The army said it feared 12 guards had died.", "12?;"},
    {"The mayor said he feared that nine clerks had been killed.", "9?;"},
    {"Unconfirmed reports said 12 clerks were killed.", "12?;"},
    {"Police believe 12 clerks were killed.", "12;"},
    {"The likely attacker and two guards died.", "1;2;"},
    /* what is believed of them is who they are */
    {"Two guards believed to be drunk were killed.", "2;"},
    {"Nine people believed to be deserters were killed in the raid.", "9;"},
    {"Nine people believed to be dead after the raid", "9?;"},
};

/* "4~;": told by somebody whom the report neither names nor vouches for. */
static const FigureCase TOLD[] = {
    {"Reportedly, 12 clerks were killed.", "12~;"},
    {"At least 12 clerks were reportedly killed.", "12~;"},
    {"The army allegedly killed nine clerks and wounded two.", "9~;2;"},
    {"Rebels have purportedly taken 30 clerks hostage.", "30~;"},
    {"Twelve clerks were killed by a bomb, reportedly home-made.", "12;"},
    {"Twelve clerks, reportedly all from Lund, were killed.", "12;"},
    {"An alleged thief was shot dead.", "1;"},
};

static Str mark_told(const Claim *claim)
{
    return claim->status & STATUS_ALLEGED ? STR("~;") : STR(";");
}

static void what_is_reportedly_so_is_marked(void **state)
{
    (void)state;
    check_figures(TOLD, COUNT_OF(TOLD), mark_told);
}

static Str mark(const Claim *claim)
{
    return claim->status & STATUS_UNVERIFIED ? STR("?;") : STR(";");
}

static void what_is_feared_is_told_from_what_is_known(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_feared_is_told_from_what_is_known),
                                       cmocka_unit_test(what_is_reportedly_so_is_marked)};
    return cmocka_run_group_tests(tests, load, unload);
}
