#include "model/day.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
static const struct { const char *text; int weekday; int day_of_year; int iso_year; int iso_week; } DAYS[] = {
    {"1970-01-01", 3,   1, 1970,  1},
    {"2026-01-31", 5,  31, 2026,  5},
    {"2000-02-29", 1,  60, 2000,  9},
    {"1999-12-31", 4, 365, 1999, 52},
    {"2012-12-31", 0, 366, 2013,  1}, /* belongs to the next year's first week */
    {"2010-01-03", 6,   3, 2009, 53}, /* belongs to the last year's last week */
    {"0001-01-01", 0,   1,    1,  1},
    {"9999-12-31", 4, 365, 9999, 52},
};
static const struct { const char *text; const char *written; MomentPrecision precision; } MOMENTS[] = {
    {"2026",                            "2026",                 MOMENT_YEAR},
    {"2026-02",                         "2026-02",              MOMENT_MONTH},
    {"2026-01-31",                      "2026-01-31",           MOMENT_DAY},
    {"2026-01-31T18:05:00+05:00",       "2026-01-31T13:05:00Z", MOMENT_TIME},
    {"2026-01-31 18:05",                "2026-01-31T18:05:00Z", MOMENT_TIME},
    {"Sat, 31 Jan 2026 01:05:00 +0200", "2026-01-30T23:05:00Z", MOMENT_TIME},
    {"31 Jan 26",                       "2026-01-31",           MOMENT_DAY},
    {"1969-12-31T23:59:59Z",            "1969-12-31T23:59:59Z", MOMENT_TIME},
    {"2026-13",                         "",                     MOMENT_NONE},
    {"2026-02-30",                      "",                     MOMENT_NONE},
    {"2026-01-31T25:00",                "",                     MOMENT_NONE},
    {"soon",                            "",                     MOMENT_NONE},
    {"",                                "",                     MOMENT_NONE},
};
/* clang-format on */

static void a_day_knows_its_weekday_and_week(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        Day day = day_parse(str_from(DAYS[i].text));
        int year = 0;
        int week = 0;
        day_iso_week(day, &year, &week);
        if (day_weekday(day) != DAYS[i].weekday || day_of_year(day) != DAYS[i].day_of_year ||
            year != DAYS[i].iso_year || week != DAYS[i].iso_week)
            fail_msg("%s: weekday %d, day %d, week %d-%d", DAYS[i].text, day_weekday(day), day_of_year(day), year,
                     week);
    }
}

static void every_day_of_four_centuries_comes_back_from_its_parts(void **state)
{
    (void)state;
    Day day = day_from_ymd(1799, 12, 31);
    for (int year = 1800; year < 2200; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int of_month = 1; of_month <= days_in_month(year, month); of_month++) {
                int y = 0;
                int m = 0;
                int d = 0;
                assert_int_equal(day_from_ymd(year, month, of_month), ++day);
                day_to_ymd(day, &y, &m, &d);
                assert_true(y == year && m == month && d == of_month);
            }
        }
    }
}

static void days_that_are_not_are_none(void **state)
{
    (void)state;
    assert_int_equal(day_from_ymd(1900, 2, 29), DAY_NONE);
    assert_int_equal(day_from_ymd(2026, 4, 31), DAY_NONE);
    assert_int_equal(day_from_ymd(2026, 0, 1), DAY_NONE);
    assert_int_equal(day_from_ymd(0, 1, 1), DAY_NONE);
    assert_int_equal(day_from_ymd(10000, 1, 1), DAY_NONE);
    assert_int_equal(day_parse(STR("2026-1-31")), DAY_NONE);
    assert_int_equal(day_parse(STR("2026-01-31 ")), DAY_NONE);
}

static void a_moment_is_as_precise_as_it_was_given(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(MOMENTS); i++) {
        Moment moment = moment_parse(str_from(MOMENTS[i].text));
        Buf out = {0};
        moment_write(&out, moment);
        if (moment.precision != MOMENTS[i].precision || !str_equal(buf_str(&out), str_from(MOMENTS[i].written)))
            fail_msg("\"%s\": %.*s", MOMENTS[i].text, (int)out.len, out.len ? out.ptr : "");
        buf_free(&out);
    }
}

