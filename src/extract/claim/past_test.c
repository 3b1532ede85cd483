/* Figures that are taken back, and those given in their place; what is told again of the long past. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "60 denied;" where the speaker denies it. */
static const FigureCase CASES[] = {
    {"Police denied that 60 people were killed and put the toll at 16.", "60 denied;16;"},
    {"Police denied that 60 people were killed and said 16 had died.", "60 denied;16;"},
    {"The army said the figure of 60 dead is wrong. Sixteen people died.", "60 denied;16;"},
    {"They had the task of killing the mayor, Judge Ana Bek and two clerks. Nine guards died.", "9;"},
    {"At least 16 people, not 60, were killed, police said.", "16;"},
    {"The toll is 16, not 60 as earlier reported, police said.", "16;"},
    {"Twelve people were killed, the association said. The association earlier put the number at ten.",
     "12;10 denied;"},
    {"A radio reported that 30 guards had died. The report later turned out to be a hoax.", "30 denied;"},
    {"Reports said that rebels had killed 20 clerks. Police said the reports were false.", "20 denied;"},
    {"A newspaper said seven clerks had died. It has since retracted the story.", "7 denied;"},
    {"Residents said soldiers killed 12 clerks. The army said the report was false.", "12;"},
    {"Ana Bek said soldiers killed 12 clerks. The army said the report was false.", "12;"},
    {"A radio reported that 30 guards had died. The report was long.", "30;"},
    {"A radio reported that 30 guards had died. Reports that the mayor was hurt were false.", "30;1 denied;"},
};

static Str mark(const Claim *claim)
{
    return claim->stance == STANCE_DENIES ? STR(" denied;") : STR(";");
}

static void a_denied_figure_is_nobodys_and_the_other_stands(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

/* A line that a mail quotes is what it answers; a figure behind the sign alone is more than so many. */
static const FigureCase QUOTED[] = {
    {"A boat sank on Monday. Twelve people died.\n\n> On Sunday you wrote:\n> 5 killed in Dol ambush\n\nRegards",
     "12;5 old;"},
    {"Twelve people died on Monday in Dol.\n\n> Five people died in Ambek.\n\nNo, two guards were hurt there.",
     "12;5 old;2;"},
    {"Raid on Dol on Monday, 3 officers dead.\n\n> 50 people were killed\n> 200 people were hurt", "3;50;200;"},
    {"> Five people were killed in a raid on Dol.\n\nThank you.", "5;"},
};

static Str old_mark(const Claim *claim)
{
    return claim->background ? STR(" old;") : STR(";");
}

static void what_a_mail_quotes_is_told_before(void **state)
{
    (void)state;
    check_figures(QUOTED, COUNT_OF(QUOTED), old_mark);
}

/* What whoever is killed had lived through before is no part of that. */
static const FigureCase OUTLIVED[] = {
    {"A clerk who survived the raid that killed 40 was shot dead on Monday in Dol.", "1;"},
    {"Two guards who had survived the ambush that killed six soldiers were shot dead in Dol.", "2;"},
    {"A man whose brother died in the attack that killed nine people was stabbed to death in Dol.", "1;"},
    {"A clerk who survived the raid that killed 40 said gunmen came at night.", "40;"},
    {"A girl who was hurt in the bombing that killed 40 people died of her wounds.", "1;40;"},
};

static void what_the_dead_had_lived_through_is_another_event(void **state)
{
    (void)state;
    check_figures(OUTLIVED, COUNT_OF(OUTLIVED), old_mark);
}

/* The number that the text says was told before its own. */
static const struct {
    const char *text;
    int64_t replaces;
} REPLACED[] = {
    {"A bomb killed 15 people in Dol on Tuesday, up from an initial count of 12, rescuers said.", 12},
    {"A bomb killed 15 people in Dol on Tuesday, police said. The toll had initially been put at 12.", 12},
    {"A bomb killed 15 people in Dol on Tuesday. Initial reports said 12 had died.", 12},
    {"A bomb killed nine people in Dol on Tuesday, the mayor said. Earlier reports had spoken of 12 dead.", 12},
    {"Nine people died in Dol on Tuesday, the mayor said, correcting an earlier figure of 12.", 12},
    {"The death toll of Tuesday's bombing in Dol has risen to 15 from 12.", 12},
    {"The mayor of Dol lowered the toll of Tuesday's bombing to nine from 12.", 12},
    {"A bomb killed 15 people in Dol on Tuesday and 12 guards were hurt, police had said earlier.", 0},
    {"A bomb killed 15 people in Dol on Tuesday. A year ago 12 people died there.", 0},
    {"A bomb killed 15 people in Dol on Tuesday. Twelve people were hurt, up from nine.", 0},
};

static void what_was_told_before_is_kept_beside_the_toll(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(REPLACED); i++) {
        const Analysis *a = analyse(arena, str_from(REPLACED[i].text));
        int64_t replaces = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            replaces = a->claims[k].replaces > replaces ? a->claims[k].replaces : replaces;
        if (replaces != REPLACED[i].replaces)
            print_error("%s: %d\n", REPLACED[i].text, (int)replaces);
        assert_int_equal(replaces, REPLACED[i].replaces);
    }
    arena_destroy(arena);
}

