#include "assemble/link/named.h"

#include "assemble/link/compare.h"
#include "assemble/pile_for_tests.h"

enum { REPORTS = 3 };

/* Which of the reports of a pile name somebody whom the first one names too. */
static void who_is_told_of_with_an_age_is_known_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *texts[REPORTS];
        bool shared;
    } ROWS[] = {
        {{"A blow hit Ana Bek, 34, of Alba.", "A blow hit Ana Bek."}, true},
        {{"A blow hit Ana Bek.", "A blow was told to Ana Bek (34)."}, true},
        {{"A blow hit 34-year-old Ana Bek.", "Ana Bek died of a blow."}, true},
        {{"A blow hit Ana Bek, 34.", "Ana L. Bek died of a blow."}, true},
        {{"A blow hit Ana Bek Jr., 34, on a street.", "Ana Bek died of a blow."}, true},
        {{"A blow hit 34-year-old Ana Bek.", "Ana Maria Bek died of a blow."}, true},
        {{"A blow hit Ana O'Hara, 34, at work.", "Ana O'Hara died of a blow."}, true},
        {{"A blow hit Ana Bek.", "Ana Bek died of a blow.", "A blow hit Ana Bek, 34, of Alba."}, true},
        {{"A blow hit Ana Bek, 34, of Alba.", "A blow hit Ana Holm."}, false},
        {{"A blow hit Ana Bek Jr., 34, of Alba.", "A blow hit Tom Bek Jr., 34, of Alba."}, false},
        /* nobody's age: an office is named in reports of many events */
        {{"A blow hit Alba, said Ana Bek.", "A blow hit Brena, said Ana Bek."}, false},
        {{"A blow hit Alba Quay, 12 people died.", "A blow hit Alba Quay."}, false},
        {{"A blow at Bek Mill, 3,400 people fled.", "A blow hit Bek Mill."}, false},
        {{"A blow. A 12-gauge Ana Bek was found.", "A blow. Ana Bek was found."}, false},
        {{"A blow hit ANA BEK, 34, of Alba.", "A blow hit Ana Holm."}, false},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits events[REPORTS] = {0};
        size_t count = 0;
        for (; count < REPORTS && ROWS[i].texts[count]; count++) {
            const char id[] = {(char)('a' + (int)count), '\0'};
            pile_add(&pile, arena_copy(pile.arena, str_from(id)).ptr, "2026-03-02", ROWS[i].texts[count]);
            events[count].type = 1;
        }
        named_find((Extraction *const *)pile.items, count, events, pile.arena);
        bool shared = events[0].people.count > 0 && events[1].people.count > 0 &&
                      hash_list_has(events[1].people, events[0].people.items[0]);
        if (shared != ROWS[i].shared)
            print_error("%s | %s\n", ROWS[i].texts[0], ROWS[i].texts[1]);
        assert_int_equal(shared, ROWS[i].shared);
        pile_free(&pile);
    }
}

static const EventTraits PLAIN = {.killed = -1, .before = -1, .injured = -1, .type = 1, .written = DAY_NONE};

static EventTraits naming(Day day, bool dated, const uint64_t *person)
{
    EventTraits event = PLAIN;
    event.window = (Window){day, day};
    event.stated = event.dated = dated;
    event.people = (HashList){person, 1};
    return event;
}

/* Not where each is told of a day of its own: one suspect may have done both. */
static void a_person_of_the_same_name_weighs(void **state)
{
    (void)state;
    static const uint64_t ANA = 7;
    static const uint64_t TOM = 8;
    static const struct {
        Day day;
        bool dated;
        const uint64_t *person;
        double times; /* as likely as without a name in common */
    } ROWS[] = {
        {100, true, &ANA, 4}, {101, true, &ANA, 4}, {160, false, &ANA, 4}, {160, true, &ANA, 1}, {100, true, &TOM, 1}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        bool apart = false;
        EventTraits a = naming(100, true, &ANA);
        EventTraits b = naming(ROWS[i].day, ROWS[i].dated, ROWS[i].person);
        double with = compare_weight(&a, &b, false, &apart);
        b.people.count = 0;
        assert_true(with > ROWS[i].times * compare_weight(&a, &b, false, &apart) * 0.999);
        assert_true(with < ROWS[i].times * compare_weight(&a, &b, false, &apart) * 1.001);
    }
}

/* Of a town's shootings the street tells which one it is. */
static void a_street_in_common_weighs(void **state)
{
    (void)state;
    static const uint64_t OAK = 7;
    static const uint64_t ELM = 8;
    static const struct {
        HashList streets;
        double times; /* as likely as without a street named in one of them */
    } ROWS[] = {{{&OAK, 1}, 3}, {{&ELM, 1}, .5}, {{NULL, 0}, 1}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        bool apart = false;
        EventTraits a = PLAIN;
        EventTraits b = PLAIN;
        a.streets = (HashList){&OAK, 1};
        b.streets = ROWS[i].streets;
        double with = compare_weight(&a, &b, false, &apart);
        a.streets.count = 0;
        double without = compare_weight(&a, &b, false, &apart);
        assert_true(with > ROWS[i].times * without * 0.999 && with < ROWS[i].times * without * 1.001);
    }
}

/* News of two streets, each with its dead; not where one report tells of what it knew before, of as many, or in a large pile. */
static void two_streets_are_two_events_of_a_small_pile(void **state)
{
    (void)state;
    static const uint64_t OAK = 7;
    static const uint64_t STREETS[] = {8, 7};
    static const struct {
        bool other; /* the other names Elm alone, not Elm and Oak */
        int64_t killed;
        bool fresh;
        bool small;
        bool apart;
    } ROWS[] = {{false, 2, true, true, false}, {false, 3, true, true, false}, {true, 2, true, true, true},
                {true, 3, true, true, false},  {true, 2, false, true, false}, {true, 2, true, false, false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        bool apart = false;
        EventTraits a = PLAIN;
        EventTraits b = PLAIN;
        a.fresh = true;
        b.fresh = ROWS[i].fresh;
        a.killed = 3;
        b.killed = ROWS[i].killed;
        a.streets = (HashList){&OAK, 1};
        b.streets = (HashList){STREETS, ROWS[i].other ? 1 : COUNT_OF(STREETS)};
        (void)compare_weight(&a, &b, ROWS[i].small, &apart);
        if (apart != ROWS[i].apart)
            fail_msg("row %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_street_in_common_weighs),
                                       cmocka_unit_test(two_streets_are_two_events_of_a_small_pile),
                                       cmocka_unit_test(who_is_told_of_with_an_age_is_known_by_name),
                                       cmocka_unit_test(a_person_of_the_same_name_weighs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
