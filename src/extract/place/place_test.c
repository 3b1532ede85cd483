#include "extract/english_for_tests.h"

#include "match/gazetteer_build.h"

/* "text=country/admin1/precision; ..." */
static Str told(Arena *arena, const Analysis *a)
{
    Buf out = {0};
    for (size_t i = 0; i < a->place_count; i++) {
        const PlaceMention *p = &a->places[i];
        if (i > 0)
            buf_put(&out, STR("; "));
        buf_put(&out, span_text(a->tokens.text, p->span));
        buf_char(&out, '=');
        buf_put(&out, p->place.country);
        buf_char(&out, '/');
        buf_put(&out, p->place.admin1);
        buf_char(&out, '/');
        buf_put(&out, precision_name(p->place.precision));
    }
    Str text = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return text;
}

/* clang-format off */
static const struct { const char *text; const char *places; } SENTENCES[] = {
    /* one sense by what the text says of it */
    {"The fire was in Springfield, Ohio, on Friday.",
     "Springfield=US/Ohio/exact; Ohio=US/Ohio/region"},
    {"The fire was in Springfield, Illinois, on Friday.",
     "Springfield=US/Illinois/exact; Illinois=US/Illinois/region"},
    {"A shop burned down in Paris, Texas.", "Paris=US/Texas/exact; Texas=US/Texas/region"},
    {"The Baza channel said a shop burned down in Paris.", "Paris=FR/Île-de-France/exact"},
    {"A shop burned down in Paris.", "Paris=FR/Île-de-France/exact"},
    {"The ministry told SANA in a statement that nine died.", ""},
    {"The bombing of the Salem family home shook Lahore.", "Lahore=PK/Punjab/exact"},
    {"Shots were heard in Tripoli. Rebels hold Misrata and Benghazi.",
     "Tripoli=LY/Tripoli/exact; Misrata=LY/Misrata/exact; Benghazi=LY/Benghazi/exact"},
    {"Shots were heard in Tripoli. The army left Beirut and Sidon for Tyre.",
     "Tripoli=LB/North Lebanon/exact; Beirut=LB/Beirut/exact; Sidon=LB/South Lebanon/exact; Tyre=LB/South Lebanon/exact"},
    /* countries, regions, peoples */
    {"Clashes spread across Makran in Balochistan.", "Makran=PK/Balochistan/region; Balochistan=PK/Balochistan/region"},
    {"Burma closed its border.", "Burma=MM//country"},
    {"The Pakistani army closed the road to Quetta.", "Pakistani=PK//country; Quetta=PK/Balochistan/exact"},
    {"It told us that the US and the U.K. had left.", "US=US//country; U.K.=GB//country"},
    /* what heads the items of a list */
    {"Balochistan:\n\n* Sibi - 4 dead\n\n1. Turbat: six wounded",
     "Balochistan=PK/Balochistan/region; Sibi=PK/Balochistan/exact; Turbat=PK/Balochistan/exact"},
    /* precision */
    {"Two people were killed near Khuzdar.", "Khuzdar=PK/Balochistan/near"},
    {"Two people were killed on the outskirts of Khuzdar.", "Khuzdar=PK/Balochistan/near"},
    {"Fighting went on in Helmand province.", "Helmand=AF/Helmand/region"},
    /* a village on no map: with what the text says that it lies in, and not where its report was written */
    {"KABUL (Agency) - Two people were killed in the village of Xobaru in Helmand province.",
     "KABUL=AF/Kabul/exact; Xobaru=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"KABUL (Agency) - Two people were killed in the village of Xobaru.", "KABUL=AF/Kabul/exact; Xobaru=AF//"},
    {"BEIRUT (Agency) - Two people were killed in the village of Xobaru in eastern Pakistan.",
     "BEIRUT=LB/Beirut/exact; Xobaru=PK//; Pakistan=PK//country"},
    {"Guards fought rebels across Burkina Faso. Nine people died in the village of Xobaru.",
     "Burkina Faso=BF//country; Xobaru=BF//"},
    {"Guards fought rebels in Helmand. Nine people died in the village of Xobaru. Then shells hit Xobaru village.",
     "Helmand=AF/Helmand/region; Xobaru=AF/Helmand/region; Xobaru=AF/Helmand/region"},
    {"Nine people died at Xobaru in Xossi province, in the north of Burkina Faso.",
     "Xobaru=BF//; Xossi=BF//; Burkina Faso=BF//country"},
    {"Nine people died in the village of Xobaru in the restive Helmand province.", "Xobaru=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"They met in Lima. Nine people died in the village of Xobaru in Helmand province.", "Lima=PE//exact; Xobaru=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"Nine people died in a town called Xobaru in Helmand province.",
     "Xobaru=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"Rebels attacked the city of Xobau in Beni territory, North Kivu.",
     "Xobau=CD/North Kivu/district; Beni=CD/North Kivu/exact; North Kivu=CD/North Kivu/region"},
    /* told to lie in a division that has none of that name */
    {"Guards fought rebels in the Bijapur district of Chhattisgarh. Bijapur was calm.",
     "Bijapur=IN/Chhattisgarh/region; Chhattisgarh=IN/Chhattisgarh/region; Bijapur=IN/Chhattisgarh/region"},
    {"Shots were heard in Rockingham, Northamptonshire.",
     "Rockingham=GB/England/district; Northamptonshire=GB/England/district"},
    {"Guards went to Quetta, Lahore, Northamptonshire and Goma.",
     "Quetta=PK/Balochistan/exact; Lahore=PK/Punjab/exact; Northamptonshire=GB/England/district; Goma=CD/North Kivu/exact"},
    /* a quarter of a city, called like a town far off */
    {"Gunmen hit two mosques of Wellington, New Zealand. At one in Bexley, 12 died, the New Zealand police said in "
     "Wellington. The US President spoke of New Zealand.",
     "Wellington=NZ/Wellington/exact; New Zealand=NZ//country; Bexley=NZ/Wellington/near; New Zealand=NZ//country; "
     "Wellington=NZ/Wellington/exact; US=US//country; New Zealand=NZ//country"},
    {"Gunmen hit two mosques of Wellington, New Zealand. In the United States a man of Bexley, 12 miles off, spoke of New "
     "Zealand and of Wellington.",
     "Wellington=NZ/Wellington/exact; New Zealand=NZ//country; United States=US//country; Bexley=US/Ohio/exact; New "
     "Zealand=NZ//country; Wellington=NZ/Wellington/exact"},
    {"A boy was shot in the Hermosa neighborhood, police in Chicago said.",
     "Hermosa=US/Illinois/near; Chicago=US/Illinois/exact"},
    {"They live in the Austin neighborhood.", "Austin=US/Texas/exact"},
    /* a namesake in a land that the text does not speak of */
    {"Kenyan officials said that raiders hit a post in the Patu district of Nakuru.",
     "Kenyan=KE//country; Patu=KE/Nakuru/district; Nakuru=KE/Nakuru/exact"},
    {"Raiders hit the town of Bodo in the north of Kenya. Kenya sent guards.",
     "Bodo=KE//; Kenya=KE//country; Kenya=KE//country"},
    {"Kenya sent help to the town of Bodo in Norway.", "Kenya=KE//country; Bodo=NO//exact; Norway=NO//country"},
    {"Norwegian guards searched the town of Bodo.", "Norwegian=NO//country; Bodo=NO//exact"},
    /* a small namesake of a great town, whose only company is a word that hardly is a place */
    {"James Hillen told the Old Bailey that he lived in London.", "London=GB/England/exact"},
    /* a division that bears a country's name */
    {"Fighting went on in Nigeria's Niger state.", "Nigeria=NG//country; Niger state=NG/Niger State/region"},
    {"Fighting went on in the Niger state.", "Niger state=NG/Niger State/region"},
    {"Fighting went on in Niger.", "Niger=NE//country"},
    /* persons, bodies and common words are no places */
    {"Paris Hilton and Jordan Smith sang.", ""},
    {"Mr Washington said that he would resign.", ""},
    {"They raided Valencia's in Quetta.", "Quetta=PK/Balochistan/exact"},
    {"Provincial police official Ibad Khan spoke.", ""},
    {"Imran Khan spoke. Khan was angry.", ""},
    {"CLERK PEDRO VALENCIA SANG IN QUETTA.", "QUETTA=PK/Balochistan/exact"},
    {"Captain San Martin and Ana de la Valencia sang in Quetta.", "Quetta=PK/Balochistan/exact"},
    {"COLONEL SAN MARTIN AND MARIA DE LA VALENCIA SANG IN QUETTA.", "QUETTA=PK/Balochistan/exact"},
    {"They sang in Col. Juarez de Valencia.", "Valencia=VE/Carabobo/exact"},
    {"THEY SANG IN VALENCIA.", "VALENCIA=VE/Carabobo/exact"},
    {"Reading is fun. Nice people came. Of course it rained.", ""},
    {"The Washington Post reported it.", ""},
    {"The ferry Princess Lahore sank. The ship Lahore sank.", ""},
    {"They sailed on the Reading Lahore.", ""},
    {"The ferry from Lahore sank.", "Lahore=PK/Punjab/exact"},
    /* capitals of four letters, datelines in small letters */
    {"PERU. A bomb went off outside the US embassy in Lima.", "PERU=PE//country; US=US//country; Lima=PE//exact"},
    {"The LIMA group met. The IDEA was ERIE.", "LIMA=PE//exact"},
    {"Khuzdar (Alba News) - Two clerks were hurt near Xobarumu Police Station on Monday.",
     "Khuzdar=PK/Balochistan/exact; Xobarumu Police Station=PK/Balochistan/near"},
    /* a division and its lesser town of the same name: a part of the first; the city is most of its own */
    {"Strikes hit southern Gaza.", "Gaza=PS/Gaza Strip/region"},
    {"Strikes hit Gaza.", "Gaza=PS/Gaza Strip/exact"},
    {"Shells fell on northern Idlib.", "Idlib=SY/Idlib/region"},
    {"Shells fell on eastern Aleppo.", "Aleppo=SY/Aleppo/exact"},
    {"They live in western Montana.", "Montana=US/Montana/region"},
    {"They live in eastern Washington.", "Washington=US/Washington/region"},
    /* streets */
    {"Shots were fired at Ellis and Jones streets in San Francisco.", "San Francisco=US/California/exact"},
    {"Shots were fired at the corner of Ellis and Jones in San Francisco.", "San Francisco=US/California/exact"},
    {"Shots were fired on Lahore avenue in Quetta.", "Lahore=PK/Balochistan/near; Quetta=PK/Balochistan/exact"},
    {"Shots were fired in a Lahore street.", "Lahore=PK/Punjab/exact"},
    {"A mine lay on the Lahore road.", "Lahore=PK/Punjab/exact"},
    {"They live in a quiet corner of Lahore and in Quetta.", "Lahore=PK/Punjab/exact; Quetta=PK/Balochistan/exact"},
    /* a site by a part of its name, and another kind of site called like it */
    {"They prayed at Al-Aqsa.", "Al-Aqsa=IL/Jerusalem District/exact"},
    {"The wounded lie in the Al-Aqsa hospital.", ""},
    {"Crowds gathered in Tahrir Square. Shells hit the Taksim hospital.", "Tahrir Square=EG/Cairo/exact; Taksim=//"},
    /* what the gazetteer lacks */
    {"A man was killed in Los Olivos, in Tecate.", "Los Olivos=MX/Baja California/near; Tecate=MX/Baja California/exact"},
    {"Gunmen burned the village of Xobarumu near Maiduguri.", "Xobarumu=NG/Borno/near; Maiduguri=NG/Borno/near"},
    {"Gunmen attacked the town of Xobar-Zelde in Helmand province.",
     "Xobar-Zelde=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"Gunmen stormed the village of Wad al-Xobar in Helmand province.",
     "Wad al-Xobar=AF/Helmand/region; Helmand=AF/Helmand/region"},
    {"The wounded lie in Sundarbai Hospital in Quetta.",
     "Sundarbai Hospital=PK/Balochistan/near; Quetta=PK/Balochistan/exact"},
    {"Shells fell on Umm Xobala on Friday.", "Umm Xobala=//"},
    {"Strikes hit Xobarumu and Kafr Xobal near Quetta.",
     "Xobarumu=PK/Balochistan/near; Kafr Xobal=PK/Balochistan/near; Quetta=PK/Balochistan/near"},
    {"Bandits attacked Xobarumu, a spokesman in Quetta said.", "Xobarumu=PK/Balochistan/near; Quetta=PK/Balochistan/exact"},
    {"A shell hit Al-Xobar hospital in Quetta.", "Al-Xobar=PK/Balochistan/near; Quetta=PK/Balochistan/exact"},
    {"Gunmen attacked Xobarumu and beat him. Rebels seized Xobaro, a clerk, on Friday. Men raided Xobelde's house.", ""},
    {"Shells hit Lahore. Guards rest in Jenin. A storm killed four people in Florida and nine in Cuba.",
     "Lahore=PK/Punjab/exact; Jenin=PS/West Bank/exact; Florida=US/Florida/region; Cuba=CU//country"},
    /* names of several words, hyphens, accents */
    {"Gunmen raided Xobe-Lahore village on Friday.", "Xobe-Lahore=//"},
    {"The Xobe-Lahore talks failed.", ""},
    {"Gunmen fired in Goma-Lahore village on Friday.", "Goma-Lahore=//"},
    {"The Quetta-Lahore talks failed.", "Quetta=PK/Balochistan/exact; Lahore=PK/Punjab/exact"},
    {"Troops entered Deir ez-Zor and al-Qaim.", "Deir ez-Zor=SY/Deir ez-Zor/exact; al-Qaim=IQ/Anbar/exact"},
    {"They live in Stratford-upon-Avon.", "Stratford-upon-Avon=GB/England/exact"},
    {"A bomb went off in Culiacan, Sinaloa.", "Culiacan=MX/Sinaloa/exact; Sinaloa=MX/Sinaloa/region"},
};
/* clang-format on */

static void names_mean_the_places_that_the_text_makes_likely(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SENTENCES); i++) {
        Arena *arena = arena_create();
        Str got = told(arena, analyse_on_map(arena, str_from(SENTENCES[i].text), STR_NONE));
        if (!str_equal(got, str_from(SENTENCES[i].places))) {
            print_error("%s\n  got:  %.*s\n  want: %s\n", SENTENCES[i].text, (int)got.len, got.ptr,
                        SENTENCES[i].places);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_choice_keeps_its_alternatives_and_says_why(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse_on_map(arena, STR("The fire was in Springfield, Ohio, on Friday."), STR_NONE);
    assert_int_equal(a->place_count, 2);
    assert_true(a->places[0].alternative_count > 3 && a->places[0].alternative_count <= 8);
    assert_true(str_equal(a->places[0].reason, STR("The text says that it lies in Ohio.")));
    arena_destroy(arena);
}

static void the_outlet_s_home_settles_a_name_that_stands_alone(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a =
        analyse_on_map(arena, STR("A man was hurt in Alexandria on Friday."), STR("The Shreveport Times"));
    assert_int_equal(a->place_count, 1);
    assert_true(str_equal(a->places[0].place.admin1, STR("Louisiana")));
    a = analyse_on_map(arena, STR("A man was hurt in Alexandria on Friday."), STR_NONE);
    assert_true(str_equal(a->places[0].place.country, STR("EG")));
    arena_destroy(arena);
}

static void peoples_are_told_but_are_no_mentions_of_places(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse_on_map(arena, STR("Nigerian troops left."), STR_NONE);
    assert_int_equal(a->place_count, 1);
    assert_true(a->places[0].people);
    for (size_t i = 0; i < a->mentions.count; i++)
        assert_true(a->mentions.items[i].cls != analysis_class(a, "PLACE"));
    arena_destroy(arena);
}

/* What an import may bring: other names of one town that mean another, or mean nothing by themselves. */
static void a_town_s_other_names_give_way(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *country;
        int64_t population;
        const char *other_name;
    } TOWNS[] = {
        {"Lorton", "AU", 600000, "Lorton City"},
        {"Lorton", "NZ", 90000, ""},
        {"Wessel", "NZ", 70000, ""},
        {"Arwen", "NZ", 700000, ""},
        {"Ostia", "AU", 400000, "Arwen"},
        {"Severin", "PE", 90000, "Ostbank"}, /* far from all that the text speaks of */
        {"Quellin", "NZ", 90000, "Qrt"},
    };
    Arena *arena = arena_create();
    GazetteerBuild *build = gazetteer_build_create(arena);
    for (size_t i = 0; i < COUNT_OF(TOWNS); i++) {
        Str other = str_from(TOWNS[i].other_name);
        char id[] = "x:0";
        id[2] = (char)('0' + i);
        (void)gazetteer_build_add(build, &(PlaceEntry){.id = str_from(id),
                                                       .name = str_from(TOWNS[i].name),
                                                       .country = str_from(TOWNS[i].country),
                                                       .kind = PLACE_TOWN,
                                                       .lat_deg = (double)i * 4,
                                                       .has_point = true,
                                                       .population = TOWNS[i].population,
                                                       .spellings = &other,
                                                       .spelling_count = 1});
    }
    Buf bytes = {0};
    gazetteer_build_write(build, &bytes);
    Error err = {0};
    Gazetteer *whole = gazetteer;
    gazetteer = gazetteer_from(arena, buf_str(&bytes), &err);
    assert_non_null(gazetteer);
    Str got =
        told(arena, analyse_on_map(arena,
                                   STR("Shops burned in Wessel. Some fled to Lorton City and to Arwen. The mayor of "
                                       "Ostbank left. Help came from QRT in the end."),
                                   STR_NONE));
    if (!str_equal(got, STR("Wessel=NZ//exact; Lorton=NZ//exact; Arwen=NZ//exact")))
        fail_msg("%.*s", (int)got.len, got.ptr);
    gazetteer_close(gazetteer);
    gazetteer = whole;
    buf_free(&bytes);
    arena_destroy(arena);
}

/* clang-format off */
static const struct { const char *text; const char *place; } SCENES[] = {
    {"Shells hit Lahore, and nine people were killed in Quetta.", "Quetta"},
    /* the report's own place, the speaker's and whose somebody is come last */
    {"CAIRO - A doctor said on Monday that nine patients were killed at the Red River Hospital in El Fasher, Sudan.", "El Fasher"},
    {"CAIRO - Nine people were killed on Monday.", "Cairo"},
    {"NAIROBI - Guards fired at a crowd near Kenya's parliament on Monday, killing nine people.", "Nairobi"},
    {"BOGOTA - Nine people were killed across Colombia on Monday.", "Colombia"},
    {"The US-based Observers said nine people had died in Iran.", "Iran"},
    {"Nine people were killed in Lahore. The US-based Observers said ten died.", "Lahore"},
    {"Bombs went off in Lahore. Iran's ministry of health said nine people were killed.", "Lahore"},
    {"Iran's ministry of health said nine people were killed.", "Iran"},
    {"Gunmen raided villages of Balochistan. Nine people were killed, including women in Quetta.", "Quetta"},
    {"QUETTA - Nine people were killed on Monday near the US embassy.", "Quetta"},
    {"Nine people were killed in Quetta. Moscow has yet to comment.", "Quetta"},
    {"Nine people waiting for the Karachi coach were killed. Quetta was in mourning.", "Quetta"},
    {"Nine people were killed when a bus bound for Karachi was hit near Quetta.", "Quetta"},
    {"QUETTA - Nine US Navy sailors were killed on Monday.", "Quetta"},
    {"QUETTA - Nine people were killed in the US on Monday.", "United States"},
    /* where no map has it: the village, not the next town */
    {"Gunmen killed nine people in Xobarumu on Friday, a doctor in Quetta said.", "Xobarumu"},
    {"Shells fell on Umm Xobala, killing nine people, a doctor in Quetta said.", "Umm Xobala"},
    {"Nine people were killed in Xobarumu, near Quetta.", "Quetta"},
    {"They sell Xobaru cloth in Xobarumu style. Nine people were killed in Quetta.", "Quetta"},
    {"Nine people were killed at the Xobarumu border crossing on Friday.", "Xobarumu"},
    {"Nine people were killed 10 km north of Xobarumu on Friday, a doctor in Quetta said.", "Xobarumu"},
    /* what only says where another lies */
    {"A bomb went off in the town of Khuzdar, south of Quetta, killing nine people.", "Khuzdar"},
    /* what the report goes on to tell of the event */
    {"CAIRO - Nine people were killed on Monday. The raid took place near Khuzdar.", "Khuzdar"},
    {"CAIRO - Nine people were killed on Monday. The president flew to Lahore.", "Cairo"},
    /* from where the victims come */
    {"Three labourers from Quetta were killed on Friday when a wall fell in Lahore.", "Lahore"},
    {"Six pickers, all from Quetta, were killed at a camp. Lahore mourned.", "Lahore"},
    {"Two residents of Quetta died in a crash near Lahore.", "Lahore"},
    {"Two residents of Quetta died on Friday.", "Quetta"},
    /* from where something flew or ran, and who was sent from where */
    {"A jet that had taken off from Quetta crashed in Lahore, killing nine people.", "Lahore"},
    {"The plane, arriving from Quetta, burned in Lahore, killing nine people.", "Lahore"},
    {"A bus from Quetta to Gwadar overturned near Lahore, killing nine people.", "Lahore"},
    {"A crash in Lahore killed nine people. A medical team from Quetta came. At least 20 people were hurt.", "Lahore"},
    {"Nine people died at the Elm Medical College and Hospital in Quetta after a fire in Lahore.", "Lahore"},
    /* the land's toll, and the land's own disaster */
    {"Nine people died in riots in Pakistan. In Quetta two clerks died, taking the nationwide toll to 19.", "Pakistan"},
    {"CAIRO - Kenya's massive landslide has killed 60 people. Seven bodies were found on Friday.", "Kenya"},
    {"CAIRO - Kenya's army said 60 people were killed on Friday.", "Cairo"},
    /* a word that begins as a land's part does */
    {"Nine people were killed at Mass in Lahore.", "Lahore"},
    /* where a town lies, and what lies around it */
    {"Gunmen raided Gwadar district of Balochistan, killing nine people.", "Gwadar"},
    {"Bombs hit Cali and several towns in southwest Colombia, killing nine people.", "Colombia"},
};
/* clang-format on */

static void a_figure_is_of_the_place_that_its_words_are_about(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SCENES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse_on_map(arena, str_from(SCENES[i].text), STR_NONE);
        const PlaceMention *place = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY)
                place = a->claims[k].place;
        Str got = place ? place->place.name : STR("no place");
        if (str_find(got, str_from(SCENES[i].place), 0) != 0) {
            print_error("%s\n  %.*s\n", SCENES[i].text, (int)got.len, got.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_mean_the_places_that_the_text_makes_likely),
        cmocka_unit_test(a_choice_keeps_its_alternatives_and_says_why),
        cmocka_unit_test(the_outlet_s_home_settles_a_name_that_stands_alone),
        cmocka_unit_test(a_town_s_other_names_give_way),
        cmocka_unit_test(a_figure_is_of_the_place_that_its_words_are_about),
        cmocka_unit_test(peoples_are_told_but_are_no_mentions_of_places),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
