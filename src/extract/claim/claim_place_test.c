/* Where what a sentence tells happened, of the places that it names. With the map. */
#include <stdio.h>

#include "extract/english_for_tests.h"

/* Every casualty figure of the text with its place: "12 Kirkuk;30 Kirkuk;". */
static const FigureCase CASES[] = {
    /* towns that only tell on which side of them a town lies */
    {"A bomb hit a patrol in the town of Uvira to the south of Bukavu, killing four guards and hurting two.",
     "4 Uvira;2 Uvira;"},
    {"In Beni, north of Goma, a bomb killed four guards.", "4 Beni;"},
    {"In Beni, north of the city of Goma, a bomb killed four guards.", "4 Beni;"},
    {"A bomb north of Goma killed four guards.", "4 Goma;"},
    {"In Haiti at least four people were killed, with the storm expected to reach Florida on Tuesday.", "4 Haiti;"},
    {"Before reaching Florida, the storm was blamed for 19 deaths in Haiti.", "19 Haiti;"},
    {"The storm killed 61 people in the Caribbean before it reached the United States.", "61 Caribbean;"},
    {"The storm claimed 15 lives across the United States, adding to the 61 people killed in the Caribbean.",
     "15 United States;61 Caribbean;"},
    {"Floods killed 40 people in Nepal and 12 people in Bihar.", "40 Nepal;12 Bihar;"},
    {"The storm killed 20 people in Honduras and 12 fishermen in Nicaragua.", "20 Honduras;12 Nicaragua;"},
    {"Attacks in Kirkuk killed 12 people and wounded 30, while in Mosul a car bomb killed nine.",
     "12 Kirkuk;30 Kirkuk;9 Mosul;"},
    {"BAMAKO, Oct 5 (Alba News) - A warplane bombed the market of Gao, killing 12 people.", "12 Gao;"},
    {"BAMAKO, Oct 5 (Alba News) - Gunmen stormed the prison of Gao, killing 12 people.", "12 Gao;"},
    {"In Sokoto, gunmen killed 12 farmers, and in Katsina they burnt a school.", "12 Sokoto;"},
    {"The army shelled Juba, where 12 died, before it moved on Malakal, where five were killed.", "12 Juba;5 Malakal;"},
    {"Rebels who had fled Goma attacked Bukavu on Monday, killing nine soldiers.", "9 Bukavu;"},
    {"While the minister was visiting Kyiv, nine people were killed in Kharkiv.", "9 Kharkiv;"},
    {"The convoy was on its way from Kano to Maiduguri when it was attacked near Damaturu, and 14 soldiers were killed.",
     "14 Damaturu;"},
    {"The toll rose to 28 after a train hit a lorry in Borno's Maiduguri on Friday.", "28 Maiduguri;"},
    {"A woman from Goma was killed in a blast in Bukavu.", "1 Bukavu;"},
    {"The Cuban death toll rose to 11, after the storm killed 52 in Haiti.", "11 Cuba;52 Haiti;"},
    {"A storm killed 52 in Haiti. Cuba's death toll rose to 11.", "52 Haiti;11 Cuba;"},
    {"The Kenyan death toll rose to 11 in Goma.", "11 Goma;"},
    {"Kenya's death toll rose to 17 while in Chad nine people died, bringing the total to 26.", "17 Kenya;9 Chad;26 ;"},
    {"In Goma nine people died, bringing the total to 26.", "9 Goma;26 Goma;"},
    {"The death toll rose to 64, 57 of them in the Caribbean.", "64 ;57 Caribbean;"},
    {"The toll stands at 64, with 57 in Haiti and seven in Cuba.", "64 ;57 Haiti;7 Cuba;"},
    {"Kenyan officials said the death toll in Goma rose to 11.", "11 Goma;"},
    {"Nepal said 80 people were killed; in India, officials put the dead at 40.", "80 ;40 India;"},
    {"Jordan reported 60 deaths, Iran five and Senegal three.", "60 ;"},
    {"Gunmen killed 12 farmers in Sokoto, and in Katsina they killed four.", "12 Sokoto;4 Katsina;"},
    {"Officials in Bihar put the death toll at 40, and in Nepal 80 deaths were reported.", "40 Bihar;80 Nepal;"},
    /* who speaks, by a name that a town has too or by the house it governs from */
    {"According to Hassan, a guard at the gate, nine clerks were killed.", "9 ;"},
    {"A shell killed nine clerks, and the White House also condemned it.", "9 ;"},
    {"A bomb killed two people on Friday. On 2 January a judge was kidnapped in Goma.", "2 ;1 Goma;"},
    {"A bomb killed two people on Friday. The judge was kidnapped in Goma.", "2 Goma;1 Goma;"},
    {"A band from Kenya said four people were shot in a flat in Goma.", "4 Goma;"},
    {"Gunmen raided Bajaur district. Nine people died, and the wounded were shifted to hospitals in Peshawar.",
     "9 Bajaur;"},
    {"Nine people were hurt in Goma and evacuated to Bukavu.", "9 Goma;9 Goma;"},
    {"At least 16 people were killed in the Brazil neighbourhood of Rafah.", "16 Rafah;"},
    {"Gunmen shot dead three men on the road to Goma.", "3 Goma;"},
    /* what came before happened elsewhere, and what the next sentence tells did not happen there */
    {"Raiders stormed a hotel in Niger on Friday, exactly a week after the raid in Bukavu. Three people were killed.",
     "3 Niger;"},
    {"Raiders stormed a hotel on Friday, a week after the raid in Bukavu. Three people were killed.", "3 Bukavu;"},
    /* what only says how far off it was, to where somebody went, or what lies beside */
    {"A bomb killed four clerks 60 km north of Baghdad.", "4 ;"},
    {"A bomb killed four clerks 5 km north of Baghdad.", "4 Baghdad;"},
    {"A bomb killed four clerks in Cauca province south of Bogota.", "4 Cauca;"},
    {"A bomb killed four clerks in Zorgblat, a town of Cauca, about 58 miles (93 kilometers) south of Bogota.",
     "4 Zorgblat;"},
    {"Gunmen stopped a bus travelling from Quetta to Sukkur and killed four clerks near Sibi.", "4 Sibi;"},
    {"Rebels killed four clerks in a town near the border with Kenya.", "4 ;"},
    /* a row of places, of whatever kind: of none of them */
    {"Attacks on Ukraine's Sumy and Poltava regions and the Black Sea port city of Mykolaiv killed two clerks.", "2 ;"},
    {"Attacks on Sumy, Poltava and the city of Mykolaiv killed two clerks.", "2 ;"},
    /* whose division only they speak for */
    {"Floods hit two provinces. The premier of Limpopo said 18 people had died. The premier of Gauteng said 12 had died.",
     "18 Limpopo;12 Gauteng;"},
    {"Floods hit Nigeria. Borno governor Ana Bek said nine people had died. Yobe governor Omar Dil said four had died.",
     "9 Borno;4 Yobe;"},
    {"Gunmen raided Maiduguri. The governor of Borno said nine people died. The governor of Yobe said 12 died.",
     "9 Maiduguri;12 Maiduguri;"},
    {"Floods hit Nigeria. The governor of Borno said nine people had died.", "9 Nigeria;"},
    /* a whole, shared out among places */
    {"Shells killed 12 people in Lahore, nine in Ombrath and four in Quetta.", "12 Lahore;9 Ombrath;4 Quetta;"},
    {"A wave of bombings across Iraq killed at least 50 people, including 20 in Baghdad and seven in Kirkuk.",
     "50 Iraq;20 Baghdad;7 Kirkuk;"},
    {"The attacks killed 12 people: seven in Goma and five in Bukavu.", "12 ;7 Goma;5 Bukavu;"},
    {"Gunmen raided villages of Balochistan. Nine people were killed, including seven in Quetta.",
     "9 Balochistan;7 Quetta;"},
    {"The attacks killed 12 people, seven of them in Goma.", "12 ;7 Goma;"},
    {"The death toll from the floods in Kenya rose to 12, with seven deaths in Kisumu.", "12 Kenya;7 Kisumu;"},
    {"The floods in Kenya killed 12 people, with seven dead in Kisumu.", "12 Kenya;7 Kisumu;"},
    {"The floods killed 12 people, with seven wounded in Kisumu.", "12 Kisumu;7 Kisumu;"},
    {"The floods killed 12 people, with seven cars found in Kisumu.", "12 Kisumu;"},
    {"The bombs killed 12 people, including five guards in Goma and two clerks in Bukavu.", "12 ;5 Goma;2 Bukavu;"},
    {"Two guards were killed in Goma and three clerks in Bukavu.", "2 Goma;3 Bukavu;"},
    {"Ten guards were killed and 12 wounded in Goma.", "10 Goma;12 Goma;"},
    {"On 12 May, 14 people in Goma were killed when shells hit a market.", "14 Goma;"},
    {"The blast in Goma killed 12 people, including two clerks from Bukavu.", "12 Goma;2 Goma;"},
    {"Twelve people, including four from Nigeria, were killed in Niger.", "12 Niger;"},
    {"Bombs killed 50 people across Iraq, 20 in the city of Kirkuk.", "50 Iraq;20 Kirkuk;"},
    {"Bombs killed 50 people across Iraq, 20 of them in the city of Kirkuk.", "50 Iraq;20 Kirkuk;"},
    {"Bombs killed 50 people in Baghdad, 20 in the city of Kirkuk.", "50 Baghdad;20 Kirkuk;"},
    {"Fifty people were killed across Iraq, mostly in Kirkuk.", "50 Iraq;"},
    {"Fifty people were killed across Iraq, most of them in Kirkuk.", "50 Iraq;"},
    {"Bombs in Goma and Bukavu killed nine people.", "9 ;"},
    {"Bombs killed nine people in Goma, North Kivu.", "9 Goma;"},
    {"Bombs killed seven people in Kirkuk province, one in the city itself.", "7 Kirkuk;1 ;"},
    {"Bombs killed seven people in Kirkuk province, two in the city mosque.", "7 Kirkuk;"},
    /* whose army acts, and where the hurt are cared for */
    {"Kenya's army said it had killed 12 raiders.", "12 ;"},
    {"Kenya's defence ministry said 12 raiders were killed in Goma.", "12 Goma;"},
    {"Kenya's police said they had killed 12 raiders.", "12 Kenya;"},
    {"Five clerks died at a hospital in Goma after a raid in Bukavu.", "5 Bukavu;"},
    {"Shells hit Bukavu. Five clerks died at a hospital in Goma.", "5 Bukavu;"},
    {"Five clerks died at a hospital in Goma.", "5 Goma;"},
    {"Shells fell on Bukavu and hit a hospital in Goma, killing five clerks.", "5 Goma;"},
    /* villages that are on no map */
    {"Nine people were killed in Um Zorgblat. The governor went to Goma.", "9 Um Zorgblat;"},
    {"In Verhnya Zorgblat two people were killed. Goma sent help.", "2 Verhnya Zorgblat;"},
    {"The court saw a threat in Abu Zorgblat. Two guards were killed in Goma.", "2 Goma;"},
    {"Shells hit Juba on Monday. In the village of Zorgblat, 12 people were killed.", "12 Zorgblat;"},
    {"Shells hit Juba on Monday. In the village of Zorgblat, near Malakal, 12 people were killed.", "12 Malakal;"},
    {"Shells hit Juba on Monday. At the Zorgblat Hospital 12 people were killed.", "12 Juba;"},
    /* a name of which a map has some words only, as another place's */
    {"Nine people were killed in the village of Tal Goma Zorgli on Monday.", "9 Tal Goma Zorgli;"},
    {"Nine people were killed in the Goma Zorgli neighbourhood of Bukavu.", "9 Bukavu;"},
    {"Nine people were killed near Goma Martyrs hospital in Bukavu.", "9 Bukavu;"},
    /* what explosions, floods and tremors hit is a place */
    {"Two explosions hit Parachinar on Friday. Four clerks died.", "4 Parachinar;"},
    {"A quake shook Parachinar on Friday. Four clerks died.", "4 Parachinar;"},
    /* the town, whose country only says where it lies, goes on */
    {"Nine people were killed in Bukavu, Democratic Republic of Congo. Four were hurt.", "9 Bukavu;4 Bukavu;"},
    {"Nine people were killed in Quetta in Balochistan, Pakistan. Four were hurt.", "9 Quetta;4 Quetta;"},
    {"Nine people were killed in the village of Zorgblat in the Sake district of North Kivu.", "9 Zorgblat;"},
};

