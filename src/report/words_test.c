#include "report/words.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define THIN            "\xE2\x80\xAF"
#define DASH            "\xE2\x80\x93"

static int differs(Buf *got, const char *want)
{
    int wrong = !str_equal(buf_str(got), str_from(want));
    if (wrong)
        print_error("\"%.*s\" instead of \"%s\"\n", (int)got->len, got->ptr ? got->ptr : "", want);
    buf_free(got);
    return wrong;
}

static void numbers_are_grouped_by_thin_spaces(void **state)
{
    static const struct {
        int64_t n;
        const char *want;
    } NUMBERS[] = {{0, "0"},
                   {11, "11"},
                   {999, "999"},
                   {1000, "1" THIN "000"},
                   {1020, "1" THIN "020"},
                   {1234567, "1" THIN "234" THIN "567"},
                   {1000000, "1" THIN "000" THIN "000"},
                   {-5, "\xE2\x88\x92"
                        "5"}};
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(NUMBERS); i++) {
        Buf got = {0};
        words_number(&got, NUMBERS[i].n);
        wrong += differs(&got, NUMBERS[i].want);
    }
    assert_int_equal(wrong, 0);
}

static void ranges_are_said_as_a_person_says_them(void **state)
{
    static const struct {
        Interval range;
        const char *want;
    } RANGES[] = {{{10, INTERVAL_OPEN}, "at least 10"},
                  {{10, 10}, "10"},
                  {{37, 70}, "37" DASH "70"},
                  {{0, 70}, "up to 70"},
                  {{0, 0}, "0"}};
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(RANGES); i++) {
        Buf got = {0};
        words_interval(&got, RANGES[i].range);
        wrong += differs(&got, RANGES[i].want);
    }
    assert_int_equal(wrong, 0);
}

static void days_carry_their_weekday(void **state)
{
    Day saturday = day_from_ymd(2026, 1, 31);
    const struct {
        Window window;
        const char *want;
        const char *brief;
    } windows[] = {
        {{saturday, saturday}, "Saturday 31 January 2026", "Sat 31 Jan"},
        {{saturday - 1, saturday}, "Fri 30 Jan to Sat 31 Jan 2026", "Fri 30 Jan to Sat 31 Jan"},
        {{saturday, DAY_NONE}, "since Saturday 31 January 2026", "since Sat 31 Jan"},
        {{DAY_NONE, saturday}, "until Saturday 31 January 2026", "until Sat 31 Jan"},
        {WINDOW_NONE, "day not known", "day not known"},
        {{day_from_ymd(2025, 1, 1), day_from_ymd(2025, 12, 31)}, "2025", "2025"},
        {{day_from_ymd(2026, 2, 1), day_from_ymd(2026, 2, 28)}, "February 2026", "February 2026"},
        {{day_from_ymd(2025, 5, 21), day_from_ymd(2025, 5, 21)}, "Wednesday 21 May 2025", "Wednesday 21 May 2025"},
    };
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(windows); i++) {
        Buf got = {0};
        Buf brief = {0};
        words_window(&got, windows[i].window);
        wrong += differs(&got, windows[i].want);
        words_window_short(&brief, windows[i].window, saturday);
        wrong += differs(&brief, windows[i].brief);
    }
    assert_int_equal(wrong, 0);
}

static void moments_are_as_precise_as_they_were_given(void **state)
{
    static const struct {
        const char *given;
        const char *want;
    } MOMENTS[] = {{"2026", "2026"},
                   {"2026-02", "February 2026"},
                   {"2026-01-31", "Saturday 31 January 2026"},
                   {"2026-01-31T18:05:00+05:00", "Saturday 31 January 2026, 13:05 UTC"},
                   {"soon", "day not known"}};
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(MOMENTS); i++) {
        Buf got = {0};
        words_moment(&got, moment_parse(str_from(MOMENTS[i].given)));
        wrong += differs(&got, MOMENTS[i].want);
    }
    assert_int_equal(wrong, 0);
}

/* The narrator's own words must never take a side. */
static void no_word_of_the_page_is_loaded(void **state)
{
    static const char *const LOADED[] = {"terror",   "martyr",    "neutrali", "eliminat",
                                         "militant", "insurgent", "regime",   "rebel"};
    (void)state;
    Buf all = {0};
    for (unsigned i = 0; i < PARTY_COUNT_; i++)
        buf_put(&all, words_party((Party)i));
    for (unsigned i = 0; i < CLASS_COUNT_; i++) {
        buf_put(&all, words_class((VictimClass)i));
        buf_put(&all, words_victims((VictimClass)i, false));
    }
    for (unsigned i = 0; i < OUTCOME_COUNT_; i++)
        buf_put(&all, words_outcome((Outcome)i));
    for (unsigned i = 0; i < KIND_COUNT_; i++)
        buf_put(&all, words_kind((ClaimKind)i));
    for (size_t i = 0; i < COUNT_OF(LOADED); i++)
        assert_int_equal(str_find(buf_str(&all), str_from(LOADED[i]), 0), SIZE_MAX);
    buf_free(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_grouped_by_thin_spaces),
        cmocka_unit_test(ranges_are_said_as_a_person_says_them),
        cmocka_unit_test(days_carry_their_weekday),
        cmocka_unit_test(moments_are_as_precise_as_they_were_given),
        cmocka_unit_test(no_word_of_the_page_is_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
