#include "extract/speaker/cue.h"

#include "extract/english_for_tests.h"

/* Every attribution of a text: "speaker < cue < content | content; ", "-" where nobody is named. */
/* clang-format off */
static const struct { const char *text; const char *want; } SENTENCES[] = {
    /* who speaks stands behind the verb, and a name's apposition before it is nobody who does */
    {"A boat sank off Lund, the capital of Skane, said a local relief group.", "local relief group < said < A boat sank off Lund, the capital of Skane; "},
    {"A boat sank off Lund, Skane, said police.", "police < said < A boat sank off Lund, Skane; "},
    {"Ann Holm, the mayor of Lund, said the same thing.", "Ann Holm, the mayor of Lund < said < the same thing; "},
    /* how it was said is not who said it */
    {"The claim was denied by phone.", "- < was denied < The claim; "},
    {"The claim was denied by email.", "- < was denied < The claim; "},
    {"The claim was denied by the mayor.", "mayor < was denied < The claim; "},
    {"The raid was reported by state television.", "state television < was reported < The raid; "},
    {"The raid was condemned by the mayor in a statement.", "mayor < was condemned < The raid; "},
    {"The raid was condemned by the mayor on Telegram.", "mayor < was condemned < The raid; "},
    {"A spokesman for Telegram said it rained.", "spokesman for Telegram < said < it rained; "},
    /* a blow at where a force stands is no word */
    {"Rebels attacked army positions near Lund on Sunday.", ""},
    {"Rebels attacked the army position on the hill.", ""},
    {"Rebels attacked the claim.", "Rebels < attacked < the claim; "},
    /* the object stands before the subject */
    {"The depot burned, a claim that the army later denied on Telegram.", "army < later denied < a claim; "},
    {"The depot burned, a figure that the army disputes.", "army < disputes < a figure; "},
    {"It was an attack that the governor blamed on rebels.", "governor < blamed < an attack; "},
    {"The raid that officials blamed on rebels burned the depot.", "officials < blamed < on rebels; "},
    {"An attack blamed on rebels burned the depot.", ""},
    {"A shell the army said hit a post burned the depot.", "army < said < hit a post; "},
    {"What the ministry said was a leak burned the depot.", "ministry < said < What | was a leak; "},
    {"On Monday the minister said killed rebels would be buried.", "minister < said < killed rebels would be buried; "},
    /* whose fault it is, what may be so, what is only proposed, what is kept open */
    {"The army put the blame on rebels.", "army < put the blame on < rebels; "},
    {"The ministry attributed the crash to fog.", "ministry < attributed < the crash to fog; "},
    {"The envoy allowed that it might rain.", "envoy < allowed < that it might rain; "},
    {"The envoy ventured that it might rain.", "envoy < ventured < that it might rain; "},
    {"The envoy floated the idea of talks.", "envoy < floated the idea of < talks; "},
    {"The army would neither confirm nor deny that the depot burned.", "army < would neither confirm nor deny < that the depot burned; "},
    /* an infinitive of a verb that is also a noun, or that no list had */
    {"The governor vowed to hunt down the men.", "governor < vowed < to hunt down the men; "},
    {"The governor vowed to smash rebel camps.", "governor < vowed < to smash rebel camps; "},
    /* an order */
    {"Keep away from the lake, the ministry said.", "ministry < said < Keep away from the lake; "},
    /* who speaks has been reached */
    {"It rained, a clerk contacted by the Lantern said.", "clerk contacted by the Lantern < said < It rained; "},
    {"\"It rained,\" clerks reached by phone said.", "clerks reached by phone < said < \"It rained,\"; "},
    /* reports, which are an object, and claims to have done something */
    {"The envoy had received credible reports that the depot burned.", "- < credible reports < that the depot burned; "},
    {"There were press reports that the depot burned.", "press reports < reports < that the depot burned; "},
    {"The firm that makes steel claims that the depot burned.", "firm that makes steel < claims < that the depot burned; "},
    {"The rebels' claim to have burned the depot was dismissed by the army.",
     "rebels < ' claim < to have burned the depot; army < was dismissed < The rebels' claim to have burned the depot; "},
    /* of a noun that nobody owns the whole phrase is the cue, of one that is owned what stands behind its owner */
    {"Amid festering speculation that the mill would close, it rained.", "- < festering speculation < that the mill would close; "},
    {"The rather unusual claim that it rained was dropped.", "- < The rather unusual claim < that it rained; "},
    {"The coach dodged direct questions about the mill.", "- < direct questions about < the mill; "},
    {"Both crews face questions about the mill.", "- < questions about < the mill; "},
    {"The mayor's sharp criticism of the mill came late.", "mayor < 's sharp criticism of < the mill; "},
    {"The sharp criticism of the mill came late.", "- < The sharp criticism of < the mill; "},
    {"Two reports that the mill burned were late.", "- < Two reports < that the mill burned; "},
    {"Amid growing claims that the mill burned, it rained.", "- < growing claims < that the mill burned; "},
    {"One claims that the mill burned.", "One < claims < that the mill burned; "},
    /* a phrase, a clause or a comma leads in the clause that is said */
    {"The ministry said on Monday, nine boats had sunk.", "ministry < said < nine boats had sunk; "},
    {"The ministry said, nine boats had sunk.", "ministry < said < nine boats had sunk; "},
    {"The ministry said although it rained, the boats had sailed.", "ministry < said < although it rained, the boats had sailed; "},
    {"The ministry said after the raid on Lund, nine boats had sunk.", "ministry < said < after the raid on Lund, nine boats had sunk; "},
    {"The ministry said despite the order to stay in port, nine boats sailed.",
     "ministry < said < despite the order to stay in port, nine boats sailed; "},
    {"The ministry said in a statement, nine boats had sunk.", "ministry < said < nine boats had sunk; "},
    {"It rained, the ministry said on Monday, the third day of the feast.", "ministry < said < It rained; "},
    {"Ann Holm wrote on Harbour News, a site devoted to boats.", ""},
    /* what stands beside a subject between commas or dashes, and what hangs on it behind them, is said with it */
    {"Police said two men - one of them armed - in a car were killed.", "Police < said < two men - one of them armed - in a car were killed; "},
    {"Police said the plot, foiled by guards, to sink a boat was old.", "Police < said < the plot, foiled by guards, to sink a boat was old; "},
    {"Police said a bus of clerks, most of them women, from Lund fell into a gorge.",
     "Police < said < a bus of clerks, most of them women, from Lund fell into a gorge; "},
    /* who has found something, in the middle of it */
    {"The mill, a survey found, is unsafe.", "survey < found < The mill | is unsafe; "},
    {"The mill is unsafe, a survey found, with nine walls cracked.", "survey < found < The mill is unsafe | with nine walls cracked; "},
    {"The mill closed, letters and interviews show.", "letters and interviews < show < The mill closed; "},
    {"The mayor saw hail, storms and river floods.", "mayor < saw < hail, storms and river floods; "},
    {"It rained, the head of the mill in the rebel-run strip said.", "head of the mill in the rebel-run strip < said < It rained; "},
    {"Some thought he had left.", "Some < thought < he had left; "},
    {"It rained, the Lantern reports citing clerks.", "Lantern < reports < It rained; "},
    {"It was late, with some claiming it rained and others saying it snowed.", "some < claiming < it rained; others < saying < it snowed; "},
    /* who hands on what another has said before */
    {"The mill burned, police said on Monday, the Lantern reported.",
     "police < said < The mill burned; Lantern < reported < The mill burned, police said on Monday; "},
    {"The mill burned, police said, the Lantern is reporting.",
     "police < said < The mill burned; Lantern < is reporting < The mill burned, police said; "},
    {"\"It was late,\" Holm said, as the crowd applauded.", "Holm < said < \"It was late,\"; "},
    /* a participle's subject is that of the main clause, and no half of a word belongs to its cue */
    {"Youths in the town, where Monday's raid took place, marched on, accusing the army of haste.",
     "Youths in the town < accusing < the army of haste; "},
    {"Holm spoke, saying fully-armed men had come.", "Holm < saying < fully-armed men had come; "},
    /* single marks, which are none where they are apostrophes */
    {"'It was late,' Holm said. 'It had rained.'", "Holm < said < 'It was late,' | 'It had rained.'; "},
    {"Holm said: 'It rained in the clerks' homes.'", "Holm < said: < 'It rained in the clerks' homes.'; "},
    {"In the '90s the clerks' homes, Holm said, were wet.", "Holm < said < In the '90s the clerks' homes | were wet; "},
    /* marks that are set as two single ones */
    {"\xe2\x80\x98\xe2\x80\x99It was late,\xe2\x80\x99\xe2\x80\x99 says Holm.", "Holm < says < \xe2\x80\x98\xe2\x80\x99It was late,\xe2\x80\x99\xe2\x80\x99; "},
    {"\xe2\x80\x9cIt was late,\xe2\x80\x99\xe2\x80\x99 Holm said.", "Holm < said < \xe2\x80\x9cIt was late,\xe2\x80\x99\xe2\x80\x99; "},
    /* whom or what is accused, and of what, is none of who accuses */
    {"The raid blamed by officials on rebels burned the depot.", "officials < blamed < The raid; "},
    {"The group has been accused by the envoy of burning the depot.", "envoy < has been accused < The group | of burning the depot; "},
    {"Bail was set for a clerk accused of selling the boats.", "- < accused of < a clerk | selling the boats; "},
    {"Police met a clerk suspected of selling the boats.", "- < suspected of < a clerk | selling the boats; "},
    {"The group was accused by the envoy of Lund of burning the depot.", "envoy of Lund < was accused < The group | of burning the depot; "},
    /* behind an apposition the verb, and no adjective of the subject behind it */
    {"Ann Holm, a clerk of the town, said deputies were called.", "Ann Holm, a clerk of the town < said < deputies were called; "},
    {"Ann Holm, a clerk of the town, said North Harbour Street appeared calm.", "Ann Holm, a clerk of the town < said < North Harbour Street appeared calm; "},
    {"Omar Lund, an envoy whose home is on the hill, told the crowd: \"It was late.\"",
     "Omar Lund, an envoy whose home is on the hill < told < \"It was late.\"; "},
    {"Ann Holm, Andres\xe2\x80\x99 27-year-old aunt, told the Harbour Post that it was late.",
     "Ann Holm, Andres\xe2\x80\x99 27-year-old aunt < told < that it was late; "},
    /* an hour, a word that points and two subjects in what leads the clause in, and a comma with no such thing */
    {"Holm says at about 5:30 Friday morning, they heard a blast.", "Holm < says < at about 5:30 Friday morning, they heard a blast; "},
    {"Holm said in that case, clerks found no trace of it.", "Holm < said < in that case, clerks found no trace of it; "},
    {"Holm said during the talks, Omar Lund admitted to a theft.", "Holm < said < during the talks, Omar Lund admitted to a theft; "},
    {"Holm told clerks on the night of June 9, he and Omar had slept.", "Holm < told < he and Omar had slept; "},
    {"Holm said, based on what she had seen, the mill was shut.", "Holm < said < based on what she had seen, the mill was shut; "},
    {"Police said 43-year-old Ann Holm and her son, 17-year-old Omar Holm were found dead.",
     "Police < said < 43-year-old Ann Holm and her son, 17-year-old Omar Holm were found dead; "},
    /* a number inside the name of whom one tells */
    {"It rained, kin told Action 10 News.", "kin < told < It rained; "},
    {"Clerks told News 3 the mill had burned.", "Clerks < told < the mill had burned; "},
    {"THE MINISTER HAS TOLD THE PRESS 12 CLERKS AND ONE GUARD WERE HURT.", "MINISTER < HAS TOLD < 12 CLERKS AND ONE GUARD WERE HURT; "},
    {"Clerks told Reuters 10 men had died.", "Clerks < told < 10 men had died; "},
    /* initials, names that look like other words, and marks set the wrong way round */
    {"\"It was late,\" Ann P. said.", "Ann P. < said < \"It was late,\"; "},
    {"Nobody was at E. 105th Street, police said.", "police < said < Nobody was at E. 105th Street; "},
    {"\"It was late,\" said May.", "May < said < \"It was late,\"; "},
    {"\xe2\x80\x9cIt was late, \xe2\x80\x9c Holm said.", "Holm < said < \xe2\x80\x9cIt was late, \xe2\x80\x9c; "},
    /* the first word of a sentence before "said" is a name, and the adverb of a verb before is that verb's */
    {"Hill said it rained.", "Hill < said < it rained; "},
    {"Rushing said it rained.", "Rushing < said < it rained; "},
    {"People who work nearby told Reuters that it rained.", "People who work nearby < told < that it rained; "},
    {"Clerks in the yard where a pipe broke out said they heard it.", "Clerks in the yard where a pipe broke out < said < they heard it; "},
    {"His aunt, who called police at 8:12 p.m., said her son was calm.", "His aunt < called < police; His aunt < said < her son was calm; "},
    {"It rained, while a clerk named Khamis said in a post that it snowed.", "clerk named Khamis < said < that it snowed; "},
    /* whom it was told to, before a figure; when it was said, with a clause; where the speaker was, before the words */
    {"The mayor confirmed to the Lantern two young girls were hurt.", "mayor < confirmed < two young girls were hurt; "},
    {"Holm said two weeks ago, when a blast was heard in Lund, her son was at home.",
     "Holm < said < her son was at home; - < was heard < a blast; "},
    {"Holm said since that blast, there have been three more.", "Holm < said < since that blast, there have been three more; "},
    {"The mayor said in a note while at sea, \"It was late for all of us.\"", "mayor < said < \"It was late for all of us.\"; "},
    {"The mill burned, officials said \xe2\x80\x94 an omen for all.", "officials < said < The mill burned; "},
    {"They reported about 40 burned mills.", "They < reported < about 40 burned mills; "},
    {"The radio also reported about his death.", "radio < also reported about < his death; "},
    {"A caller relayed to clerks that it rained.", "caller < relayed < that it rained; "},
    /* when it was said is not what was said */
    {"As police said on Friday before the march, three boats sank.", "police < said < three boats sank; "},
    {"Nine boats sank, as the mayor said on Friday before he left.", "mayor < said < Nine boats sank; "},
    {"The clinic said on Friday, March 6, that three boats sank.", "clinic < said < that three boats sank; "},
    {"The clinic announced on March 6, 2026, that three boats sank.", "clinic < announced < that three boats sank; "},
    {"The clinic reported on Friday, March 6, at least nine hurt.", "clinic < reported < at least nine hurt; "},
    {"As the mayor said in a letter that it was late, Holm left.", "mayor < said < that it was late; "},
    /* words in marks inside a name, and a quotation that closes before it */
    {"Holm, a critic of the \"caretaker\" council, said boats sank.", "Holm, a critic of the \"caretaker\" council < said < boats sank; "},
    {"\"Nine boats sank\", Ann Holm, the mayor, said.", "Ann Holm, the mayor < said < \"Nine boats sank\"; "},
    /* a quotation over several paragraphs, each opened anew, belongs to whoever closes it */
    {"\"Nine boats sank.\n\n\"Two are missing,\" Ann Holm said.", "Ann Holm < said < \"Nine boats sank.\n\n\"Two are missing,\"; "},
    {"\"It rained,\" Omar Diallo said.\n\n\"Nine boats sank. It was late.\n\n\"Two are missing,\" Ann Holm said.",
     "Omar Diallo < said < \"It rained,\"; Ann Holm < said < \"Nine boats sank. It was late.\n\n\"Two are missing,\"; "},
    {"\"Nine boats sank.\"\n\n\"Two are missing,\" Ann Holm said.", "Ann Holm < said < \"Two are missing,\"; "},
    {"Holm said: \"Nine boats sank.\n\n\"Two are missing.\"\n\nDiallo left.", "Holm < said: < \"Nine boats sank.\n\n\"Two are missing.\"; "},
    /* a headline without a verb */
    {"Twelve dead in Lund storm - police", "police < - < Twelve dead in Lund storm; "},
    /* two who speak */
    {"It rained, officials say, while residents say it snowed.", "officials < say < It rained; residents < say < it snowed; "},
    {"The rebels claim to have won, taking the depot, but the army denied it.", "rebels < claim < to have won, taking the depot; army < denied < it; "},
};
/* clang-format on */

static void put_all(Buf *out, Str text, const Analysis *a)
{
    for (size_t i = 0; i < a->attribution_count; i++) {
        const Attribution *said = &a->attributions[i];
        buf_put(out, str_present(said->speaker) ? said->speaker : STR("-"));
        buf_put(out, STR(" < "));
        buf_put(out, span_text(text, said->cue));
        buf_put(out, STR(" < "));
        for (size_t k = 0; k < said->content_count; k++) {
            buf_put(out, k ? STR(" | ") : STR(""));
            buf_put(out, span_text(text, said->content[k]));
        }
        buf_put(out, STR("; "));
    }
}

static void each_cue_has_its_speaker_and_its_words(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SENTENCES); i++) {
        Arena *arena = arena_create();
        Buf got = {0};
        put_all(&got, str_from(SENTENCES[i].text), analyse(arena, str_from(SENTENCES[i].text)));
        if (!str_equal(buf_str(&got), str_from(SENTENCES[i].want))) {
            print_error("%s\n  want %s\n  got  %.*s\n", SENTENCES[i].text, SENTENCES[i].want, (int)got.len,
                        got.ptr ? got.ptr : "");
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_cue_has_its_speaker_and_its_words)};
    return cmocka_run_group_tests(tests, load, unload);
}
