/* Rows of people and parts of a count: who is one of those told of, and who is told of beside them. */
#include <stdio.h>

#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "12 killed;3 injured;". */
static const FigureCase CASES[] = {
    /* so many in each of several places */
    {"Two people each were killed in three towns.", "6 killed;"},
    {"Gunmen killed two people in each of the three towns.", "6 killed;"},
    {"Three guards and two clerks each were killed in two towns.", "6 killed;4 killed;"},
    {"Two people each were killed in Goma and in two other towns.", "2 killed;"},
    /* a shared number, whatever the sentence before ends with, and none across the beginning of a clause */
    {"Lund: 48 clerks and guards killed\n\nA total of 48 clerks and guards were killed in the raid.",
     "48 killed;48 killed;"},
    {"Raiders killed nine clerks, and guards at the gate were hurt.", "9 killed;2 injured;"},
    /* what is told of some of those counted ends no row */
    {"Six women, among them one pregnant, 16 children and nine men were killed.", "6 killed;16 killed;9 killed;"},
    /* who is told by a noun for an office or a thing owned opens a row */
    {"The head of station, his wife and two clerks were killed.", "1 killed;1 killed;2 killed;"},
    {"The owner of a mill, two nurses and a guard were killed.", "1 killed;2 killed;1 killed;"},
    {"The driver of a train, a guard and a clerk were killed.", "1 killed;1 killed;1 killed;"},
    {"Raiders killed the driver of a train, a guard and a clerk.", "1 killed;1 killed;1 killed;"},
    {"In the raid, the driver of a train, a guard and a clerk lost their lives.", "1 killed;1 killed;1 killed;"},
    {"The head of the mill, a baker, was killed.", "1 killed;"},
    {"Near a school in Lower Elm District, Upper Elm Province, six people were killed.", "6 killed;"},
    /* who pays respect to the dead is none of them, nor is what is done for them */
    {"Interior Minister Ivo Bek paid his last respects to those killed in the raid.", ""},
    {"Efforts will be made to bring justice to those killed in the raid.", ""},
    /* those told of, by name */
    {"The soldiers killed were Sgt Adam Bek, Cpl Ben Sol and Pvt Carl Dorn.", "1 killed;1 killed;1 killed;"},
    {"The soldiers killed were clerks.", ""},
    /* who somebody is, told behind a comma, is nobody more */
    {"Gunmen killed Ana Bek and Juan Sol, two clerks of the mill.", "1 killed;1 killed;"},
    {"Gunmen killed Ana Bek and wounded Juan Sol, both clerks.", "1 killed;1 injured;"},
    {"The blast killed two villagers, a married couple.", "2 killed;"},
    {"Two villagers, both clerks, were killed.", "2 killed;"},
    {"The blast killed two villagers, both women in their 50s.", "2 killed;"},
    {"Two guards and both clerks were killed.", "2 killed;2 killed;"},
    {"A mine killed the driver, a Canadian, and wounded six others.", "1 killed;6 injured;"},
    {"The bomb wounded one other, a colonel.", "1 injured;"},
    {"The bomb killed a guard, a clerk, and wounded two boys.", "1 killed;1 killed;2 injured;"},
    {"The clinic got the bodies of nine men and 48 wounded.", "9 killed;"},
    {"The boy, a pupil at the mill school, was killed.", "1 killed;"},
    {"A guard, a father of two from Vale, died on Monday.", "1 killed;"},
    {"The gunman, a tall man in a red coat, was killed.", "1 killed;"},
    {"A boy, a pupil at the mill school and a guard were killed.", "1 killed;1 killed;1 killed;"},
    /* who some of those counted were */
    {"Gunmen killed nine people in Vale, six of whom were guards.", "9 killed;6 killed;"},
    {"Of the nine people killed in Vale, six were guards and three were clerks.", "9 killed;6 killed;3 killed;"},
    {"The blast killed nine people - five clerks and four guards.", "9 killed;5 killed;4 killed;"},
    {"Nine people died in clashes in Vale on Monday: five clerks and four guards.", "9 killed;5 killed;4 killed;"},
    {"Nine people were killed. Five were guards and the rest were clerks.", "9 killed;5 killed;4 killed;"},
    {"Two clerks were among the seven dead in a blast.", "7 killed;2 killed;"},
    {"Three clerks, including one who was on leave, and a guard were killed.", "3 killed;1 killed;1 killed;"},
    {"Juan Sol, his wife, three daughters and a guard were killed.", "1 killed;1 killed;3 killed;1 killed;"},
    {"Two guards (Juan Sol and Pedro Luz) and a clerk were killed.", "2 killed;1 killed;"},
    {"All 44 passengers and six crew were killed.", "44 killed;6 killed;"},
    {"Of those killed in Vale, six were guards and three were clerks.", "6 killed;3 killed;"},
    /* who comes after them and speaks is none of them; one noun for two */
    {"Two men were killed, a guard who came to the scene said.", "2 killed;"},
    {"A pair of men was killed.", "2 killed;"},
    {"Human body parts were found in a field.", "1 killed;"},
    /* slightly and badly hurt: nobody is both */
    {"Fifteen were lightly injured, four seriously.", "15 injured;4 injured;"},
    {"Twenty were slightly hurt and six others are in critical condition.", "20 injured;6 injured;"},
    /* whom the text told to be aboard */
    {"The ferry sank. There were 52 on board. There were no survivors.", "52 killed;"},
    {"The bus had 31 people aboard. Only four survived.", "27 killed;"},
    {"A plane with nine people aboard fell into the sea, killing all on board.", "9 killed;"},
    {"A plane fell into the sea, killing all on board.", "2 killed;"},
    {"There were 52 in the hall. There were no survivors.", ""},
    /* capitals behind a colon: a number and no name */
    {"Raid on Vale: At Least 9 Killed", "9 killed;"},
    {"Vale siege update: Up to 27 Killed", "0 killed;"},
    {"Some 300 people, almost all civilians, died.", "270 killed;"},
    /* a pronoun in a row; ages of several without a count; whose dog it is */
    {"She and her mother were wounded.", "1 injured;1 injured;"},
    {"Ana Bek was at home when she and eight others were gunned down.", "1 killed;8 killed;"},
    {"He and his wife shot two men.", "2 injured;"},
    {"His sons, 7 and 8, were wounded.", "2 injured;"},
    {"A guard's dog also died in the gunfire.", ""},
    /* a people that no lexicon has is counted, not named */
    {"Guards said 11 suspected Ombi were killed.", "11 killed;"},
    {"Three Ombi were shot dead.", "3 killed;"},
    {"Forty Ombi were wounded and nine Aruk killed.", "9 killed;40 injured;"},
    {"An Ombi was shot dead.", "1 killed;"},
    {"On March 3 Ombi was shot dead.", "1 killed;"},
    /* "both" that goes with an "and" is no number */
    {"Both Ana Bek and Juan Sol died at the scene.", "1 killed;1 killed;"},
    {"Both Bek and his bodyguard were killed, and two clerks were wounded.", "1 killed;1 killed;2 injured;"},
    {"Both soldiers and clerks were killed.", "2 killed;2 killed;"},
    {"Both Sunni and Shia clerks were killed.", "2 killed;"},
    {"Three prominent Sunni and Shia clerks were killed.", "3 killed;"},
    {"Both guards and a clerk were killed.", "2 killed;1 killed;"},
    {"The father shot both sons and then himself.", "2 injured;"},
    {"He killed both Nicholas Linsey and Lorenzo Dunn at home.", "2 killed;"},
    /* whose noun stands further on, or who has two offices, is one */
    {"A Christian Democratic leader was killed.", "1 killed;"},
    {"Omar Tal, party leader and former ambassador to Spain, was shot to death.", "1 killed;"},
    {"A Saudi Arabian clerk, Omar Tal, was hurt.", "1 injured;"},
    {"The Kenyan and Somali guards were hurt. It bled the Kenyan people to death.", "2 injured;2 killed;"},
    {"The blast wounded nine. Six also hurt.", "9 injured;6 injured;"},
    /* where each of a row comes from */
    {"The dead were named as Sergeant Ana Bek of Goma, Corporal Omar Tal of Kampala and Juan Sol of Nairobi.",
     "1 killed;1 killed;1 killed;"},
    {"The victims were named as Ana Bek, from Goma, Omar Tal, from Kampala, and Juan Sol, from Nairobi.",
     "1 killed;1 killed;1 killed;"},
    {"Ana Bek, 23, of Goma, and Omar Tal of Kampala were killed. It rained. Tal was shot dead as he fled.",
     "1 killed;1 killed;"},
    /* a participle hangs at the noun: no person but what is so owned */
    {"A missile hit a Greek-owned ship, killing two sailors.", "2 killed;"},
    {"A drone hit a Liberian-flagged tanker and wounded a Greek.", "1 injured;"},
    {"Massacre in Juan Sol; a girl and two women executed", "1 killed;2 killed;"},
    {"A dead woman and another injured in a raid", "1 killed;1 injured;"},
    /* those to whom a noun says that something was done, to the end of their row */
    {"Two weeks after the murder of six monks, a guard and a nurse were hurt.", "6 killed;1 injured;1 injured;"},
    {"The murder of six monks, a woman, and her daughter was a crime.", "6 killed;1 killed;1 killed;"},
    {"They said the killing of six monks, a cook, and a boy was a crime.", "6 killed;1 killed;1 killed;"},
    {"The killing of six monks, and a boy was hurt.", "6 killed;1 injured;"},
    {"Over the outcry at the murder of the monks, President Bek decided to go.", "2 killed;"},
    {"Amid anger and the murder of two monks, Judge Ana Bek resigned.", "2 killed;"},
    {"They deplored the murder of two monks, a nun stabbed at home.", "2 killed;1 killed;"},
    /* what somebody is, told behind a pronoun, is nobody beside him */
    {"Juan Bek, who was a teacher, was shot dead on Monday. Bek was killed by rebels.", "1 killed;"},
    {"A clerk was shot on Monday. The clerk, who was an adviser to the council, died.", "1 killed;"},
    /* who fled is nobody who was killed */
    {"Thousands fled the town and a number were killed on Monday.", ""},
    /* several of a noun that no list has, by its ending; a day is nobody */
    {"He killed his rivals.", ""},
    {"He killed his rival.", "1 killed;"},
    {"He killed his boss.", "1 killed;"},
    {"The army killed the heretics.", ""},
    {"The two men killed the day before were buried.", "2 killed;"},
    {"The killing of the clerk, a nurse, was a crime.", "1 killed;"},
    {"The killing by hooded gunmen of six monks and a cook was a crime.", "6 killed;1 killed;"},
    /* whose the people are */
    {"The driver of the car and Bek's bodyguard were hurt.", "1 injured;1 injured;"},
    {"A bomb went off, slightly injuring the building's guard.", "1 injured;"},
    {"The attack wounded al-Bek's wife.", "1 injured;"},
    {"In the raid, one guard, an employee of the firm, and a clerk were injured.", "1 injured;1 injured;1 injured;"},
    {"Two guards of the judge's escort were injured.", "2 injured;"},
    /* the verb's number says who its subject is */
    {"An ambulance driver, carrying wounded people from a market, was killed.", "1 killed;"},
    {"Five women who worked as cooks for the army were killed.", "5 killed;"},
    {"A couple and two children were killed.", "2 killed;2 killed;"},
    {"A couple from Gwadar was wounded.", "2 injured;"},
    {"Trio killed in the port", "3 killed;"},
    {"Pair killed in a shooting", "2 killed;"},
    {"The pair, both clerks from Goma, were found dead in the port.", "2 killed;"},
    {"A quartet of clerks was killed in the port.", "4 killed;"},
    /* what opens a sentence, or a speech, with a capital is no name */
    {"\"Most were killed by guards,\" Ana Bek said.", ""},
    {"\"Many were shot by guards,\" Ana Bek said.", "2 injured;"},
    {"Out of the 62 passengers aboard, all are presumed dead, the mayor said.", ""},
    {"So far, three brewers - Ravi Bek, his wife Uma and a cook - have been arrested in Vale.", ""},
    {"Of them, 15 clerks died in a tent, five each died at Elm House and Oak House.", "15 killed;"},
    {"A bus taking 40 clerks to a mill crashed.", ""},
    {"Two people on a boat carrying 17 passengers and six crew died after it sank.", "2 killed;"},
    {"All but two people on a boat carrying 17 passengers and six crew died after it sank.", ""},
    {"The chief said the three who were killed sustained bullet wounds.", ""},
    {"Nine clerks died, with guards firing tear gas at the crowd.", "9 killed;"},
    /* an age for each of several is no count of theirs, and tells how many they are */
    {"A gunman shot dead sisters of 9 and 11 in Alba.", "2 killed;"},
    {"A shell killed brothers aged 4 and 7 in Alba.", "2 killed;"},
    {"A mother of 3 was shot dead.", "1 killed;"},
    /* a whole behind "of", and what stands before it */
    {"He shot dead his wife and all three of her sons.", "1 killed;3 killed;"},
    {"One of the town's most distinguished and versatile actors was killed.", "1 killed;"},
    {"One of the finest and oldest guards was killed.", "1 killed;"},
    /* parts of which no lexicon knows the first are parts; behind their closing comma others follow */
    {"The raid hurt eight people, including some snorvs and four of the mayor's guards, and killed one.",
     "8 injured;4 injured;1 killed;"},
    {"The raid hurt seven guards, including Bek, and four clerks.", "7 injured;4 injured;"},
    /* what those counted worked as is said of them */
    {"Gunmen killed two guards acting as her drivers and a clerk.", "2 killed;1 killed;"},
    /* where they came from, told of each count of a row */
    {"Ten guards, 45 troops from the north and five from the coast were killed.", "10 killed;45 killed;5 killed;"},
    {"Two guards from one town and one from another were killed.", "2 killed;1 killed;"},
    {"The army lost 25 men and the rebels 40.", "25 killed;40 killed;"},
    {"The army lost 25 men and the rebels 40 trucks.", ""},
    /* those told of as hurt of whom nobody lived */
    {"Two men were shot in Alba. Neither survived, police said.", "2 killed;"},
    {"A clerk and a nurse were shot in Alba. Neither of them survived.", "1 killed;1 killed;"},
    {"Three men were shot in Alba. Neither survived.", "3 injured;"},
    {"Three men were shot in Alba. None survived.", "3 killed;"},
    {"The number of dead and injured passed 5,000.", ""},
    {"Gunmen ambushed the trader and his driver (who was wounded).", "1 injured;"},
    {"Gunmen ambushed the trader and his guards, who were wounded.", "1 injured;2 injured;"},
    /* a row goes on behind what more is said of who opens it */
    {"The director of the power plant, his wife and two guards were injured.", "1 injured;1 injured;2 injured;"},
    {"A raid killed the director of the power plant, his wife and two guards.", "1 killed;1 killed;2 killed;"},
    {"The head of the clinic, his deputy said, and two guards were injured.", "2 injured;"},
    {"Workers found the remains of an old mill.", ""},
    {"Workers found the remains of a woman.", "1 killed;"},
    {"The gunman was among four people shot dead in Alba.", "4 killed;1 killed;"},
    {"Seven guards and as many clerks were killed.", "7 killed;7 killed;"},
    {"A clerk and his wife visiting relatives in Alba were killed.", "1 killed;1 killed;"},
    {"Balkan Norg menders were killed.", "2 killed;"},
    {"The governor of the province fled, his wife and two guards were injured.", "1 injured;2 injured;"},
    /* whoever a comma and a verb of its own follow is none of them */
    {"After gunmen shot dead four clerks, the mayor resigned.", "4 killed;"},
    {"After four clerks were killed, a cook fled to Alba.", "4 killed;"},
    {"Days after a raid killed 14 people, two guards fled.", "14 killed;"},
    /* parts behind who says so, in the next sentence, or inside a row */
    {"A raid killed nine people, the clinic said, two of them clerks.", "9 killed;2 killed;"},
    {"A raid killed nine people, said the mayor, six of whom were clerks.", "9 killed;6 killed;"},
    {"A raid killed nine people, a nurse told reporters, two of them reportedly clerks.", "9 killed;2 killed;"},
    {"Nine people were killed, two of them clerks, and 20 injured.", "9 killed;2 killed;20 injured;"},
    {"Nine people were killed and six injured, one of them a clerk.", "9 killed;6 injured;1 injured;"},
    {"The toll rose to 26, the clinic said, 18 of them guards.", "26 killed;18 killed;"},
    {"Nine people were killed and 20 injured. Twelve of them were clerks.", "9 killed;20 injured;12 injured;"},
    {"Nine people were killed and 20 injured. Two of them were clerks.", "9 killed;20 injured;"},
    {"Nine people were killed. It rained. Two of them were clerks.", "9 killed;"},
    {"A raid killed two clerks, one of whom was ill, and a guard.", "2 killed;1 killed;"},
    {"Two women, one a nurse, and a child were killed.", "2 killed;1 killed;1 killed;"},
    {"Two men, one a teacher, were killed.", "2 killed;1 killed;"},
    {"Two people, a nurse and a child, were killed.", "2 killed;1 killed;1 killed;"},
    {"Four clerks, one of them a nurse, and two guards were killed.", "4 killed;1 killed;2 killed;"},
    {"Half of the 20 people killed were clerks.", "20 killed;10 killed;"},
    {"Nine people, including four clerks and five guards were killed.", "9 killed;4 killed;5 killed;"},
    {"Nine people, including four clerks, and five guards were killed.", "9 killed;4 killed;5 killed;"},
    /* who is told of beside the dead */
    {"Crews pulled nine bodies and 14 injured clerks from the mill.", "9 killed;14 injured;"},
    {"Four bodies and 20 wounded were brought to the clinic.", "4 killed;20 injured;"},
    {"Crews found nine bodies and two clerks.", "9 killed;"},
    {"Only five of the 12 bodies have been identified.", "12 killed;"},
    {"Guards lost one soldier while two others sustained injuries.", "1 killed;2 injured;"},
    {"Seventy clerks were hurt, of whom 12 have died.", "70 injured;12 killed;"},
    /* a number that cannot be read is not the "two at least" of a bare plural */
    {"About 45,00 clerks were displaced.", ""},
    {"The blast killed 12,34 young clerks.", ""},
    {"Report 0032453 killed in a blast.", ""},
    {"The blast killed 05 clerks.", "5 killed;"},
    {"The blast killed 12,340 thousand clerks.", ""},
    {"Some 1.2 clerks were killed a day.", ""},
    {"The 6.1 quake left clerks dead.", "2 killed;"},
    {"On 3.5.2019 clerks were killed at the mill.", "2 killed;"},
    {"In 2019, clerks were killed at the mill.", "2 killed;"},
    {"The blast killed 1.200 clerks.", "1200 killed;"},
    /* a number of several outcomes together */
    {"The enemy lost 35 guards killed and wounded.", ""},
    {"Some 35 guards were killed and wounded in the raid.", ""},
    {"Several guards were killed and wounded in the raid.", "3 killed;3 injured;"},
    {"Two guards were killed and 35 wounded.", "2 killed;35 injured;"},
    /* who they are held to be */
    {"Nine people believed to be clerks were killed.", "9 killed;"},
    {"The army killed nine men suspected of being deserters.", "9 killed;"},
    {"A man said to be the chief of the band was killed.", "1 killed;"},
    /* what is told of those counted, not of whose they are */
    {"The families of the 26 dead will be paid.", "26 killed;"},
    {"The families of 73 people who died in the fire met the mayor.", "73 killed;"},
    {"The mother of the three boys who drowned collapsed.", "3 killed;"},
    {"Mother of four killed in crash", "1 killed;"},
    {"A father of two children who was killed in the crash was a nurse.", "1 killed;"},
    {"Doctors treated four of the injured.", ""},
    {"The mayor visited the injured.", ""},
    {"14 bodies found in plaza, 70 hurt", "14 killed;70 injured;"},
    {"Plaza fire: 14 bodies, 70 hurt", "14 killed;70 injured;"},
    {"Eleven bodies and four survivors were found.", "11 killed;"},
    {"They promised Rs 5 lakh to the kin of the deceased and Rs 50,000 to the injured.", ""},
    {"A Class 5 student and two teachers were killed.", "1 killed;2 killed;"},
    {"The service told of 13 deaths, nine at the scene and four in hospital.", "13 killed;9 killed;4 killed;"},
    /* whom a count leaves out, and what is reckoned from it */
    {"Excluding the attacker, 11 people died in the blast.", "11 killed;"},
    {"Eleven people, not counting the bomber, were killed.", "11 killed;"},
    {"Eleven people, including the bomber, were killed.", "11 killed;1 killed;"},
    {"Nine people died in a riot, four of six roads blocked.", "9 killed;"},
    {"NINE DEAD IN RIOT, FOUR OF SIX ROADS BLOCKED", "9 killed;"},
    {"Alba: Dozens hurt in a crush at a fair.", "24 injured;"},
    {"ALBA - Dozens died in a crush at a fair.", "24 killed;"},
    {"ALBA -- Several died in a crush at a fair.", "3 killed;"},
    {"The blast killed Mardi, injuring Few.", "1 killed;1 injured;"},
    {"Region   Killed   Injured", ""},
    {"CORRECTED-Three clerks killed in the north of Goma", "3 killed;"},
    {"Besides 20 guards, an additional nine people were killed.", "20 killed;9 killed;"},
    {"Nine people, all but two of them women, were killed.", "9 killed;7 killed;"},
    {"Sixty people, a third of whom were children, were killed.", "60 killed;20 killed;"},
    {"Fifty people were killed, 40 percent of them children.", "50 killed;"},
    {"Six people were wounded, half of whom have died.", "3 killed;6 injured;"},
    {"All but one of the nine people on board died.", "8 killed;"},
    {"Nine people were on board; only one survived.", "8 killed;"},
    {"The plane carried nine people; all died.", "9 killed;"},
    {"Three of the wounded people, doctors said, later died.", "3 killed;"},
    {"The raid cost 11 people their lives.", "11 killed;"},
    {"Police said two tourists from Alba and a guide were killed.", "2 killed;1 killed;"},
    {"ALBA - Four clerks from Borna and their driver were killed.", "4 killed;1 killed;"},
    {"It was there that two tourists from Alba and a guide were killed.", "2 killed;1 killed;"},
    {"The bus stopped. Then two clerks were killed.", "2 killed;"},
    {"Guards fired, so two clerks were killed.", "2 killed;"},
    {"Rescuers brought cadaver dogs.", ""},
    {"YOLA - The bodies of 25 clerks killed in a raid near Alba on Tuesday were buried on Thursday, a guard said.",
     "25 killed;"},
    {"The raid left 50 dead and wounded.", ""},
    {"Two women drowned after a boat with 31 migrants hit rocks.", "2 killed;"},
    {"Air defences shot down 17 Kenyan UAVs.", ""},
    {"Guards shot down three Kenyan Tu-141s.", ""},
    {"Guards shot down three Su-34s.", ""},
    {"Guards shot dead three Kenyans.", "3 killed;"},
    {"The blow wiped out 900 billion naira.", ""},
    {"The storm wiped out 40 million shillings.", ""},
    {"Two rebels seized three rifles.", ""},
    {"Three men hijacked a Kenyan Tu-154 aeroplane.", ""},
    {"The mujahideen seized three rifles.", ""},
    /* a second "and" joins those before the verb */
    {"Gunmen killed two clerks, and six guards and a nurse were hurt.", "2 killed;6 injured;1 injured;"},
    {"A bomb killed a clerk in the yard, and six children and a teacher were hurt.", "1 killed;6 injured;1 injured;"},
    {"Gunmen killed two clerks and a guard and two nurses were hurt.", "2 killed;1 injured;2 injured;"},
    {"Gunmen killed two clerks and six guards and a nurse.", "2 killed;6 killed;1 killed;"},
    {"Rebels captured 25 Kenyan border posts.", ""},
    {"Rebels captured 12 Sudanese tanks.", ""},
    {"Rebels captured 12 rusty tanks.", ""},
    {"The raid could have cost a clerk his life.", ""},
    {"Nine bodies were brought in and 47 treated, the clinic said.", "9 killed;47 injured;"},
    {"All five missing miners were found alive.", "0 missing;"},
    {"Three of the missing miners were found alive.", ""},
    {"Nobody is missing, and not all of the missing were found.", "0 missing;"},
    {"Two climbers who had been missing since Friday were found dead.", "2 killed;"},
    {"A girl and her parents were killed.", "1 killed;2 killed;"},
    {"The dead now number 43, the clinic said.", "43 killed;"},
    {"The death toll is now at 43.", "43 killed;"},
    {"All six aboard were killed.", "6 killed;"},
    {"The pilot and both passengers died.", "1 killed;2 killed;"},
    {"The dead are a teacher, a nurse and a driver.", "1 killed;1 killed;1 killed;"},
    {"Twelve civilians killed (incl. five children, four women), 30 injured",
     "12 killed;5 killed;4 killed;30 injured;"},
    {"They gun down five people; two die", "5 injured;2 killed;"},
    {"Four army and police officers were killed.", "4 killed;"},
    {"Three people were shot; one later died.", "3 injured;1 killed;"},
    {"Five people, including two who died, were shot at a bar.", "5 injured;2 killed;"},
    {"Two people were seriously and four slightly injured.", "2 injured;4 injured;"},
    {"A man was shot in the leg, a boy in the arm and a woman in the back.", "1 injured;1 injured;1 injured;"},
    /* ages are counted where nothing else is */
    {"Children aged 4 and 7 were killed.", "2 killed;"},
    {"Three brothers aged 4, 6 and 9 were killed.", "3 killed;"},
    {"Children aged between 4 and 7 were killed.", "2 killed;"},
    /* those of a row who died of what they were hit by */
    {"A man and a woman were rushed to a clinic, where they died.", "2 killed;"},
    {"Two men and a woman were wounded. They died on the way.", "3 killed;"},
    /* a pronoun far from its verb, which agrees with it */
    {"He left a tavern at noon and was killed by raiders.", "1 killed;"},
    {"They drove home and were killed by raiders.", "2 killed;"},
    {"They shoot a clerk in the yard and dies in a clinic.", "1 injured;"},
    {"They drove home and was killed by raiders.", ""},
    {"A raid killed nine guards and hurt some villagers.", "9 killed;2 injured;"},
    {"A raid killed some 20 guards.", "18 killed;"},
    /* a count is of the nouns that "and" joins, not of whoever is told as theirs */
    {"Two clerks and guards were killed.", "2 killed;"},
    {"Two clerks and their wives were killed.", "2 killed;2 killed;"},
    {"A raid killed two clerks and their sons.", "2 killed;2 killed;"},
    {"A raid killed two clerks and their sons fled.", "2 killed;"},
    {"Nine clerks of the Olivez family, including four women, and up to 20 guards were killed.",
     "9 killed;4 killed;0 killed;"},
    {"There were both injuries and deaths.", "2 injured;"},
    {"A raid killed \"dozens\" of clerks.", "24 killed;"},
    {"A man and a woman were wounded. Two guards died.", "1 injured;1 injured;2 killed;"},
    {"A man and a woman were wounded, and a guard died.", "1 injured;1 injured;1 killed;"},
    /* kin who are two, and one of two; a household is of nobody knows how many */
    {"A clerk killed his parents and three younger brothers.", "2 killed;3 killed;"},
    {"Their parents were killed.", "2 killed;"},
    {"Three parents were killed.", "3 killed;"},
    {"Ana Bek has a twin sister who died on Friday.", "1 killed;"},
    {"Their twin daughters were killed.", "2 killed;"},
    {"Two twin brothers were hurt.", "2 injured;"},
    {"Her whole family was killed.", "2 killed;"},
    {"A raider killed the family in Goma.", ""},
    {"A raider killed a family of five.", "5 killed;"},
    /* who somebody is, and whose, between commas */
    {"A second victim, a friend of Bek's, was hurt.", "1 injured;"},
    {"A second victim, a friend of Juan Sol, was hurt.", "1 injured;"},
    {"A second victim and a friend of Bek's were hurt.", "1 injured;1 injured;"},
    /* whom a verb is about that goes on */
    {"A raider killed a clerk. He then shot his friend Juan Sol, killing him.", "1 killed;1 killed;"},
    {"A raider shot a clerk, killing him and his driver.", "1 killed;1 killed;"},
    {"Ana Bek was shot in the back and survived.", "1 injured;"},
};

