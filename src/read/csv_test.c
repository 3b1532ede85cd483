#include "read/folder_for_tests.h"

#include "read/table.h"

static void check_row(const char *text, size_t nth, const char *cells)
{
    Arena *arena = arena_create();
    Table table = table_open(str_from(text));
    TableRow row = {0};
    for (size_t i = 0; i <= nth; i++)
        assert_true(table_next(&table, arena, &row));
    Buf out = {0};
    for (size_t i = 0; i < row.count; i++) {
        if (i > 0)
            buf_char(&out, '|');
        buf_put(&out, table_text(arena, table.bytes, row.cells[i]));
    }
    buf_char(&out, '\0');
    assert_string_equal(out.ptr, cells);
    buf_free(&out);
    arena_destroy(arena);
}

static void rows_and_cells_are_cut_as_rfc_4180_says(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t nth;
        const char *cells;
    } CASES[] = {
        {"a,b\n1,2\n", 1, "1|2"},
        {"a;b;c\n1;\"2;3\";\n", 1, "1|2;3|"},
        {"a\tb\n1, 2\t3", 1, "1, 2|3"},
        {"a,b\r\n\"x \"\"y\"\"\",\"line\nbreak\"\r\n", 1, "x \"y\"|line\nbreak"},
        {"\xEF\xBB\xBF"
         "a,b\n\n\n , 4 ",
         1, "|4"},
        {"a,b\n\"x\"tail,2", 1, "x|2"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        check_row(CASES[i].text, CASES[i].nth, CASES[i].cells);
}

static void a_table_of_reports_gives_a_document_a_row(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.csv",
             STR("ID;Text;Published;Outlet\nx1;\"Two died.\nMore soon.\";31 January 2026;Radio A\nx2;;;\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    const Document *d = pile->documents[0];
    assert_true(str_equal(d->id, STR("x1")) && str_equal(d->publisher, STR("Radio A")));
    assert_int_equal(moment_day(d->published), day_from_ymd(2026, 1, 31));
    check_text(d, "Two died.\nMore soon.");
    assert_int_equal(d->cell_count, 0);
    assert_true(reported(pile, "p.csv:4: row skipped: it holds no text"));
}

static void figures_of_a_table_of_claims_lead_to_their_bytes(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.csv", STR("Date,Location,Killed civilians,Notes\n2026-01-31,Gao,\" at least 3\",none\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    const Document *d = pile->documents[0];
    check_text(d, "2026-01-31,Gao,\" at least 3\",none");
    assert_int_equal(d->cell_count, 3);
    assert_int_equal(d->cells[2].field, COLUMN_FIGURE);
    assert_int_equal(d->cells[2].outcome, OUTCOME_KILLED);
    assert_int_equal(d->cells[2].victim_class, CLASS_CIVILIAN);
    assert_true(str_equal(span_text(d->text, d->cells[2].span), STR("at least 3")));
}

static void cells_beyond_the_headings_say_nothing(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.csv", STR("date,place,killed\n2026-01-31,Gao,4,5,6\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_false(str_equal(pile->documents[0]->id, STR("5")));
    assert_int_equal(pile->documents[0]->cell_count, 3);
    assert_int_equal(pile->lost, 0);
}

static void a_day_of_a_report_is_none_of_an_event(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.csv", STR("Report date,Location,Killed\n2026-01-31,Gao,3\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    const Document *d = pile->documents[0];
    assert_int_not_equal(d->published.precision, MOMENT_NONE);
    for (size_t i = 0; i < d->cell_count; i++)
        assert_int_not_equal(d->cells[i].field, COLUMN_DAY);
}

static void events_of_a_data_set_go_to_the_baseline(void **state)
{
    Pile *pile = *state;
    put_file(pile, "ged.csv",
             STR("id,date_start,date_end,latitude,longitude,country,best,low,high,type_of_violence\n"
                 "7,2024-01-05 00:00:00.000,2024-01-06 00:00:00.000,16.27,-0.04,Mali,3,2,9,1\n"
                 "8,2024-01-05,2024-01-06,96,0,Mali,3,2,9,1\n"));
    put_file(
        pile, "acled.csv",
        STR("event_id_cnty,event_date,event_type,latitude,longitude,fatalities\nMLI1,05 January 2024,Battles,16.2,-0.1,4\n"));
    const char *const paths[] = {pile->folder};
    Reader *reader = reader_open(pile->arena, paths, 1, note, pile);
    assert_null(reader_next(reader, pile->arena));
    const Baseline *baseline = reader_baseline(reader);
    assert_int_equal(baseline->count, 2);
    assert_true(str_equal(baseline->items[0].id, STR("acled:MLI1")) && baseline->items[0].high == 4);
    assert_int_equal(baseline->items[0].days.first, day_from_ymd(2024, 1, 5));
    assert_int_equal(baseline->items[1].days.last, day_from_ymd(2024, 1, 6));
    assert_true(baseline->items[1].low == 2 && baseline->items[1].best == 3 && baseline->items[1].high == 9);
    assert_int_equal(reader_problem_count(reader), 1);
    assert_true(reported(pile, "ged.csv:3: row skipped: its latitude or longitude is none"));
    reader_close(reader);
}

static void a_text_with_commas_is_no_table(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.txt", STR("Dead, injured, missing: the town counts.\nTen died, police said.\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_int_equal(pile->documents[0]->cell_count, 0);
    assert_int_equal(pile->lost, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_and_cells_are_cut_as_rfc_4180_says),
        TEST(a_table_of_reports_gives_a_document_a_row),
        TEST(figures_of_a_table_of_claims_lead_to_their_bytes),
        TEST(cells_beyond_the_headings_say_nothing),
        TEST(a_day_of_a_report_is_none_of_an_event),
        TEST(events_of_a_data_set_go_to_the_baseline),
        TEST(a_text_with_commas_is_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
