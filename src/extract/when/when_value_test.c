#include "extract/when/when_value.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "extract/when/when_holiday.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A day, the unit that holds it, moved n units on: its value and its days. */
/* clang-format off */
static const struct { const char *day; const char *unit; int n; const char *value; const char *first; const char *last; } MOVES[] = {
    {"2026-01-31", "D",    0, "2026-01-31",  "2026-01-31", "2026-01-31"},
    {"2026-01-31", "D",   -1, "2026-01-30",  "2026-01-30", "2026-01-30"},
    {"2026-01-31", "D",    1, "2026-02-01",  "2026-02-01", "2026-02-01"},
    {"2026-01-31", "TH", -48, "2026-01-29",  "2026-01-29", "2026-01-29"},
    {"2026-01-31", "W",    0, "2026-W05",    "2026-01-26", "2026-02-01"},
    {"2026-01-31", "W",   -5, "2025-W52",    "2025-12-22", "2025-12-28"},
    {"2012-12-31", "W",    0, "2013-W01",    "2012-12-31", "2013-01-06"},
    {"2026-01-31", "WE",   0, "2026-W05-WE", "2026-01-31", "2026-02-01"},
    {"2026-01-31", "M",   -1, "2025-12",     "2025-12-01", "2025-12-31"},
    {"2026-01-31", "M",   13, "2027-02",     "2027-02-01", "2027-02-28"},
    {"2026-01-31", "M",  -24, "2024-01",     "2024-01-01", "2024-01-31"},
    {"2026-01-31", "Q",   -1, "2025-Q4",     "2025-10-01", "2025-12-31"},
    {"2026-07-01", "H",    0, "2026-H2",     "2026-07-01", "2026-12-31"},
    {"2026-01-31", "S",    0, "2025-WI",     "2025-12-01", "2026-02-28"},
    {"2026-06-01", "S",   -1, "2026-SP",     "2026-03-01", "2026-05-31"},
    {"2026-01-31", "Y",   -1, "2025",        "2025-01-01", "2025-12-31"},
    {"2026-01-31", "DE",  -1, "201",         "2010-01-01", "2019-12-31"},
    {"2026-01-31", "CE",  -1, "19",          "1900-01-01", "1999-12-31"},
};
static const struct { const char *unit; int n; bool half; const char *value; } DURATIONS[] = {
    {"D", 3, false, "P3D"}, {"TH", 48, false, "PT48H"}, {"Y", -1, false, "PXY"}, {"Y", 2, true, "P2.5Y"},
    {"TM", 20, false, "PT20M"}, {"M", 20, false, "P20M"}, {"DE", 1, false, "P1DE"},
    {"TH", 5, true, "PT5H30M"}, {"TH", 0, true, "PT30M"},
};
static const struct { const char *unit; int n; bool back; const char *first; const char *last; } SPANS[] = {
    {"TH", 48, true,  "2026-01-30", "2026-01-31"},
    {"TH", 10, true,  "2026-01-31", "2026-01-31"},
    {"D",   2, true,  "2026-01-30", "2026-01-31"},
    {"D",   2, false, "2026-01-31", "2026-02-01"},
    {"W",   2, true,  "2026-01-18", "2026-01-31"},
    {"M",   2, true,  "2025-12-01", "2026-01-31"},
    {"M",  11, true,  "2025-03-01", "2026-01-31"}, /* there is no 31 February */
    {"Y",   2, false, "2026-01-31", "2028-01-30"},
};
/* The last that begins by a day: the two Easters and the feasts of the Hebrew year as church and rabbinate have them, those of the
 * Islamic year within a day of what Saudi Arabia announced. */
static const struct { const char *code; const char *latest; const char *day; } HOLIDAYS[] = {
    {"12/25", "2025-12-31", "2025-12-25"}, {"12/25", "2026-11-21", "2025-12-25"}, {"12/25", "2026-12-25", "2026-12-25"},
    {"11/4/4", "2025-12-31", "2025-11-27"}, {"05/5/1", "2026-12-31", "2026-05-25"}, {"11/1/1+1", "2016-12-31", "2016-11-08"},
    {"easter+0", "2026-12-31", "2026-04-05"}, {"easter-2", "2025-12-31", "2025-04-18"}, {"easter+0", "1818-12-31", "1818-03-22"},
    {"pascha+0", "2022-12-31", "2022-04-24"}, {"pascha+0", "2024-12-31", "2024-05-05"}, {"pascha+0", "2025-12-31", "2025-04-20"},
    {"pascha-2", "2026-12-31", "2026-04-10"}, {"pascha+0", "1900-12-31", "1900-04-22"},
    {"tishri+0*2", "2023-12-31", "2023-09-16"}, {"tishri-163*7", "2023-12-31", "2023-04-06"}, {"tishri+9", "1973-12-31", "1973-10-06"},
    {"tishri+21*2", "2023-12-31", "2023-10-07"}, {"tishri+9", "2024-12-31", "2024-10-12"}, {"tishri-163*7", "2025-12-31", "2025-04-13"},
    {"tishri-193", "2026-12-31", "2026-03-03"},
    {"islam/9/1*30", "2023-12-31", "2023-03-23"}, {"islam/9/1*30", "2024-12-31", "2024-03-11"}, {"islam/9/1*30", "2026-12-31", "2026-02-18"},
    {"islam/9/1*30", "2030-06-01", "2030-01-05"}, {"islam/9/1*30", "2030-12-31", "2030-12-26"},
    {"islam/10/1*3", "2014-12-31", "2014-07-28"}, {"islam/10/1*3", "2020-12-31", "2020-05-24"}, {"islam/10/1*3", "2026-11-21", "2026-03-20"},
    {"islam/12/10*4", "2022-12-31", "2022-07-09"}, {"islam/1/10", "2023-12-31", "2023-07-28"}, {"islam/1/10", "2026-11-21", "2026-06-25"},
    {"islam/10/1|islam/12/10*4", "2026-04-01", "2026-03-20"}, {"islam/10/1|islam/12/10*4", "2026-11-21", "2026-05-27"},
    {"1944-06-06", "2026-12-31", "1944-06-06"}, {"02/30", "2025-12-31", ""}, {"never", "2025-12-31", ""},
};
/* clang-format on */

