/* Families told name by name: who is whom, who is a woman or a child, and what is only said of somebody named. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *claims; } CASES[] = {
    /* the noun and the name of one person, and the next */
    {"Tomas Olivez was killed with his son, 16-year-old Pavo Olivez, his wife, Lenka Olivez, and a baby.", "1 men;1 children;1 women;1 children;"},
    {"They killed the father, 53-year-old Tomas Olivez, the mother, Lenka Olivez, and a guard.", "1 men;1 women;1;"},
    {"They mourn the death of Tomas Olivez, a guard.", "1;"},
    {"Three siblings, a seven-year-old girl named Lenka Olivez, a boy aged six and a four-year-old girl, were killed.", "3;1 children;1 children;1 children;"},
    {"Tomas Olivez, 55, engineer, economist and top manager of the bank, was killed.", "1;"},
    {"They killed Tomas Olivez, a clerk, teacher and writer.", "1;"},
    {"They killed Tomas Olivez, a priest, teacher, and a writer, on Monday.", "1;"},
    {"THEY KILLED TOMAS OLIVEZ, A PRIEST, TEACHER, AND A WRITER, ON MONDAY.", "1;"},
    {"They killed Tomas Olivez, a priest, teacher Lenka Olivez, and a writer, on Monday.", "1;1;1;"},
    {"The Baker, one of the leaders of the gang, was killed.", "1;"},
    {"The baker, one of the leaders of the gang was killed.", "1;"},
    {"They killed Tomas Olivez, one of the guards, and Lenka Olivez, a clerk.", "1;1;"},
    {"Tomas Olivez, head of the bank and one of the leaders of the party, was killed.", "1;"},
    {"They killed Tomas Olivez and a clerk.", "1;1;"},
    {"Nine fighters, including some who looked Kenyan, died.", "9;2;"},
    {"Of the 14 dead, six were women.", "14;6 women;"},
    {"Fourteen clerks were killed, of whom six were women.", "14;6 women;"},
    {"Among those killed in the storm were a clerk's wife and their two sons.", "1 women;2;"},
    {"Woman, two children among five killed in a raid", "5;1 women;2 children;"},
    {"They mourned a guard, Tomas Olivez, a father who was killed at home.", "1 men;"},
    {"Lenka Olivez, a nurse from the coast, was shot dead. Olivez was 40.", "1;"},
    {"Lenka Olivez, a nurse from the coast, was shot dead. They spoke. Olivez was shot at noon.", "1;"},
    {"Lenka Olivez, the daughter of Pavo Olivez, the mayor, was shot dead.", "1 women;"},
    {"A second guard, Tomas Olivez, a father of two, died at noon.", "1 men;"},
    {"Tomas Olivez, a clerk of the bank and a member of the council, was shot dead.", "1;"},
    {"The blast killed one clerk, a woman who lived there.", "1 women;"},
    {"One person, a 20-year-old man, was shot dead.", "1 men;"},
    {"The blast killed a clerk, a woman and a guard.", "1;1 women;1;"},
    {"Tomas Olivez and two guards, who were on patrol, were killed.", "1;2;"},
    {"They killed a doctor, the wife of a judge.", "1 women;"},
    {"A doctor, the wife of a judge, was shot dead.", "1 women;"},
    {"They killed a doctor, a son of the judge of the town.", "1 men;"},
    {"They killed a doctor, the wife of a judge and two guards.", "1;1 women;2;"},
    {"They killed two guards, Tomas Olivez, a father, and his son, Pavo Olivez.", "2;1 men;1 men;"},
    /* ages between commas part nobody from the verb */
    {"Tomas Olivez and his children, aged 4 and 6, were killed.", "1 men;2 children;"},
    {"Tomas Olivez and his son, aged 4, were killed.", "1 men;1 children;"},
    {"Tomas Olivez and his wife, 34, were killed.", "1 men;1 women;"},
    /* how many the children were is not told; nor that they died, where they do something themselves */
    {"The raid killed a mother and her children in the yard.", "1 women;2 children;"},
    {"The raid killed a guard and her brothers.", "1 women;2;"},
    {"The raider killed a mother and her children fled.", "1 women;"},
    {"The raider killed a guard and her brothers say that she fled.", "1 women;"},
    /* the noun says what each of those behind it is */
    {"They killed his two daughters, 16-year-old Lenka Olivez and 20-year-old Ilka Olivez.", "1 children;1 women;"},
    {"They killed his two daughters, Lenka Olivez and Ilka Olivez.", "1 women;1 women;"},
    {"They killed her two sons, Tomas Olivez and Pavo Olivez, and her daughter Lenka Olivez.", "1;1;1 women;"},
    {"They killed her two sons Tomas Olivez and Pavo Olivez, and her daughter Lenka Olivez.", "1;1;1 women;"},
    {"They killed his daughters, Lenka Olivez and Ilka Olivez, and his sons Tomas Olivez and Pavo Olivez.", "1 women;1 women;1;1;"},
    {"Tomas Olivez and his wife, 48-year-old Lenka Olivez, were killed.", "1 men;1 women;"},
    {"Tomas Olivez and his wife 48-year-old Lenka Olivez were killed.", "1 men;1 women;"},
    {"Tomas Olivez, a 22-year-old Norgan, died.", "1;"},
    {"48-year-old Hajja Lenka Olivez was killed.", "1 women;"},
    {"Two women called Lenka Olivez and Ilka Olivez were killed.", "1 women;1 women;"},
    {"Two women Lenka Olivez and Ilka Olivez were killed.", "1 women;1 women;"},
    {"They killed his 30-year-old daughter-in-law Safa Olivez and his two sons.", "1 women;2;"},
    {"They killed Omar al-Basra, 40, and his son Pavo el-Basra.", "1 men;1 men;"},
    {"They killed his three daughters, Lenka Olivez and Ilka Olivez.", "3 women;1;1;"},
    {"Lenka Olivez and her children: Pavo Olivez, 24, and Tomas Olivez were killed.", "1 women;1;1 children;"},
    {"They killed his children, Lenka Olivez and two guards.", "1;2;"},
    {"They killed his daughters Lenka Olivez and Ilka Olivez, and their son Pavo Olivez.", "1 women;1 women;1 men;"},
    {"Eleven (11) persons were killed, and a girl (7) died later.", "11;1 children;"},
    {"They killed Tomas Olivez and his three daughters: Ilka (9), Lenka (6) and Rosa (2).", "1 men;1 children;1 children;1 children;"},
    {"Tomas Olivez, 56, his wife Lenka Olivez, 50, and her mother 83-year-old Ilka Olivez were killed.", "1 men;1 women;1 women;"},
    {"A woman identified as the wife of Tomas Olivez, her son Pavo Olivez (13), and a clerk were killed.", "1 women;1 children;1;"},
    {"A child, identified as Lenka Olivez, was killed.", "1 children;"},
    {"A raid killed a clerk, his wife and infant daughter and their young son.", "1 men;1 women;1 children;1 children;"},
    {"They killed his sister Lenka Olivez, Umm Pavo, and her son.", "1 women;1 men;"},
    {"They killed Lenka Olivez, Umm Pavo, and her son.", "1;1 women;1 men;"},
    {"Lenka Olivez, a 4-year-old girl, and her brother Pavo Olivez, 2, were killed.", "1 children;1 children;"},
    {"Tomas Olivez was killed in this raid alongside his daughter, five-year-old Lenka Olivez.", "1 men;1 children;"},
    {"One of those killed was a child.", "1 children;"},
    /* by single names, by a noun each and then by name, and how old, in a clause */
    {"Tomas Olivez was killed with his two sons, Pavo and Hugo, and his two daughters, Ilka and Lenka.", "1 men;1;1;1 women;1 women;"},
    {"They killed Tomas Olivez, his two sons, guards said.", "1 men;2;"},
    {"They killed the clerk along with their daughter, 4-year-old Lenka, and son, Pavo.", "1;1 children;1 men;"},
    {"A man and a woman, Tomas Olivez and Lenka Olivez, were killed.", "1 men;1 women;"},
    {"Her father and mother, Tomas Olivez and Lenka Olivez, and two guards were killed.", "1 men;1 women;2;"},
    {"They killed a clerk and a guard, Tomas Olivez, Pavo Olivez and Hugo Sol.", "1;1;1;1;"},
    {"Two clerks, Tomas Olivez and his brother Pavo Olivez, were killed.", "2;1 men;1 men;"},
    {"Two children, Tomas Olivez and his sister, were killed.", "2 children;1 children;1 children;"},
    {"The son of a judge of the court Tomas Olivez, Pavo Olivez, was killed.", "1 men;"},
    {"They killed Lenka Olivez, who was 17 years old, and Ilka Olivez, who was only 15.", "1 children;1 children;"},
    {"They killed Lenka Olivez (who was 8 or 9 years old) and Ilka Olivez.", "1 children;1;"},
    {"They killed Lenka Olivez, aged between 10 and 12, and a 10-year-old boy.", "1 children;1 children;"},
    {"They killed Lenka Olivez, who was one of the leaders.", "1;"},
    {"They killed Lenka Olivez, who was 12 years in office.", "1;"},
    {"They named the dead as Tomas al-Basra, his sister Lenka al-Basra and her son.", "1 men;1 women;1 men;"},
    {"Minister Tomas al-Basra was killed.", "1;"},
    {"They killed a clerk and her children, two girls and a boy.", "1;2 children;1 children;"},
    {"They killed a clerk and her children, two guards and a boy.", "1 women;2 children;2;1 children;"},
    {"An elderly woman was killed.", "1 women;"},
    /* kin of the one who opens a row, and whom a phrase behind a comma only describes */
    {"Tomas Olivez, his wife and their two sons were killed.", "1 men;1 women;2;"},
    {"They killed Tomas Olivez, his wife and infant daughter.", "1 men;1 women;1 children;"},
    {"They killed the brother-in-law of the clerk Tomas Olivez, his wife and daughter.", "1 men;1 women;1 women;"},
    {"They killed Lenka Olivez, his wife and mother of his two sons.", "1 women;"},
    {"They killed Lenka Olivez, his wife and partner.", "1 women;"},
    {"Tomas Olivez, his wife and baby son were killed.", "1 men;1 women;1 children;"},
    {"They killed Lenka Olivez, her brother, and a clerk.", "1 women;1 men;1;"},
    {"The judge and Tomas Olivez, his driver and bodyguard, were killed.", "1;1;"},
    {"Tomas Olivez, his guard, was killed.", "1;"},
    {"The head clerk of the Alba bank, Tomas Olivez, was shot dead. Olivez, 40, was hit by six bullets.", "1;"},
    {"A leader of the Popular Party, Tomas Olivez, and his wife were killed.", "1 men;1 women;"},
    {"A friend of the clerk, Tomas Olivez, said that two guards were killed.", "2;"},
    {"Tomas Olivez, senator and party leader, died of it.", "1;"},
    {"Tomas Olivez, manager of the bank, and a clerk were killed.", "1;1;"},
    {"Tomas Olivez, the bank's manager, and Lenka Olivez, the paper's office clerk, were killed.", "1;1;"},
    {"TOMAS OLIVEZ, EL NORTE'S OFFICE MANAGER, AND A CLERK WERE KILLED.", "1;1;"},
    {"Two members of the judge's escort, guards of the court, were killed.", "2;"},
    {"The judge's driver was killed.", "1;"},
    /* where all is in capitals, a word that is known in names only is a name */
    {"THEY KILLED THE MINISTER, JUAN RODRIGUEZ OLIVEZ, AND A CLERK.", "1;1;"},
    {"THE GUARDS WHO KILLED RODRIGUEZ OLIVEZ FLED.", "1;"},
    /* whose relative stands in a list */
    {"They killed his sister Lenka Olivez, and Pavo Olivez's two sons.", "1 women;2;"},
    {"Two others were wounded at Pavo's Barber Shop.", "2;"},
    /* a family goes on to its last, and who says so is none of it */
    {"A raid killed Tomas Olivez, his wife and their three sons, neighbours said.", "1 men;1 women;3;"},
    {"A raid killed a clerk, his wife and three children, police said.", "1 men;1 women;3 children;"},
    {"A raid killed three clerks, doctors, nurses and guards said.", "3;"},
    {"A raid killed three clerks, Ana Bek, a doctor, said.", "3;"},
    {"Tomas Olivez, his mother, his wife and two guards were killed.", "1 men;1 women;1 women;2;"},
    {"The dead included Lenka Olivez, her husband, her two sons and a clerk.", "1 women;1 men;2;1;"},
    {"Among those killed were Lenka's husband Pavo Olivez, Pavo's mother and his brother.", "1 men;1 women;1 men;"},
    {"Among those killed were Tomas Olivez, the mayor's brother, and his wife.", "1 men;1 women;"},
    {"Police identified the dead as Tomas Olivez, his wife Lenka, and his brother Pavo.", "1 men;1 women;1 men;"},
    {"In Vila Nova, his wife and two sons said that a clerk was killed.", "1;"},
    {"The victims of the blast in the hall were named as Tomas Olivez, 41, and his wife Lenka, 38.", "1 men;1 women;"},
    {"Among those reported to have been killed in the raid were Lenka Olivez, wife of a clerk, and her five children.", "1 women;5 children;"},
    {"Friends named the family members killed as Tomas Olivez, 34, and his sister Lenka Olivez, 39.", "1 men;1 women;"},
    {"Tomas Olivez died in the raid with his wife and two-year-old daughter.", "1 men;1 women;1 children;"},
    {"Tomas Olivez died in a gunfight with his brother.", "1 men;"},
    {"His wife and her son were also reported by friends as having been killed.", "1 women;1 men;"},
    {"The one-year-old daughter of a clerk was also among the victims.", "1 children;"},
    {"Five adult children of a clerk were killed.", "5;"},
    /* a noun that says what each of as many names is; who is of age is no child */
    {"Three women, Lenka Olivez, Ilka Olivez, and 19-year-old Rosa Olivez were killed.", "1 women;1 women;1 women;"},
    {"Two sisters, Lenka Olivez (9) and Ilka Olivez (5), were killed.", "1 children;1 children;"},
    {"Three women, Lenka Olivez and Ilka Olivez, were killed.", "3 women;"},
    {"They killed Tomas Olivez and his two children: 20-year-old son Pavo Olivez and 26-year-old daughter Lenka Olivez.", "1 men;1 men;1 women;"},
    {"A couple, their son and his wife were killed.", "2;1 men;1 women;"},
    {"Killed were Tomas Olivez, his wife, Fatma, and their sons Pavo, 9, and Juan, 6.", "1 men;1 women;1 children;1 children;"},
    {"The raid killed nine clerks, including the grandfather, Musab, his daughter Lenka and her three children.", "9;1 men;1 women;3 children;"},
    {"His wife, Goma, was killed.", "1 women;"},
    {"The raid left a girl and both her parents dead.", "1 children;2;"},
    /* whose the next are */
    {"A judge and her driver were shot dead.", "1 women;1;"},
    {"A nurse was killed with her husband.", "1 women;1 men;"},
    {"A nurse was killed and her car burned.", "1;"},
    {"A child and her mother were killed.", "1 children;1 women;"},
    /* how many of them are told by the number of all */
    {"Five members of one family, three of them children, were killed.", "5;3 children;"},
    {"Nine clerks were killed, five of them women and two of them children.", "9;5 women;2 children;"},
    {"Nine clerks were killed, five of them women and one a child.", "9;5 women;1 children;"},
    {"At least 20 clerks, half of them women, were killed.", "20;10 women;"},
    {"At least 20 clerks, most of them women, were killed.", "20 women;"},
    {"Eight clerks were killed. All but two of them were women.", "8;6 women;"},
    {"Eight clerks were killed. All were women.", "8;8 women;"},
    {"Eight clerks were killed. Half of the dead were women.", "8;4 women;"},
    {"Eight clerks were killed. All were taken to a hall.", "8;"},
    /* what is remarked on a name */
    {"The dead were identified as Lenka Olivez (53 years old, female), Pavo Olivez (four years old, male) and Tomas Olivez.", "1 women;1 children;1;"},
    {"The dead were identified as Lenka Olivez (Umm Pavo), Hajj Tomas Olivez, who was well known, and Pavo Olivez, 30.", "1 women;1 men;1;"},
    {"Those killed were identified as Pavo Olivez, a male child; Lenka Olivez, a child aged seven; and Ilka Olivez.", "1 children;1 children;1;"},
    {"The dead were identified as Lenka Olivez (less than a year old, female), Pavo Olivez (four months) and Tomas Olivez (19 years, male).", "1 children;1 children;1 men;"},
    {"The dead were identified as Ilka Olivez (one year and four months old), Pavo Olivez (aged two and a half) and Tomas Olivez.", "1 children;1 children;1;"},
    {"Pavo Olivez, four years old, and less than a year old Lenka Olivez were killed.", "1 children;1 children;"},
    {"Tomas Olivez (less than two), a guard, was killed.", "1;"},
    /* the pronoun behind a name */
    {"Lenka Olivez was killed in her house.", "1 women;"},
    {"Lenka Olivez was killed, he said.", "1;"},
    {"Lenka Olivez was killed with her son, Pavo Olivez, and her daughter, Ilka Olivez.", "1 women;1 men;1 women;"},
    {"Tomas Olivez was killed with his wife.", "1 men;1 women;"},
    {"Her son Tomas Olivez was killed in her house.", "1 men;"},
    /* behind a clause that opens the sentence */
    {"On Monday, as they slept, nine members of the Olivez family, including four boys, were killed.", "9;4 children;"},
    /* ages count no people */
    {"A man aged between 40 and 45 was shot dead.", "1 men;"},
    {"A boy aged six and a woman were killed.", "1 children;1 women;"},
    {"Three men aged 18, 22 and 35 were shot dead.", "3 men;"},
    {"Two men of 18 and 22 were shot dead.", "2 men;"},
    {"Boys of 12 and 14 were killed.", "2 children;"},
    {"A man of 40 and a woman of 38 were shot dead.", "1 men;1 women;"},
    {"A mother of 3 was killed.", "1 women;"},
    {"Two pupils aged 15 and 19 and a clerk were killed.", "2;1;"},
    {"Two boys between the ages of 9 and 14 were killed.", "2 children;"},
    {"Three people aged 16 to 43 were killed.", "3;"},
    {"Two men, both 25, and a woman, 31, were killed.", "2 men;1 women;"},
    {"A man in his 40s and two women in their early 30s were killed.", "1 men;2 women;"},
    {"2 boys, ages 5 and 6, killed in a raid", "2 children;"},
    {"The two killed girls, ages 12 and 16, both had upper body wounds.", "2 children;"},
    /* what a sum cannot be made of */
    {"Nine people, including two women, a teenager and a boy, were killed.", "9;2 women;1;1 children;"},
    {"Nine people, including three children, a boy and two girls, were killed.", "9;3 children;"},
    /* lists of names */
    {"The names of those killed in the raid include: Tomas Olivez, a guard; and Pavo Olivez.", "1;1;"},
    {"Lenka Olivez was killed, as were her two sons.", "1 women;2;"},
    {"The clerk lost his wife and two sons in the raid.", "1 women;2;"},
};
/* clang-format on */

static void put_claim(Buf *out, const Claim *claim)
{
    buf_int(out, claim->count.low);
    if (claim->subgroups & SUBGROUP_WOMEN)
        buf_put(out, STR(" women"));
    if (claim->subgroups & SUBGROUP_MEN)
        buf_put(out, STR(" men"));
    if (claim->subgroups & SUBGROUP_CHILDREN)
        buf_put(out, STR(" children"));
    buf_put(out, STR(";"));
}

static void families_are_told_one_by_one(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Buf out = {0};
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].has_count)
                put_claim(&out, &a->claims[k]);
        if (!str_equal(buf_str(&out), str_from(CASES[i].claims))) {
            print_error("%s: %.*s, not %s\n", CASES[i].text, (int)out.len, out.ptr, CASES[i].claims);
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(families_are_told_one_by_one),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
