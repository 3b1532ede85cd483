/* What a report says of its main event, as it is compared. */
#include "assemble/link/compare.h"
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

/* Both the dead and the hurt have more than doubled within the day: one thing that differs, and with other words for the target two. Where the
 * one is more and the other less, they are two. */
static void a_toll_that_doubles_within_a_day_is_one_difference(void **state)
{
    (void)state;
    uint64_t shrine[] = {1};
    uint64_t courtyard[] = {2};
    static const struct {
        int64_t killed;
        int64_t hurt;
        bool apart; /* from 30 killed and 50 hurt */
    } CASES[] = {{70, 150, false}, {70, 8, true}, {9, 20, false}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        EventTraits a = traits_of(&pile, "a", "2026-02-03", "2026-02-03", 30, 50);
        EventTraits b = traits_of(&pile, "b", "2026-02-03", "2026-02-03", CASES[i].killed, CASES[i].hurt);
        a.targets = (HashList){shrine, COUNT_OF(shrine)};
        b.targets = (HashList){courtyard, COUNT_OF(courtyard)};
        bool apart = false;
        (void)compare_weight(&a, &b, true, &apart);
        assert_int_equal(apart, CASES[i].apart);
        pile_free(&pile);
    }
}

/* A number without a noun is how many were hurt, whatever words stand before it; one behind a name is an age. */
static void a_number_of_people_is_no_age(void **state)
{
    (void)state;
    static const struct {
        const char *victims;
        CountForm form;
        int64_t count;
        bool age;
    } CASES[] = {
        {"over 40", COUNT_MORE_THAN, 40, false},
        {"a total of 40", COUNT_EXACT, 40, false},
        {"40", COUNT_EXACT, 40, false},
        {"Ana Bek, 40", COUNT_DESCRIBED, 1, true},
        {"A 1-year-old", COUNT_DESCRIBED, 1, true},
        {"17-year-olds", COUNT_WORD, 2, true},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        char text[64];
        (void)snprintf(text, sizeof text, "In Alba %s were hurt.", CASES[i].victims);
        Extraction *x = pile_add(&pile, "a", "2026-02-03", text);
        pile_claim(&pile, x,
                   (TestClaim){CASES[i].victims, CLASS_CIVILIAN, CASES[i].form, CASES[i].count, .place = "Alba",
                               .outcome = OUTCOME_INJURED});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        assert_int_equal(compare_traits(x, pile.arena).has_ages, CASES[i].age);
        pile_free(&pile);
    }
}

/* "On Monday the toll was 13" tells of no event of Monday; "13 were killed on Monday" does. */
static void what_the_toll_was_by_a_day_is_no_event_of_it(void **state)
{
    (void)state;
    for (int total = 0; total < 2; total++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-04", "A blow hit Alba, nine died. On Monday it was 13.");
        pile_claim(
            &pile, x,
            (TestClaim){"blow", .kind = KIND_ATTACK, .type = "shooting", .first = "2026-02-04", .place = "Alba"});
        pile_claim(&pile, x, (TestClaim){"nine", .n = 9, .first = "2026-02-04", .place = "Alba"});
        pile_claim(
            &pile, x,
            (TestClaim){"13", .n = 13, .first = "2026-02-02", .place = "Alba", .background = true, .total = total > 0});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        assert_int_equal(compare_traits(x, pile.arena).earlier_count, total ? 0 : 1);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_night_ends_on_the_next_day),
        cmocka_unit_test(a_toll_that_doubles_within_a_day_is_one_difference),
        cmocka_unit_test(a_number_of_people_is_no_age),
        cmocka_unit_test(what_the_toll_was_by_a_day_is_no_event_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
