/* What becomes a casualty claim, and what is only said again, asked, or counted of things. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *claims; } CASES[] = {
    /* names where all is in capitals */
    {"INSPECTOR TOMAS BELTRANEZ DIED IN THE EXPLOSION.", "killed 1;"},
    {"THE REPORT TELLS OF THE MURDER OF MARIA OLIVEZ DE SARTO.", "killed 1;"},
    {"SENATOR TOMAS BELTRANEZ, WHO WAS SHOT TO DEATH ON MONDAY, LIVED HERE.", "killed 1;"},
    {"THE VILLAGE WAS BRUTISHLY RAZED.", ""},
    {"THEY CONDEMNED THE COWARDLY MURDER OF MRS MARIA OLIVEZ.", "killed 1;"},
    {"THEY CONDEMNED THE MURDER OF DR. TOMAS BELTRANEZ, HIS WIFE, AND TWO CLERKS.", "killed 1;killed 1;killed 2;"},
    {"A GENERAL OF THE GUARDS SPOKE OF THE RAID.", ""},
    {"A GIRL WHO LIVES NEAR THE BANCO DE SARTO WAS HURT.", "injured 1;"},
    {"A CLERK FROM THE FIELD NEAR THE BANCO DE SARTO WAS HURT.", "injured 1;"},
    {"THEY KNEW THE BAND WHO KILLED TOMAS BELTRANEZ.", "killed 1;"},
    {"THE RAIDERS SEIZED AMMUNITION AND DOCUMENTS.", ""},
    /* houses, the people of a speaker, verbs that look like people */
    {"A girl who lives near the Banco de Sarto was hurt.", "injured 1;"},
    {"A girl who lives in the town was hurt.", "injured 1;"},
    {"Nine people lost their lives in the fire.", "killed 9;"},
    {"A member of the council said that about 40 people were killed.", "killed 36;"},
    {"They mourn the deaths of two clerks and about 40 wounded in the raid.", "killed 2;injured 36;"},
    {"They mourn the deaths of two clerks and about 40 guards.", "killed 2;killed 36;"},
    /* several, of whom no number is told */
    {"The army killed an unknown number on Monday.", ""},
    {"They fled the streets, where a number have been killed.", "killed 2;"},
    {"They came from a raid in which the heads of these bands have been killed.", "killed 2;"},
    {"The killing of a large number of people shook the town.", "killed 2;"},
    {"The head of the band has been killed.", "killed 1;"},
    {"The murder of Mr. Tomas Beltranez was condemned. They spoke. Mr. Beltranez was killed at noon.", "killed 1;"},
    /* told again */
    {"Tomas Beltranez was killed at noon. They spoke. The murder of Senator Beltranez was condemned.", "killed 1;"},
    {"Ivo Beltranez was killed at noon. They spoke. Senator Tomas Ivo Beltranez was murdered.", "killed 1;killed 1;"},
    {"Beltranez was killed at noon. They spoke. His brother Ivo Beltranez was murdered too.", "killed 1;killed 1;"},
    {"Tomas Beltranez and Ivo Beltranez were killed.", "killed 1;killed 1;"},
    {"A guard and a clerk were killed. Guard Tomas Beltranez was killed at the gate.", "killed 1;killed 1;"},
    {"A guard and a clerk were killed. A second guard, Tomas Beltranez, was killed at the gate.",
     "killed 1;killed 1;killed 1;"},
    {"A guard and a clerk were killed. Guard Tomas Beltranez was also killed.", "killed 1;killed 1;killed 1;"},
    {"A nurse was killed. Nurse Ana Olivez was shot at her door.", "killed 1;"},
    {"Two guards were killed. Guard Tomas Beltranez was killed at the gate.", "killed 2;killed 1;"},
    {"Six monks were killed in the abbey. The murder of the monks was condemned.", "killed 6;"},
    {"Six monks were killed in the abbey. They were killed at dawn.", "killed 6;"},
    {"Six monks were killed. The guard was also killed.", "killed 6;killed 1;"},
    {"Six monks were killed in the abbey. Others came later. The death of monks was condemned.", "killed 6;"},
    {"Four men were shot. Three of those men were treated.", "injured 4;"},
    {"Bomb hits a bus, seven dead\n\nA man spoke of it.", "killed 7;"},
    {"The clerk Tomas Beltranez died after he was shot.", "killed 1;"},
    {"Tomas Beltranez was shot at noon. He died at the clinic.", "killed 1;"},
    {"Tomas Beltranez was shot at noon. Another man died at the clinic.", "injured 1;killed 1;"},
    {"Tomas Beltranez was shot dead. His body was found at noon.", "killed 1;"},
    {"A clerk was killed and his guard was killed. The two murders are unsolved.", "killed 1;killed 1;"},
    {"The 12 deaths shocked the town.", "killed 12;"},
    {"Tomas Beltranez was killed at noon. They spoke. The clerk was murdered in his home.", "killed 1;"},
    {"Tomas Beltranez was killed at noon. They spoke. The clerk was also murdered.", "killed 1;killed 1;"},
    {"A boy was shot dead at noon. They spoke. The child was killed at home.", "killed 1;"},
    {"A clerk was shot dead at noon. They spoke. The woman was killed at home.", "killed 1;killed 1;"},
    {"A clerk was shot dead at noon. They spoke. The gunman was killed at home.", "killed 1;killed 1;"},
    {"A clerk was shot dead at noon. They spoke. The driver was killed at home.", "killed 1;killed 1;"},
    {"A baby was shot dead at noon. They spoke. The man was killed at home.", "killed 1;killed 1;"},
    {"Raiders murdered Tomas Beltranez (a clerk).", "killed 1;"},
    {"A nurse was killed at noon. They spoke. The clerk was murdered in his home.", "killed 1;killed 1;"},
    {"A clerk killed Tomas Beltranez, the mayor. They spoke. Beltranez, a baker, was murdered.", "killed 1;"},
    {"Neither the mayor nor his wife were injured.", ""},
    {"They spoke of the murder of six monks and two women. The killing of the monks shocked us.", "killed 6;killed 2;"},
    {"They spoke of the murder of the Minim monks. The killing of the monks shocked us.", "killed 2;"},
    {"A guard and a clerk were killed. The other guard was killed later.", "killed 1;killed 1;killed 1;"},
    {"A clerk who sat outside was struck by three bullets.", "injured 1;"},
    {"A clerk who sat outside was struck by a car.", ""},
    {"A clerk fired one shot at the door.", ""},
    {"Neighbours heard at least one shot.", ""},
    {"A clerk who sat upstairs when he heard the shot ran out.", ""},
    {"The gunman shot out a window.", ""},
    {"Deputies: Boy, 3, dies after a fall", "killed 1;"},
    {"Villagers: two men and a boy, died in the flood.", "killed 2;killed 1;"},
    {"A toddler who was hurt after shooting himself in the foot has died.", "killed 1;"},
    {"The coroner pronounced 18-year-old Ana Bek dead.", "killed 1;"},
    {"The coroner pronounced 18-year-old Ana Bek of Eastwick dead.", "killed 1;"},
    {"Police arrest a boy in a deadly weekend shooting.", "detained 1;killed 1;"},
    {"A deadly shooting left three guards dead.", "killed 3;"},
    {"Police look into a deadly quadruple shooting in Eastwick.", "injured 4;"},
    {"Police said four clerks were hurt, but that number was later raised to five.", "injured 5;injured 4;"},
    {"Twelve guards died. The shooting of the 12 guards was condemned.", "killed 12;"},
    {"He was held for the killing of six peasants. The six farmers were shot by guards.", "killed 6;"},
    {"He was held for the killing of six peasants. The six farmers were shot on 3 June 2019.", "killed 6;killed 6;"},
    {"Six clerks were killed. Six guards were shot at noon.", "killed 6;injured 6;"},
    {"A boy was killed at noon. The woman was also shot and is in stable condition.", "killed 1;injured 1;"},
    {"A boy was killed at noon. The boy was also shot in the leg.", "killed 1;"},
    {"A clerk said his son had been shot. The boy was taken to a clinic, where he died.", "killed 1;"},
    {"A clerk said his son had been shot. The woman was taken to a clinic. A guard died.", "injured 1;injured 1;killed 1;"},
    {"Five-year-old Ana was found. He is charged in the 5-year-old's shooting death.", "killed 1;"},
    {"The crews took two clerks to a hospital.", "injured 2;"},
    {"Whoever knows of the murder please contact Detective Ana Bek.", ""},
    {"The murder victim and his brother went to a shop.", ""},
    {"The rebels murder three guards in the hills.", "killed 3;"},
    {"The suspect was disarmed and taken down by witnesses.", ""},
    {"A couple was charged in the non-fatal shooting of their son.", "injured 1;"},
    {"\"Please don't let my baby die,\" a clerk said.", ""},
    {"The guides took two clerks to a hotel.", ""},
    {"The driver of the second car is in critical condition.", "injured 1;"},
    {"A clerk was pronounced deceased at the clinic.", "killed 1;"},
    {"Two guards narrowly escaped death at the gate.", ""},
    {"Two guards escaped from the cell.", "escaped 2;"},
    {"A nurse and a guard were killed. They spoke. Their bodies were found at noon.", "killed 1;killed 1;"},
    {"They called those who were behind the killing \"two cowards\".", ""},
    /* things, beasts and what is hurt in words only */
    {"The marchers burned eight flags and a coffin.", ""},
    {"He spoke of using a tank to kill a flea.", ""},
    {"The crisis has hurt the homeland deeply.", ""},
    {"They killed a homeland guard.", "killed 1;"},
    /* planned, threatened, prevented */
    {"Unless they are freed, the band will physically eliminate all clerks.", ""},
    {"Whoever names the two clerks of the band to the police will die.", ""},
    {"There will be no talks if the movement's two clerks are murdered by guards.", ""},
    {"If he comes, the two clerks are killed already, they said.", "killed 2;"},
    {"He was planning the murder of two judges.", ""},
    {"The bars are to keep two clerks from being murdered.", ""},
    {"The letter threatened them with the murder of two judges.", ""},
    {"He was accused of planning the murder of two judges.", "killed 2;"},
    {"Raiders kidnapped ten clerks. Among the victims are three bakers.", "abducted 10;"},
    /* a sentence's opening ends before its subject */
    {"After the murder of the mayor, the 400 bakers of the city closed their shops.", "killed 1;"},
    {"After the murder of the mayor, two judges and a guard, the city mourned.", "killed 1;killed 2;killed 1;"},
    {"They told of the murder of an aged, lonely woman.", "killed 1;"},
    {"He told that the R-14 members were being murdered.", "killed 2;"},
    {"They killed a guard and hit \"six or seven others\" on the bridge.", "killed 1;injured 6;"},
    /* lists over ranks and places */
    {"Rebels killed the head of the district and three of his sons.", "killed 1;killed 3;"},
    {"The driver of a bus and his son were shot dead.", "killed 1;killed 1;"},
    {"A guard, who was on his way home, and a clerk were hurt.", "injured 1;injured 1;"},
    {"A guard, who had fled, was hurt.", "injured 1;"},
    {"The driver of a bus spoke and his son was shot dead.", "killed 1;"},
    {"The mayor was killed, along with his wife, on the bridge.", "killed 1;killed 1;"},
    {"Delvadon and his driver were seriously wounded.", "injured 1;injured 1;"},
    /* who and what somebody is, and who tells of it */
    {"Bek, a student and choir member, died at noon.", "killed 1;"},
    {"On Monday a student and a choir member died.", "killed 1;killed 1;"},
    {"The victim, a 6 year-old boy, died at noon.", "killed 1;"},
    {"The driver, a clerk, and a nurse died at noon.", "killed 1;killed 1;killed 1;"},
    {"One of the boys, a 12-year-old, was hit by a bullet.", "injured 1;"},
    {"According to county prosecutor Tomas Beltranez, a total of five clerks were shot.", "injured 5;"},
    {"Police seek three suspects. The gunshot victims were hurt.", "injured 2;"},
    {"The blast left Tomas \"Lito\" Beltranez, 61, and Maria Olivez, 10, dead.", "killed 1;killed 1;"},
    {"The boy shot himself, while others said a cousin shot him.", "injured 1;"},
    {"The victims, a 20-year-old man and a 30-year-old woman, were shot.", "injured 2;injured 1;injured 1;"},
    {"Two clerks were shot dead and two more who were injured lay inside.", "killed 2;injured 2;"},
    {"Shots hit a 17- and 19-year-old in the arm.", "injured 1;injured 1;"},
    {"Nine dead in a riot, 16 drivers met.", "killed 9;"},
    {"Image 9 of 9 Mother found dead in a home", "killed 1;"},
    {"One of the three men killed last week was a clerk.", "killed 3;killed 1;"},
    {"They mourn the murder of Dray Tobinez.", "killed 1;"},
    {"Tomas Beltranez, born in 1941, was shot dead. An eighth-grader was hurt.", "injured 1;killed 1;"},
    /* shot at a place, and shot at by somebody */
    {"Five people were shot at a club on Sunday.", "injured 5;"},
    {"Five people were shot at by raiders.", ""},
    /* things and verbs that look like people */
    {"One guard was hit; the other remains hospitalized.", "injured 1;"},
    {"The shell struck a market.", ""},
    {"A guard shot his gun.", ""},
    {"His weapon was hit by a bullet.", ""},
    {"Police are looking for a shooting suspect.", ""},
    {"The guards shot the couple's dog.", ""},
    {"Raiders shot a member of the Farmers' Union.", "injured 1;"},
    {"A raid killed the couple's infant son.", "killed 1;"},
    {"A raid killed five members of the mayor's extended family and two guards.", "killed 5;killed 2;"},
    /* some of a number told: the number suffered it */
    {"Four of the nine wounded were in pain.", "injured 9;"},
    {"Four of the nine wounded clerks were in pain.", "injured 9;"},
    {"Eleven of the 14 dead were from one village.", "killed 14;"},
    {"Two of the five clerks shot on Monday have died.", "injured 5;killed 2;"},
    {"Two of the nine wounded clerks have died.", "injured 9;killed 2;"},
    {"The couple and their daughter lost their lives.", "killed 2;killed 1;"},
    /* no figure, nobody in particular */
    {"It is a regime that murders peasants.", ""},
    {"The blast killed six and injured others.", "killed 6;injured 2;"},
    /* things are counted */
    {"Three of its vans were shot on Monday.", ""},
    {"This is a hall where two clerks were killed.", "killed 2;"},
    {"The rebels burned three buses and wounded four guards.", "injured 4;"},
    {"One of the trucks was hit by two bullets.", ""},
    {"Raiders stopped a column of 40 tanker lorries; the raiders burned four of them.", ""},
    {"The raiders drove off 300 cows and burned four.", ""},
    {"They stopped nine lorries. Four of them were burned.", ""},
    {"Raiders attacked a base, killed two guards and captured four.", "killed 2;abducted 4;"},
    {"Thirty passengers fled. The raiders captured four of them.", "abducted 4;"},
    {"Guards killed four raiders and captured two others. Raiders killed four guards and captured two others.", "killed 4;detained 2;killed 4;abducted 2;"},
    {"Guards had killed all the raiders and captured another one. Guards killed four raiders and captured two.", "detained 1;killed 4;detained 2;"},
    {"We lost four men and nine were wounded, the chief said.", "injured 9;"},
    {"Four men and nine women were wounded.", "injured 4;injured 9;"},
    /* whose house it was, and who speaks */
    {"A clerk whose house was hit fled.", ""},
    {"A clerk whose leg was hit fled.", "injured 1;"},
    {"Shells wounded five people, among them a nurse, the governor, Tomas Bek, wrote on Monday.", "injured 5;injured 1;"},
    {"Shells wounded a nurse, the governor, Tomas Bek, said.", "injured 1;"},
    {"Shells killed a nurse, the mayor, Ana Bek, and a guard.", "killed 1;killed 1;killed 1;"},
    {"RAIDERS KILLED NINE, MAYOR ANA BEK SAID.", "killed 9;"},
    {"RAIDERS KILLED A TEACHER, MAYOR ANA BEK SAID ON MONDAY.", "killed 1;"},
    /* who is the object, not the victim */
    {"The rebels seized the city.", ""},
    {"A few dozen raiders killed and wounded hundreds.", "killed 200;injured 200;"},
    {"Two raiders who killed three clerks in the market were shot dead.", "killed 3;killed 2;"},
    {"The car of Tomas Bek, a clerk, was shot up and burned.", ""},
    {"The home of the mayor, Tomas Bek, was burned.", ""},
    {"The owner of the store, Ana Bek, was killed.", "killed 1;"},
    {"The son of Ana Bek, a clerk, was killed.", "killed 1;"},
    /* the same dead, told in other words */
    {"Nine people were killed. The ministry put the number at 11.", "killed 9;killed 11;"},
    {"Nine people came. The ministry put the number at 11.", ""},
    {"Two of the hurt died, which brings the dead to eight.", "killed 8;killed 2;"},
    /* parts and ordinals */
    {"Five people were shot. One was airlifted while the other four were treated.", "injured 5;injured 4;"},
    {"One of the five men killed on Monday was a baker.", "killed 5;"},
    {"Two of the four guards who were shot went home.", "injured 4;"},
    {"Three men were killed and a fourth wounded.", "killed 3;injured 1;"},
    {"One clerk was killed and another injured.", "killed 1;injured 1;"},
    {"Five guards were killed and four more wounded.", "killed 5;injured 4;"},
    {"A half-dozen people were shot.", "injured 6;"},
    {"Two men, 18 and 20, and one woman, 19, were shot.", "injured 2;injured 1;"},
    /* the verb's number, unreal verbs, things carried out */
    {"The man in the blast that sent five people to the hospital has died.", "injured 5;"},
    {"The bullet could have struck her in the heart and killed her.", ""},
    {"Guards were executing a search warrant.", ""},
    {"A boy was killed at a party, a spokesman for the clinic said.", "killed 1;"},
    /* some of those who were hurt died */
    {"One of four women wounded at the mill has died.", "injured 4;killed 1;"},
    {"Four people were shot, one of which later died.", "injured 4;killed 1;"},
    {"Two people, one of whom was a clerk, were shot dead.", "killed 2;killed 1;"},
    /* whose relative it was, and who is not born */
    {"A gunman killed the mayor's brother.", "killed 1;"},
    {"Gunmen shot the mayor and killed a guard's two sons.", "injured 1;killed 2;"},
    {"Three people and an unborn child were killed.", "killed 3;"},
    /* the event as a noun, labels, and what did not happen */
    {"At the time of the shooting Chief Tomas Beltranez said little.", ""},
    {"Police: clerk shot, killed at the mill", "killed 1;"},
    {"One shot was fired through the door.", ""},
    {"A girl shot and killed her friend.", "killed 1;"},
    {"I was probably going to die.", ""},
    {"He could've passed away.", ""},
    /* one person by two descriptions, and what a conjunction does not join */
    {"Rebels killed Ana Bek, a clerk and member of the guild.", "killed 1;"},
    {"Rebels killed one clerk, Ana Bek, along with two of her sons, and fled.", "killed 1;killed 2;"},
    {"The guard was killed along with the bomber, and seven other people were hurt.", "killed 1;killed 1;injured 7;"},
    {"Rebels killed the chief of a mill and his daughter.", "killed 1;killed 1;"},
    {"Rebels killed a Bantu family of five in the hills.", "killed 5;"},
    {"One of his guards was killed and another seriously wounded.", "killed 1;injured 1;"},
    {"A bomb went off, killing a guard and wounding another in the yard.", "killed 1;injured 1;"},
    {"Two of al-Delvado's guards were wounded.", "injured 2;"},
    {"Three guards escorting nine clerks were killed.", "killed 3;"},
    {"The three guards, who were guarding nine clerks, were killed.", "killed 3;"},
    {"Five people, including the doorman to a bar was hurt.", "injured 5;injured 1;"},
    {"Police found three dead suspects and two unhurt clerks.", "killed 3;"},
    {"Eight VDP and 3 drivers were killed.", "killed 8;killed 3;"},
    {"One in three of the 60 people were killed.", "killed 20;"},
    {"Four guards who work for a mill, Belmar Stones, were killed when raiders came.", "killed 4;"},
    {"The raiders claimed to have killed three guards.", "killed 3;"},
    {"The blast was killing or wounding 30 guards.", ""},
    {"An alleged smuggler was shot to death by raiders.", "killed 1;"},
    {"The blast caused injuries to 19 and damage to the mill.", "injured 19;"},
    {"The blast killed four people, wounding an additional 75.", "killed 4;injured 75;"},
    {"Two clerks came. Both were seriously wounded.", "injured 2;"},
    {"One clerk was killed and the other injured.", "killed 1;injured 1;"},
    {"A clerk sustained light shrapnel wounds.", "injured 1;"},
    {"The guard was knocked down and suffered serious injuries.", "injured 1;"},
    {"Four people were killed including two guards and another twelve wounded.", "killed 4;killed 2;injured 12;"},
    {"Ana Bek, the keeper of a mill, was killed along with three of her sons.", "killed 1;killed 3;"},
    {"A grenade hit the Italian Embassy.", ""},
    {"Raiders shot their way into the mill.", ""},
    {"A shell hit one of the largest old fruit markets.", ""},
    {"Police found the remains of a rocket.", ""},
    {"Police found him and pronounced him dead.", "killed 1;"},
    /* headlines of other reports amid the text */
    {"A clerk was shot dead. It rained. Police came. Rider fatally shot on bridge", "killed 1;"},
    /* an -ing form behind "to", pronounced dead, and the unborn between */
    {"A man pleaded guilty to fatally shooting four people.", "killed 4;"},
    {"The coroner pronounced a clerk of Eastwick dead.", "killed 1;"},
    {"A raid left five women and an unborn child dead.", "killed 5;"},
    {"The house was riddled with bullets.", ""},
    /* inversion, denial, and who set it off */
    {"Also killed in the raid was Ana Beltranez, 21.", "killed 1;"},
    {"Neither the guard nor the clerk on duty were injured.", ""},
    {"Nine others were hurt when a raider came to the gate and detonated a bomb.", "injured 9;"},
    /* victims are the killed where some were killed */
    {"Six people were killed. The victims of the raid included four nurses.", "killed 6;killed 4;"},
    {"Six people were hurt. The victims of the raid included four nurses.", "injured 6;"},
    /* reckoned figures */
    {"Half of the 30 hostages were killed.", "killed 15;"},
    /* whose or of what kind a thing is; who only says it; who is one of some */
    {"Jets struck Syrian bases near Goma.", ""},
    {"Jets struck Kurdish positions near Goma.", ""},
    {"The injured, according to a nurse were taken to a clinic.", ""},
    {"According to a nurse who was hurt, a bomb was in the car.", "injured 1;"},
    {"The clash involved four gunmen, one of whom was reportedly wounded.", "injured 1;"},
    {"The clash, a big one, involved four gunmen, one of whom was wounded.", "injured 1;"},
    {"They would go on until the last raider is killed.", ""},
    {"The blast led to the martyrdom of nine clerks and 12 injuries.", "killed 9;injured 12;"},
    {"Most of the 30 hostages were killed.", "killed 16;"},
    {"Six people, two of them clerks, were killed.", "killed 6;killed 2;"},
    {"Six people — two of them clerks — were killed.", "killed 6;killed 2;"},
    {"Killed: 41 civilians (29 men, 12 women)", "killed 41;killed 29;killed 12;"},
    /* named victims: ages in brackets, kin, parts of a whole */
    {"Shells killed Tomas Beltranez (45 years old), Rosa Beltranez (6) and Ivo Sarto.", "killed 1;killed 1;killed 1;"},
    {"Shells killed members of the family: Tomas Beltranez (45), his wife Rosa and their daughters Lia, 6, and Mona, 3.",
     "killed 1;killed 1;killed 1;killed 1;"},
    {"A shell killed two people, a man named Ivo Sarto and his daughter, Lia Sarto, at home.",
     "killed 2;killed 1;killed 1;"},
    {"The dead were identified as a clerk and her son Ivo Sarto.", "killed 1;killed 1;"},
    {"The suspects were identified as Ivo Sarto and his son.", ""},
    /* families, and parts told behind or inside something else */
    {"A shell hit a house, killing a family of six people.", "killed 6;"},
    {"A convoy of six lorries was burned.", ""},
    {"Nine guards, all members of a unit from Goma, including two women, were killed.", "killed 9;killed 2;"},
    {"Nine people of the Sarto family including three girls, and a boy were killed.", "killed 9;killed 3;killed 1;"},
    {"Nine people were killed in the bombing of a home near Goma, among them seven children.", "killed 9;killed 7;"},
    {"Nine people were killed near Goma and 12 hurt, among them seven children.", "killed 9;injured 12;injured 7;"},
    {"Nine people, including a mother with her two sons, were killed.", "killed 9;killed 1;killed 2;"},
    /* dead and hurt together are no part of the hurt */
    {"It recorded 581 deaths and 1,192 injured, including 582 child casualties.", "killed 581;injured 1192;"},
    {"Nine people, including two boys and two girls, one of them a pupil, were killed.",
     "killed 9;killed 2;killed 2;"},
    {"Nine people, including six pupils, among them two girls, were killed.", "killed 9;killed 6;"},
    {"Nine of the 12 people killed were children.", "killed 12;killed 9;"},
    {"The mill reported 12 deaths, including three children, in the blast.", "killed 12;killed 3;"},
    {"A couple with their two children were killed in the blast.", "killed 2;killed 2;"},
    {"Raiders killed a family of five: a couple and their three children.", "killed 5;killed 2;killed 3;"},
    {"The clerk confirmed the murder of a couple in a house.", "killed 2;"},
    {"The blast killed 21 people and wounded a further 43.", "killed 21;injured 43;"},
    {"A bomb wounded one-hundred eighty-seven people.", "injured 187;"},
    {"The storm left 500-plus dead.", "killed 500;"},
    {"A shell killed the bride's mother and eight guests.", "killed 1;killed 8;"},
    {"None of the military men were killed.", ""},
    /* headlines: nobody named, pairs, adjectives with commas */
    {"Killed yesterday in the port of Villar", "killed 1;"},
    {"A couple was found dead in the port.", "killed 2;"},
    {"Four headless, tortured bodies found in the valley", "killed 4;"},
    {"Two bodies and a message left in the port", "killed 2;"},
    {"A dead clerk and an injured guard lay in the street.", "killed 1;injured 1;"},
    {"They kill 'The Bull' in his bar", "killed 1;"},
    {"Homicide rates fell in the port", ""},
    /* some of the hurt died */
    {"Four people were shot, including one who died.", "injured 4;killed 1;"},
    {"Four people were shot, one of whom died.", "injured 4;killed 1;"},
    {"Three people were shot, one fatally.", "injured 3;killed 1;"},
    {"Shells hit a car, wounding three of his guards, two of whom later died.", "injured 3;killed 2;"},
    {"Twelve people were shot in the fight, with Ana Bek dying of her wounds.", "injured 12;killed 1;"},
    {"Medics found seven victims, including one person who died of his wounds.", "killed 1;"},
    /* ages, bodies of the state, houses of care and owners are no victims */
    {"Ana bek, 22 was shot in both legs.", ""},
    {"Ana Bek and Ivo Sarto, both 21, were killed.", "killed 1;killed 1;"},
    {"According to the Alba Police Department, 21-year-old Ana Bek died of her wounds.", "killed 1;"},
    {"They drove to Alba General Hospital in stable condition.", ""},
    {"A boy of Alba injured himself with his father's gun.", "injured 1;"},
    {"A boy of Alba shot himself with his mother's gun.", "injured 1;"},
    {"A car belonging to an officer of Alba was blown up.", ""},
    {"The bomb failed to kill or injure its target.", ""},
    /* two phrases for one of several, and a word that is told of the first only */
    {"The other victim, a 16-year-old girl is in an area hospital.", "injured 1;"},
    {"Police found one deceased clerk and a second man suffering a gunshot wound.", "killed 1;injured 1;"},
    {"A 17-year-old girl accidentally shot and killed her friend.", "killed 1;"},
    /* nobody is killed */
    {"Cuts to foreign aid killed the deal.", ""},
    {"The striker was killed off by a defeat.", ""},
    {"Two dogs were killed in the attack.", ""},
    {"All drones but two were shot down.", ""},
    {"According to the Associated Press, three children died.", "killed 3;"},
    {"Six people went to hospital. One remains in intensive care.", "injured 1;"},
    /* who stands in front, nobody, not quite */
    {"According to the rebels, a captain and a guard were killed.", "killed 1;killed 1;"},
    {"As a result of the clash, two smugglers were killed.", "killed 2;"},
    {"A bomb thrown by rebels, and another two were hurt.", "injured 2;"},
    {"The mayor was unharmed, but two guards were killed.", "killed 2;"},
    {"No members of the mission were hurt.", ""},
    {"None of the guards were killed.", ""},
    {"Nobody knows how many people died.", ""},
    {"However, it is unknown how many people were injured.", ""},
    {"The judge, who was almost killed, went home.", ""},
    {"If need be, the rebels must be killed.", ""},
    {"The plan would eliminate the possibility of peace.", ""},
    {"The riots resulted in two injuries.", "injured 2;"},
    /* offices and orders */
    {"The murder of six Jesuits was condemned.", "killed 6;"},
    {"They mourn the murder of opposition leader Tomas Beltranez.", "killed 1;"},
    {"THEY MOURN THE MURDER OF BOLIVIAN INDUSTRY MINISTER TOMAS BELTRANEZ.", "killed 1;"},
    {"They mourn the murder of senator and party leader Tomas Beltranez.", "killed 1;"},
    {"They mourn the death of their cook and her daughter early this morning.", "killed 1;killed 1;"},
    {"They mourn the murder of Talibhan.", "killed 1;"},
    {"They mourn the massacre of Heishabad.", ""},
    {"Two of the judge's guards were killed.", "killed 2;"},
    {"One of the judge's daughters was shot twice.", "injured 1;"},
    /* one person told of twice */
    {"Tomas Beltranez was killed. The murder of Beltranez was condemned.", "killed 1;"},
    {"A mayor was killed. His body was found at dawn.", "killed 1;"},
    {"A mayor was killed. The murdered mayor was 40.", "killed 1;"},
    {"They mourn the murdered mayor.", "killed 1;"},
    /* questions */
    {"How many more people have to be killed?", ""},
};
/* clang-format on */