/* Reports that open with a dateline (event_place.c). */
static const FigureCase DATELINES[] = {
    /* the dateline's town, where nothing else is told */
    {"QUETTA: Gunmen killed four clerks on Friday.\n\nNine others were hurt.", "4 Quetta;9 Quetta;"},
    {"KARACHI: Gunmen killed four clerks, two of them in Sukkur, on Friday.", "4 Karachi;2 Sukkur;"},
    /* a place that its own sentence tells of */
    {"KYIV (Agency) - Shelling of Ukraine's Kharkiv region killed two clerks.\n\nFalling debris hurt four people.",
     "2 Kharkiv;4 Kharkiv;"},
    {"KYIV (Agency) - An attack on Poltava killed two clerks.\n\nNine others were hurt.", "2 Poltava;9 Poltava;"},
    {"NAIROBI (Agency) - Gunmen killed four clerks in northern Kenya.\n\nNine others were hurt.", "4 Kenya;9 Kenya;"},
    {"LAGOS (Agency) - Bombs hit American interests on Friday.\n\nNine clerks were hurt.", "9 Lagos;"},
    /* the event's, which the next sentences give */
    {"KABUL: A bomb killed four clerks. The blast was in the eastern province of Nangarhar.\n\nNine were hurt.",
     "4 Nangarhar;9 Nangarhar;"},
    {"KABUL: A bomb killed four clerks. At least nine were hurt in the noon blast in Kunduz.", "4 Kunduz;9 Kunduz;"},
    {"KABUL: Gunmen killed four clerks. The clerks were ambushed in Kunduz.", "4 Kunduz;"},
    {"KABUL: A bomb killed four clerks. Minutes after the blast, police traced a call made in Kunduz.", "4 Kabul;"},
    {"KABUL: A bomb killed four clerks. A man was held in Kunduz.", "4 Kabul;"},
    {"KABUL: A bomb killed four clerks on Friday. The bombing in Kunduz on 2 May had killed nine.", "4 Kabul;"},
    {"BOGOTA (Agency) - Gunmen killed four clerks.\n\nThe incident happened near the mountainous Arauca province.",
     "4 Arauca;"},
    {"QUETTA: Gunmen killed four clerks. The attack was in a district of Balochistan province.", "4 Balochistan;"},
    {"KABUL: Gunmen attacked the village of Zorgblat, killing four clerks.\n\nNine were hurt.",
     "4 Zorgblat;9 Zorgblat;"},
    {"KABUL, Afghanistan (Agency) - Gunmen killed four clerks in an attack in eastern Afghanistan.", "4 Afghanistan;"},
    {"NASHVILLE, Tennessee (Agency) - Gunmen killed four clerks on Friday.", "4 Nashville;"},
    {"MEXICO CITY (Agency) - Survivors of a massacre in central Mexico said gunmen killed four clerks.", "4 Mexico;"},
    {"BEIRUT (Agency) - Raids killed four clerks in the country's south, after a war between Israel and a Lebanese group.",
     "4 Lebanon;"},
    /* no town at all */
    {"BAMAKO (Agency) - Raiders killed two Malian clerks in the central part of the country.\n\nFive were hurt.",
     "2 Mali;5 Mali;"},
    {"BAMAKO (Agency) - Raiders killed two Malian clerks in the country's restive north.", "2 Mali;"},
    /* a town before a colon is a dateline, in front of a text */
    {"Peshawar:\nA bomb killed four clerks. The bomb went off in Parachinar.", "4 Parachinar;"},
    {"Lagos: Police said that raiders hit a village in northwest Nigeria's Katsina state, killing four clerks.\n\nNine "
     "were hurt.",
     "4 Katsina;9 Katsina;"},
    {"Lahore/Peshawar: A bomb killed four clerks in Parachinar town.\n\nNine were hurt.", "4 Parachinar;9 Parachinar;"},
    {"The bomb went off in Parachinar.\n\nPeshawar: Four clerks were killed when a bomb went off at Parachinar.\n\nNine were hurt.",
     "4 Parachinar;9 Parachinar;"},
    /* and one before a dash, if the map knows it */
    {"Maputo — Gunmen killed four clerks in northern Mozambique.\n\nNine others were hurt.",
     "4 Mozambique;9 Mozambique;"},
    {"Bogota - Gunmen killed four clerks in Colombia's Arauca province.\n\nNine others were hurt.",
     "4 Arauca;9 Arauca;"},
    {"Lima, Feb 26 (Alba) A bus fell into a gorge in central Peru, killing 19 people.", "19 Peru;"},
    /* the town that the report goes on to tell of the event */
    {"A bomb killed four clerks in northern Pakistan. The bombing in the town of Parachinar shook many.",
     "4 Parachinar;"},
    {"A knife killed four clerks in Pakistan. Police were called to a house in Lahore at noon.", "4 Lahore;"},
    {"Bombings killed four clerks in Pakistan. The bombing in the town of Parachinar shook many.", "4 Pakistan;"},
    {"A bomb killed four clerks in Pakistan. The bombing was confirmed by a spokesman in Lahore.", "4 Pakistan;"},
    {"A bomb killed four clerks in Pakistan. Last year's bombing in Lahore shook many.", "4 Pakistan;"},
    {"Quetta: four clerks killed\n\nKarachi: nine clerks killed", "4 Quetta;9 Karachi;"},
};