/* A heading over what its text tells of older times. */
static const FigureCase HEADINGS[] = {
    {"Shells hit a market in Dol on Tuesday, killing 12 people.\n\nOver 100 killed\n\nMore than 100 civilians have been killed "
     "since the war began in March.",
     "12;101 old;101 old;"},
    {"Shells hit a market in Dol on Tuesday, killing more than 100 people.\n\nOver 100 killed\n\nMore than 100 civilians have "
     "been killed since the war began in March.",
     "101;101;101 old;"},
    {"Shells hit a market in Dol on Tuesday, killing 12 people.\n\nOver 30 hurt\n\nDoctors said more than 30 people were hurt.",
     "12;31;31;"},
};

static void a_heading_is_as_old_as_what_it_heads(void **state)
{
    (void)state;
    check_figures(HEADINGS, COUNT_OF(HEADINGS), old_mark);
}

/* Others told right behind those of a period, without a time of their own. */
static const FigureCase MORE[] = {
    /* in another paragraph too, where they are said to be of those */
    {"Nine clerks died in a raid on Monday.\n\nIt rained.\n\nMore than 1,690 clerks were killed in the first half of 2025, Ana Bek said.\n\nOut "
     "of the casualties 149 clerks were killed in air raids.",
     "9;1691 old;149 old;"},
    /* as many as were told are those, whatever came of it */
    {"The toll of the mine fire in Goma rose to 282. Unions called a strike in protest against the disaster that killed "
     "at least 282 people.",
     "282;282;"},
    {"The toll of the mine fire in Goma rose to 282. It recalled the fire that killed 90 people.", "282;90 old;"},
    {"A bomb killed 12 people on Tuesday. In June alone 78 people were killed. Another 189 were wounded.",
     "12;78 old;189 old;"},
    {"A bomb killed 12 people on Tuesday. In June alone 78 people were killed. Another 15 were wounded on Tuesday.",
     "12;78 old;15;"},
    {"A bomb hit a market in Dol on Tuesday. On Wednesday rebels killed nine guards. In one of the deadliest attacks of the eight-month civil "
     "war, 80 people were killed in the market, a report said.",
     "9;80;"},
    {"A bomb killed nine guards in Dol on Tuesday. The war has displaced two million people.", "9;2000000 old;"},
    {"A bomb killed nine guards in Dol on Tuesday. Fighting in the town has displaced 20,000 people.", "9;20000;"},
    {"Guards shot 80 people at the mill on Tuesday. At least 84 people were killed, doctors said, and the death toll in nearly five months of "
     "war passed 20,000.",
     "80;84;"},
    {"More than 90 people were killed, bringing the toll since the beginning of the Dol-Ambek war to more than 20,000.",
     "91;20001 old;"},
    {"A bomb hit a market in Dol on Tuesday. On Wednesday rebels killed nine guards. In the eight-month civil war, 80 people were killed in "
     "the town, a report said.",
     "9;80 old;"},
    {"A bomb killed 12 people in Dol on Tuesday. In October a similar attack hit a market in Ambek. A clinic said nine boys died in the attack.",
     "12;9 old;"},
    {"A bomb killed 12 people in Dol on Tuesday. In October a fair was held in Ambek. A clinic said nine boys died in the attack.",
     "12;9;"},
    {"A bomb killed 12 people on Tuesday. In June alone 78 people were killed. The shops stayed shut. Another 15 were "
     "wounded.",
     "12;78 old;15;"},
    /* over sentences of harm, to what another event did; "the raid also" goes on with it */
    {"A convoy was ambushed near Dol on Tuesday. Two of the drivers were hurt. The road was shut. In October, a similar convoy was attacked near "
     "Ambek. The attack was by 60 men with rockets. Five clerks were killed.\n\nThe attack also left two guards dead. In reply, soldiers killed "
     "six raiders.",
     "2;5 old;2 old;6 old;"},
    {"A convoy was ambushed near Dol on Tuesday. Two of the drivers were hurt. The road was shut. In October, a fair was held in Ambek. Five "
     "clerks were killed on the road.",
     "2;5;"},
    /* what an operation of days had */
    {"Eight guards were killed by a mine in Dol on Tuesday. They came from the woods. The road was shut. Five rebels were killed in the "
     "three-day-long operation and one guard also lost his life.",
     "8;5 old;1 old;"},
    {"Five rebels were killed in a three-day operation in Dol, police said on Tuesday. A guard was hurt.", "5;1;"},
    /* what a record is measured against, told behind it */
    {"A bomb killed 40 people on Tuesday. The mayor came. It was the deadliest attack since May 2011, when a lorry blew up there. More than 300 "
     "people died in that attack.",
     "40;301 old;"},
    {"A bomb killed 40 people on Tuesday. The mayor came. Nine guards died in that attack, he said.", "40;9;"},
    {"A bomb hit a mill on Tuesday. Two clerks were hurt. The band last week claimed responsibility for a siege of a hotel that killed nine people.",
     "2;9 old;"},
    /* what goes on with the mark's own subject */
    {"The attack occurred after prayers ended, and left nine people dead.", "9;"},
    /* for whom people had met where it struck */
    {"A shell hit a hall on Tuesday at a wake for a guard who was killed in the early days of the war. Nine people died.",
     "1 old;9;"},
    {"A shell hit a hall on Tuesday when they met for a service for a deceased clerk. Nine people died.", "1 old;9;"},
    {"A shell hit a hall that had opened for a dead guard's wake. Nine people died.", "1 old;9;"},
    {"In June alone 78 people were killed. A bomb killed 12 people on Tuesday. Another 15 were wounded.",
     "78 old;12;15;"},
};

