#include "extract/speaker/cue.h"

#include "extract/english_for_tests.h"

/* Each figure of people and whose word it is: "9 police; 14 -;", "-" where the narrator speaks. */
/* clang-format off */
static const FigureCase FIGURES[] = {
    {"Eleven clerks were killed, not twelve as reported by some media.", "11 -; "},
    {"Eleven clerks were killed, not twelve as reported by some media, the governor said.", "11 governor; "},
    {"Only four clerks died, not nine as local radio had said, the mayor told reporters.", "4 mayor; "},
    {"Seven soldiers died, and not ten, as claimed by the rebels.", "7 -; "},
    {"The blast killed four clerks, and not, as the army claimed, 14.", "4 -; "},
    {"Four clerks died, as police had reported.", "4 police; "},
    {"Nine suspected gunmen were killed in Goma.", "9 -; "},
    {"Nine alleged gunmen were killed in Goma, the mayor said.", "9 mayor; "},
    {"The clinic gave a figure of nine dead.", "9 clinic; "},
    {"The Red Cross counts nine dead.", "9 Red Cross; "},
    {"A union has counted nine deaths.", "9 union; "},
    {"The rebels raised their own claim to 40 guards killed.", "40 rebels; "},
    {"The clinic lowered its estimate to nine dead.", "9 clinic; "},
    {"The ministry's toll of nine dead left out the clerks.", "9 ministry; "},
    {"The ministry's toll of nine was below the rebels' count of 15 dead.", "9 ministry; 15 rebels; "},
    {"Monday's toll of nine dead was the highest of the year.", "9 -; "},
    {"The official toll of nine dead stands.", "9 -; "},
    {"Nine clerks were killed in the raid by the ministry's count.", "9 ministry; "},
    {"The raid killed four and hurt 6, police official Omar Abdul Al-Sadi bin Tarik said.",
     "4 police official Omar Abdul Al-Sadi bin Tarik; 6 police official Omar Abdul Al-Sadi bin Tarik; "},
    /* a name beside an office behind "according to", and whoever comes by one */
    {"According to the mayor of Lund, Juno Past, six clerks died.", "6 mayor of Lund, Juno Past; "},
    {"According to the mayor, Juno Past, a clerk, was killed.", "1 mayor; "},
    {"Three clerks died, according to the school's head, Ana Holm. She said two were hurt.",
     "3 school's head, Ana Holm; 2 school's head, Ana Holm; "},
    {"Her spokesman later corrected the number of dead to two.", "2 Her spokesman; "},
    /* "he" and "she" are the last person who spoke and may be meant */
    {"The charity's director, Paul Mench, said four had died. He said two were hurt.",
     "4 charity's director, Paul Mench; 2 charity's director, Paul Mench; "},
    {"The head of the union said four had died. She said two were hurt.", "4 head of the union; 2 head of the union; "},
    {"A spokesman for the rebels denied it. He said 12 soldiers were killed.", "12 spokesman for the rebels; "},
    {"The boy's mother said three had died. Mr Holm said it was over. She said two were hurt.",
     "3 boy's mother; 2 boy's mother; "},
    {"A nurse said three had died. She said it was late. A guard said it was over. He said two were hurt.",
     "3 nurse; 2 guard; "},
    {"Three witnesses said five had died. He said two were hurt.", "5 Three witnesses; 2 He; "},
    /* "it" is the last body that spoke, or nobody */
    {"The prison service said the riot began at noon. It said nine inmates were killed.", "9 prison service; "},
    {"The riot began at noon. It said nine inmates were killed.", "9 -; "},
    {"Residents said the riot began at noon. It said nine inmates were killed.", "9 -; "},
    {"By the ministry's count nine clerks were killed in the raid.", "9 ministry; "},
    {"By the army's own tally at least nine clerks died.", "9 army; "},
    {"The army says eight clerks died, villagers say 30.", "30 villagers; 8 army; "},
    {"Officials said nine clerks had died, residents said at least 20.", "20 residents; 9 Officials; "},
    {"Four clerks died; witnesses say ten.", "10 witnesses; 4 -; "},
    {"Nine were killed, police said, and 14 wounded.", "9 police; 14 police; "},
    {"Nine clerks were killed, according to police, and 14 others were wounded.", "9 police; 14 police; "},
    {"Nine clerks were killed, police said, but the army said that only two died.", "9 police; 2 army; "},
    {"Nine clerks were killed, according to police, and the mayor called for calm.", "9 police; "},
    {"Nine clerks were killed, police said, and the mayor blamed the two dead men.", "9 police; 2 mayor; "},
    {"The raid on the mill, according to police, killed nine clerks.", "9 police; "},
    {"The ministry wishes to inform the public that six clerks were killed.", "6 ministry; "},
    {"The army put its losses at three killed.", "3 army; "},
    {"The army put its losses at three.", "3 army; "},
    {"The rebels claimed, without evidence, to have killed nine clerks.", "9 rebels; "},
    {"Nine people believed to be clerks were killed.", "9 -; "},
    {"The rebels put their own dead at 12 after the raid.", "12 rebels; "},
    {"The army admitted to losing seven soldiers.", "7 army; "},
    {"The city saw 31 murders in August.", "31 -; "},
    {"The blast claimed at least 32 people.", "32 -; "},
    {"The flood claimed nine villagers and three huts.", "9 -; "},
    {"A driver claimed that nine people died in the blast.", "9 driver; "},
    {"Last night saw two clerks killed in the old town.", "2 -; "},
    {"The hospital saw 12 deaths overnight.", "12 hospital; "},
    /* two who tell, each with its own figure */
    {"The toll was 12, according to the army, and 30, according to the rebels.", "30 rebels; 12 army; "},
    {"Nine people died, according to police, and ten were hurt, according to the mayor.", "9 police; 10 mayor; "},
    {"The bomb wounded nine clerks, policemen and rescue officials said.", "9 policemen and rescue officials; "},
    {"Nine people were killed according to police and 12 according to the rebels.", "12 rebels; 9 police; "},
    {"Twelve people died, the army said, and 30 were hurt, the rebels said.", "12 army; 30 rebels; "},
    {"Twelve guards were killed, according to the army, or 30, according to the rebels.", "30 rebels; 12 army; "},
    {"According to the army 12 people died, and according to the rebels 30 people died.", "12 army; 30 rebels; "},
    {"At least 12 people died in the raid (30, according to the rebels).", "30 rebels; 12 -; "},
    {"Twelve people died, according to police; 30, according to witnesses.", "30 witnesses; 12 police; "},
    {"Raid kills 12 people (aid groups) or fewer than 30 (the army)", "12 -; "},
    {"Raid kills 12 people (army)", "12 army; "},
    {"The roof fell in and nine people died, according to the mayor.", "9 mayor; "},
    /* who takes a figure back does not hand it on */
    {"The army rejected a report of the bishop that said ten guards were killed.", "10 report of the bishop; "},
    {"The army dismissed the rebels' claim that ten guards had been killed.", "10 rebels; "},
    {"A spokesman said he could not confirm the rebels' claim that ten guards had been killed.", "10 rebels; "},
    {"The ministry said it could not confirm reports that ten people had been killed.", "10 ministry doubts; "},
    {"The ministry said it was unable to confirm reports that ten people had been killed.", "10 ministry doubts; "},
    {"The ministry said it had no knowledge of reports that ten people had been killed.", "10 ministry doubts; "},
    {"The ministry said it was able to confirm that ten people had been killed.", "10 ministry; "},
    {"The ministry neither confirmed nor denied that ten guards were killed.", "10 ministry doubts; "},
    {"The army said the rebels' claim that ten guards had been killed was a lie.", "10 army denies; "},
    {"The army called the claim that ten guards had been killed a lie.", "10 army denies; "},
    {"The bishop said rebels had told him that ten guards had been killed.", "10 rebels; "},
    /* who tells it stands between the people and their verb */
    {"Nine people, police said, died when a bus fell into a ravine.", "9 police; "},
    {"Nine people, the mayor said on Friday, were killed.", "9 mayor; "},
    {"Nine people, according to a doctor and two nurses, were killed.", "9 doctor and two nurses; "},
    /* those who tell it are none of those hit */
    {"According to a report obtained by the Lantern, nine people were killed.", "9 report obtained by the Lantern; "},
    {"According to papers citing police, nine people were killed.", "9 papers citing police; "},
    {"In a report by the Harrow Lantern, nine people were killed.", "9 -; "},
    /* told at second hand */
    {"Nine people died, the Interfan news agency quoted the ministry as saying on Friday.", "9 ministry; "},
    {"Nine people died, the Interfan news agency quoted the ministry as saying, the Lantern reported.", "9 ministry; "},
    {"The Lantern said the state agency had quoted the ministry as saying nine people were killed.", "9 ministry; "},
    {"The Lantern said nine people died, citing the ministry. It quoted a witness as saying that ten were hurt.", "9 ministry; 10 witness; "},
    /* who tells it has been reached, found or read out */
    {"Residents contacted by phone said nine people were killed.", "9 Residents contacted by phone; "},
    {"A statement read on the radio said nine people were killed.", "9 statement read on the radio; "},
    {"A survivor found in the rubble told reporters nine people were killed.", "9 survivor found in the rubble; "},
    /* a bare number is all that the second one says */
    {"Residents said 20 clerks were killed; the clinic said 11.", "11 clinic; 20 Residents; "},
    {"Blast kills nine clerks in Harrow; hospital says 11", "11 hospital; 9 -; "},
    {"The firm added 40 jobs and said that nine clerks were killed.", "9 firm; "},
    /* papers and figures that speak */
    {"Data show 40 clerks died in the raid.", "40 Data; "},
    {"The records show 40 died in the raid.", "40 records; "},
    {"Nine clerks were killed, a statement from the ministry read.", "9 statement from the ministry; "},
    {"Nine clerks were killed, read a statement issued by the army.", "9 statement issued by the army; "},
    {"\"We counted nine dead clerks,\" Ana Holm, a nurse at the clinic, said by phone.", "9 Ana Holm, a nurse at the clinic; "},
    {"As many as nine clerks were killed in the raid, police said.", "0 police; "},
    /* who is blamed has said nothing, nor has the deed */
    {"An attack blamed on rebels killed nine clerks.", "9 -; "},
    {"The army refused to say whether nine clerks had died.", "9 - denies; "},
    /* a claim that somebody speaks of */
    {"Reports that ten people were killed were denied by the mayor.", "10 mayor denies; "},
    {"The army said it was looking into reports that ten people were killed.", "10 army doubts; "},
    {"The army has yet to comment on the report that ten people were killed.", "10 army doubts; "},
    {"Reports that ten people were killed could not be verified.", "10 - doubts; "},
    {"The mayor called reports that ten people were killed fake news.", "10 mayor denies; "},
    {"Police said a video claiming to show that ten people were killed was fabricated.", "10 Police denies; "},
    {"Warnings from Lima that ten people were killed went unheard.", "10 Lima; "},
    {"Per police, ten people were killed.", "10 police; "},
    {"Ten people were killed, it was announced by the ministry.", "10 ministry; "},
    {"Ana Holm, governor: ten people were killed.", "10 Ana Holm, governor; "},
    {"Nobody said ten people were killed.", "10 -; "},
    {"The rebels' claim that ten guards were killed was rejected by the army.", "10 rebels; "},
    {"Claims that ten people were killed could not be independently verified.", "10 - doubts; "},
    {"The army's account that ten rebels were killed was disputed by residents.", "10 army; "},
    {"Residents disputed the army's account that ten rebels were killed.", "10 army; "},
    {"Doctors confirmed the ministry's statement that ten people were killed.", "10 ministry; "},
    {"Contrary to the army's account that ten people were killed, witnesses said 30 died.", "10 army denies; 30 witnesses; "},
    {"At least nine people were, according to rescuers, killed.", "9 rescuers; "},
    /* a clause about a toll, and who gave it behind the figure */
    {"The toll, which the clinic put at 12, could not be verified.", "12 clinic; "},
    {"The death toll, which the ministry says stands at 12, will rise.", "12 ministry; "},
    {"The death toll was put at 58 by the ministry.", "58 ministry; "},
    {"The death toll of 70 was lowered to 58 on Monday by the mayor.", "58 mayor; "},
    {"The death toll was raised to 58 by doctors at the clinic.", "58 doctors at the clinic; "},
    {"The death toll was raised to 58 by a second blast.", "58 -; "},
    {"The death toll was raised by 12 to 58.", "58 -; "},
    {"Nine clerks were reported injured by a shell on the mill.", "9 -; "},
    {"A clerk called Ana Holm was killed.", "1 -; "},
    /* who it is told by behind a comma and a number, in words that hang on a name, or at second hand */
    {"The number of wounded rose to 90, Dr Ana Holm, the head of the clinic, said.", "90 Dr Ana Holm, the head of the clinic; "},
    {"The Harrow Watch, a monitor based abroad, reported that five men were killed.", "5 Harrow Watch, a monitor based abroad; "},
    {"According to a list drawn up by the clinic, nine people were killed.", "9 list drawn up by the clinic; "},
    {"The Lantern quoted the fire service as saying that nine people had died.", "9 fire service; "},
    {"The head of the militia boasted of having killed ten soldiers.", "10 head of the militia; "},
    {"Police said nine had died, whilst residents spoke of 20 dead.", "9 Police; 20 residents; "},
    /* more ways to say it */
    {"Fourteen clerks died, the mayor said, though a guard at the mill spoke of 20 dead.", "14 mayor; 20 guard at the mill; "},
    {"The fire killed nine clerks, the mayor said, and wounded thirty.", "9 mayor; 30 mayor; "},
    {"The ministry confirmed the deaths of six.", "6 ministry; "},
    {"\"Nine clerks were killed,\" the mayor boomed.", "9 mayor; "},
    {"The mayor roared past in a truck and nine clerks were killed.", "9 -; "},
    {"The clinic tipped off police that nine clerks had been killed.", "9 clinic; "},
    {"The army let it be known that nine guards had been killed.", "9 army; "},
    {"It is the ministry's position that nine clerks were killed.", "9 ministry; "},
    {"The mayor is of the opinion that nine clerks were killed.", "9 mayor; "},
    /* what another tells behind a semicolon or conjunction is of none of those told before */
    {"The army said it had killed 12 rebels; doctors said 14 clerks, including four children, were killed.", "12 army; 14 doctors; 4 doctors; "},
    {"The army killed 12 rebels and doctors said 14 clerks were hurt.", "12 -; 14 doctors; "},
    {"The army killed 12 rebels, but doctors said 14 clerks were hurt.", "12 -; 14 doctors; "},
    {"The blast killed a mayor but two clerks lived.", "1 -; "},
    {"The blast killed a mayor and two clerks.", "1 -; 2 -; "},
    {"Nine people were killed, a nurse told reporters, including two guards.", "9 nurse; 2 nurse; "},
    /* a number alone is of those told of before it, where that is plain */
    {"A raid killed 14 clerks, the clinic said. Villagers say 30.", "14 clinic; 30 Villagers; "},
    {"Officials put the toll of the raid at 25. The rebels put it at 40.", "25 Officials; 40 rebels; "},
    {"Radio reports said 15 clerks died. Police gave a lower figure of nine.", "15 Radio reports; 9 Police; "},
    {"Police said nine clerks died in Dol, while 12 guards were hurt.", "9 Police; 12 Police; "},
    {"Police denied that nine clerks died, while 12 guards were hurt.", "9 Police denies; 12 -; "},
    {"Six clerks died and nine were hurt, officials say, while residents say 12.", "6 officials; 9 officials; "},
    {"Six clerks died and nine were hurt, officials say. Residents say 12.", "6 officials; 9 officials; "},
    {"Nine clerks died. Asked how many houses burned, the mayor said 30.", "9 -; "},
    {"Nine clerks died, the mayor said, while the army put the number at 11.", "11 army; 9 mayor; "},
    {"Storm kills nine clerks in Lund; army puts toll at two", "9 -; 2 army; "},
    {"Some reports put the death toll as high as 40.", "0 reports; "},
    {"Aid workers say the real toll is at least 400.", "400 Aid workers; "},
    {"The army said it lost two men.", "2 army; "},
    {"Nine clerks died, police said. A local group counted 16.", "9 police; 16 local group; "},
    {"Nine clerks died, police said. A local group counted at least 16 dead.", "9 police; 16 local group; "},
    {"The ministry said nine clerks, including a girl, and two guards were killed.", "9 ministry; 1 ministry; 2 ministry; "},
    /* by somebody's count */
    {"By the police count, nine clerks died in the raid.", "9 police count; "},
    {"By the police count nine clerks died in the raid.", "9 police count; "},
    {"Nine clerks died by the police count.", "9 police count; "},
    {"By the rebels' own reckoning nine guards died.", "9 rebels; "},
    /* a toll that another takes back is still the word of whoever gave it */
    {"The ministry's toll of 31 was disputed by the mayor.", "31 ministry; "},
    {"The mayor disputed the ministry's toll of 31.", "31 ministry; "},
    /* labels are nobody */
    {"KIA: 12 guards, WIA: 30, the army said.", "12 army; 30 army; "},
    {"KIA: 12. WIA: 30.", "12 -; 30 -; "},
    {"12 KIA and 30 WIA were reported.", "12 -; 30 -; "},
    {"30 WIA were flown out.", "30 -; "},
    {"Police: 12 dead in Lund", "12 Police; "},
    /* as many as, as of */
    {"The opposition says as many as 300 clerks have died.", "0 opposition; "},
    {"The mayor said as of Monday nine clerks had died.", "9 mayor; "},
    /* who was reached by phone is none of the dead */
    {"Nine clerks were killed, a doctor reached by phone said.", "9 doctor reached by phone; "},
    {"The rebels' claim to have killed 60 soldiers was dismissed by the army.", "60 rebels; "},
    /* what a claim goes on to say */
    {"Rebels claimed to have downed a plane, killing all eight aboard, but the army said nobody was hurt.", "8 Rebels; "},
    {"A strike the army said hit a depot killed nine clerks, residents said.", "9 residents; "},
    {"What the ministry said was a gas leak killed 12 clerks.", "12 -; "},
};
/* clang-format on */