static Str mark(const Claim *claim)
{
    static char text[80];
    Str name = claim->place ? claim->place->place.name : STR_NONE;
    int length = snprintf(text, sizeof text, " %.*s;", (int)name.len, name.ptr ? name.ptr : "");
    return (Str){text, (size_t)length};
}

static void a_figure_is_of_the_place_of_its_clause(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

static void a_dateline_gives_way_to_where_the_event_is_told_to_be(void **state)
{
    (void)state;
    check_figures(DATELINES, COUNT_OF(DATELINES), mark);
}

/* "Kenya: ..." over what an association writes from elsewhere. */
static const struct {
    const char *title;
    const char *text;
    const char *place;
} TITLED[] = {
    {"Kenya: No Word on Shots at a Crowd",
     "(Kampala) – Shots by guards killed four clerks on Friday, an association said.", "Kenya"},
    {"Kenya: No Word on Shots at a Crowd", "(Nairobi) – Shots by guards killed four clerks on Friday.", "Nairobi"},
    {"No Word on Shots at a Crowd", "(Kampala) – Shots by guards killed four clerks on Friday.", "Kampala"},
    {"Kenya: No Word on Shots at a Crowd", "(Kampala) – Shots by guards killed four clerks in Goma on Friday.", "Goma"},
};

static void a_title_names_the_land_that_an_association_writes_of(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TITLED); i++) {
        Arena *arena = arena_create();
        Buf all = {0};
        buf_put(&all, str_from(TITLED[i].text));
        buf_put(&all, STR("\n\n"));
        uint32_t start = (uint32_t)buf_str(&all).len;
        buf_put(&all, str_from(TITLED[i].title));
        Document document = {.id = STR("x"), .text = buf_str(&all), .headline = {start, (uint32_t)buf_str(&all).len}};
        document.published = moment_parse(STR("2026-01-31"));
        const Analysis *a = extract_analyse(&language, gazetteer, &document, arena);
        Str place = STR_NONE;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].place)
                place = a->claims[k].place->place.name;
        if (!str_equal(place, str_from(TITLED[i].place)))
            print_error("%s: %.*s\n", TITLED[i].text, (int)place.len, place.ptr ? place.ptr : "");
        assert_true(str_equal(place, str_from(TITLED[i].place)));
        buf_free(&all);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_figure_is_of_the_place_of_its_clause),
                                       cmocka_unit_test(a_dateline_gives_way_to_where_the_event_is_told_to_be),
                                       cmocka_unit_test(a_title_names_the_land_that_an_association_writes_of)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
