#include "assemble/link/agree.h"
#include "assemble/link/cause.h"
#include "assemble/link/compare.h"
#include "assemble/pile_for_tests.h"

/* A village on no map lies where another place of its text does; of two towns that both reports name either may be the one. */
static void what_may_be_one_spot_is_not_far_apart(void **state)
{
    (void)state;
    static const struct {
        uint64_t names[2];
        bool borrowed;
        uint64_t told[2][2]; /* places that each names */
        const char *finding;
    } ROWS[] = {
        {{3, 4}, false, {{3}, {4}}, "places far apart"}, {{3, 4}, true, {{3}, {4}}, ""},
        {{3, 3}, true, {{3}, {3}}, "same place"},        {{3, 4}, false, {{3, 4}, {4}}, "places far apart"},
        {{3, 4}, false, {{3, 4}, {4, 3}}, ""},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        EventTraits events[2];
        for (size_t k = 0; k < 2; k++) {
            events[k] = (EventTraits){.window = WINDOW_NONE, .killed = -1, .before = -1, .injured = -1};
            events[k].is_spot = true;
            events[k].borrowed = k == 0 && ROWS[i].borrowed;
            events[k].name = ROWS[i].names[k];
            events[k].place = (PlaceHash){events[k].borrowed ? 0 : 7 + k, 9 + k};
            events[k].point[0] = k == 0 ? 1 : -1;
            events[k].places = (HashList){ROWS[i].told[k], 2};
        }
        Str want = str_from(ROWS[i].finding);
        for (size_t k = 0; k < 2; k++) {
            Buf out = {0};
            compare_put(&out, &events[k], &events[1 - k], true);
            bool found = str_find(buf_str(&out), want.len > 0 ? want : STR("place"), 0) != SIZE_MAX;
            buf_free(&out);
            if (found != (want.len > 0))
                fail_msg("row %zu", i);
        }
    }
}

/* As many died in a town of each of two countries that both reports name: two events, unless one names the other's country too. */
static void towns_of_two_named_countries_are_two_events(void **state)
{
    (void)state;
    static const struct {
        uint64_t told[2]; /* countries that the second names; it lies in the 2nd */
        bool named;       /* as a whole, by both */
        bool placed;      /* in the second's sentence */
        bool apart;
    } ROWS[] = {{{6, 0}, true, true, true},
                {{6, 5}, true, true, false},
                {{6, 0}, false, true, false},
                {{6, 0}, true, false, false}};
    static const uint64_t FIRST[] = {5};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        EventTraits events[2];
        for (size_t k = 0; k < COUNT_OF(events); k++) {
            events[k] = (EventTraits){.window = WINDOW_NONE, .killed = 9, .before = -1, .injured = -1};
            events[k].is_spot = events[k].placed = true;
            events[k].of_country = ROWS[i].named;
            events[k].country = 5 + k;
            events[k].name = 3 + k;
            events[k].place = (PlaceHash){7 + k, 9 + k};
            events[k].point[0] = k == 0 ? 1 : -1;
        }
        events[0].countries = (HashList){FIRST, 1};
        events[1].countries = (HashList){ROWS[i].told, 2};
        events[1].placed = ROWS[i].placed;
        bool apart = false;
        (void)compare_weight(&events[0], &events[1], true, &apart);
        if (apart != ROWS[i].apart)
            fail_msg("row %zu", i);
    }
}