static Str mark(const Claim *claim)
{
    if (claim->outcome == OUTCOME_MISSING)
        return STR(" missing;");
    return claim->outcome == OUTCOME_KILLED ? STR(" killed;") : STR(" injured;");
}

static void nobody_of_a_row_is_counted_twice(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

/* How many of the casualty claims are listed, on top of others, hit by shots, women or girls, men or boys, parts: "2 0 1 0 1 0". */
static void who_is_told_beside_whom(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *want;
    } PEOPLE[] = {
        {"A guard was hit in the leg and a clerk was hit in the arm.", "2 0 2 0 0 0"},
        {"A guard was shot in the leg, while a boy was shot in the arm.", "2 0 2 0 1 0"},
        {"A gunman shot a guard in the leg and wounded a woman.", "2 0 1 1 0 0"},
        {"A guard was shot in the leg, and the man was taken to a clinic.", "0 0 2 0 1 1"},
        {"A guard was shot and a clerk was killed.", "0 0 1 0 0 0"},
        {"Two girls were wounded. A boy was also shot.", "0 1 0 1 1 0"},
        {"A boy was killed. The young girl was also shot.", "0 0 0 1 1 0"},
        {"Three clerks were hurt. Two guards were also hurt.", "0 1 0 0 0 0"},
        {"Ten clerks were killed. Three boys were also killed.", "0 0 0 0 1 0"},
        {"A clerk was killed. Three boys were also killed.", "0 1 0 0 1 0"},
        {"Nine clerks were killed. Sixteen guards were taken to a clinic, where two of them died.", "0 1 0 0 0 0"},
        {"Nine clerks were killed. Sixteen guards were injured, two of whom died.", "0 1 0 0 0 0"},
        {"Sixteen guards were injured, two of whom died.", "0 0 1 0 0 0"},
        {"Women and children were killed.", "0 0 0 0 0 0"},
        {"Twelve clerks were shot and two were killed.", "0 0 1 0 0 0"},
        {"Twelve clerks were shot and two others were killed.", "0 1 0 0 0 0"},
        {"A 9-year-old girl and an 8-year-old boy were killed.", "2 0 0 1 1 0"},
        {"A man was shot outside, and two people were killed. The man is in serious condition.", "0 0 0 0 1 0"},
        {"Four guards were shot, police said. One guard was listed in critical condition and the three others were listed in stable condition.",
         "0 1 1 0 0 2"},
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(PEOPLE[i].text));
        unsigned n[6] = {0};
        for (size_t k = 0; k < a->claim_count; k++) {
            const Claim *claim = &a->claims[k];
            if (claim->kind != KIND_CASUALTY)
                continue;
            n[0] += claim->listed;
            n[1] += claim->additional;
            n[2] += claim->struck;
            n[3] += claim->sex == SUBGROUP_WOMEN;
            n[4] += claim->sex == SUBGROUP_MEN;
            n[5] += claim->part_of >= 0;
        }
        char got[32];
        (void)snprintf(got, sizeof got, "%u %u %u %u %u %u", n[0], n[1], n[2], n[3], n[4], n[5]);
        if (strcmp(got, PEOPLE[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", PEOPLE[i].text, PEOPLE[i].want, got);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Of which class those are of whom sex or age alone is told. */
static void who_is_one_of_fighters_is_a_fighter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *want;
    } PEOPLE[] = {
        {"Five rebels, including two women, were killed.", "5 militant;2 militant;"},
        {"Five soldiers, including two women and a nurse, were killed.", "5 security;2 security;1 civilian;"},
        {"Two raiders, a man and a woman, were killed.", "2 militant;1 militant;1 militant;"},
        {"Two raiders, a clerk and a woman, were killed.", "2 militant;1 civilian;1 civilian;"},
        {"Five people, including two women, were killed.", "5 unknown;2 civilian;"},
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(PEOPLE[i].text));
        char got[120] = "";
        for (size_t k = 0; k < a->claim_count; k++) {
            const Claim *claim = &a->claims[k];
            size_t len = strlen(got);
            if (claim->kind == KIND_CASUALTY)
                (void)snprintf(got + len, sizeof got - len, "%d %.*s;", (int)claim->count.low,
                               (int)class_name(claim->victim_class).len, class_name(claim->victim_class).ptr);
        }
        if (strcmp(got, PEOPLE[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", PEOPLE[i].text, PEOPLE[i].want, got);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nobody_of_a_row_is_counted_twice),
                                       cmocka_unit_test(who_is_one_of_fighters_is_a_fighter),
                                       cmocka_unit_test(who_is_told_beside_whom)};
    return cmocka_run_group_tests(tests, load, unload);
}