/* Others told as what came before, or as what somebody is known for, where the report has told its own first. */
static const FigureCase OTHERS[] = {
    /* the year of a record is not the day of who died */
    {"At least 12 guards were killed in clashes in Dol, marking one of the most violent confrontations since the fall of the "
     "port in 2021.",
     "12;"},
    {"Nine tourists were killed when gunmen opened fire in Dol, the first attack of 2026 on tourists.", "9;"},
    {"A bomb killed 12 people on Tuesday. It was the deadliest attack in Dol since the 2019 hotel siege, which killed 45 people.",
     "12;45 old;"},
    {"A bomb killed 12 people in Dol on Tuesday. Officials blamed rebels for the attack, which took place the day after a barrage across "
     "the land killed at least 45 clerks.",
     "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. In that earlier attack 45 people died.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. Forty-five people were killed in the previous attack.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. A similar attack on the market left 45 people dead.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The last such attack killed 45 people.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The last time the market was hit, 45 people died.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The group also carried out the hotel siege, which killed 45 people.",
     "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The group is best known for the siege in which 45 people died.",
     "12;45 old;"},
    {"Gunmen killed Tomas Beltranez on Tuesday. The band is blamed for several raids that killed Ivo Sol.", "1;1 old;"},
    {"Gunmen killed Tomas Beltranez on Tuesday. The band is blamed for several raids that killed Ivo Beltranez.",
     "1;1;"},
    {"Gunmen hurt Tomas Beltranez on Tuesday. The band is blamed for several raids that killed Ivo Sol.", "1;1 old;"},
    {"A bomb killed 12 people on Tuesday. The group gained notoriety when it killed 45 people at a hotel.",
     "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. The mosque was rebuilt after a blast that killed 45 "
     "people.",
     "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. A guard died after a blast that hurt 45 people.", "12;1;45;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. Mines have killed 300 people in the province.",
     "12;300 old;"},
    {"A storm killed 12 people on Tuesday, seven years after Vera. About 1,800 people died then.", "12;1620 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. Mines have killed 300 people and injured 500.",
     "12;300 old;500 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. The blast killed 300 people.", "12;300;"},
    {"Twelve clerks died on Tuesday. The shops were shut. Guards came. Some 300 people were killed.", "12;270;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. In all, 300 people were killed.",
     "12;300;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. Rebels said that 300 people were killed.",
     "12;300;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. Twenty people died.", "12;20;"},
    {"A bomb killed 12 people on Tuesday. Guards had come after gunmen killed 45 people.", "12;45;"},
    {"A bomb killed 12 people on Tuesday. Shops were shut. Guards came. He escaped a raid that killed 45 of his men.",
     "12;1;45 old;"},
    {"A bomb killed 12 people on Tuesday. Residents remember the night when 45 people were killed.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. By comparison, the Oster blast killed 45 people.", "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. It went off near the hotel where 45 people were killed in a siege.",
     "12;45 old;"},
    {"A bomb killed 12 people on Tuesday. The group has killed at least 450 people.", "12;450 old;"},
    {"A bomb killed 12 people on Tuesday. Attacks by the group have killed at least 450 people.", "12;450 old;"},
    {"A quake killed 12 people on Tuesday. More than 23,000 people were killed in that earlier temblor.",
     "12;23001 old;"},
    {"A quake killed 12 people on Tuesday. It was the strongest since the 1976 quake, which killed 24,000 people.",
     "12;24000 old;"},
    {"A storm killed 12 people in Dol, as the country recovers from a flood that killed 300.", "12;300 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. Last month, gunmen attacked a village. Thirty people "
     "died and 40 were wounded.",
     "12;30 old;40 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. It follows Saturday's bombing in Dol. Thirty people died "
     "there.",
     "12;30 old;"},
    {"A bomb killed 12 people on Tuesday. The shops were shut. Guards came. It follows Saturday's bombing in Dol. Thirty people died.",
     "12;30;"},
    {"Four clerks were shot at a funeral. It rained. Juan Sol was killed in a motorcycle crash.", "4;1 old;"},
    {"Four clerks were hurt at a funeral. It rained. Juan Sol was killed in a motorcycle crash.", "4;1;"},
    {"The city was shaken by a blast that killed 45 people.", "45;"},
    {"Guards came after a blast that killed 45 people. Officials said that 48 people had died.", "45;48;"},
    {"A bomb killed 12 people on Tuesday. Guards came after a blast that killed 12 people.", "12;12;"},
    {"A bomb killed 12 people on Tuesday. A similar attack on Wednesday killed nine people.", "12;9;"},
    /* the only figure, of long ago, where the report opens with talks, is none of the report's own */
    {"Talks with the rebels went on amid attacks on posts. They met in Dol. The mayor spoke. It rained. In 2019 the rebels killed 40 people "
     "at a court.",
     "40 old;"},
};

