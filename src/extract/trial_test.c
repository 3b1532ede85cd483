/* On which day somebody did what they are sentenced for. */
#include "extract/english_for_tests.h"

static void a_verdicts_day_is_not_the_deeds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *first; /* day of the first who was killed */
    } VERDICTS[] = {
        {"A man who murdered a carer has been jailed for life. Ian Bell was sentenced on Monday. It rained. He killed Tom Fox in Goma on 12 "
         "January 2025.",
         "2025-01-12"},
        {"A man was sentenced on Monday for killing a clerk. The trial heard that he stabbed the clerk on 3 March 2024.",
         "2024-03-03"},
        {"A man was killed on Monday. It rained. A man was sentenced for killing a clerk on 3 March 2024.",
         "2026-01-26"},
        {"A singer was sentenced for tax evasion. A trial began. A storm killed nine people on Monday.", "2026-01-26"},
        /* days too far apart for one deed */
        {"A man was sentenced on Monday for killing a clerk. The trial heard that he stabbed the clerk on 3 March 2024. He had shot a guard "
         "on 3 March 2020.",
         "2026-01-31"},
    };
    for (size_t i = 0; i < COUNT_OF(VERDICTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(VERDICTS[i].text));
        Day first = DAY_NONE;
        for (size_t k = 0; k < a->claim_count && first == DAY_NONE; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].outcome == OUTCOME_KILLED)
                first = a->claims[k].window.first;
        if (first != day_parse(str_from(VERDICTS[i].first)))
            print_error("%s\n", VERDICTS[i].text);
        assert_int_equal(first, day_parse(str_from(VERDICTS[i].first)));
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_verdicts_day_is_not_the_deeds)};
    return cmocka_run_group_tests(tests, load, unload);
}
