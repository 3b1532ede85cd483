/* What a title given apart from its text adds to the text's figures, with the embedded English data. */
#include "extract/claim/headline.h"
#include "extract/english_for_tests.h"

static const struct {
    const char *text;
    const char *title;
    size_t of_title;
} CASES[] = {
    {"Six clerks were killed at noon.", "Six clerks killed in Alfari", 0},
    {"A storm passed at noon.", "Six clerks killed in Alfari", 1},
    {"Six clerks were killed at noon.", "Two guards, six clerks killed in Alfari", 2},
    {"Two guards died. Six clerks were killed at noon.", "Two guards, six clerks killed in Alfari", 0},
    {"At least 75 people were killed in the flood.", "Flood toll tops more than 70 in Alfari", 0},
    {"At least 175 people were killed in the flood.", "Flood toll tops more than 70 in Alfari", 1},
    {"At least 65 people were killed in the flood.", "Flood toll tops more than 70 in Alfari", 1},
    {"Nine people were hurt in three separate shootings on Friday.", "9 people hurt in Alfari", 0},
    {"A raid killed 90 people, bringing the toll since the beginning of the war to more than 20,000.",
     "War: more than 20,000 people have been killed in Alfari", 0},
    {"Nine people were hurt in three separate shootings on Friday.", "8 people hurt in Alfari", 1},
};

static size_t claims_of_title(Arena *arena, const char *text, const char *title)
{
    Buf all = {0};
    buf_put(&all, str_from(text));
    buf_put(&all, STR("\n\n"));
    uint32_t start = (uint32_t)buf_str(&all).len;
    buf_put(&all, str_from(title));
    Document document = {.id = STR("x"), .text = buf_str(&all), .headline = {start, (uint32_t)buf_str(&all).len}};
    document.published = moment_parse(STR("2026-01-31"));
    const Analysis *a = extract_analyse(&language, NULL, &document, arena);
    size_t count = 0;
    for (size_t i = 0; i < a->claim_count; i++)
        count += a->claims[i].kind == KIND_CASUALTY && document_in_headline(&document, a->claims[i].evidence);
    buf_free(&all);
    return count;
}

static void a_row_of_the_title_is_told_whole_or_not_at_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        assert_int_equal(claims_of_title(arena, CASES[i].text, CASES[i].title), CASES[i].of_title);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_row_of_the_title_is_told_whole_or_not_at_all)};
    return cmocka_run_group_tests(tests, load, unload);
}
