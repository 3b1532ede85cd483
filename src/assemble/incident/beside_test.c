/* A report of an attack that tells of another, in another town on another day. */
#include "assemble/pile_for_tests.h"

#define TWO "Shells killed 31 people at the market of Alba on 19 January. In Brena 14 people were killed on 20 January."
#define ONE_DAY                                                                                                        \
    "Shells killed 31 people at the market of Alba on 19 January. In Brena 14 people were killed on 19 January."
#define SAME                                                                                                           \
    "Shells killed 31 people at the market of Alba on 19 January. \"There were 31 deaths in Brena today\", said a clerk."
#define LATER "Shells killed 31 people at the market of Alba on 19 January. One person died in Brena on 20 January."
#define BRENA "Gunmen stormed a camp at dawn in Brena on 20 January and 15 people were killed, its elders told a radio."

static const TestClaim AT_ALBA = {"31 people",     CLASS_UNKNOWN,         COUNT_EXACT,         31,
                                  .place = "Alba", .first = "2026-01-19", .last = "2026-01-19"};

static TestClaim at_brena(const char *passage, int64_t n, const char *day)
{
    return (TestClaim){passage, CLASS_UNKNOWN, COUNT_EXACT, n, .place = "Brena", .first = day, .last = day};
}

/* Incidents as "main Alba 31 | beside Brena 14". */
static const char *print_incidents(Pile *pile, const Incident *incidents, size_t count)
{
    Buf out = {0};
    for (size_t i = 0; i < count; i++) {
        const Incident *incident = &incidents[i];
        buf_format(&out, "%s%s ", i > 0 ? " | " : "",
                   incident->main           ? "main"
                   : incident->background   ? "background"
                   : incident->part_of >= 0 ? "part"
                                            : "beside");
        buf_put(&out, incident->place ? incident->place->place.name : STR("nowhere"));
        buf_char(&out, ' ');
        buf_int(&out, incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].best);
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr;
}

static void another_town_on_another_day_is_an_event_of_its_own(void **state)
{
    (void)state;
    const struct {
        const char *text;
        TestClaim second;
        const char *want;
    } rows[] = {
        {TWO, at_brena("14 people", 14, "2026-01-20"), "main Alba 31 | beside Brena 14"},
        {ONE_DAY, at_brena("14 people", 14, "2026-01-19"), "main Alba 45"},
        {SAME, at_brena("31 deaths", 31, "2026-01-20"), "main Alba 31"},  /* the same people, told a day later */
        {LATER, at_brena("One person", 1, "2026-01-20"), "main Alba 32"}, /* may have been hurt in Alba */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21", rows[i].text);
        pile_claim(&pile, x, AT_ALBA);
        pile_claim(&pile, x, rows[i].second);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), rows[i].want);
        pile_free(&pile);
    }
}

/* What weeks had is no figure of a day of the same town, though the report opens with it. */
static void the_count_of_weeks_is_of_no_day_after_them(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x =
        pile_add(&pile, "a", "2026-01-21",
                 "In Alba 214 people were killed from 1 to 14 January. On 20 January shells killed 31 people.");
    TestClaim weeks = {"214 people",    CLASS_UNKNOWN,         COUNT_EXACT,         214,
                       .place = "Alba", .first = "2026-01-01", .last = "2026-01-14"};
    TestClaim day = AT_ALBA;
    day.first = day.last = "2026-01-20";
    pile_claim(&pile, x, weeks);
    pile_claim(&pile, x, day);
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), "main Alba 31 | background Alba 214");
    pile_free(&pile);
}

/* "In October", "this week": what weeks before or around the report's own day had of others is not its own, nor its day. */
static void whom_other_weeks_had_are_of_no_event_of_a_day(void **state)
{
    (void)state;
    static const struct {
        const char *own;
        const char *first;
        const char *last;
        const char *want;
    } ROWS[] = {
        {"2026-01-19", "2025-12-01", "2025-12-31", "main Alba 31 | background Alba 40"},
        {"2026-01-19", "2026-01-01", "2026-01-18", "main Alba 31 | background Alba 40"},
        {"2026-01-19", "2026-01-15", "2026-01-21", "main Alba 31 | background Alba 40"},
        {NULL, "2026-01-15", "2026-01-21", "main Alba 31 | background Alba 40"}, /* a lead that names no day */
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-01-21",
                     "Shells killed 31 people at the market of Alba. Elsewhere there 40 people were killed.");
        TestClaim lead = AT_ALBA;
        lead.first = lead.last = ROWS[i].own;
        pile_claim(&pile, x, lead);
        pile_claim(&pile, x,
                   (TestClaim){"40 people", CLASS_UNKNOWN, COUNT_EXACT, 40, .place = "Alba", .first = ROWS[i].first,
                               .last = ROWS[i].last});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), ROWS[i].want);
        pile_free(&pile);
    }
}