static void a_figure_is_the_word_of_whoever_gives_it(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FIGURES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(FIGURES[i].text));
        Buf got = {0};
        for (size_t k = 0; k < a->claim_count; k++) {
            if (a->claims[k].kind != KIND_CASUALTY)
                continue;
            const Attribution *said = a->claims[k].attribution;
            buf_int(&got, a->claims[k].count.low);
            buf_put(&got, STR(" "));
            buf_put(&got, said && str_present(said->speaker) ? said->speaker : STR("-"));
            Stance stance = a->claims[k].stance;
            buf_put(&got, stance == STANCE_DENIES   ? STR(" denies")
                          : stance == STANCE_DOUBTS ? STR(" doubts")
                                                    : STR(""));
            buf_put(&got, STR("; "));
        }
        if (!str_equal(buf_str(&got), str_from(FIGURES[i].want))) {
            print_error("%s\n  want %s\n  got  %.*s\n", FIGURES[i].text, FIGURES[i].want, (int)got.len, got.ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* "Correct the report that ...": what is corrected is denied. */
static void what_is_corrected_is_denied(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("The ministry wishes to correct the report that ten clerks were killed."));
    assert_int_equal(a->attribution_count, 1);
    assert_int_equal(a->attributions[0].stance, STANCE_DENIES);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_the_word_of_whoever_gives_it),
        cmocka_unit_test(what_is_corrected_is_denied),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
