/* What a report says of its main event, as it is compared. */
#include "assemble/compare.h"
#include "assemble/pile_for_tests.h"

static EventTraits traits_of(Pile *pile, const char *id, const char *day, const char *value, int64_t killed,
                             int64_t hurt)
{
    Extraction *x = pile_add(pile, id, "2026-02-03", "A blow hit Alba. Some people were killed, and 8 of them lived.");
    Claim *event = pile_claim(
        pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = "shooting", .first = day, .place = "Alba"});
    TimeMention *time = ARENA_NEW(pile->arena, TimeMention);
    *time = (TimeMention){.span = event->window_span, .value = str_from(value), .window = event->window};
    x->times = time;
    x->time_count = 1;
    pile_claim(pile, x, (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, killed, .first = day, .place = "Alba"});
    pile_claim(
        pile, x,
        (TestClaim){"8", CLASS_CIVILIAN, COUNT_EXACT, hurt, .first = day, .place = "Alba", .outcome = OUTCOME_INJURED});
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
    return compare_traits(x, pile->arena);
}

/* "On Sunday night" by one, "early on Monday" by the other: two days side by side, one night. */
static void a_night_ends_on_the_next_day(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        bool apart; /* from the morning of the next day */
    } CASES[] = {{"2026-02-02TNI", false}, {"2026-02-02", true}, {"2026-02-02TMO", true}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        EventTraits a = traits_of(&pile, "a", "2026-02-02", CASES[i].value, 51, 9);
        EventTraits b = traits_of(&pile, "b", "2026-02-03", "2026-02-03TMO", 43, 4);
        bool apart = false;
        (void)compare_weight(&a, &b, true, &apart);
        assert_int_equal(a.night, i == 0);
        assert_int_equal(apart, CASES[i].apart);
        (void)compare_weight(&b, &a, true, &apart);
        assert_int_equal(apart, CASES[i].apart);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_night_ends_on_the_next_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
