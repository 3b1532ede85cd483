#include "match/gazetteer.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "match/gazetteer_build.h"
#include "match/gazetteer_file.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A small world of our own making. */
static Gazetteer *small_world(Arena *arena, Buf *bytes)
{
    Str tadmor[] = {STR("Palmyra"), STR("Tadmur")};
    const PlaceEntry entries[] = {
        {STR("gn:7"), STR("Springfield"), STR("US"), STR("Ohio"), PLACE_TOWN, 39.92, -83.8, true, 60000, NULL, 0,
         false},
        {STR("gn:8"), STR("Springfield"), STR("US"), STR("Illinois"), PLACE_TOWN, 39.8, -89.64, true, 116000, NULL, 0,
         false},
        {STR("gn:9"), STR("Tadmor"), STR("SY"), STR("Homs"), PLACE_TOWN, 34.56, 38.27, true, 51000, tadmor, 2, false},
        {STR("db:al-qaim"), STR("Al Qā’im"), STR("IQ"), STR(""), PLACE_TOWN, 34.37, 41.09, true, 0, NULL, 0, false},
        {STR("iso:XX-1"), STR("Stratford upon Avon"), STR("GB"), STR(""), PLACE_ADMIN1, 0, 0, false, 0, NULL, 0, false},
    };
    GazetteerBuild *build = gazetteer_build_create(arena);
    for (size_t i = 0; i < COUNT_OF(entries); i++)
        assert_true(gazetteer_build_add(build, &entries[i]));
    assert_false(gazetteer_build_add(build, &entries[0]));
    gazetteer_build_write(build, bytes);
    Error err = {0};
    Gazetteer *gazetteer = gazetteer_from(arena, buf_str(bytes), &err);
    assert_non_null(gazetteer);
    return gazetteer;
}

/* clang-format off */
static const struct { const char *name; size_t count; const char *first; } NAMES[] = {
    {"Springfield",         2, "gn:8"}, /* the larger first */
    {"springfield",         2, "gn:8"},
    {"Palmyra",             1, "gn:9"},
    {"Tadmur",              1, "gn:9"},
    {"al-Qaim",             1, "db:al-qaim"},
    {"Stratford-upon-Avon", 1, "iso:XX-1"},
    {"Stratford",           0, ""},
    {"Springfields",        0, ""},
    {"",                    0, ""},
};
/* clang-format on */

static void finds_places_by_any_spelling_and_the_largest_first(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    Gazetteer *gazetteer = small_world(arena, &bytes);
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        size_t count = 99;
        const Candidate *found = gazetteer_named(gazetteer, str_from(NAMES[i].name), arena, &count);
        if (count == NAMES[i].count && (count == 0 || str_equal(found[0].place.id, str_from(NAMES[i].first))))
            continue;
        print_error("%s: %zu\n", NAMES[i].name, count);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    gazetteer_close(gazetteer);
    buf_free(&bytes);
    arena_destroy(arena);
}

static void gives_back_what_was_put_in(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    Gazetteer *gazetteer = small_world(arena, &bytes);
    size_t count = 0;
    const Candidate *found = gazetteer_named(gazetteer, STR("Palmyra"), arena, &count);
    assert_int_equal(count, 1);
    assert_true(str_equal(found[0].place.name, STR("Tadmor")));
    assert_true(str_equal(found[0].place.country, STR("SY")));
    assert_true(str_equal(found[0].place.admin1, STR("Homs")));
    assert_true(found[0].place.has_point);
    assert_float_equal(found[0].place.lat_deg, 34.56, 1e-4);
    assert_float_equal(found[0].place.lon_deg, 38.27, 1e-4);
    assert_int_equal(found[0].place.population, 51000);
    assert_false(found[0].official);
    found = gazetteer_named(gazetteer, STR("Stratford upon Avon"), arena, &count);
    assert_false(found[0].place.has_point);
    assert_int_equal(found[0].place.precision, PRECISION_REGION);
    assert_int_equal(gazetteer_count(gazetteer), 5);
    buf_free(&bytes);
    arena_destroy(arena);
}

