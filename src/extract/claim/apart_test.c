/* The total of a wider land or a longer time, told in a report of one attack: none of that attack's figures. On the map. */
#include "extract/english_for_tests.h"

static Str other_mark(const Claim *claim)
{
    return claim->background ? STR(" other;") : STR(";");
}

/* Attacks of a whole land, behind one attack of one of its places. */
static const FigureCase ATTACKS[] = {
    {"Four people were killed by an air strike on a school yard in central Gaza, medics said. Israeli strikes in Gaza "
     "killed at least 37 people on Friday, including 12 children.",
     "4;37 other;12 other;"},
    {"A drone strike on a bus in Poltava killed three people on Friday. Russian attacks across Ukraine killed 21 people "
     "and wounded 90 on Friday, officials said.",
     "3;21 other;90 other;"},
    {"An air strike on a house in Rafah killed five people on Friday. In all, 58 people were killed across Gaza on "
     "Friday, medics said.",
     "5;58 other;"},
    {"An air strike on a house in Rafah killed five people on Friday. Across the enclave, 58 people were killed on "
     "Friday, medics said.",
     "5;58 other;"},
    {"A car bomb killed four people in Mogadishu on Friday. Elsewhere in Somalia, eleven people were killed on Friday.",
     "4;11 other;"},
    /* a report that opens with all of them is about them */
    {"Israeli strikes across Gaza killed 37 people on Friday, medics said. An air strike on a school killed four people.",
     "37;4;"},
    {"Israeli strikes killed 37 people across Gaza on Friday. A strike on a school in Rafah killed four people. Medics "
     "said the strikes in Gaza killed 37 people.",
     "37;4;37;"},
    /* the attack itself is of the whole land, or is told again */
    {"A missile attack on Ukraine killed three people in Poltava on Friday. In all, 21 people were killed across Ukraine.",
     "3;21;"},
    {"An air strike hit a school in Rafah on Friday. The strikes killed nine people.", "9;"},
    {"An air strike hit a school in Rafah on Friday. Israeli strikes across Gaza killed nine people.", "9;"},
    {"An earthquake near Herat killed three people on Friday. In all, 58 people were killed across Afghanistan.",
     "3;58;"},
};

/* What a land had in some days, behind an event of one of them. */
static const FigureCase DAYS[] = {
    {"Eight soldiers were killed on Friday in a clash near Kidal in northern Mali, the army said. Some 40 civilians have "
     "been killed this week in the area.",
     "8;36 other;"},
    {"Two policemen were shot dead in Parachinar on Friday. At least 60 people have been killed in the district since "
     "Monday.",
     "2;60 other;"},
    {"An air strike on a house in Rafah killed five people on Friday. The ministry said 58 people were killed across the "
     "enclave in 24 hours, bringing the overall toll to 41,200.",
     "5;58 other;41200 other;"},
    {"Two policemen were shot dead in Parachinar on Friday. Three more have been wounded in the town since Monday.",
     "2;3;"},
};

static void what_a_land_had_is_none_of_the_attacks_figures(void **state)
{
    (void)state;
    check_figures(ATTACKS, COUNT_OF(ATTACKS), other_mark);
}

static void what_more_days_had_is_none_of_the_days_figures(void **state)
{
    (void)state;
    check_figures(DAYS, COUNT_OF(DAYS), other_mark);
}

#define LEAD                                                                                                           \
    "Gunmen killed five guards at a checkpoint in Kandahar on Friday.\n\nThe raid lasted an hour, residents said.\n\n"

/* Another attack, with the paragraphs that go on with it. */
static const FigureCase ANOTHER[] = {
    {LEAD "In another attack, raiders killed seven clerks in Herat, said Omar Bek, a spokesman.", "5;7 other;"},
    {LEAD "In another attack, raiders killed seven clerks in Herat, said Omar Bek, a spokesman.\n\nBek said that two "
          "guards were killed too.",
     "5;7 other;2 other;"},
    {LEAD "In another attack, raiders killed seven clerks in Herat, said Omar Bek, a spokesman.\n\nA shop burned "
          "down. Two men were hurt there.\n\nThe raid in Herat was the first of the year.",
     "5;7 other;2 other;"},
    /* back at its own */
    {LEAD
     "In another attack, raiders killed seven clerks in Herat, said Omar Bek, a spokesman.\n\nThe raid in Kandahar "
     "also left two clerks hurt, Bek said.",
     "5;7 other;2;"},
    {LEAD "In another attack, raiders killed seven clerks in Herat.\n\nTwo clerks were hurt.", "5;7 other;2;"},
    /* the next event */
    {LEAD "In the western Herat province, meanwhile, a bomb killed seven clerks.\n\nA mine killed two farmers in Ghor.",
     "5;7 other;2 other;"},
    {LEAD
     "Also on Friday, a bomb killed seven clerks in Herat.\n\nAnd in the northern Ghor province, a mine killed two "
     "farmers.",
     "5;7 other;2 other;"},
    {LEAD "In the western Herat province, meanwhile, a bomb killed seven clerks.\n\nA mine killed two farmers in Ghor. "
          "Both went off at noon, and nine clerks were hurt.",
     "5;7 other;2 other;9 other;"},
    {LEAD "Earlier on Friday, raiders killed seven clerks in Herat.", "5;7 other;"},
    {LEAD "Elsewhere on Friday, raiders killed seven clerks in Herat.", "5;7 other;"},
    {LEAD "Earlier this month a shell killed seven clerks in the town.", "5;7 other;"},
    /* in a report without a title, from its second sentence on */
    {"A bomb killed three clerks in Kandahar on Friday. Elsewhere in the province, gunmen killed seven guards.",
     "3;7 other;"},
    {"A bomb killed three clerks in Kandahar on Friday. In the neighbouring province, gunmen killed seven guards.",
     "3;7 other;"},
    {"A bomb killed three clerks in Kandahar on Friday. In another attack, raiders killed seven guards.", "3;7 other;"},
    {"The mayor spoke on Friday.\n\nIn another attack, raiders killed seven guards in Kandahar.", "7;"},
    {"A bomb killed three clerks in Kandahar on Friday. An hour later, a second one killed seven guards.", "3;7;"},
    /* what it followed */
    {LEAD "The attack on the town comes shortly after a raid in which seven clerks were killed on Tuesday.",
     "5;7 other;"},
};

static void what_another_attack_did_is_told_apart_as_far_as_it_goes_on(void **state)
{
    (void)state;
    check_figures(ANOTHER, COUNT_OF(ANOTHER), other_mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_land_had_is_none_of_the_attacks_figures),
        cmocka_unit_test(what_more_days_had_is_none_of_the_days_figures),
        cmocka_unit_test(what_another_attack_did_is_told_apart_as_far_as_it_goes_on),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
