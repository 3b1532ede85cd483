#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "report/profile_words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static Estimate numbers(int64_t low, int64_t best, int64_t high)
{
    return (Estimate){.present = true,
                      .has_low = low >= 0,
                      .has_best = best >= 0,
                      .has_high = high >= 0 && high != INTERVAL_OPEN,
                      .high_open = high == INTERVAL_OPEN,
                      .low = low < 0 ? 0 : low,
                      .best = best < 0 ? 0 : best,
                      .high = high < 0 || high == INTERVAL_OPEN ? 0 : high};
}

static void an_estimate_is_told_in_few_words(void **state)
{
    (void)state;
    const struct {
        Estimate estimate;
        const char *want;
    } cases[] = {
        {numbers(11, 11, 11), "11"},
        {numbers(17, 31, 36), "31 (17\xE2\x80\x93"
                              "36)"},
        {numbers(11, 11, INTERVAL_OPEN), "at least 11"},
        {numbers(10, 11, INTERVAL_OPEN), "11 (10 or more)"},
        {numbers(24, -1, 99), "24\xE2\x80\x93"
                              "99, no best"},
        {numbers(-1, -1, 70), "no agreed figure, up to 70"},
        {numbers(-1, -1, INTERVAL_OPEN), "no agreed figure, high open"},
        {numbers(-1, -1, -1), "no agreed figure"},
        {(Estimate){.present = false}, ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Buf out = {0};
        words_estimate(&out, &cases[i].estimate);
        buf_char(&out, '\0');
        assert_string_equal(out.ptr, cases[i].want);
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_estimate_is_told_in_few_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