/* Of a region only what is of days before: whoever died there was not hurt in the report's own event. */
static void one_death_elsewhere_before_is_another_event(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *want;
    } ROWS[] = {{"2026-01-17", "main Alba 31 | beside Vale 1"}, {"2026-01-20", "main Alba 31"}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-01-21",
                     "Shells killed 31 people at the market of Alba on 19 January. A clerk was killed in Vale.");
        pile_claim(&pile, x, AT_ALBA);
        Claim *clerk = pile_claim(&pile, x, at_brena("A clerk", 1, ROWS[i].day));
        PlaceMention vale = *clerk->place;
        vale.place =
            (Place){.name = STR("Vale"), .admin1 = STR("Vale"), .country = STR("XX"), .precision = PRECISION_REGION};
        clerk->place = &vale;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), ROWS[i].want);
        pile_free(&pile);
    }
}

/* On the same day, too, where its words set it apart, or where it has a toll and an attack of its own. */
static void another_town_on_the_same_day_may_be_one(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool elsewhere;
        bool campaign;
        bool attack;
        const char *want;
    } rows[] = {
        {"Shells killed 31 people in Alba on 19 January. Separately, 14 people died in Brena.", true, false, false,
         "main Alba 31 | beside Brena 14"},
        {"Shells killed 31 people in Alba on 19 January. Separately, in ten years 14 people died in Brena.", true, true,
         false, "main Alba 31 | background Brena 14"},
        {"Shells killed 31 people in Alba on 19 January. A raid in Brena left 14 people dead.", false, false, true,
         "main Alba 31 | beside Brena 14"},
        {"Shells killed 31 people in Alba on 19 January. Of these 14 people died in Brena.", false, false, false,
         "main Alba 45"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21", rows[i].text);
        TestClaim second = at_brena("14 people", 14, NULL);
        second.elsewhere = second.background = rows[i].elsewhere;
        second.campaign = second.aside = rows[i].campaign;
        pile_claim(&pile, x, AT_ALBA);
        pile_claim(&pile, x, second);
        if (rows[i].attack)
            pile_claim(&pile, x, (TestClaim){"raid", .kind = KIND_ATTACK, .type = "raid", .place = "Brena"});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), rows[i].want);
        pile_free(&pile);
    }
}

/* Who was hurt in another town's attack, or in another country, is none of the report's own. */
static void who_was_hurt_elsewhere_is_of_another_event(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *type;    /* of the attack told with them */
        const char *country; /* where another one is named in place of the town */
        const char *want;
    } ROWS[] = {
        {"Shells killed 31 people in Alba on 19 January. In Brena 14 people were hurt in a raid.", "raid", NULL,
         "main Alba 31 | beside Brena 0"},
        {"A raid killed 31 people in Alba on 19 January. In Brena 14 people were hurt.", "raid", "YY",
         "main Alba 31 | beside Brena 0"},
        {"A raid killed 31 people in Alba on 19 January. In Brena 14 people were hurt.", "raid", "XX", "main Alba 31"},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21", ROWS[i].text);
        Claim *dead = pile_claim(&pile, x, AT_ALBA);
        TestClaim second = at_brena("14 people", 14, NULL);
        second.outcome = OUTCOME_INJURED;
        Claim *hurt = pile_claim(&pile, x, second);
        pile_claim(&pile, x,
                   (TestClaim){ROWS[i].type, .kind = KIND_ATTACK, .type = ROWS[i].type,
                               .place = ROWS[i].country ? "Alba" : "Brena"});
        PlaceMention alba = *dead->place;
        alba.place.country = STR("XX");
        dead->place = &alba;
        PlaceMention brena = *hurt->place;
        if (ROWS[i].country) {
            brena.place =
                (Place){.name = STR("Brena"), .country = str_from(ROWS[i].country), .precision = PRECISION_COUNTRY};
            hurt->place = &brena;
        }
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), ROWS[i].want);
        pile_free(&pile);
    }
}