static void a_month_may_mean_any_of_its_days(void **state)
{
    (void)state;
    Window month = moment_window(moment_parse(STR("2024-02")));
    assert_int_equal(month.first, day_from_ymd(2024, 2, 1));
    assert_int_equal(month.last, day_from_ymd(2024, 2, 29));
    assert_int_equal(moment_day(moment_parse(STR("2024-02"))), DAY_NONE);
    assert_int_equal(window_days(moment_window(moment_parse(STR("2024")))), 366);
}

static void a_whole_year_month_or_day_is_one(void **state)
{
    (void)state;
    static const char *const WHOLE[] = {"2024", "2024-02", "2024-02-29"};
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        Buf out = {0};
        moment_write(&out, window_moment(moment_window(moment_parse(str_from(WHOLE[i])))));
        assert_true(str_equal(buf_str(&out), str_from(WHOLE[i])));
        buf_free(&out);
    }
    Window february = moment_window(moment_parse(STR("2024-02")));
    assert_int_equal(window_moment((Window){february.first, february.last - 1}).precision, MOMENT_NONE);
    assert_int_equal(window_moment((Window){february.first + 1, february.last + 1}).precision, MOMENT_NONE);
    assert_int_equal(window_moment(WINDOW_NONE).precision, MOMENT_NONE);
}

/* Of late hours and early ones: the day that the publisher's clock showed. */
static void a_time_s_day_is_that_of_its_own_clock(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *day;
        const char *utc;
    } ROWS[] = {
        {"2026-01-31T21:30:00-05:00", "2026-01-31", "2026-02-01"},
        {"2026-01-31T05:30:00+0800", "2026-01-31", "2026-01-30"},
        {"Sat, 31 Jan 2026 21:30:00 -0500", "2026-01-31", "2026-02-01"},
        {"Sat, 31 Jan 2026 21:30:00 EST", "2026-01-31", "2026-02-01"},
        {"2026-01-31T21:30:00Z", "2026-01-31", "2026-01-31"},
        {"2026-01-31", "2026-01-31", "2026-01-31"},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Moment moment = moment_parse(str_from(ROWS[i].text));
        assert_int_equal(moment_day(moment), day_parse(str_from(ROWS[i].day)));
        assert_int_equal(moment_day_utc(moment), day_parse(str_from(ROWS[i].utc)));
        assert_int_equal(moment_window(moment).last, day_parse(str_from(ROWS[i].day)));
        Buf own = {0};
        moment_write_own(&own, moment);
        Moment again = moment_parse(buf_str(&own));
        assert_true(again.seconds == moment.seconds && again.zone_seconds == moment.zone_seconds);
        assert_true(str_begins(buf_str(&own), str_from(ROWS[i].day)));
        buf_free(&own);
    }
}

static void windows_nest_and_overlap(void **state)
{
    (void)state;
    Window week = {10, 16};
    assert_true(window_holds(week, (Window){10, 16}));
    assert_false(window_holds(week, (Window){10, 17}));
    assert_true(window_overlaps(week, (Window){16, 20}));
    assert_false(window_overlaps(week, (Window){17, 20}));
    assert_false(window_overlaps(week, WINDOW_NONE));
    assert_int_equal(window_days(week), 7);
    assert_int_equal(window_days(WINDOW_NONE), 0);
    assert_false(window_is_long_past((Window){10, 16}, 196));
    assert_true(window_is_long_past((Window){10, 16}, 197));
    assert_false(window_is_long_past(WINDOW_NONE, 197));
    assert_false(window_is_long_past((Window){10, 16}, DAY_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_knows_its_weekday_and_week),
        cmocka_unit_test(every_day_of_four_centuries_comes_back_from_its_parts),
        cmocka_unit_test(days_that_are_not_are_none),
        cmocka_unit_test(a_moment_is_as_precise_as_it_was_given),
        cmocka_unit_test(a_time_s_day_is_that_of_its_own_clock),
        cmocka_unit_test(a_month_may_mean_any_of_its_days),
        cmocka_unit_test(a_whole_year_month_or_day_is_one),
        cmocka_unit_test(windows_nest_and_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
