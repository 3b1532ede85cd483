/* Of which countries a sentence tells its figures. With the map. */
#include "assemble/basis/area.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *areas; } CASES[] = {
    {"The storm killed 40 people in Cuba.", "40 CU;"},
    {"Forty people were killed in Havana.", "40 CU;"},
    {"The storm killed 31 people in Honduras and nine in Nicaragua.", "31 HN;9 NI;"},
    {"The cyclone killed 30 people in Mozambique before it hit Zimbabwe, where 24 people died.", "30 MZ;24 ZW;"},
    {"The storm killed 66 people across Kurdistan.", "66 IQ IR SY TR;"},
    /* places in a row: all of them */
    {"The storm killed 20 people in Haiti and the Dominican Republic.", "20 HT DO;"},
    {"At least 28 people were killed in Cuba, Haiti and Jamaica.", "28 CU HT JM;"},
    {"The quake killed 28 people in Nepal, India and the Himalayas.", "28 BT CN IN NP PK;"},
    /* the sentence names another country nearer by, or one of which it does not say what it is there for */
    {"The storm heads for Mexico after killing 38 in Jamaica.", "38 JM;"},
    {"The storm pounded Jamaica, killing 38 people, and moved on to Cuba.", "38 ;"},
    {"A strong quake off Honduras killed 39, felt in Mexico City.", "39 HN;"},
    {"A strong quake killed 39 off Honduras, felt in Mexico City.", "39 HN;"},
    {"The Cuba death toll hit 102 after the storm had moved slowly over the island of Jamaica.", "102 CU;"},
    /* not by the sentence, or by the dateline alone */
    {"The storm hit Cuba on Friday. Forty people were killed.", "40 ;"},
    {"NAIROBI (Agency) - Floods killed 19 people on Friday.", "19 ;"},
    {"Twelve Germans died in the crash.", "12 ;"},
    /* a village on no map has a country by the dateline alone */
    {"NAIROBI (Agency) - A landslide hit the village of Xobaru on Friday. The toll of 60 was given by the village of Xobaru.", "60 ;"},
};

static const struct { const char *a; const char *b; bool holds; bool meets; bool same; } AREAS[] = {
    {"PK", "PK", true, true, true},
    {"PK", "IN", false, false, false},
    {"IN NP PK", "PK", true, true, false},
    {"PK", "IN NP PK", false, true, false},
    {"IN PK", "PK IN", true, true, true},
    {"IN PK", "IN NP", false, true, false},
    {"IN PK", "", false, false, false},
    {"", "PK", false, false, false},
};
/* clang-format on */

static void a_figure_is_told_of_the_countries_of_its_sentence(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = str_from(CASES[i].text)};
        document.published = moment_parse(STR("2026-01-31"));
        const Extraction *x = extract_document(&language, gazetteer, &document, arena);
        Buf got = {0};
        for (size_t k = 0; k < x->claim_count; k++) {
            const Claim *claim = &x->claims[k];
            if (claim->kind != KIND_CASUALTY || claim->part_of >= 0)
                continue;
            buf_int(&got, claim->count.low);
            buf_char(&got, ' ');
            buf_put(&got, area_told(claim, x, arena).countries);
            buf_char(&got, ';');
        }
        if (!str_equal(buf_str(&got), str_from(CASES[i].areas))) {
            print_error("%s\n  want %s\n  got  %.*s\n", CASES[i].text, CASES[i].areas, (int)got.len, got.ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void areas_hold_and_meet_by_their_countries(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(AREAS); i++) {
        Str a = str_from(AREAS[i].a);
        Str b = str_from(AREAS[i].b);
        assert_int_equal(area_holds(a, b), AREAS[i].holds);
        assert_int_equal(area_meets(a, b), AREAS[i].meets);
        assert_int_equal(area_same(a, b), AREAS[i].same);
        assert_int_equal(area_is_apart(a, b), a.len > 0 && b.len > 0 && !AREAS[i].meets);
    }
}

static void a_region_of_the_table_has_its_countries_and_others_their_own(void **state)
{
    (void)state;
    Place region = {.id = STR("db:horn-of-africa"), .country = STR(""), .precision = PRECISION_REGION};
    assert_true(area_holds(area_of(&region), STR("SO")));
    assert_false(area_holds(area_of(&region), STR("EG")));
    Place sea = {.id = STR("db:red-sea"), .country = STR(""), .precision = PRECISION_REGION};
    assert_int_equal(area_of(&sea).len, 0);
    Place coast = {.id = STR("db:makran"), .country = STR("PK"), .precision = PRECISION_REGION};
    assert_true(str_equal(area_of(&coast), STR("PK")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_told_of_the_countries_of_its_sentence),
        cmocka_unit_test(areas_hold_and_meet_by_their_countries),
        cmocka_unit_test(a_region_of_the_table_has_its_countries_and_others_their_own),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
