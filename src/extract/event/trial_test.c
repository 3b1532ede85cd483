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
        {"A guard went on trial on Monday for the murder of a clerk. It rained. Ian Bell is said to have shot Tom Fox on 3 March 2024.",
         "2024-03-03"},
        {"An inquest has heard how a clerk was killed by a bomb. It rained. Tom Fox was killed near Goma on 3 March 2024.",
         "2024-03-03"},
        {"Ian Bell set out to kill somebody on 3 March 2024, the court heard. He stabbed Tom Fox to death, a jury was told.",
         "2024-03-03"},
        {"Crowds marked the tenth anniversary of the raid of 3 March 2016 on Goma. It rained. Tom Fox and Ian Bell were killed in the raid.",
         "2016-03-03"},
        {"A jury found Ian Bell guilty on Monday of the murder of his parents. He was convicted of two counts of murder in the February 2012 "
         "killings at their home.",
         "2012-02-01"},
        /* of the anniversary's day there is no news, of whom a report tells dead on the day of a trial there is */
        {"Crowds marked the tenth anniversary of the raid on Goma. It rained. It was cold. Tom Fox and Ian Bell were killed in the raid.",
         ""},
        {"A guard was shot dead on Monday outside a murder trial. It rained. A clerk had been killed on 3 March 2024.",
         "2026-01-26"},
        {"A bomb killed a guard on Monday at the anniversary of a raid. It rained. A clerk was killed on 3 March 2024.",
         "2026-01-26"},
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
        Day expected = *VERDICTS[i].first ? day_parse(str_from(VERDICTS[i].first)) : DAY_NONE;
        if (first != expected)
            print_error("%s\n", VERDICTS[i].text);
        assert_int_equal(first, expected);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_verdicts_day_is_not_the_deeds)};
    return cmocka_run_group_tests(tests, load, unload);
}