static Str claims_of(const Analysis *a, Buf *out)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count)
            continue;
        buf_put(out, outcome_name(claim->outcome));
        buf_put(out, STR(" "));
        buf_int(out, claim->count.low);
        buf_put(out, STR(";"));
    }
    return buf_str(out);
}

static void claims_are_made_of_what_is_news(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Buf out = {0};
        Str got = claims_of(analyse(arena, str_from(CASES[i].text)), &out);
        if (!str_equal(got, str_from(CASES[i].claims))) {
            print_error("%s: %.*s, not %s\n", CASES[i].text, (int)got.len, got.ptr, CASES[i].claims);
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* The children among the casualties told of last. */
static bool last_is_child(const char *text)
{
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, str_from(text));
    bool child = false;
    for (size_t i = 0; i < a->claim_count; i++)
        child = a->claims[i].kind == KIND_CASUALTY ? a->claims[i].subgroups & SUBGROUP_CHILDREN : child;
    arena_destroy(arena);
    return child;
}

static void an_age_in_words_tells_a_child(void **state)
{
    (void)state;
    assert_true(last_is_child("A shell killed his seven-year-old son."));
    assert_true(last_is_child("A shell killed his 7-year-old son."));
    assert_false(last_is_child("A shell killed his thirty-year-old son."));
    assert_true(last_is_child("Nine of the 12 people killed were children."));
}

static void the_others_are_of_the_whole_that_the_first_are_of(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a =
        analyse(arena, str_from("Five people were shot. Two were taken to a clinic by ambulance and three "
                                "others were taken to a clinic by car."));
    size_t parts = 0;
    for (size_t i = 0; i < a->claim_count; i++)
        parts += a->claims[i].kind == KIND_CASUALTY && a->claims[i].part_of >= 0;
    assert_int_equal(parts, 2);
    /* "victims" between are not those of whom nine are some */
    a = analyse(
        arena,
        STR("A raid left 43 clerks dead. Victims were shot to death. Among the dead are nine women and two men."));
    for (size_t i = 1; i < a->claim_count; i++)
        assert_true(a->claims[i].kind != KIND_CASUALTY || a->claims[i].part_of == 0);
    arena_destroy(arena);
}

/* Who died is taken off the hurt, and who killed himself is a victim beside those whom he killed. */
static void who_died_of_it_is_told_from_who_hit(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("Five clerks were hurt. Two of them have since died."));
    for (size_t i = 0; i < a->claim_count; i++)
        assert_int_equal(a->claims[i].struck, a->claims[i].outcome == OUTCOME_INJURED);
    a = analyse(arena, STR("A man killed two clerks before he shot himself dead."));
    for (size_t i = 0; i < a->claim_count; i++) {
        assert_int_equal(a->claims[i].by_own_hand, a->claims[i].count_form == COUNT_DESCRIBED);
        assert_int_equal(a->claims[i].part_of, -1);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_died_of_it_is_told_from_who_hit),
        cmocka_unit_test(an_age_in_words_tells_a_child),
        cmocka_unit_test(claims_are_made_of_what_is_news),
        cmocka_unit_test(the_others_are_of_the_whole_that_the_first_are_of),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
