#include "extract/when/when_resolve.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
    Field field;
    int number;
} Given;

/* One expression's fields, told in a tense, counted from an anchor (and a last time named). */
typedef struct {
    const char *name;
    TimeOp op;
    const char *unit;
    Given given[5]; /* ends at number 0 of field 0 beyond the first */
    size_t count;
    const char *anchor;
    const char *last;
    Tense tense;
    bool narrative;
    const char *value;
} Row;

/* clang-format off */
static const Row ROWS[] = {
    {"on Saturday",             OP_DATE, "",  {{FIELD_WDAY, 6}}, 1, "2026-01-31", "", TENSE_PAST,   false, "2026-01-31"},
    {"on Sunday, past",         OP_DATE, "",  {{FIELD_WDAY, 7}}, 1, "2026-01-31", "", TENSE_PAST,   false, "2026-01-25"},
    {"on Sunday, future",       OP_DATE, "",  {{FIELD_WDAY, 7}}, 1, "2026-01-31", "", TENSE_FUTURE, false, "2026-02-01"},
    {"last Saturday",           OP_DATE, "",  {{FIELD_WDAY, 6}, {FIELD_REL, -1}}, 2, "2026-01-31", "", TENSE_NONE, false, "2026-01-24"},
    {"next Saturday",           OP_DATE, "",  {{FIELD_WDAY, 6}, {FIELD_REL, 1}}, 2, "2026-01-31", "", TENSE_NONE, false, "2026-02-07"},
    {"Saturday without anchor", OP_DATE, "",  {{FIELD_WDAY, 6}}, 1, "", "", TENSE_NONE, true, "XXXX-WXX-6"},
    {"January 29",              OP_DATE, "",  {{FIELD_MONTH, 1}, {FIELD_DAY, 29}}, 2, "2026-01-31", "", TENSE_PAST, false, "2026-01-29"},
    {"December 30, in January", OP_DATE, "",  {{FIELD_MONTH, 12}, {FIELD_DAY, 30}}, 2, "2026-01-31", "", TENSE_NONE, false, "2025-12-30"},
    {"May 5, future",           OP_DATE, "",  {{FIELD_MONTH, 5}, {FIELD_DAY, 5}}, 2, "2026-12-20", "", TENSE_FUTURE, false, "2027-05-05"},
    {"in May, past",            OP_DATE, "",  {{FIELD_MONTH, 5}}, 1, "2026-01-31", "", TENSE_PAST, false, "2025-05"},
    {"in May, future",          OP_DATE, "",  {{FIELD_MONTH, 5}}, 1, "2026-01-31", "", TENSE_FUTURE, false, "2026-05"},
    {"last January",            OP_DATE, "",  {{FIELD_MONTH, 1}, {FIELD_REL, -1}}, 2, "2026-01-31", "", TENSE_NONE, false, "2025-01"},
    {"in May of a history",     OP_DATE, "",  {{FIELD_MONTH, 5}}, 1, "2009-12-19", "1941-03-02", TENSE_NONE, true, "1941-05"},
    {"1957-58",                 OP_DATE, "",  {{FIELD_YEAR, 1957}, {FIELD_SHORT, 58}}, 2, "", "", TENSE_NONE, true, "1958"},
    {"'68",                     OP_DATE, "",  {{FIELD_SHORT, 68}}, 1, "2026-01-31", "", TENSE_NONE, false, "1968"},
    {"the third quarter",       OP_DATE, "",  {{FIELD_QUARTER, 3}}, 1, "1989-10-26", "", TENSE_PAST, false, "1989-Q3"},
    {"the 20th century",        OP_DATE, "",  {{FIELD_CENTURY, 20}}, 1, "", "", TENSE_NONE, true, "19"},
    {"the 1980s",               OP_DATE, "",  {{FIELD_DECADE, 1980}}, 1, "", "", TENSE_NONE, true, "198"},
    {"at 3 p.m. on Friday",     OP_DATE, "",  {{FIELD_CLOCK, 900}, {FIELD_WDAY, 5}}, 2, "2026-01-31", "", TENSE_PAST, false, "2026-01-30T15:00"},
    {"yesterday",               OP_MOVE, "D", {{FIELD_N, -1}}, 1, "2026-02-01", "", TENSE_NONE, false, "2026-01-31"},
    {"last week",               OP_MOVE, "W", {{FIELD_N, -1}}, 1, "2026-01-31", "", TENSE_NONE, false, "2026-W04"},
    {"three years ago",         OP_MOVE, "Y", {{FIELD_N, 3}, {FIELD_DIR, -1}}, 2, "2026-01-31", "", TENSE_NONE, false, "2023"},
    {"days ago",                OP_MOVE, "D", {{FIELD_DIR, -1}}, 1, "2026-01-31", "", TENSE_NONE, false, "PAST_REF"},
    {"two days later",          OP_CHAIN, "D", {{FIELD_N, 2}, {FIELD_DIR, 1}}, 2, "2009-12-19", "1940-05-30", TENSE_NONE, true, "1940-06-01"},
    {"the next day, of a month", OP_CHAIN, "D", {{FIELD_N, 1}}, 1, "2009-12-19", "1940-05", TENSE_NONE, true, "1940-05-XX"},
    {"that year",               OP_CHAIN, "Y", {{FIELD_N, 0}}, 1, "2009-12-19", "1940-05-30", TENSE_NONE, true, "1940"},
    {"at that time",            OP_CHAIN, "", {{FIELD_N, 0}}, 1, "2009-12-19", "1940-05-30", TENSE_NONE, true, "1940-05-30"},
    {"the next day of nothing", OP_CHAIN, "D", {{FIELD_N, 1}}, 1, "", "", TENSE_NONE, true, "XXXX-XX-XX"},
    {"48 hours",                OP_SPAN, "TH", {{FIELD_N, 48}}, 1, "", "", TENSE_NONE, true, "PT48H"},
    {"recent years",            OP_SPAN, "Y", {{FIELD_REL, -1}}, 1, "2026-01-31", "", TENSE_NONE, false, "PXY"},
    {"every two weeks",         OP_EVERY, "W", {{FIELD_N, 2}}, 1, "", "", TENSE_NONE, true, "P2W"},
    {"every Friday",            OP_EVERY, "", {{FIELD_WDAY, 5}}, 1, "", "", TENSE_NONE, true, "XXXX-WXX-5"},
};
/* clang-format on */

