#include "report/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#define CELL(text)                                                                                                     \
    {                                                                                                                  \
        (text), sizeof(text) - 1                                                                                       \
    }

static const ViewColumn COLUMNS[] = {{"id", NULL, VIEW_ID},   {"name", "name", VIEW_TEXT},
                                     {"n", "n", VIEW_NUMBER}, {"open", "open", VIEW_FLAG},
                                     {"of", NULL, VIEW_LIST}, {"said", "said", VIEW_PASSAGE}};
static const Str CELLS[] = {
    CELL("0a"),     CELL("Goma"),
    CELL("7"),      CELL("1"),
    CELL("x\x1Fy"), CELL("seven were killed"),
    CELL("0b"),     CELL("Kis\x1b[31mangani"),
    {NULL, 0},      CELL("0"),
    {NULL, 0},      CELL("é \"quoted\"\nwords"),
};
static const View VIEW = {COLUMNS, 6, CELLS, 2};

static void check(Buf *out, const char *expected)
{
    buf_char(out, '\0');
    assert_string_equal(out->ptr, expected);
    buf_free(out);
}

static void columns_are_aligned_and_control_characters_gone(void **state)
{
    (void)state;
    Buf out = {0};
    grid_text(&out, &VIEW, 0, false);
    check(&out, "name            n  open  said\n"
                "Goma            7  yes   seven were killed\n"
                "Kis [31mangani           é \"quoted\" words\n");
}

static void the_widest_cells_are_cut_to_fit(void **state)
{
    (void)state;
    Buf out = {0};
    static const ViewColumn WORDS[] = {{"id", "id", VIEW_ID}, {"said", "said", VIEW_PASSAGE}};
    static const Str ROWS[] = {CELL("8560c8ced3691111"), CELL("seven were killed in a town by the river")};
    grid_text(&out, &(View){WORDS, 2, ROWS, 1}, 43, false);
    check(&out, "id                said\n"
                "8560c8ced3691111  seven were killed in a t…\n");
}

static void columns_without_a_word_are_left_out_where_there_is_no_room(void **state)
{
    (void)state;
    Buf out = {0};
    static const ViewColumn WORDS[] = {
        {"day", "day", VIEW_DAY}, {"copy", "copy of", VIEW_TEXT}, {"said", "said", VIEW_PASSAGE}};
    static const Str ROWS[] = {CELL("2025-03-11"), {NULL, 0}, CELL("seven were killed in a town by the river")};
    grid_text(&out, &(View){WORDS, 3, ROWS, 1}, 30, false);
    check(&out, "day         said\n"
                "2025-03-11  seven were killed…\n");
}

static void where_no_table_fits_a_row_is_a_block_and_nothing_is_cut(void **state)
{
    static const ViewColumn IDS[] = {{"id", "id", VIEW_ID}, {"day", "day", VIEW_DAY}, {"said", "said", VIEW_PASSAGE}};
    static const Str ROWS[] = {
        CELL("8560c8ced3691111"), CELL("2025-03-11"), CELL("seven were killed in a town by the river"),
        CELL("65ba9983d1e07ae4"), {NULL, 0},          CELL("Donaudampfschifffahrtsgesellschaftskapitän")};
    (void)state;
    Buf out = {0};
    grid_text(&out, &(View){IDS, 3, ROWS, 2}, 32, false);
    check(&out, "id    8560c8ced3691111\n"
                "day   2025-03-11\n"
                "said  seven were killed in a\n"
                "      town by the river\n"
                "\n"
                "id    65ba9983d1e07ae4\n"
                "said  Donaudampfschifffahrtsgese\n"
                "      llschaftskapitän\n");
    grid_text(&out, &(View){IDS, 1, ROWS, 1}, 12, true);
    check(&out, "\033[1mid\033[0m  8560c8ced369\n"
                "    1111\n");
}

static void headings_are_bold_where_there_is_colour(void **state)
{
    (void)state;
    Buf out = {0};
    grid_text(&out, &(View){COLUMNS + 1, 1, CELLS, 0}, 0, true);
    check(&out, "\033[1mname\033[0m\n");
}

static void json_has_all_columns_with_their_types(void **state)
{
    (void)state;
    Buf out = {0};
    grid_json(&out, &VIEW);
    check(
        &out,
        "[\n{\"id\":\"0a\",\"name\":\"Goma\",\"n\":7,\"open\":true,\"of\":[\"x\",\"y\"],\"said\":\"seven were killed\"},\n"
        "{\"id\":\"0b\",\"name\":\"Kis\\u001b[31mangani\",\"n\":null,\"open\":false,\"of\":[],"
        "\"said\":\"é \\\"quoted\\\"\\nwords\"}\n]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_aligned_and_control_characters_gone),
        cmocka_unit_test(the_widest_cells_are_cut_to_fit),
        cmocka_unit_test(columns_without_a_word_are_left_out_where_there_is_no_room),
        cmocka_unit_test(where_no_table_fits_a_row_is_a_block_and_nothing_is_cut),
        cmocka_unit_test(headings_are_bold_where_there_is_colour),
        cmocka_unit_test(json_has_all_columns_with_their_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