static void assert_day(Day day, const char *text, const char *what)
{
    Buf out = {0};
    day_write(&out, day);
    if (!str_equal(buf_str(&out), str_from(text)) && !(day == DAY_NONE && text[0] == '\0'))
        fail_msg("%s: %.*s, not %s", what, (int)out.len, out.len ? out.ptr : "", text);
    buf_free(&out);
}

static void a_unit_moved_has_its_value_and_its_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(MOVES); i++) {
        TimeValue day = time_value_day(day_parse(str_from(MOVES[i].day)));
        TimeValue moved = time_value_shift(day, grain_parse(str_from(MOVES[i].unit)), MOVES[i].n);
        Buf out = {0};
        time_value_write(&out, moved);
        if (!str_equal(buf_str(&out), str_from(MOVES[i].value)))
            fail_msg("row %zu: %.*s, not %s", i, (int)out.len, out.len ? out.ptr : "", MOVES[i].value);
        buf_free(&out);
        assert_day(time_value_window(moved).first, MOVES[i].first, MOVES[i].value);
        assert_day(time_value_window(moved).last, MOVES[i].last, MOVES[i].value);
    }
}

static void a_day_after_a_month_is_on_some_day_of_it(void **state)
{
    (void)state;
    TimeValue month = time_value_within(time_value_day(day_from_ymd(1941, 12, 7)), GRAIN_MONTH);
    TimeValue later = time_value_shift(month, GRAIN_DAY, 1);
    Buf out = {0};
    time_value_write(&out, later);
    assert_true(str_equal(buf_str(&out), STR("1941-12-XX")));
    buf_free(&out);
    assert_int_equal(time_value_window(later).first, DAY_NONE);
}

static void parts_of_a_day_follow_the_day(void **state)
{
    (void)state;
    TimeValue value = time_value_day(day_from_ymd(2026, 1, 31));
    value.part = STR("MO");
    Buf out = {0};
    time_value_write(&out, value);
    buf_char(&out, ' ');
    value.clock = 190;
    time_value_write(&out, value);
    assert_true(str_equal(buf_str(&out), STR("2026-01-31TMO 2026-01-31T03:10")));
    buf_free(&out);
}

static void durations_are_written_as_iso_8601_has_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(DURATIONS); i++) {
        Buf out = {0};
        time_duration_write(&out, grain_parse(str_from(DURATIONS[i].unit)), DURATIONS[i].n, DURATIONS[i].half);
        if (!str_equal(buf_str(&out), str_from(DURATIONS[i].value)))
            fail_msg("%.*s, not %s", (int)out.len, out.ptr, DURATIONS[i].value);
        buf_free(&out);
    }
}

static void a_span_beside_a_day_includes_it(void **state)
{
    (void)state;
    Day anchor = day_from_ymd(2026, 1, 31);
    for (size_t i = 0; i < COUNT_OF(SPANS); i++) {
        Window got = time_span_window(anchor, grain_parse(str_from(SPANS[i].unit)), SPANS[i].n, SPANS[i].back);
        assert_day(got.first, SPANS[i].first, SPANS[i].unit);
        assert_day(got.last, SPANS[i].last, SPANS[i].unit);
    }
    assert_int_equal(time_span_window(DAY_NONE, GRAIN_DAY, 2, true).first, DAY_NONE);
    assert_int_equal(time_span_window(anchor, GRAIN_YEAR, 99999, true).first, DAY_NONE);
}

/* Of an Islamic feast a day more or less. */
static void assert_near(Day day, const char *text, const char *code)
{
    Day said = day_parse(str_from(text));
    int doubt = str_begins(str_from(code), STR("islam/")) ? 1 : 0;
    if (said == DAY_NONE || day == DAY_NONE || day < said - doubt || day > said + doubt)
        assert_day(day, text, code);
}

static void holidays_move_with_the_year(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(HOLIDAYS); i++)
        assert_near(holiday_last(str_from(HOLIDAYS[i].code), day_parse(str_from(HOLIDAYS[i].latest))), HOLIDAYS[i].day,
                    HOLIDAYS[i].code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_moved_has_its_value_and_its_days),
        cmocka_unit_test(a_day_after_a_month_is_on_some_day_of_it),
        cmocka_unit_test(parts_of_a_day_follow_the_day),
        cmocka_unit_test(durations_are_written_as_iso_8601_has_them),
        cmocka_unit_test(a_span_beside_a_day_includes_it),
        cmocka_unit_test(holidays_move_with_the_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