/* "1940-05-30", "1940-05" or nothing. */
static TimeValue value_of(const char *text)
{
    Moment moment = moment_parse(str_from(text));
    TimeValue day = time_value_day(moment_window(moment).first);
    return moment.precision == MOMENT_MONTH ? time_value_within(day, GRAIN_MONTH) : day;
}

static void an_expression_means_a_time(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        const Row *row = &ROWS[i];
        TimeParts parts = {.op = row->op, .unit = grain_parse(str_from(row->unit))};
        parts.number[FIELD_N] = -1;
        for (size_t g = 0; g < row->count; g++) {
            parts.number[row->given[g].field] = row->given[g].number;
            parts.known |= 1U << (unsigned)row->given[g].field;
        }
        TimeContext context = {.anchor = value_of(row->anchor),
                               .last = value_of(row->last),
                               .last_is_near = true,
                               .narrative = row->narrative,
                               .verb = {.tense = row->tense, .near = true}};
        ResolvedTime got = when_resolve(arena, &parts, &context);
        if (!str_equal(got.value, str_from(row->value)))
            fail_msg("%s: %.*s, not %s", row->name, (int)got.value.len, got.value.ptr, row->value);
    }
    arena_destroy(arena);
}

static void the_preceding_48_hours_end_with_the_anchor(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    TimeParts parts = {.op = OP_SPAN, .unit = GRAIN_HOUR, .known = 1U << FIELD_N | 1U << FIELD_REL};
    parts.number[FIELD_N] = 48;
    parts.number[FIELD_REL] = -1;
    TimeContext context = {.anchor = value_of("2026-01-31"), .last = value_of("")};
    Window window = when_resolve(arena, &parts, &context).window;
    assert_int_equal(window.first, day_parse(STR("2026-01-30")));
    assert_int_equal(window.last, day_parse(STR("2026-01-31")));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_expression_means_a_time),
        cmocka_unit_test(the_preceding_48_hours_end_with_the_anchor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
