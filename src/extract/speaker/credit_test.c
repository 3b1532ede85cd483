#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *credit; } REPORTS[] = {
    {"GOMA (Reuters) - At least two people were hurt in the market.", "Reuters"},
    {"Goma, Jan 31 (AFP) \xE2\x80\x94 At least two people were hurt.", "Agence France-Presse"},
    {"At least two people were hurt in Goma.\n\n(AFP)", "Agence France-Presse"},
    {"At least two people were hurt in Goma.\n\n\xE2\x80\x94 Associated Press", "Associated Press"},
    {"At least two people were hurt in Goma, officials said. (AP)", "Associated Press"},
    {"At least two people were hurt in Goma, Reuters reported.", ""},
    {"Reuters said two people were hurt in Goma.\n\nThe market stayed closed.", ""},
    {"(Reuters)\n\nTwo people were hurt in Goma.\n\nThe market stayed closed.\n\nNobody was held.\n\nMore was to follow.", ""},
    {"Two people (Reuters spoke of three) were hurt in Goma.", ""},
};
/* clang-format on */

static void an_agency_is_credited_in_the_dateline_or_at_the_end(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        Arena *arena = arena_create();
        Str credit = analyse(arena, str_from(REPORTS[i].text))->credit;
        if (!str_equal(credit, str_from(REPORTS[i].credit))) {
            print_error("\"%s\": \"%.*s\"\n", REPORTS[i].text, (int)credit.len, credit.ptr ? credit.ptr : "");
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_zero_byte_is_no_bracket(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str text = STR("Two people were hurt in Goma, they say, at\0Reuters)");
    assert_true(str_equal(analyse(arena, text)->credit, STR("")));
    text = STR("Two people were hurt in Goma, they say, at (Reuters\0");
    assert_true(str_equal(analyse(arena, text)->credit, STR("")));
    arena_destroy(arena);
}

static void an_outlet_is_known_under_each_of_its_names(void **state)
{
    (void)state;
    static const char *const NAMES[][2] = {{"AFP", "Agence France-Presse"},
                                           {"Agence France-Presse", "Agence France-Presse"},
                                           {" Reuters ", "Reuters"},
                                           {"Reuters of Nowhere", ""},
                                           {"", ""}};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = STR("Nobody was hurt."), .publisher = str_from(NAMES[i][0])};
        Str outlet = extract_analyse(&language, NULL, &document, arena)->outlet;
        assert_true(str_equal(outlet, str_from(NAMES[i][1])));
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agency_is_credited_in_the_dateline_or_at_the_end),
        cmocka_unit_test(a_zero_byte_is_no_bracket),
        cmocka_unit_test(an_outlet_is_known_under_each_of_its_names),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