static void a_box_holds_its_towns_and_no_others(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    Gazetteer *gazetteer = small_world(arena, &bytes);
    size_t count = 0;
    const Place *towns = gazetteer_within(gazetteer, (PlaceBox){39, -90, 40, -80}, 5, arena, &count);
    assert_int_equal(count, 2);
    assert_true(str_equal(towns[0].id, STR("gn:8")));
    towns = gazetteer_within(gazetteer, (PlaceBox){39, -90, 40, -80}, 1, arena, &count);
    assert_int_equal(count, 1);
    assert_true(str_equal(towns[0].id, STR("gn:8")));
    gazetteer_within(gazetteer, (PlaceBox){0, 0, 1, 1}, 5, arena, &count);
    assert_int_equal(count, 0);
    buf_free(&bytes);
    arena_destroy(arena);
}

/* Cuts at spaces and hyphens: enough for these sentences. */
static TokenList cut(Arena *arena, const char *text)
{
    TokenList list = {.text = str_from(text)};
    uint32_t at = 0;
    for (uint32_t i = 0; i <= list.text.len; i++) {
        bool end = i == list.text.len || text[i] == ' ' || text[i] == '-' || text[i] == ',';
        if (!end)
            continue;
        if (i > at) {
            list.tokens = arena_grow(arena, list.tokens, list.count, &list.cap, sizeof *list.tokens);
            list.tokens[list.count++] = (Token){
                .span = {at, i}, .flags = TOKEN_WORD | (at > 0 && text[at - 1] == ' ' ? TOKEN_SPACE_BEFORE : 0)};
        }
        if (i < list.text.len && text[i] != ' ') {
            list.tokens = arena_grow(arena, list.tokens, list.count, &list.cap, sizeof *list.tokens);
            list.tokens[list.count++] = (Token){.span = {i, i + 1}, .flags = TOKEN_PUNCT};
        }
        at = i + 1;
    }
    return list;
}

static void takes_the_longest_name_at_a_token(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    Gazetteer *gazetteer = small_world(arena, &bytes);
    TokenList tokens = cut(arena, "in Stratford-upon-Avon, al-Qaim and Springfield today");
    static const uint32_t LENGTHS[] = {0, 5, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1, 0};
    assert_true(tokens.count == 13);
    GazetteerSearch *search = gazetteer_search(gazetteer, &tokens, arena);
    for (uint32_t i = 0; i < tokens.count; i++) {
        size_t count = 0;
        size_t again = 0;
        uint32_t length = 99;
        const Candidate *found = gazetteer_at(search, i, &count, &length);
        assert_int_equal(length, LENGTHS[i]);
        assert_int_equal(count > 0, length > 0);
        assert_ptr_equal(gazetteer_at(search, i, &again, &length), found); /* known by then */
        assert_int_equal(again, count);
    }
    buf_free(&bytes);
    arena_destroy(arena);
}

static void remembers_names_from_text_to_text(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    Gazetteer *own = gazetteer_remembering(small_world(arena, &bytes), arena);
    const Candidate *first = NULL;
    size_t first_count = 0;
    for (int text = 0; text < 2; text++) {
        TokenList tokens = cut(arena, "Springfield");
        uint32_t length = 0;
        size_t count = 0;
        const Candidate *found = gazetteer_at(gazetteer_search(own, &tokens, arena), 0, &count, &length);
        assert_true(count > 0 && length == 1);
        assert_true(text == 0 || (found == first && count == first_count));
        first = found;
        first_count = count;
    }
    size_t count = 0;
    assert_ptr_equal(gazetteer_named(own, STR("springfield"), arena, &count), first);
    assert_null(gazetteer_named(own, STR("Nowhere at all"), arena, &count));
    assert_int_equal(count, 0);
    assert_null(gazetteer_remembering(NULL, arena));
    buf_free(&bytes);
    arena_destroy(arena);
}