/* What goes on behind a sentence of the long past tells of it, also where a report is three sentences long. */
static const FigureCase GOES_ON[] = {
    {"A bomb killed 12 people in Dol on Tuesday. In 2002, rebels took 80 people hostage in Dol. Guards stormed the hall and 30 "
     "people were killed.",
     "12;80 old;30 old;"},
    {"A bomb killed 12 people in Dol on Tuesday. In 2002, rebels took 80 people hostage in Dol. Guards stormed the hall. Thirty "
     "people were killed.",
     "12;80 old;30 old;"},
    {"A bomb killed 12 people in Dol. In 2002, a bomb hit a hall in Dol. Thirty people were killed.", "12;30 old;"},
    {"A bomb killed 12 people in Dol on Tuesday. In 2002, a bomb hit a hall in Dol. Thirty people were hurt on Tuesday.",
     "12;30;"},
    {"A bomb killed 12 people in Dol on Tuesday. In 2002, a bomb hit a hall in Dol.\n\nThirty people were hurt.",
     "12;30;"},
    {"A man was jailed on Tuesday. In 2002, he set fire to a hall in Dol. Thirty people were killed.", "1;30;"},
};

static void what_goes_on_behind_the_past_is_past(void **state)
{
    (void)state;
    check_figures(GOES_ON, COUNT_OF(GOES_ON), old_mark);
}

