#include "model/interval.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
/* What rule 1 makes of a quantity, and the number that the result gives to a median. */
static const struct { CountForm form; Interval quantity; Interval want; int64_t point; } FORMS[] = {
    {COUNT_EXACT,     {10, 10},   {10, 10},              10},
    {COUNT_EXACT,     {0, 0},     {0, 0},                0},
    {COUNT_AT_LEAST,  {10, 10},   {10, INTERVAL_OPEN},   10},
    {COUNT_MORE_THAN, {10, 10},   {11, INTERVAL_OPEN},   11},
    {COUNT_UP_TO,     {7, 7},     {0, 7},                7},
    {COUNT_NEARLY,    {10, 10},   {9, 9},                9},
    {COUNT_NEARLY,    {100, 100}, {90, 99},              99},
    {COUNT_NEARLY,    {55, 55},   {49, 54},              54}, /* 49.5 rounded down */
    {COUNT_NEARLY,    {5, 5},     {4, 4},                4},
    {COUNT_NEARLY,    {1, 1},     {0, 0},                0},
    {COUNT_NEARLY,    {0, 0},     {0, 0},                0},
    {COUNT_AROUND,    {50, 50},   {45, 55},              50},
    {COUNT_AROUND,    {15, 15},   {14, 16},              15},
    {COUNT_AROUND,    {9, 9},     {9, 9},                9},
    {COUNT_AROUND,    {24, INTERVAL_OPEN}, {22, INTERVAL_OPEN}, 22},
    {COUNT_RANGE,     {37, 70},   {37, 70},              37},
    {COUNT_WORD,      {24, 99},   {24, 99},              -1},
    {COUNT_WORD,      {2, INTERVAL_OPEN},  {2, INTERVAL_OPEN},  -1},
    {COUNT_DESCRIBED, {1, 1},     {1, 1},                1},
};
static const struct { Interval a; Interval b; Interval sum; } SUMS[] = {
    {{11, 11},           {10, 10},           {21, 21}},
    {{37, 70},           {0, 5},             {37, 75}},
    {{10, INTERVAL_OPEN}, {5, 5},            {15, INTERVAL_OPEN}},
    {{10, INTERVAL_OPEN}, {2, INTERVAL_OPEN}, {12, INTERVAL_OPEN}},
    {{0, INTERVAL_OPEN - 1}, {0, 2},         {0, INTERVAL_OPEN}}, /* doesn't overflow */
};
static const struct { Interval a; Interval b; bool overlap; bool equal; } PAIRS[] = {
    {{5, 10}, {10, INTERVAL_OPEN}, true,  false},
    {{0, 9},  {10, INTERVAL_OPEN}, false, false},
    {{0, 20}, {5, 6},              true,  false},
    {{5, 6},  {5, 6},              true,  true},
    {{5, 6},  {5, 7},              true,  false},
    {{4, 6},  {5, 6},              true,  false},
};
/* clang-format on */

static void each_form_gives_its_range_and_its_point(void **state)
{
    (void)state;
    bool seen[COUNT_FORMS] = {false};
    for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
        Interval got = interval_of(FORMS[i].form, FORMS[i].quantity);
        int64_t point = interval_point(FORMS[i].form, got);
        if (got.low != FORMS[i].want.low || got.high != FORMS[i].want.high || point != FORMS[i].point)
            fail_msg("row %zu: %lld..%lld, point %lld", i, (long long)got.low, (long long)got.high, (long long)point);
        seen[FORMS[i].form] = true;
    }
    for (size_t form = 0; form < COUNT_FORMS; form++)
        assert_true(seen[form]);
}

static void a_point_is_never_the_open_end(void **state)
{
    (void)state;
    for (size_t form = 0; form < COUNT_FORMS; form++)
        assert_int_equal(interval_point((CountForm)form, (Interval){12, INTERVAL_OPEN}), form == COUNT_WORD ? -1 : 12);
}

static void more_than_a_number_is_printed_as_that_number(void **state)
{
    (void)state;
    assert_int_equal(interval_printed(COUNT_MORE_THAN, (Interval){301, INTERVAL_OPEN}), 300);
    assert_int_equal(interval_printed(COUNT_AT_LEAST, (Interval){300, INTERVAL_OPEN}), 300);
    assert_int_equal(interval_printed(COUNT_EXACT, (Interval){300, 300}), 300);
}

static void a_sum_keeps_an_open_end_open(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(SUMS); i++) {
        Interval ab = interval_add(SUMS[i].a, SUMS[i].b);
        Interval ba = interval_add(SUMS[i].b, SUMS[i].a);
        if (ab.low != SUMS[i].sum.low || ab.high != SUMS[i].sum.high || !interval_equal(ab, ba))
            fail_msg("row %zu: %lld..%lld", i, (long long)ab.low, (long long)ab.high);
    }
}

static void ranges_overlap_when_they_share_a_count(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        if (interval_overlaps(PAIRS[i].a, PAIRS[i].b) != PAIRS[i].overlap ||
            interval_overlaps(PAIRS[i].b, PAIRS[i].a) != PAIRS[i].overlap ||
            interval_equal(PAIRS[i].a, PAIRS[i].b) != PAIRS[i].equal)
            fail_msg("row %zu", i);
    }
}

static void a_range_is_written_as_it_is_read(void **state)
{
    (void)state;
    static const struct {
        Interval range;
        const char *want;
    } WRITTEN[] = {{{10, 10}, "10"}, {{10, INTERVAL_OPEN}, "at least 10"}, {{37, 70}, "37–70"}, {{0, 7}, "0–7"}};
    for (size_t i = 0; i < COUNT_OF(WRITTEN); i++) {
        Buf out = {0};
        interval_write(&out, WRITTEN[i].range);
        assert_true(str_equal(buf_str(&out), str_from(WRITTEN[i].want)));
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_gives_its_range_and_its_point),
        cmocka_unit_test(a_point_is_never_the_open_end),
        cmocka_unit_test(more_than_a_number_is_printed_as_that_number),
        cmocka_unit_test(a_sum_keeps_an_open_end_open),
        cmocka_unit_test(ranges_overlap_when_they_share_a_count),
        cmocka_unit_test(a_range_is_written_as_it_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