/* What is said in the same words of other people, on another day or in another town, is told twice and is no copy. */
static void a_form_filled_in_twice_is_told_by_its_facts(void **state)
{
    (void)state;
    static const struct {
        Day day;                 /* beside the second */
        uint64_t said;           /* beside 1 */
        uint64_t name;           /* beside 3 */
        int64_t killed, injured; /* beside four and nine */
        bool told;               /* each names the other's town */
        bool again;              /* one is no news */
        bool form;
    } ROWS[] = {
        {2, 1, 3, 4, 9, false, false, false}, /* a copy */
        {2, 1, 3, 5, 9, false, false, false}, /* an update */
        {2, 1, 3, 5, 12, false, false, false},
        {5, 2, 3, 5, 9, false, false, true},
        {5, 2, 3, 4, 9, false, false, false}, /* a copy that is a day off */
        {5, 2, 3, 5, 9, false, true, false},
        {9, 1, 3, 5, 9, false, false, false}, /* "on Monday", read a week later */
        {9, 1, 3, 5, 12, false, false, true},
        {2, 1, 4, 5, 9, false, false, true},
        {2, 1, 4, 4, 9, false, false, false},
        {2, 1, 4, 5, 9, true, false, false},
        {5, 2, 4, 4, 9, false, false, true},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        const uint64_t told[] = {3, ROWS[i].name};
        EventTraits a = {.window = {2, 2}, .said = 1, .name = 3, .killed = 4, .injured = 9, .before = -1};
        EventTraits b = {.window = {ROWS[i].day, ROWS[i].day},
                         .said = ROWS[i].said,
                         .name = ROWS[i].name,
                         .killed = ROWS[i].killed,
                         .injured = ROWS[i].injured,
                         .before = -1};
        a.fresh = a.stated = b.stated = a.is_spot = b.is_spot = true;
        b.fresh = !ROWS[i].again;
        a.place = (PlaceHash){3, 3};
        b.place = (PlaceHash){ROWS[i].name, ROWS[i].name};
        a.point[0] = 1;
        b.point[ROWS[i].name != 3] = 1;
        a.places = b.places = ROWS[i].told ? (HashList){told, 2} : (HashList){NULL, 0};
        if (agree_is_form(&a, &b) != ROWS[i].form || agree_is_form(&b, &a) != ROWS[i].form)
            fail_msg("row %zu", i);
    }
}

static void days_and_towns_of_two_attacks(void **state)
{
    (void)state;
    static const struct {
        int64_t killed[2];
        int64_t gap; /* days between the two */
        bool apart;
    } DAYS[] = {{{3, 1}, 2, true}, {{1, 1}, 2, false}, {{4, 4}, 2, true}, {{3, 1}, 1, false}, {{3, 0}, 2, false}};
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        EventTraits a = {.window = WINDOW_NONE, .killed = DAYS[i].killed[0], .injured = -1};
        EventTraits b = {.window = WINDOW_NONE, .killed = DAYS[i].killed[1], .injured = -1};
        assert_int_equal(agree_are_days_of_two(&a, &b, DAYS[i].gap), DAYS[i].apart);
    }
    static const struct {
        int64_t killed[2];
        int64_t injured[2];
        bool apart;
    } TOWNS[] = {{{6, 9}, {-1, -1}, true}, {{6, 6}, {-1, -1}, true}, {{6, 6}, {4, 9}, true}, {{6, 6}, {4, 4}, false}};
    for (size_t i = 0; i < COUNT_OF(TOWNS); i++) {
        EventTraits events[2];
        for (size_t k = 0; k < COUNT_OF(events); k++) {
            events[k] =
                (EventTraits){.window = WINDOW_NONE, .killed = TOWNS[i].killed[k], .injured = TOWNS[i].injured[k]};
            events[k].is_spot = true;
            events[k].name = 3 + k;
            events[k].point[0] = k == 0 ? 1 : -1;
        }
        assert_int_equal(agree_are_tolls_of_two(&events[0], &events[1]), TOWNS[i].apart);
    }
}

/* What a report tells of one day and town: the means, at whom or what, and whom it killed. */
typedef struct {
    EventFamily family;
    unsigned causes;
    uint64_t target; /* 0: none told */
    CellKind all_killed;
    int64_t killed;
    bool again; /* no news */
} Deed;