/* Another spot of the town at another hour is told apart by what was read, and has an id of its own. */
static void another_spot_of_the_town_is_an_event_of_its_own(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-21",
                             "Shots killed 31 people in Alba on 19 January. Later 14 people and then 12 people died.");
    pile_claim(&pile, x, AT_ALBA);
    Claim *second = pile_claim(&pile, x, (TestClaim){"14 people", CLASS_UNKNOWN, COUNT_EXACT, 14, .place = "Alba"});
    Claim *third = pile_claim(&pile, x, (TestClaim){"12 people", CLASS_UNKNOWN, COUNT_EXACT, 12, .place = "Alba"});
    second->scene = 1;
    third->scene = 2;
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count),
                        "main Alba 31 | beside Alba 14 | beside Alba 12");
    assert_false(str_equal(x->incidents[1].id, x->incidents[2].id));
    pile_free(&pile);
}

/* A village that is on no map has a toll of its own too, however near it may lie. */
static void a_village_on_no_map_is_a_town_of_its_own(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-21",
                             "Shells killed 31 people in Alba on 19 January. A raid in Brena left 14 people dead.");
    pile_claim(&pile, x, AT_ALBA);
    Claim *dead = pile_claim(&pile, x, at_brena("14 people", 14, NULL));
    Claim *raid = pile_claim(&pile, x, (TestClaim){"raid", .kind = KIND_ATTACK, .type = "raid", .place = "Brena"});
    PlaceMention brena = *dead->place;
    brena.place = (Place){.name = STR("Brena"), .precision = PRECISION_NONE};
    dead->place = raid->place = &brena;
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), "main Alba 31 | beside Brena 14");
    pile_free(&pile);
}

/* An attack of an earlier day in the same town, behind one of the report's own day; who was killed before an opening that tells no attack of its
 * day may have died of what was done then. */
static void whom_an_earlier_attack_killed_are_of_an_event_of_its_own(void **state)
{
    (void)state;
    for (int told = 0; told < 2; told++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21",
                                 "Shells killed 31 people in Alba on 19 January. A raid in Alba left 14 people dead.");
        TestClaim at_alba = {"31 people",     CLASS_UNKNOWN,         COUNT_EXACT,         31,
                             .place = "Alba", .first = "2026-01-19", .last = "2026-01-19"};
        TestClaim shells = {"Shells",        .kind = KIND_ATTACK,   .type = "shelling",
                            .place = "Alba", .first = "2026-01-19", .last = "2026-01-19"};
        TestClaim dead = {"14 people",     CLASS_UNKNOWN,         COUNT_EXACT,         14,
                          .place = "Alba", .first = "2026-01-18", .last = "2026-01-18"};
        TestClaim raid = {"raid",          .kind = KIND_ATTACK,   .type = "raid",
                          .place = "Alba", .first = "2026-01-18", .last = "2026-01-18"};
        pile_claim(&pile, x, at_alba);
        pile_claim(&pile, x, dead);
        if (told)
            pile_claim(&pile, x, shells);
        pile_claim(&pile, x, raid);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        const char *want = told ? "main Alba 31 | beside Alba 14" : "main Alba 31";
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), want);
        pile_free(&pile);
    }
}

/* "While gunmen killed 31 in Alba, a raid in Brena killed 14": one sentence, two attacks. */
static void each_attack_of_one_sentence_is_an_event(void **state)
{
    (void)state;
    for (int shared = 0; shared < 2; shared++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21",
                                 "While Shells killed 31 people in Alba, a raid in Brena killed 14 people.");
        pile_claim(&pile, x, (TestClaim){"31 people", CLASS_UNKNOWN, COUNT_EXACT, 31, .place = "Alba"});
        pile_claim(&pile, x, (TestClaim){"Shells", .kind = KIND_ATTACK, .type = "shelling", .place = "Alba"});
        pile_claim(&pile, x, (TestClaim){"raid", .kind = KIND_ATTACK, .type = "raid", .place = "Brena"});
        pile_claim(&pile, x, (TestClaim){"14 people", CLASS_UNKNOWN, COUNT_EXACT, 14, .place = "Brena"});
        x->claims[0].shared_out = x->claims[3].shared_out = shared;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        const char *want = shared ? "main Alba 45" : "main Alba 31 | beside Brena 14";
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), want);
        pile_free(&pile);
    }
}