static void order_of_adding_does_not_change_the_file(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const PlaceEntry entries[] = {
        {STR("gn:1"), STR("A"), STR("XA"), STR("N"), PLACE_TOWN, 1, 1, true, 1, NULL, 0, false},
        {STR("db:b"), STR("B"), STR("XB"), STR("M"), PLACE_TOWN, 1, 1, true, 2, NULL, 0, false},
        {STR("wof:3"), STR("A"), STR("XC"), STR(""), PLACE_SITE, -1, 1, true, 2, NULL, 0, false},
    };
    Buf out[2] = {{0}, {0}};
    for (int turn = 0; turn < 2; turn++) {
        GazetteerBuild *build = gazetteer_build_create(arena);
        for (size_t i = 0; i < COUNT_OF(entries); i++)
            gazetteer_build_add(build, &entries[turn == 0 ? i : COUNT_OF(entries) - 1 - i]);
        gazetteer_build_write(build, &out[turn]);
    }
    assert_true(str_equal(buf_str(&out[0]), buf_str(&out[1])));
    buf_free(&out[0]);
    buf_free(&out[1]);
    arena_destroy(arena);
}

static void refuses_a_file_that_is_cut_short(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Buf bytes = {0};
    small_world(arena, &bytes);
    Error err = {0};
    assert_null(gazetteer_from(arena, str_slice(buf_str(&bytes), 0, bytes.len / 2), &err));
    assert_int_equal(err.kind, ERROR_DATA);
    assert_null(gazetteer_from(arena, STR("not one"), &err));
    buf_free(&bytes);
    arena_destroy(arena);
}

/* clang-format off */
static const struct { const char *word; const char *folded; } WORDS[] = {
    {"Quetta", "quetta"}, {"U.S.", "us"}, {"Xi’an", "xian"}, {"Ḩimş", "hims"}, {"Łódź", "lodz"},
    {"Ağrı", "agri"},     {"Tromsø", "tromso"}, {"Straße", "strasse"}, {"‘Ayn", "ayn"}, {"МОСКВА", "москва"},
};
/* clang-format on */

static void folds_case_accents_and_apostrophes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        char out[GAZETTEER_WORD_BYTES];
        size_t len = gazetteer_fold(str_from(WORDS[i].word), out);
        if (!str_equal((Str){out, len}, str_from(WORDS[i].folded)))
            print_error("%s: %.*s\n", WORDS[i].word, (int)len, out);
        assert_true(str_equal((Str){out, len}, str_from(WORDS[i].folded)));
    }
}

/* What the first reports of the project need, from the embedded default. */
static void the_embedded_world_knows_the_places_of_the_first_reports(void **state)
{
    (void)state;
    static const char *const PLACES[] = {"Quetta",  "Gwadar",  "Dalbandin",   "Nushki",   "Pasni",   "Hub",  "Makran",
                                         "Mastung", "Khuzdar", "Balochistan", "Pakistan", "Panjgur", "Tump", "Buleda"};
    Arena *arena = arena_create();
    Error err = {0};
    Gazetteer *gazetteer = gazetteer_open(arena, STR(""), &err);
    assert_non_null(gazetteer);
    for (size_t i = 0; i < COUNT_OF(PLACES); i++) {
        size_t count = 0;
        const Candidate *found = gazetteer_named(gazetteer, str_from(PLACES[i]), arena, &count);
        bool in_pakistan = false;
        for (size_t k = 0; k < count; k++)
            in_pakistan |= str_equal(found[k].place.country, STR("PK"));
        if (!in_pakistan)
            print_error("%s: %zu\n", PLACES[i], count);
        assert_true(in_pakistan);
    }
    gazetteer_close(gazetteer);
    arena_destroy(arena);
}

static void distance_is_on_a_sphere(void **state)
{
    (void)state;
    assert_float_equal(place_distance_km(0, 0, 0, 180), 20015.1, 0.1);
    assert_float_equal(place_distance_km(51.5, -0.12, 48.86, 2.35), 343.0, 2.0);
    assert_float_equal(place_distance_km(10, 10, 10, 10), 0.0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_places_by_any_spelling_and_the_largest_first),
        cmocka_unit_test(gives_back_what_was_put_in),
        cmocka_unit_test(a_box_holds_its_towns_and_no_others),
        cmocka_unit_test(takes_the_longest_name_at_a_token),
        cmocka_unit_test(remembers_names_from_text_to_text),
        cmocka_unit_test(order_of_adding_does_not_change_the_file),
        cmocka_unit_test(refuses_a_file_that_is_cut_short),
        cmocka_unit_test(folds_case_accents_and_apostrophes),
        cmocka_unit_test(the_embedded_world_knows_the_places_of_the_first_reports),
        cmocka_unit_test(distance_is_on_a_sphere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