/* A bomb at a bakery and gunmen at a police post: two events of a day, if the dead are others too. */
static void a_bomb_and_a_shooting_of_one_day_are_two(void **state)
{
    (void)state;
    const Deed bomb = {FAMILY_BLAST, CAUSE_BLAST, 5, CELL_CIVILIAN, 5, false};
    static const struct {
        Deed other;
        bool apart;
    } ROWS[] = {
        {{FAMILY_ARMS, CAUSE_ARMS, 6, CELL_SECURITY, 3, false}, true},
        {{FAMILY_ARMS, CAUSE_ARMS, 6, CELL_ALL, 3, false}, true},
        {{FAMILY_ARMS, CAUSE_ARMS, 0, CELL_SECURITY, 3, false}, true},
        {{FAMILY_ARMS, CAUSE_ARMS, 0, CELL_SECURITY, 5, false}, true},
        {{FAMILY_ARMS, CAUSE_ARMS, 6, CELL_ALL, 5, false}, false},      /* as many: told with another word */
        {{FAMILY_ARMS, CAUSE_ARMS, 0, CELL_CIVILIAN, 3, false}, false}, /* nothing says that they are others */
        {{FAMILY_ARMS, CAUSE_ARMS, 0, CELL_ALL, 3, false}, false},
        {{FAMILY_ARMS, CAUSE_ARMS, 5, CELL_SECURITY, 3, false}, false},               /* the same bakery */
        {{FAMILY_ARMS, CAUSE_ARMS | CAUSE_BLAST, 6, CELL_SECURITY, 3, false}, false}, /* by bombs and guns */
        {{FAMILY_ANY, CAUSE_ARMS, 6, CELL_SECURITY, 3, false}, false},
        {{FAMILY_BLAST, CAUSE_BLAST, 6, CELL_SECURITY, 3, false}, false},
        {{FAMILY_ARMS, CAUSE_ARMS, 6, CELL_SECURITY, 3, true}, false},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        const Deed *deeds[] = {&bomb, &ROWS[i].other};
        EventTraits events[2];
        for (size_t k = 0; k < 2; k++) {
            events[k] = (EventTraits){.window = {2, 2}, .killed = deeds[k]->killed, .before = -1, .injured = -1};
            events[k].stated = events[k].is_spot = true;
            events[k].fresh = !deeds[k]->again;
            events[k].place = (PlaceHash){7, 7};
            events[k].type = 1 + deeds[k]->family;
            events[k].family = deeds[k]->family;
            events[k].causes = deeds[k]->causes;
            events[k].all_killed = deeds[k]->all_killed;
            events[k].targets = (HashList){&deeds[k]->target, deeds[k]->target != 0};
        }
        for (size_t k = 0; k < 2; k++) {
            bool apart = false;
            (void)compare_weight(&events[k], &events[1 - k], true, &apart);
            if (apart != ROWS[i].apart)
                fail_msg("row %zu", i);
            (void)compare_weight(&events[k], &events[1 - k], false, &apart);
            assert_false(apart); /* a crisis */
        }
    }
}

/* Raids on two towns of one day that lie an hour's drive apart: two, where the tolls are no two guesses at one. */
static void news_of_two_towns_near_each_other(void **state)
{
    (void)state;
    static const struct {
        double km;
        int64_t killed[2];
        CellKind all_killed[2];
        bool about; /* "near the town" */
        bool told;  /* one names the other's town */
        bool apart;
    } ROWS[] = {
        {40, {7, 3}, {CELL_ALL, CELL_ALL}, false, false, true},
        {40, {7, 5}, {CELL_ALL, CELL_ALL}, false, false, false}, /* a village, and the town that it is near */
        {40, {7, 5}, {CELL_CIVILIAN, CELL_SECURITY}, false, false, true},
        {40, {7, 3}, {CELL_ALL, CELL_ALL}, true, false, false},
        {40, {7, 3}, {CELL_ALL, CELL_ALL}, false, true, false},
        {12, {7, 3}, {CELL_ALL, CELL_ALL}, false, false, false},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        static const uint64_t NAMES[] = {3, 4};
        EventTraits events[2];
        for (size_t k = 0; k < 2; k++) {
            events[k] = (EventTraits){.window = {2, 2}, .killed = ROWS[i].killed[k], .before = -1, .injured = -1};
            events[k].fresh = events[k].stated = events[k].is_spot = events[k].placed = true;
            events[k].about = ROWS[i].about && k == 0;
            events[k].all_killed = ROWS[i].all_killed[k];
            events[k].name = NAMES[k];
            events[k].place = (PlaceHash){7 + k, 9 + k};
            events[k].point[0] = 1;
            events[k].point[1] = k == 0 ? 0 : ROWS[i].km / 6371;
        }
        events[0].places = ROWS[i].told ? (HashList){NAMES, 2} : (HashList){NULL, 0};
        if (agree_are_towns_apart(&events[0], &events[1]) != ROWS[i].apart ||
            agree_are_towns_apart(&events[1], &events[0]) != ROWS[i].apart)
            fail_msg("row %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(news_of_two_towns_near_each_other),
        cmocka_unit_test(a_bomb_and_a_shooting_of_one_day_are_two),
        cmocka_unit_test(days_and_towns_of_two_attacks),

        cmocka_unit_test(a_form_filled_in_twice_is_told_by_its_facts),
        cmocka_unit_test(towns_of_two_named_countries_are_two_events),
        cmocka_unit_test(what_may_be_one_spot_is_not_far_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