/* A time that is long past, though not told when, by what a claim is dated. */
static const FigureCase VAGUE[] = {
    {"A bomb hurt two clerks in Dol on Tuesday. The son of Ana Bek was killed there only a few months ago.",
     "2;1 old;"},
    {"A bomb hurt two clerks in Dol on Tuesday. The son of Ana Bek was killed there several years ago.", "2;1 old;"},
    {"A bomb hurt two clerks in Dol on Tuesday. The son of Ana Bek was killed there a few days ago.", "2;1;"},
    {"A bomb hurt two clerks in Dol on Tuesday. A man who was held a few years ago was killed.", "2;1;"},
    /* told as what something came weeks after, behind others of the report's own */
    {"Rebels killed 21 clerks in Dol on Tuesday. The town went into mourning two weeks after 22 guards of Ambek were killed.",
     "21;22 old;"},
    {"Rebels killed 2 clerks in Dol on Tuesday. The town went into mourning two weeks after 22 guards of Ambek were killed.",
     "2;22;"},
    {"The town went into mourning two weeks after 22 guards of Ambek were killed.", "22;"},
};

static void what_happened_months_ago_is_old(void **state)
{
    (void)state;
    check_figures(VAGUE, COUNT_OF(VAGUE), old_mark);
}

static void what_came_before_is_old_beside_the_own_figure(void **state)
{
    (void)state;
    check_figures(OTHERS, COUNT_OF(OTHERS), old_mark);
}

static void others_are_of_the_period_of_those_told_before(void **state)
{
    (void)state;
    check_figures(MORE, COUNT_OF(MORE), old_mark);
}

/* A first estimate gives way to what the report tells else, whoever tells it. */
static const FigureCase ESTIMATES[] = {
    {"Divers had found 33 bodies by Friday, the prefecture said. A first estimate of 150 dead, made at noon, was not "
     "confirmed.",
     "33;150 former;"},
    {"Early reports put the dead at 150, but divers found 33 bodies.", "150 former;33;"},
    {"A ferry sank and 15 people were missing. All 15 missing were found alive.", "15 former;0;"},
    {"All of the missing have been found. The 15 clerks had been missing since Monday.", "0;15 former;"},
    {"All 15 missing were found alive, but nine others are missing on Thursday.", "0;9;"},
    {"A first estimate of 150 dead was given by the mayor.", "150;"},
};

static Str former_mark(const Claim *claim)
{
    return claim->former ? STR(" former;") : STR(";");
}

static void a_first_estimate_gives_way(void **state)
{
    (void)state;
    check_figures(ESTIMATES, COUNT_OF(ESTIMATES), former_mark);
}