/* More than all whom the attacks of the report's day killed are of an earlier one, though no word for an attack tells them. */
static void more_of_an_earlier_day_are_no_figure_of_the_day(void **state)
{
    (void)state;
    for (int64_t n = 20; n <= 90; n += 70) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-01-21",
                     n > 31 ? "Shells killed 31 people in Alba on 19 January. On 17 January 90 people died there."
                            : "Shells killed 31 people in Alba on 19 January. On 17 January 20 people died there.");
        TestClaim before = {n > 31 ? "90 people" : "20 people",
                            CLASS_UNKNOWN,
                            COUNT_EXACT,
                            n,
                            .place = "Alba",
                            .first = "2026-01-17",
                            .last = "2026-01-17"};
        pile_claim(&pile, x, AT_ALBA);
        pile_claim(&pile, x,
                   (TestClaim){"Shells", .kind = KIND_ATTACK, .type = "shelling", .place = "Alba",
                               .first = "2026-01-19", .last = "2026-01-19"});
        pile_claim(&pile, x, before);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->claims[2].background, n > 31);
        pile_free(&pile);
    }
}

static void set_region(Claim *claim, PlaceMention *region, const char *name, double lat)
{
    *region = *claim->place;
    region->place = (Place){.name = str_from(name),
                            .id = str_from(name),
                            .country = STR("XX"),
                            .precision = PRECISION_REGION,
                            .lat_deg = lat,
                            .lon_deg = 40,
                            .has_point = true};
    claim->place = region;
}

/* Another region's attack, told by the sentence of the count, unless what the report opens with comes to both. */
static void another_region_s_attack_is_an_event_of_its_own(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double lat; /* of Brena; Alba's is 30 */
        const char *want;
    } ROWS[] = {
        {"Shells killed 31 people in Alba. A raid in Brena left 14 people dead.", 34, "main Alba 31 | beside Brena 14"},
        {"Shells killed 31 people in Alba. A raid in Brena left 14 people dead.", 30.1, "main Brena 31"},
        {"Shells killed 31 people in Alba. Of these 17 died. A raid in Brena left 14 people dead.", 34,
         "main Brena 31"},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21", ROWS[i].text);
        TestClaim at_alba = {"31 people", CLASS_UNKNOWN, COUNT_EXACT, 31, .place = "Alba"};
        Claim *first = pile_claim(&pile, x, at_alba);
        Claim *dead = pile_claim(&pile, x, at_brena("14 people", 14, NULL));
        Claim *raid = pile_claim(&pile, x, (TestClaim){"raid", .kind = KIND_ATTACK, .type = "raid", .place = "Brena"});
        if (strstr(ROWS[i].text, "17 died"))
            pile_claim(&pile, x, (TestClaim){"17", CLASS_UNKNOWN, COUNT_EXACT, 17});
        PlaceMention alba;
        PlaceMention brena;
        set_region(first, &alba, "Alba", 30);
        set_region(dead, &brena, "Brena", ROWS[i].lat);
        raid->place = &brena;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), ROWS[i].want);
        pile_free(&pile);
    }
}

/* "At the market of Alba": the claim names the town beside its market, and stands in the one town all the same. */
static void a_town_and_its_market_are_one(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-21", TWO);
    Claim *first = pile_claim(&pile, x, AT_ALBA);
    PlaceMention market = *first->place;
    market.place.precision = PRECISION_NEAR;
    const PlaceMention *named[] = {first->place, &market};
    first->places = named;
    first->place_count = COUNT_OF(named);
    first->place = &market;
    pile_claim(&pile, x, at_brena("14 people", 14, "2026-01-20"));
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count), "main Alba 31 | beside Brena 14");
    pile_free(&pile);
}

/* A list of a week's attacks is one report of all of them. */
static void a_round_up_is_one_whole(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-25", TWO " In Corvo nine people were killed on 22 January.");
    pile_claim(&pile, x, AT_ALBA);
    pile_claim(&pile, x, at_brena("14 people", 14, "2026-01-20"));
    pile_claim(&pile, x,
               (TestClaim){"nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Corvo", .first = "2026-01-22",
                           .last = "2026-01-22"});
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_string_equal(print_incidents(&pile, x->incidents, x->incident_count),
                        "main Alba 54 | part Alba 31 | part Brena 14 | part Corvo 9");
    pile_free(&pile);
}

