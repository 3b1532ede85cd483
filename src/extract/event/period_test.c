/* Reports of what a month or a war had: of which days each figure is, and whether it is context. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* Of each figure in text order "low=days", behind it "!" where it is context. */
static void write_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count)
            continue;
        buf_format(out, "%lld=", (long long)claim->count.low);
        if (window_is_known(claim->window))
            buf_int(out, window_days(claim->window));
        buf_put(out, claim->background ? STR("! ") : STR(" "));
    }
}

static const FigureCase TEXTS[] = {
    /* a month, and what is told of it further down */
    {"In January 2026, 212 civilians were killed and 740 injured in Kenya, monitors said.\n\nMines killed 40 people in the north.",
     "212=31 740=31 40=31 "},
    /* a war is context, in whatever line of its total */
    {"From 24 February 2022 to 20 January 2026 monitors recorded 6,430 people killed in Kenya.\n\nIn the north 3,833 people were killed.",
     "6430=! 3833=! "},
    /* one who is described as a part of its figures is of it too */
    {"In January 2026, 212 civilians were killed in Kenya, monitors said.\n\nMines killed 40 people, including five children and a woman.",
     "212=31 40=31 5=31 1=31 "},
    /* more than the total is of something else */
    {"In January 2026, 212 civilians were killed in Kenya, monitors said.\n\nThe war killed 9,000 people.",
     "212=31 9000=1 "},
    /* what a report of one event says of the war further down is none of it */
    {"A clerk was shot dead in Nairobi. More than 2,000 people have been killed in Kenya since 2004.", "1=1 2001=! "},
    /* an event of its own keeps its figures */
    {"In January 2026, 212 civilians were killed in Kenya.\n\nOn 30 January 2026 a bomb killed nine people in Nairobi.",
     "212=31! 9=1 "},
};

static void a_report_of_a_period_tells_of_nothing_else(void **state)
{
    (void)state;
    check_written(TEXTS, COUNT_OF(TEXTS), write_figures);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_report_of_a_period_tells_of_nothing_else)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
