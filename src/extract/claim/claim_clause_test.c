/* Days told by the way of a name, or in a clause about something else. Of reports of Saturday 31 January 2026, with the map. */
#include <stdio.h>

#include "extract/english_for_tests.h"

/* Every casualty figure of the text with its first day. */
static const FigureCase CASES[] = {
    {"Nine clerks were killed in Quetta, which fell to the rebels in January 2025.", "9 2026-01-31;"},
    {"Nine clerks were killed in Quetta, which saw another attack on Thursday.", "9 2026-01-31;"},
    {"Nine clerks were killed in Quetta, which was shelled on Thursday.", "9 2026-01-29;"},
    {"In Quetta, which had voted last week, nine clerks were killed on Thursday.", "9 2026-01-29;"},
    {"Nine clerks were killed in a town that was retaken last week. Two were hurt.", "9 2026-01-31;2 2026-01-31;"},
    {"Nine clerks were killed in a raid in Quetta that took place on Thursday.", "9 2026-01-29;"},
    {"A ferry, which left Karachi on Thursday, sank and nine clerks died.", "9 2026-01-29;"},
};

static Str mark(const Claim *claim)
{
    static char text[16];
    Buf day = {0};
    day_write(&day, claim->window.first);
    int length = snprintf(text, sizeof text, " %.*s;", (int)buf_str(&day).len, buf_str(&day).ptr);
    buf_free(&day);
    return (Str){text, (size_t)length};
}

static void a_figure_is_not_of_the_day_of_what_a_place_went_through(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_figure_is_not_of_the_day_of_what_a_place_went_through)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