/* "31 people were killed in Alba ... the 31 people were buried": those of Alba, wherever the report tells of them again. */
static void the_same_people_are_of_one_incident(void **state)
{
    (void)state;
    const char *text =
        TWO " In Corvo nine people were killed on 22 January. The 31 dead people were buried on Sunday. The 14 "
            "were clerks.";
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-25", text);
    pile_claim(&pile, x, AT_ALBA);
    pile_claim(&pile, x, at_brena("14 people", 14, "2026-01-20"));
    pile_claim(&pile, x,
               (TestClaim){"nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Corvo", .first = "2026-01-22",
                           .last = "2026-01-22"});
    pile_claim(&pile, x, (TestClaim){"31 dead people", CLASS_UNKNOWN, COUNT_EXACT, 31});
    pile_claim(&pile, x, (TestClaim){"The 14", CLASS_UNKNOWN, COUNT_EXACT, 14});
    x->claims[4].count_span.start += sizeof "The"; /* an article and a number, in the town told of last */
    x->claims[4].place = x->claims[2].place;
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_int_equal(x->claims[3].incident, x->claims[0].incident);
    assert_int_not_equal(x->claims[3].incident, x->claims[1].incident);
    assert_int_equal(x->claims[4].incident, x->claims[1].incident);
    pile_free(&pile);
}

static void it_joins_the_reports_that_are_about_it(void **state)
{
    (void)state;
    static const char *const ABOUT_BRENA[] = {
        "Gunmen stormed a camp at dawn, and 15 people fell, elders of Brena told a radio.",
        "Elders of Brena buried 15 people whom gunmen shot at dawn in the camp, a radio said.",
    };
    Pile pile = pile_new();
    Extraction *a = pile_add(&pile, "a", "2026-01-21", TWO);
    pile_claim(&pile, a, AT_ALBA);
    pile_claim(&pile, a, at_brena("14 people", 14, "2026-01-20"));
    for (size_t i = 0; i < COUNT_OF(ABOUT_BRENA); i++) {
        Extraction *b = pile_add(&pile, i == 0 ? "b" : "c", "2026-01-22", ABOUT_BRENA[i]);
        pile_claim(&pile, b, at_brena("15 people", 15, "2026-01-20"));
    }
    for (size_t i = 0; i < pile.count; i++)
        assemble_document(pile.items[i], profile_default(pile.arena), pile.arena);
    const Situation *s = assemble_situation(pile.items, pile.count, profile_default(pile.arena),
                                            (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile.arena);
    assert_string_equal(print_incidents(&pile, s->incidents, s->incident_count), "main Brena 15 | main Alba 31");
    assert_int_equal(s->incidents[0].claim_count, 3);
    assert_int_equal(s->incidents[0].document_count, 2); /* report a is about Alba */
    pile_free(&pile);
}

static void what_was_on_no_day_that_is_told_was_not_on_the_report_s(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-01-21", "Shells killed 31 people at the market of Alba some days ago.");
    pile_claim(&pile, x, (TestClaim){"31 people", CLASS_UNKNOWN, COUNT_EXACT, 31, .place = "Alba"});
    x->claims[0].window = WINDOW_NONE;
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_false(window_is_known(x->incidents[0].window));
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_town_on_another_day_is_an_event_of_its_own),
        cmocka_unit_test(the_count_of_weeks_is_of_no_day_after_them),
        cmocka_unit_test(whom_other_weeks_had_are_of_no_event_of_a_day),
        cmocka_unit_test(one_death_elsewhere_before_is_another_event),
        cmocka_unit_test(another_town_on_the_same_day_may_be_one),
        cmocka_unit_test(who_was_hurt_elsewhere_is_of_another_event),
        cmocka_unit_test(another_spot_of_the_town_is_an_event_of_its_own),
        cmocka_unit_test(a_village_on_no_map_is_a_town_of_its_own),
        cmocka_unit_test(whom_an_earlier_attack_killed_are_of_an_event_of_its_own),
        cmocka_unit_test(another_region_s_attack_is_an_event_of_its_own),
        cmocka_unit_test(a_town_and_its_market_are_one),
        cmocka_unit_test(each_attack_of_one_sentence_is_an_event),
        cmocka_unit_test(more_of_an_earlier_day_are_no_figure_of_the_day),
        cmocka_unit_test(a_round_up_is_one_whole),
        cmocka_unit_test(the_same_people_are_of_one_incident),
        cmocka_unit_test(it_joins_the_reports_that_are_about_it),
        cmocka_unit_test(what_was_on_no_day_that_is_told_was_not_on_the_report_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
