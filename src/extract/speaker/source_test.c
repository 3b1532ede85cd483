#include "extract/speaker/source.h"

#include "extract/english_for_tests.h"

/* clang-format off */
static const struct {
    const char *text; const char *speaker; Party party; Stance stance; Manner manner; bool identified; const char *group;
} SPEAKERS[] = {
    {"SSP Omar Bek said that nine people died.", "SSP Omar Bek", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "security officials"},
    {"Interior Minister Omar Said denied that shots were fired.", "Interior Minister Omar Said", PARTY_GOVERNMENT, STANCE_DENIES, MANNER_INDIRECT, true, "minister"},
    {"Witnesses said the shop burned.", "Witnesses", PARTY_WITNESS, STANCE_ASSERTS, MANNER_INDIRECT, false, "witnesses"},
    {"Government sources report heavy fire.", "Government sources", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "officials"},
    {"The Baloch Liberation Army (BLA) said it held the town.", "Baloch Liberation Army (BLA)", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "Baloch Liberation Army"},
    {"Local media reported that the line was cut.", "Local media", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "local media"},
    {"The gunman remains at large and authorities have said that the depot burned.", "authorities", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "authorities"},
    {"Police did not confirm that anyone was hurt.", "Police", PARTY_GOVERNMENT, STANCE_DOUBTS, MANNER_INDIRECT, true, "police"},
    {"\"We are safe,\" said Dr. Amina Yusuf, a surgeon.", "Dr. Amina Yusuf, a surgeon", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_DIRECT, true, "medics"},
    {"Analysts warned of \"a long winter\" in the hills.", "Analysts", PARTY_ANALYST, STANCE_ASSERTS, MANNER_MIXED, false, "analysts"},
    {"Hospital officials said nine were dead. Police kept quiet.\n\nThe same officials said that two had drowned.", "Hospital officials", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "hospital"},
    {"Seven men drowned in Kelo, reports said. Three boys were pulled out, according to the same reports.", "reports", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Colonel Tariq Aziz arrived. Reporters waited. Colonel Tariq Aziz said the road was open.\n\nHe said that trucks moved.", "Colonel Tariq Aziz", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The River Delta Front (RDF) said it was ready.\n\nThe RDF said later that it had won.", "River Delta Front (RDF)", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The mayor said two wells were dry; he added that ten men were ill.", "mayor", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"Hospital officials said many were hurt.\n\nThe army hit a school that it said was used by gunmen.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The River Medical Association said ten had died.\n\nThe road was shut, and the school, it said, had burned.", "River Medical Association", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"The army said it rained.\n\nFour soldiers were hurt, it said.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The rebel group posted a film in which it said it held the ford.", "rebel group", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "rebels"},
    {"Anna Perry, who met the mayor, said that the depot burned.", "Anna Perry", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"Residents reached by Reuters said that the depot burned.", "Residents reached by Reuters", PARTY_WITNESS, STANCE_ASSERTS, MANNER_INDIRECT, false, "residents"},
    {"Residents, including ten farmers, said that the depot burned.", "Residents", PARTY_WITNESS, STANCE_ASSERTS, MANNER_INDIRECT, false, "residents"},
    {"\"It burned,\" Musa, 34, said.", "Musa", PARTY_NONE, STANCE_ASSERTS, MANNER_DIRECT, true, NULL},
    {"Governor Musa Kassim saw the camp. The depot burned, Kassim said.", "Governor Musa Kassim", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"Musa Kassim, the mayor of Gao, saw the camp. The depot burned, Kassim said.", "Musa Kassim, the mayor of Gao", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"They met army spokesman Omar Diallo. The depot burned, Diallo said.", "army spokesman Omar Diallo", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"Khan, the governor, and Ali, a surgeon, said it rained. The depot burned, Ali said.", "Ali, a surgeon", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "medics"},
    {"Colonel Taha Al-Amin said it rained. The depot burned, Musa Al-Amin said.", "Musa Al-Amin", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"Police commissioner Ali Bello said that the depot burned.", "Police commissioner Ali Bello", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "security officials"},
    {"Town Councilman Ricky Burgess said it rained. The depot burned, Councilman Burgess said.", "Town Councilman Ricky Burgess", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The River Medical Association said ten had died. Its president, Dr Omar Diallo, said that more would.", "Its president, Dr Omar Diallo", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"The River Medical Association said ten had died. Its president said so, too. Its spokesman said that more would.", "Its spokesman", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"The River Medical Association said ten had died. The army said two. The association has since said that 12 had.", "River Medical Association", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"The River Medical Association said ten had died. The army said two. The association's president said that 12 had.", "association's president", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"The Orlen Liberation Army said ten had died. The army said that 12 had.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The Commission for Justice and Peace said ten had died. It said that 12 were hurt.", "Commission for Justice and Peace", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The ministry raised the death toll to 14.", "ministry", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "ministry"},
    {"The league raised its count of the dead to 14.", "league", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Two sources close to the army told the Gazette that the depot burned.", "Two sources close to the army", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"A clerk speaking on condition of anonymity said that the depot burned.", "clerk speaking on condition of anonymity", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"The army later on Monday said that the depot burned.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The army earlier this week said that the depot burned.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The army on Monday night in a statement said that the depot burned.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"A clerk in his 40s said ten men came.", "clerk in his 40s", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"A doctor at the hospital where he works said that the depot burned.", "doctor at the hospital where he works", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "medics"},
    {"River Watch, a rights group based in Lund, said that the depot burned.", "River Watch, a rights group based in Lund", PARTY_OTHER, STANCE_ASSERTS, MANNER_INDIRECT, true, "rights groups"},
    {"A clerk, requesting anonymity because he was not allowed to speak, said that the depot burned.", "clerk", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"A letter written by the mayor and seen by Lund said that the depot burned.", "letter written by the mayor and seen by Lund", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"\"It burned,\" said Musa in a statement.", "Musa", PARTY_NONE, STANCE_ASSERTS, MANNER_DIRECT, true, NULL},
    {"It burned, according to the army's spokesman, Colonel Omar Diallo.", "army's spokesman, Colonel Omar Diallo", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"A spokesman for Facebook said that the depot burned.", "spokesman for Facebook", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Rights groups such as River Watch say that the depot burned.", "Rights groups such as River Watch", PARTY_OTHER, STANCE_ASSERTS, MANNER_INDIRECT, false, "rights groups"},
    {"Some clerks like Musa said that the depot burned.", "clerks like Musa", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"The military blogger Dan Holm said that the depot burned.", "military blogger Dan Holm", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, true, "media"},
    {"An army deserter said that the depot burned.", "army deserter", PARTY_OTHER, STANCE_ASSERTS, MANNER_INDIRECT, false, "defectors"},
    {"The army and the rebels said that the depot burned.", "army and the rebels", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"14:20 Rain falls.\n\n18:05 Police say that the depot burned.", "Police", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"18:05 Mayor Musa Kassim said that the depot burned.", "Mayor Musa Kassim", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"A resident said 12 women, eight children and seven men were at the depot.", "resident", PARTY_WITNESS, STANCE_ASSERTS, MANNER_INDIRECT, false, "residents"},
    {"The police command in Lund said that the depot burned.", "police command in Lund", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"The head of the police command, Musa Bello, said that the depot burned.", "head of the police command, Musa Bello", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"The police report said that the depot burned.", "police report", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"The governor, Musa Bello, however, said that the depot burned.", "governor, Musa Bello", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"In Lund, officials, however, said that the depot burned.", "officials", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "officials"},
    {"The depot burned, according to the governor, Musa Bello, on Monday.", "governor, Musa Bello", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"The depot burned, said Capt. Ann Bo, an army spokesman.", "Capt. Ann Bo, an army spokesman", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The depot burned, said Ann Bo, additional superintendent of police.", "Ann Bo, additional superintendent of police", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "security officials"},
    {"The land's official news agency said that the depot burned.", "land's official news agency", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "state media"},
    {"The wall leans in the wind and police said that the depot burned.", "police", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"Smoke spreads through the yard and the mayor said that the depot burned.", "mayor", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"The mill and police said that the depot burned.", "mill and police", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"Officials at Harbour Hospital said that nine were hurt.", "Officials at Harbour Hospital", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "hospital"},
    {"Police at the hospital said that nine were hurt.", "Police at the hospital", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"Residents of rebel-held Lund said that the depot burned.", "Residents of rebel-held Lund", PARTY_WITNESS, STANCE_ASSERTS, MANNER_INDIRECT, false, "residents"},
    {"Health officials in Hamas-run Gaza said that nine were hurt.", "Health officials in Hamas-run Gaza", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "health officials"},
    {"The Hamas health ministry said that nine were hurt.", "Hamas health ministry", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "Gaza Health Ministry"},
    {"The Gaza Health Ministry spoke out. The Gaza Health Ministry said it rained. The health ministry, which had moved, said that nine were hurt.", "Gaza Health Ministry", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "Gaza Health Ministry"},
    {"The Houthi-run health ministry said it rained. The ministry said that nine were hurt.", "Houthi-run health ministry", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "Houthis"},
    {"The Lund Liberation Army said it rained. The army said that nine were hurt.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"Kenya, whose trade with its neighbours has shrunk, said that nine were hurt.", "Kenya", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"A statement by the army said that nine were hurt.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The Defence Ministry (DfM) said it rained. A statement by DfM said that nine were hurt.", "Defence Ministry (DfM)", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "Defence Ministry"},
    {"An army officer said that nine were hurt.", "army officer", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"A militia commander said that nine were hurt.", "militia commander", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "militia"},
    {"The rebel group denied it. Spokesman Omar Bek said that nine were hurt.", "Spokesman Omar Bek", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "rebels"},
    {"Villagers told of it. Spokesman Omar Bek said that nine were hurt.", "Spokesman Omar Bek", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The rebel group denied it. A spokesman for the mill said that nine were hurt.", "spokesman for the mill", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Official media said that nine were hurt.", "Official media", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "state media"},
    {"The clinic, which is run by clerks, said it rained, while a Lund fire chief, whose house is near, said that the depot burned.", "Lund fire chief", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "fire service"},
    {"A military commander in Lund, Col Omar Bek, said that the depot burned.", "military commander in Lund, Col Omar Bek", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "military"},
    {"The Lund Doctors Network said ten had died. The network said that 12 had.", "Lund Doctors Network", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "doctors"},
    {"It burned after the mayor's statement on Monday that ten men came.", "mayor", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "governor"},
    {"The depot burned, police said on Monday (Feb 2).", "police", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "police"},
    {"Police said that Boko Haram fighters came. The group said that the depot burned.", "Boko Haram", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "Boko Haram"},
    {"Police said that militants came. The group's spokesman said that the depot burned.", "group's spokesman", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"River Watch, a rights group, said it rained. Militants came. The group said that the depot burned.", "River Watch, a rights group", PARTY_OTHER, STANCE_ASSERTS, MANNER_INDIRECT, true, "rights groups"},
    {"The ministry said it rained. The group said that the depot burned.", "group", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Save the Children said that the depot burned.", "Save the Children", PARTY_AID, STANCE_ASSERTS, MANNER_INDIRECT, true, "Save the Children"},
    {"A Gaza health ministry spokesman said that nine were hurt.", "Gaza health ministry spokesman", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "Gaza Health Ministry"},
    {"Taliban spokesman Omar Bek said that the depot burned.", "Taliban spokesman Omar Bek", PARTY_ARMED_GROUP, STANCE_ASSERTS, MANNER_INDIRECT, true, "Taliban"},
    {"The National Unity Government said that the depot burned.", "National Unity Government", PARTY_OTHER, STANCE_ASSERTS, MANNER_INDIRECT, true, "National Unity Government"},
    {"Baza TV said that the depot burned. It said that it rained.", "Baza TV", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The army said it rained, the Baza channel reported. It said that the depot burned.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The Baza channel reported that it rained. It said that the depot burned.", "Baza channel", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "media"},
    {"The depot burned, according to rescue workers.", "rescue workers", PARTY_MEDICAL, STANCE_ASSERTS, MANNER_INDIRECT, true, "rescue services"},
    {"The depot burned, according to state media.", "state media", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "state media"},
    {"The National Guard said that the depot burned.", "National Guard", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "National Guard"},
    {"A clerk who asked for anonymity said it rained. He said that the depot burned.", "clerk who asked for anonymity", PARTY_NONE, STANCE_ASSERTS, MANNER_INDIRECT, false, NULL},
    {"Maj. Gen. Korkit Wong said it rained. The depot burned, Korkit said.", "Maj. Gen. Korkit Wong", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, NULL},
    {"The army posted on Telegram that the depot burned.", "army", PARTY_GOVERNMENT, STANCE_ASSERTS, MANNER_INDIRECT, true, "army"},
    {"The Baza channel said that the depot burned.", "Baza channel", PARTY_MEDIA, STANCE_ASSERTS, MANNER_INDIRECT, false, "media"},
};
/* clang-format on */

/* The last attribution of each text. */
static void the_speaker_is_known_by_name_party_and_body(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SPEAKERS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(SPEAKERS[i].text));
        const Attribution *got = a->attribution_count ? &a->attributions[a->attribution_count - 1] : NULL;
        bool group =
            got && (SPEAKERS[i].group ? str_equal(got->group, str_from(SPEAKERS[i].group)) : !str_present(got->group));
        if (!got || !str_equal(got->speaker, str_from(SPEAKERS[i].speaker)) || got->party != SPEAKERS[i].party ||
            got->stance != SPEAKERS[i].stance || got->manner != SPEAKERS[i].manner ||
            got->identified != SPEAKERS[i].identified || !group) {
            print_error("%s\n", SPEAKERS[i].text);
            if (got)
                print_error("  got %.*s, party %d, stance %d, manner %d, identified %d, group %.*s\n",
                            (int)got->speaker.len, got->speaker.ptr ? got->speaker.ptr : "", (int)got->party,
                            (int)got->stance, (int)got->manner, (int)got->identified, (int)got->group.len,
                            got->group.ptr ? got->group.ptr : "");
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *text;
    const char *office;
} OFFICES[] = {
    {"The depot burned, said Capt. Ann Bo, an army spokesman.", "army spokesman"},
    {"The depot burned, said Capt. Ann Bo, in a red coat.", "Capt."},
    {"The depot burned, said Maj. Gen. Taha al-Amin, the mayor.", "mayor"},
    {"The depot burned, said Maj. Gen. Taha al-Amin.", "Maj. Gen."},
    {"Governor Ann Bo, a police officer, said that the depot burned.", "Governor"},
};

/* Of the last speaker. */
static const struct {
    const char *text;
    const char *name;
    bool person;
} NAMES[] = {
    {"Gov. Ana Holm of Lund said that the depot burned.", "Ana Holm", true},
    {"Ana Holm, the governor of Lund, said that the depot burned.", "Ana Holm", true},
    {"Gov. Ana Holm said it rained. The depot burned, Holm said.", "Ana Holm", true},
    {"The Chairman of Lund Port, Omar Bek, said that the depot burned.", "Omar Bek", true},
    {"The Chairman of Lund Port, Omar Bek, said it rained. He said that the depot burned.", "Omar Bek", true},
    {"The University of Lund, North Campus, said that the depot burned.", "University", false},
    {"The River Boat Union said that the depot burned.", "River Boat Union", false},
    {"The River Boat Union said it rained. The union said that the depot burned.", "River Boat Union", false},
    {"Police in Lund said that the depot burned.", "", false},
};

static void a_name_is_told_without_office_and_town(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        const Analysis *a = analyse(arena, str_from(NAMES[i].text));
        const Attribution *got = &a->attributions[a->attribution_count - 1];
        if (!str_equal(got->name, str_from(NAMES[i].name)) || got->person != NAMES[i].person)
            print_error("%s\n  got %.*s, person %d\n", NAMES[i].text, (int)got->name.len, got->name.ptr, got->person);
        assert_true(str_equal(got->name, str_from(NAMES[i].name)));
        assert_int_equal(got->person, NAMES[i].person);
    }
    arena_destroy(arena);
}

static void what_somebody_is_says_more_than_a_rank(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(OFFICES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(OFFICES[i].text));
        assert_int_equal(a->attribution_count, 1);
        assert_true(str_equal(a->attributions[0].office, str_from(OFFICES[i].office)));
        arena_destroy(arena);
    }
}

static const char LIST[] = "The river town was hit twice.\n"
                           "\n"
                           "According to police and hospital reports:\n"
                           "\n"
                           "  \xe2\x80\xa2 Four boats sank near the quay.\n"
                           "  \xe2\x80\xa2 The radio said that a bridge fell.\n"
                           "\n"
                           "Schools stay closed.\n";

static Span span_of(Str text, const char *words)
{
    size_t at = str_find(text, str_from(words), 0);
    assert_true(at != SIZE_MAX);
    return (Span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static void a_line_with_a_colon_governs_the_list_under_it(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = str_from(LIST);
    const Analysis *a = analyse(arena, text);
    bool blanket = false;
    const Attribution *boats = source_for(a, span_of(text, "Four boats sank"), &blanket);
    assert_non_null(boats);
    assert_true(blanket);
    assert_true(str_equal(boats->speaker, STR("police and hospital reports")));
    const Attribution *bridge = source_for(a, span_of(text, "a bridge fell"), &blanket);
    assert_non_null(bridge);
    assert_false(blanket);
    assert_true(str_equal(bridge->speaker, STR("radio")));
    assert_null(source_for(a, span_of(text, "Schools stay closed"), &blanket));
    assert_false(blanket);
    arena_destroy(arena);
}

static const char POST[] = "The councillor was angry.\n"
                           "\n"
                           "\xe2\x80\x9cNobody answers the phone. Where is the mayor?\xe2\x80\x9d\n"
                           "Nadia Rahimi (@nadia_r), Jan 31, 2026\n"
                           "\n"
                           "The mayor is abroad.\n";

static void a_post_belongs_to_the_name_and_handle_under_it(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = str_from(POST);
    const Analysis *a = analyse(arena, text);
    bool blanket = false;
    const Attribution *post = source_for(a, span_of(text, "Where is the mayor?"), &blanket);
    assert_non_null(post);
    assert_true(str_equal(post->speaker, STR("Nadia Rahimi")));
    assert_true(str_equal(post->handle, STR("@nadia_r")));
    assert_int_equal(post->manner, MANNER_DIRECT);
    arena_destroy(arena);
}

static void a_post_shown_in_a_text_is_its_writers(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = STR(
        "A drone hit a school on Tuesday.\n\nAll 66 pupils died today. Over 180 are hurt. pic.example.com/7Cg8 \xe2\x80\x94 Nadia "
        "Rahimi - The Watch (@nadia_r) January 31, 2026\n\nThe army came at noon.\n");
    const Analysis *a = analyse(arena, text);
    bool blanket = false;
    const Attribution *post = source_for(a, span_of(text, "66 pupils died"), &blanket);
    assert_non_null(post);
    assert_true(str_equal(post->handle, STR("@nadia_r")));
    assert_true(str_begins(post->speaker, STR("Nadia Rahimi")));
    assert_true(source_for(a, span_of(text, "180 are hurt"), &blanket) == post);
    assert_null(source_for(a, span_of(text, "The army came"), &blanket));
    arena_destroy(arena);
}

static void what_is_condemned_is_not_vouched_for(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = STR("The bishop condemned the raid that killed ten men.");
    const Analysis *a = analyse(arena, text);
    bool blanket = false;
    assert_int_equal(a->attribution_count, 1);
    assert_null(source_for(a, span_of(text, "killed ten men"), &blanket));
    arena_destroy(arena);
}

/* What is done with a figure is the saying: the passage begins with the cue. What only raises it says nothing. */
static void a_figure_that_is_put_somewhere_is_of_who_puts_it(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    bool blanket = false;
    Str said = STR("The ministry raised the death toll to 14.");
    const Attribution *raised =
        source_for(analyse(arena, said), span_of(said, "raised the death toll to 14"), &blanket);
    assert_non_null(raised);
    assert_true(str_equal(raised->speaker, STR("ministry")));
    assert_int_equal(analyse(arena, STR("Another blast raised the death toll to 14."))->attribution_count, 0);
    assert_int_equal(analyse(arena, STR("The clinic raised its fees for a total of 14 beds."))->attribution_count, 0);
    arena_destroy(arena);
}

static void a_denial_reaches_what_it_names_first(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    bool blanket = false;
    Str near = STR("The army denied that ten men were killed.");
    const Attribution *denial = source_for(analyse(arena, near), span_of(near, "ten men were killed"), &blanket);
    assert_non_null(denial);
    assert_int_equal(denial->stance, STANCE_DENIES);
    Str far = STR(
        "The army denied that the long delay of its second convoy had anything to do with the day when ten men were killed.");
    assert_null(source_for(analyse(arena, far), span_of(far, "ten men were killed"), &blanket));
    Str silent = STR("Police did not say how the four men were killed.");
    assert_null(source_for(analyse(arena, silent), span_of(silent, "four men were killed"), &blanket));
    arena_destroy(arena);
}

static void a_passage_may_go_on_behind_the_speaker(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    bool blanket = false;
    Str split = STR("Ten men, the army said, were killed.");
    const Attribution *army =
        source_for(analyse(arena, split), span_of(split, "Ten men, the army said, were killed"), &blanket);
    assert_non_null(army);
    assert_true(str_equal(army->speaker, STR("army")));
    Str dead = STR("Ten men were confirmed dead by the clinic.");
    const Attribution *clinic =
        source_for(analyse(arena, dead), span_of(dead, "Ten men were confirmed dead"), &blanket);
    assert_non_null(clinic);
    assert_true(str_equal(clinic->speaker, STR("clinic")));
    arena_destroy(arena);
}

static void who_speaks_from_a_place_is_none_of_the_dead(void **state)
{
    static const char *const SENTENCES[] = {"The shelling killed three people, clerks of the town said.",
                                            "The raid killed three people, nurses at the clinic told a radio.",
                                            "Gunmen killed three people, guards on the bridge said on Monday."};
    (void)state;
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++) {
        Arena *arena = arena_create();
        Analysis *a = analyse(arena, str_from(SENTENCES[i]));
        assert_true(a->claim_count > 0);
        assert_int_equal(a->claims[0].victim_class, CLASS_UNKNOWN);
        assert_non_null(a->claims[0].attribution);
        arena_destroy(arena);
    }
}

static void a_statement_is_made_of_a_reaction_and_not_of_a_figure(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Analysis *a = analyse(arena, STR("The mayor urged calm. Police said ten men were killed."));
    size_t statements = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind != KIND_STATEMENT)
            continue;
        statements++;
        assert_true(str_equal(a->claims[i].type, STR("urge")));
    }
    assert_int_equal(statements, 1);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_speaker_is_known_by_name_party_and_body),
        cmocka_unit_test(a_name_is_told_without_office_and_town),
        cmocka_unit_test(what_somebody_is_says_more_than_a_rank),
        cmocka_unit_test(who_speaks_from_a_place_is_none_of_the_dead),
        cmocka_unit_test(a_line_with_a_colon_governs_the_list_under_it),
        cmocka_unit_test(a_post_belongs_to_the_name_and_handle_under_it),
        cmocka_unit_test(a_post_shown_in_a_text_is_its_writers),
        cmocka_unit_test(what_is_condemned_is_not_vouched_for),
        cmocka_unit_test(a_figure_that_is_put_somewhere_is_of_who_puts_it),
        cmocka_unit_test(a_denial_reaches_what_it_names_first),
        cmocka_unit_test(a_passage_may_go_on_behind_the_speaker),
        cmocka_unit_test(a_statement_is_made_of_a_reaction_and_not_of_a_figure),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
