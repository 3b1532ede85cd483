/* What all claims have in common: here, the days that they are of. */
#include "extract/english_for_tests.h"

/* A report published on Monday 16 November 2026 or, where it says itself when it was written, nowhere; and the days of its
 * last figure of people, ".." for none. */
static const struct {
    const char *text;
    const char *published;
    const char *days;
} ROWS[] = {
    /* a dateline tells when the report was written */
    {"RIFFA, Nov. 14 (Agency) - A bomb killed six people in Sirte on Friday.", "2026-11-14", "2026-11-13..2026-11-13"},
    {"RIFFA, 14 November 2026 - A bomb killed six people on Friday.", "", "2026-11-13..2026-11-13"},
    {"RIFFA, Nov. 14 (Agency) - A bomb hit a bus. The blast was heard on Friday.\n\nSix people were killed.",
     "2026-11-14", "2026-11-13..2026-11-13"},
    {"RIFFA, Nov. 14 (Agency) - A bomb hit a bus. It was a red one. It burned. Police had come on Friday.\n\nSix people "
     "were killed.",
     "2026-11-14", "2026-11-14..2026-11-14"},
    /* when it was said is no day of the event where another is told for it */
    {"A bomb killed six people in Sirte, police said on Saturday. The attack took place on Thursday.", "2026-11-15",
     "2026-11-12..2026-11-12"},
    {"A bomb killed six people in Sirte, police said on Saturday. The mayor came on Thursday.", "2026-11-15",
     "2026-11-14..2026-11-14"},
    {"A bomb killed six people in Sirte and hurt nine. It went off at noon, police said. The nine had come by bus. Two of the wounded left on Saturday.",
     "2026-11-15", "2026-11-15..2026-11-15"},
    /* a relative clause has a day of its own */
    {"On Saturday police reached men who shot six people in Sirte, a town in the far south of the land, on Thursday.",
     "2026-11-15", "2026-11-12..2026-11-12"},
    /* so does the stamp of a post */
    {"[14.11.26 07:12] A drone killed two people this morning.", "", "2026-11-14..2026-11-14"},
    {"[14.11.26 07:12] A shop burned.\n[15.11.26 08:02] Shelling killed three people.", "", "2026-11-15..2026-11-15"},
    {"14 November 2026\nA shop burned.\n\n15 November 2026\nShelling killed three people last night.", "2026-11-16",
     "2026-11-14..2026-11-14"},
    /* up to when was counted, and since when */
    {"As of 15 November, 120 people had been killed since 1 November.", "2026-11-16", "2026-11-01..2026-11-16"},
    {"Some 45 people have been killed since the start of the siege on 1 November.", "2026-11-16",
     "2026-11-01..2026-11-16"},
    {"Since two clerks were killed on Friday, shops are shut.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* so long after a day */
    {"Two days after the raid of 10 Nov, raiders killed six people.", "2026-11-16", "2026-11-12..2026-11-12"},
    {"Goma/Beni: A day after nine clerks were killed, the mayor held a meeting. On Sunday afternoon a bomb hit a bus.",
     "2026-11-16", "2026-11-15..2026-11-15"},
    {"A day after nine clerks were killed, a bomb hit a bus. The bus was hit on Sunday.", "2026-11-16",
     "2026-11-14..2026-11-14"},
    {"A day after the 10 November raid, which left a mill in ruins, six people were killed.", "2026-11-16",
     "2026-11-11..2026-11-11"},
    {"Raiders killed six people in Sirte, two days after a raid on 10 November.", "2026-11-16",
     "2026-11-12..2026-11-12"},
    {"Two days after a raid on 10 November killed six people, shops opened.", "2026-11-16", "2026-11-10..2026-11-10"},
    {"Six people were killed on Friday, two days after a raid on 10 November.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Six people were killed two weeks after a raid on 10 November.", "2026-11-16", ".."},
    {"Six people were killed two days before Friday's vote.", "2026-11-16", "2026-11-11..2026-11-11"},
    {"Six people were killed on Wednesday, two days before the vote on Friday.", "2026-11-16",
     "2026-11-11..2026-11-11"},
    /* the days of a toll are not those of who raised it, nor the other way round */
    {"Six people died on Friday, bringing to 40 the number killed since 1 November.", "2026-11-16",
     "2026-11-01..2026-11-16"},
    {"Six people were killed, three more than the day before.", "2026-11-16", "2026-11-16..2026-11-16"},
    /* harm that was done is over: a month is the last of its name, an hour of the day that another clock tells */
    {"Gunmen killed six people in the old town in March, police said.", "2026-11-16", "2026-03-01..2026-03-31"},
    {"A raid killed three clerks in March 2021. Eleven were hurt.", "2026-11-16", "2021-03-01..2021-03-31"},
    {"A raid killed three clerks in March 2021. Eleven were hurt on Monday.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"A raid killed three clerks last week. Eleven were hurt in March 2021. Two have died.", "2026-11-16",
     "2026-11-09..2026-11-15"},
    {"Crowds met on Monday to mark the tenth anniversary of the raid that killed nine clerks.", "2026-11-16", ".."},
    {"The town on Monday marked ten years since a bomb killed nine clerks.", "2026-11-16", ".."},
    {"A raid killed nine clerks on Monday, on the anniversary of the town.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"Six people were shot dead in the old town in December, a court heard.", "2026-11-16", "2025-12-01..2025-12-31"},
    {"Six people were killed at 2 a.m. (2300 GMT Friday).", "2026-11-16", "2026-11-14..2026-11-14"},
    {"Six people were killed in the night from Friday to Saturday.", "2026-11-16", "2026-11-13..2026-11-14"},
    {"Six people were killed on the 3rd in the old town.", "2026-11-16", "2026-11-03..2026-11-03"},
    /* when was counted, not when it was told */
    {"Monitors documented 45 deaths last month.", "2026-11-16", "2026-10-01..2026-10-31"},
    {"Eleven murders were recorded in the first five days of September.", "2026-11-16", "2026-09-01..2026-09-05"},
    {"The ministry reported 12 deaths in October.", "2026-11-16", "2026-10-01..2026-10-31"},
    {"Between 2 and 8 November monitors recorded 14 raids in which 95 people died.", "2026-11-16",
     "2026-11-02..2026-11-08"},
    {"Monitors said in October nine people had died in raids.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"The ministry reported in October that 12 people had died.", "2026-11-16", "2026-11-16..2026-11-16"},
    /* a day in a clause of the figure's own; whose a day is, is no day up to which was counted; nothing happened when somebody was born */
    {"The mission confirmed one casualty: a clerk who was hurt by a shell on 2 November.", "2026-11-16",
     "2026-11-02..2026-11-02"},
    {"The number of people killed by Friday's bombing in Sirte rose to 27 on Monday.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Shells fell on Friday. Six people died, two of them children born in 2014 and 2019.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"The mayor had the market shelled in 2024. Forty people died that day.", "2026-11-16", ".."},
    /* what is found was found on a day; what is said was said on one */
    {"On 2 November, the bodies of two farmers were found near Sirte.", "2026-11-16", "2026-11-02..2026-11-02"},
    {"A raid killed two clerks on Friday. On 2 November, the bodies of two farmers were discovered.", "2026-11-16",
     "2026-11-02..2026-11-02"},
    {"The mayor said on 2 November that two farmers had been killed.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"A bomb killed nine clerks on Thursday. The mayor said that nine had been killed, at a press conference on Saturday.",
     "2026-11-16", "2026-11-12..2026-11-12"},
    /* what was said "at the time" is of what the sentence before tells, in another paragraph too */
    {"A boat sank on Sunday.\n\nAnother boat sank on 2 November.\n\nThe mission said at the time that nine people had died.",
     "2026-11-16", "2026-11-02..2026-11-02"},
    {"A boat sank on Sunday.\n\nAnother boat sank on 2 November.\n\nThe mission said that nine people had died on the boat.",
     "2026-11-16", "2026-11-15..2026-11-15"},
    /* what was said in a week that is over happened by then */
    {"Last week the army said it had killed nine rebels.", "2026-11-16", "2026-11-09..2026-11-15"},
    {"Last week the army said it had killed nine rebels on 10 November.", "2026-11-16", "2026-11-10..2026-11-10"},
    /* when a toll was so is no day of the event where another is told for it */
    {"The death toll of a quake in Sirte rose to nine on Monday. The quake struck on Friday.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"The death toll from Friday's quake in Sirte rose to nine on Monday.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Crews searched the streets hit by Friday's quake. Nine clerks died.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* an hour of a weekday and the date behind it are one day */
    {"Nine clerks were shot shortly before 4:45 p.m. on Tuesday, November 3, in the old town.", "2026-11-16",
     "2026-11-03..2026-11-03"},
    {"Shortly before 4:45 p.m. on Tuesday, November 3, police went to a mill. Nine clerks were shot.", "2026-11-16",
     "2026-11-03..2026-11-03"},
    /* told behind the figure without another: when it happened, or when they came who did it */
    {"Nine clerks were killed in a raid, police said on Sunday. It happened on Friday.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Nine clerks were killed in a raid, police said on Sunday. The gunmen came on Friday at dusk.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Nine clerks were killed in a raid, police said on Sunday. The Friday raid was the third.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    /* so much earlier or later than a day told */
    {"Shells killed nine clerks the day before talks opened on Friday.", "2026-11-16", "2026-11-12..2026-11-12"},
    {"The day after talks opened on Thursday, shells killed nine clerks.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Two days after a raid, which killed nine clerks on Friday, shops were shut.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Hours after talks opened on Friday, shells killed nine clerks.", "2026-11-16", ".."},
    {"Five hours after talks opened on Friday, shells killed nine clerks.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"On Friday, the day after nine clerks were killed, shops were shut.", "2026-11-16", "2026-11-12..2026-11-12"},
    /* what goes on since a day, in the perfect */
    {"Fighting that broke out in Sirte on Friday has killed nine clerks.", "2026-11-16", "2026-11-13..2026-11-16"},
    {"Fighting broke out in Sirte on Friday. Nine clerks have been killed.", "2026-11-16", "2026-11-13..2026-11-16"},
    {"Fighting broke out in Sirte on Friday. Nine clerks were killed.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* the days of another figure */
    {"A bomb killed nine clerks, and 400 since January.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"Nine clerks died in Sirte, two on Sunday.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"A bomb killed nine clerks and two guards on Sunday.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"After 57 people died on Friday, a blast killed eight on Sunday.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"After 57 deaths on Friday, shelling killed eight people.", "2026-11-16", "2026-11-13..2026-11-16"},
    {"After he was shot on Friday, a clerk died on Sunday.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"Two clerks died on Sunday after nine people were killed on Friday.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Nine people were killed, the highest toll in a day since 9 November.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"After raiders stormed the mill on Friday, eight people were killed.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Sunday's raid was the worst since May, when raiders killed nine clerks.", "2026-11-16", "2026-05-01..2026-05-31"},
    {"Sunday's raid was the worst since 2024, in which 60 clerks were killed.", "2026-11-16", "2024-01-01..2024-12-31"},
    {"Sunday's raid on a mill, when nine clerks died, was the worst since May.", "2026-11-16",
     "2026-11-15..2026-11-15"},
    {"Raiders killed nine clerks in the worst attack since May.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"The worst raid of recent times was in May, when raiders killed nine clerks.", "2026-11-16",
     "2026-05-01..2026-05-31"},
    {"Mourners on Sunday buried two clerks killed on Friday.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* what came of an event has another day than the event */
    {"The town buried its dead on Sunday after a quake that killed nine clerks.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"Crews ended their search on Sunday at the site of a fire that killed nine clerks.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"The search for those under a mill in Sirte was ended on Sunday, with nine clerks dead.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"The mill reopened on Sunday after a fire that killed nine clerks.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"On Sunday the town buried its dead after a quake. Nine clerks died in it.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"On Sunday the town buried its dead after Friday's quake. Nine clerks died in it.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Nine clerks were shot on Sunday, and a man was charged with murder. Nine clerks are in hospital with wounds.",
     "2026-11-16", "2026-11-15..2026-11-15"},
    {"A bomb killed nine clerks on Sunday at a funeral for a judge.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"Crews fled on Sunday after a fire that killed nine clerks.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"A slide buried a mill on Sunday and killed nine clerks.", "2026-11-16", "2026-11-15..2026-11-15"},
    {"Six people were killed on Thursday, Friday and Saturday.", "2026-11-16", "2026-11-12..2026-11-14"},
    {"Six people were killed on Nov. 11, 12 and 13.", "2026-11-16", "2026-11-11..2026-11-13"},
    {"Six people were killed on Nov. 11.", "2026-11-16", "2026-11-11..2026-11-11"},
    {"Six people were killed from 3 November until Friday.", "2026-11-16", "2026-11-03..2026-11-13"},
    {"A mill burned in October. Six people were killed that day.", "2026-11-16", ".."},
    /* the night before, the eve, part of a month, feasts */
    {"Six people were killed overnight.", "2026-11-16", "2026-11-15..2026-11-16"},
    {"Six people were killed on the eve of the Nov. 10 vote.", "2026-11-16", "2026-11-09..2026-11-09"},
    {"Six people were killed on the eve of the vote on 10 November.", "2026-11-16", "2026-11-09..2026-11-09"},
    {"Six people were killed in the first week of the month.", "2026-11-16", "2026-11-01..2026-11-07"},
    {"Six people were killed in the second week of last month.", "2026-11-16", "2026-10-08..2026-10-14"},
    {"In May, six people were killed in Sirte.", "2026-03-05", "2025-05-01..2025-05-31"},
    {"As recently as May, six people were killed in Sirte.", "2026-11-16", "2026-05-01..2026-05-31"},
    {"From 1 to 14 November, the office recorded 18 casualties: ten killed and eight hurt.", "2026-11-16",
     "2026-11-01..2026-11-14"},
    {"Six people were killed during Ramadan.", "2026-11-16", "2026-02-17..2026-03-20"},
    {"Six people were killed during Ramadan last year.", "2026-11-16", "2025-02-28..2025-03-31"},
    {"Six people were killed on the third day of Eid al-Adha.", "2026-11-16", "2026-05-28..2026-05-30"},
    {"Six people were killed on the eve of Ashura.", "2026-11-16", "2026-06-24..2026-06-26"},
    {"Six people were killed on Christmas Day.", "2026-11-16", "2025-12-25..2025-12-25"},
    {"Six people were killed on Orthodox Easter.", "2026-11-16", "2026-04-12..2026-04-12"},
    {"The Easter bombings killed six people in Sirte in 2019.", "2026-11-16", "2019-04-21..2019-04-21"},
    {"He drove at New Year's Eve revellers on Friday, killing six people.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* another day than the report's, not known which */
    {"Six people were killed some days ago.", "2026-11-16", ".."},
    {"Six people were killed on the eve of the feast.", "2026-11-16", ".."},
    {"Twelve people have been killed in recent weeks.", "2026-11-16", ".."},
    {"Six people were killed, police said. The centre had been shut some days ago.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    /* when somebody spoke is no day of what the next sentence tells */
    {"A bomb in Sirte on Friday killed nine clerks, police said on Saturday. Three others were wounded.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Nine clerks were killed in Sirte, police said on Saturday. Three others were wounded.", "2026-11-16",
     "2026-11-14..2026-11-14"},
    {"Nine clerks were killed in Sirte, police said on Saturday. Gunmen stormed the inn on Friday night.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"Nine clerks were killed in Sirte, police said on Saturday. Gunmen shot four guards on Friday night. Two have died.",
     "2026-11-16", "2026-11-13..2026-11-13"},
    {"The mayor said on Saturday: \"Nine clerks were killed here yesterday.\"", "2026-11-16", "2026-11-13..2026-11-13"},
    {"In a statement on Friday's explosion the army said that nine clerks had died.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    /* of two counts that share a verb each has its day */
    {"Gunmen killed nine clerks in Sirte on Thursday and four more on Friday.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Nine clerks died on Thursday and four on Friday.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* what a place or something else went through has a day of its own */
    {"Gunmen killed a judge in Sirte, Omar Bek, who took office in January 2025.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"A drone killed Omar Bek, who took part in the October 7 raid on Derna.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"Storm Sandra, which came ashore on Friday, has killed nine clerks.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Nine clerks were killed in Sirte, a town that was retaken by the army last week.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"Nine clerks were killed in Sirte, a town that saw a similar attack on Friday.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"Nine clerks were killed in an attack that took place on Friday.", "2026-11-16", "2026-11-13..2026-11-13"},
    {"Despite a truce that began on Friday, nine clerks were killed in Sirte on Sunday.", "2026-11-16",
     "2026-11-15..2026-11-15"},
    {"Gunmen who stormed an inn on Friday killed nine clerks.", "2026-11-16", "2026-11-13..2026-11-13"},
    /* a verdict and what it is on */
    {"A man was jailed for life on Friday for shooting nine clerks dead in Sirte on 7 October 2024.", "2026-11-16",
     "2024-10-07..2024-10-07"},
    {"A court jailed a man for life on Friday for killing nine clerks. He opened fire at an inn on 7 October 2024.",
     "2026-11-16", "2024-10-07..2024-10-07"},
    {"A jury on Friday indicted a man in the December 19 killing of a clerk.", "2026-11-16", "2025-12-19..2025-12-19"},
    {"A clerk was convicted in 2019 of killing nine clerks in a raid.", "2026-11-16", "2019-01-01..2019-12-31"},
    {"A clerk was convicted in 2019 of killing nine clerks in a raid in 2015.", "2026-11-16", "2015-01-01..2015-12-31"},
    /* the place in a row has a day of its own, and so has what comes behind "and" */
    {"The raid, the third on Sirte since January, killed nine clerks on Friday.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    {"The third raid on Sirte since January killed nine clerks.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"Nine clerks were killed in Sirte, and on Saturday the mayor resigned.", "2026-11-16", "2026-11-16..2026-11-16"},
    {"A raid on Sirte on Friday killed nine clerks and by Sunday all shops were shut.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    /* a deed that is called after its day */
    {"The inquiry into the 11 October crash that killed nine clerks opened on Friday.", "2026-11-16",
     "2026-10-11..2026-10-11"},
    {"On Friday divers reached the ferry that sank with nine clerks aboard. Nine clerks died.", "2026-11-16",
     "2026-11-13..2026-11-13"},
    /* so long ago, so long before */
    {"The mayor resigned on Friday, a day after a bridge fell, killing nine clerks.", "2026-11-16",
     "2026-11-12..2026-11-12"},
    {"It has been four days since a lorry hit a crowd, killing nine clerks.", "2026-11-16", "2026-11-12..2026-11-12"},
    {"Nine clerks died in the raid on Sirte, which came a day before talks on Friday.", "2026-11-16",
     "2026-11-12..2026-11-12"},
    /* days of other calendars, and days only told to be earlier */
    {"Nine clerks were killed in Sirte on 12 Esfand 1404.", "2026-03-05", ".."},
    {"Nine clerks were killed in Sirte on 7 Shawwal.", "2026-11-16", ".."},
    {"A raid killed two guards on Friday. A few days earlier, nine clerks were killed.", "2026-11-16", ".."},
    /* so long after others were killed, on a day of its own */
    {"Two weeks after six guards were killed in Derna on 22 October, gunmen killed nine clerks on Friday.",
     "2026-11-16", "2026-11-13..2026-11-13"},
    /* what happened again did not on the day of weeks before, but as news */
    {"On 22 October gunmen raided Sirte, killing nine. Gunmen struck again, wounding two.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"Raiders killed nine clerks in Sirte on 22 October. The raiders returned and killed two guards.", "2026-11-16",
     "2026-11-16..2026-11-16"},
    {"On Sunday gunmen raided Sirte, killing nine. They struck again, wounding two.", "2026-11-16",
     "2026-11-15..2026-11-15"},
    {"On 22 October gunmen raided Sirte, killing nine. They burned a shop, wounding two.", "2026-11-16",
     "2026-10-22..2026-10-22"},
    /* months and parts of them; a season that is over */
    {"Nine clerks were killed in Sirte in September and October.", "2026-11-16", "2026-09-01..2026-10-31"},
    {"Nine clerks were killed in the first half of October.", "2026-11-16", "2026-10-01..2026-10-15"},
    {"Nine clerks were killed this winter.", "2026-03-05", "2025-12-01..2026-02-28"},
    /* before it was evening anywhere, "in the evening" was that of the day before */
    {"Nine clerks were killed in the evening.", "2026-11-16T03:00:00Z", "2026-11-15..2026-11-15"},
    {"Nine clerks were killed in the evening.", "2026-11-16T20:00:00Z", "2026-11-16..2026-11-16"},
    {"A drone hit an inn at night and killed nine clerks.", "2026-11-16T06:00:00Z", "2026-11-15..2026-11-16"},
    {"A drone hit an inn at night and killed nine clerks.", "2026-11-16T22:00:00Z", "2026-11-16..2026-11-16"},
};

static void a_figure_is_of_the_day_that_its_text_says(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Arena *arena = arena_create();
        Document document = {
            .id = STR("x"), .text = str_from(ROWS[i].text), .published = moment_parse(str_from(ROWS[i].published))};
        const Analysis *a = extract_analyse(&language, NULL, &document, arena);
        Buf days = {0};
        Window window = WINDOW_NONE;
        for (size_t c = 0; c < a->claim_count; c++) {
            if (a->claims[c].kind == KIND_CASUALTY)
                window = a->claims[c].window;
        }
        day_write(&days, window.first);
        buf_put(&days, STR(".."));
        day_write(&days, window.last);
        if (!str_equal(buf_str(&days), str_from(ROWS[i].days))) {
            print_error("%s\n  %.*s\n", ROWS[i].text, (int)days.len, days.ptr);
            wrong++;
        }
        buf_free(&days);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_figure_without_a_day_is_of_the_days_that_the_title_names(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *title;
        const char *days;
    } TITLED[] = {
        {"Six people were killed.", "Six people killed", "2026-11-16..2026-11-16"},
        {"Six people were killed.", "Raid of 3 October 2026", "2026-10-03..2026-10-03"},
        {"Six people were killed.", "Victims of November 3 raid named", "2026-11-03..2026-11-03"},
        {"Six people were killed on Friday.", "Raid of 3 October 2026", "2026-11-13..2026-11-13"},
        {"Six people were killed.", "From the raid of 3 October 2026 to that of 9 October 2026",
         "2026-10-03..2026-10-09"},
        {"Six people were killed.", "Report for 3-9 November", "2026-11-03..2026-11-09"},
        {"(3 - 9 November 2026)\n\nSix people were killed in Sirte.", "Report", "2026-11-03..2026-11-09"},
        {"A bomb went off in Sirte.\n\nMarch 3, 2020 - A mill burned.\n\nMay 4 - A quay burned.\n\nJune 5 - A kiln burned.",
         "Six people killed in Sirte", "2026-11-16..2026-11-16"},
        {"The fair of 3-9 November was shut.\n\nSix people were killed.", "Report", "2026-11-16..2026-11-16"},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TITLED); i++) {
        Arena *arena = arena_create();
        Buf all = {0};
        buf_put(&all, str_from(TITLED[i].text));
        buf_put(&all, STR("\n\n"));
        uint32_t start = (uint32_t)buf_str(&all).len;
        buf_put(&all, str_from(TITLED[i].title));
        Document document = {.id = STR("x"), .text = buf_str(&all), .headline = {start, (uint32_t)buf_str(&all).len}};
        document.published = moment_parse(STR("2026-11-16"));
        const Analysis *a = extract_analyse(&language, NULL, &document, arena);
        Buf days = {0};
        for (size_t c = 0; c < a->claim_count && days.len == 0; c++) {
            if (a->claims[c].kind != KIND_CASUALTY)
                continue;
            day_write(&days, a->claims[c].window.first);
            buf_put(&days, STR(".."));
            day_write(&days, a->claims[c].window.last);
        }
        if (!str_equal(buf_str(&days), str_from(TITLED[i].days))) {
            print_error("%s | %s\n  %.*s\n", TITLED[i].text, TITLED[i].title, (int)days.len, days.ptr);
            wrong++;
        }
        buf_free(&days);
        buf_free(&all);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_report_of_thousands_of_figures_is_read_so_far_and_says_so(void **state)
{
    (void)state;
    enum { SENTENCES = 5200, MADE = 5000 };
    static const Str SENTENCE = {"Three clerks were killed. ", 26};
    Arena *arena = arena_create();
    Buf text = {0};
    for (size_t i = 0; i < SENTENCES; i++)
        buf_put(&text, SENTENCE);
    const Analysis *a = analyse(arena, buf_str(&text));
    assert_int_equal(a->claim_count, MADE);
    assert_int_equal(a->flag_count, 1);
    assert_int_equal(a->flags[0].kind, FLAG_TRUNCATED);
    assert_int_equal(a->flags[0].span.start, MADE * SENTENCE.len);
    assert_int_equal(a->flags[0].span.end, text.len);
    buf_free(&text);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_of_the_day_that_its_text_says),
        cmocka_unit_test(a_figure_without_a_day_is_of_the_days_that_the_title_names),
        cmocka_unit_test(a_report_of_thousands_of_figures_is_read_so_far_and_says_so),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