static void what_is_long_past_is_no_news_when_told_again(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool old; /* the last attack */
    } AGAIN[] = {
        {"He was held on Friday for the killing of clerk Ana Diaz in 2011. The clerk was stabbed at home. A guard was "
         "shot dead on Friday.",
         false},
        {"A guard was shot dead on Friday. He was held for the killing of clerk Ana Diaz in 2011. The clerk was "
         "stabbed at home.",
         true},
        {"A guard was shot dead on Friday. He was held for the killing of clerk Ana Diaz in 2011. The guard was shot at home.",
         false},
        {"A guard was shot dead on Friday. He was held for the killing of clerk Ana Diaz in 2011. The clerk Ana Diaz "
         "was kidnapped.",
         false},
    };
    for (size_t i = 0; i < COUNT_OF(AGAIN); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(AGAIN[i].text));
        bool old = false;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_ATTACK)
                old = a->claims[k].background;
        if (old != AGAIN[i].old)
            print_error("%s\n", AGAIN[i].text);
        assert_int_equal(old, AGAIN[i].old);
        arena_destroy(arena);
    }
}

/* A toll of a year is of a campaign, but not of the one deed that somebody is tried for. */
static void what_somebody_is_tried_for_is_of_no_campaign(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool campaign;
    } TOLLS[] = {
        {"A man was sentenced on Friday for a raid in 2014 that killed two clerks.", false},
        {"A man pleaded guilty to charges stemming from a raid in 2014 that killed two clerks.", false},
        {"A raid in 2014 killed two clerks.", true},
    };
    for (size_t i = 0; i < COUNT_OF(TOLLS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TOLLS[i].text));
        bool campaign = false;
        for (size_t k = 0; k < a->claim_count; k++)
            campaign = campaign || a->claims[k].campaign;
        if (campaign != TOLLS[i].campaign)
            print_error("%s\n", TOLLS[i].text);
        assert_int_equal(campaign, TOLLS[i].campaign);
        arena_destroy(arena);
    }
}

/* A page of history opens with its year; what follows without a time is of that year. */
static void what_follows_an_opening_year_is_of_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *first; /* day of the dead */
    } OPENINGS[] = {
        {"On this day in 1968, troops came to Dol. It is called the Dol massacre.\n\nOver 500 clerks were slaughtered.",
         "1968-01-31"},
        {"In 1968, troops came to Dol. On Monday nine clerks died there.", "2026-01-26"},
        {"Victim of 1968 raid on Dol wants a medal. Nine clerks died there.", "2026-01-31"},
        {"Troops came to Dol, which they had left in 1968. Nine clerks died there.", "2026-01-31"},
    };
    for (size_t i = 0; i < COUNT_OF(OPENINGS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(OPENINGS[i].text));
        Day first = DAY_NONE;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY)
                first = a->claims[k].window.first;
        if (first != day_parse(str_from(OPENINGS[i].first)))
            print_error("%s\n", OPENINGS[i].text);
        assert_int_equal(first, day_parse(str_from(OPENINGS[i].first)));
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_follows_an_opening_year_is_of_it),
                                       cmocka_unit_test(what_was_told_before_is_kept_beside_the_toll),
                                       cmocka_unit_test(what_the_dead_had_lived_through_is_another_event),
                                       cmocka_unit_test(what_somebody_is_tried_for_is_of_no_campaign),
                                       cmocka_unit_test(a_denied_figure_is_nobodys_and_the_other_stands),
                                       cmocka_unit_test(what_a_mail_quotes_is_told_before),
                                       cmocka_unit_test(a_heading_is_as_old_as_what_it_heads),
                                       cmocka_unit_test(a_heading_is_as_old_as_what_it_heads),
                                       cmocka_unit_test(others_are_of_the_period_of_those_told_before),
                                       cmocka_unit_test(what_came_before_is_old_beside_the_own_figure),
                                       cmocka_unit_test(what_happened_months_ago_is_old),
                                       cmocka_unit_test(what_goes_on_behind_the_past_is_past),
                                       cmocka_unit_test(a_first_estimate_gives_way),
                                       cmocka_unit_test(what_is_long_past_is_no_news_when_told_again)};
    return cmocka_run_group_tests(tests, load, unload);
}
