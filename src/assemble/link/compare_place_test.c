#include "assemble/link/compare.h"
#include "assemble/pile_for_tests.h"

/* A report of an attack, and what it says beside it. */
typedef struct {
    const char *town;
    const char *names; /* another town that it names, NULL */
    const char *type;  /* NULL: it tells of no attack */
    const char *state; /* that attacked, NULL */
} Told;

static EventTraits told_of(Pile *pile, const char *id, Told t)
{
    Buf text = {0};
    buf_put(&text, STR("A blow hit "));
    buf_put(&text, str_from(t.town));
    buf_put(&text, STR(" and hurt 3 people."));
    Extraction *x = pile_add(pile, id, "2026-03-02", arena_copy(pile->arena, buf_str(&text)).ptr);
    buf_free(&text);
    if (t.type)
        pile_claim(pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = t.type, .place = t.town})
            ->perpetrator_state = str_from(t.state ? t.state : "");
    pile_claim(pile, x, (TestClaim){"3 people", .n = 3, .outcome = OUTCOME_INJURED, .place = t.town});
    PlaceMention *places = ARENA_ARRAY(pile->arena, PlaceMention, 2);
    places[x->place_count++] = *x->claims[0].place;
    if (t.names)
        places[x->place_count++] = *pile_place(pile, STR(""), (Span){0, 0}, t.names);
    x->places = places;
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
    return compare_traits(x, pile->arena);
}

/* In a large pile, where a town is all that tells many attacks of one kind apart. */
static void towns_tell_attacks_of_a_large_pile_apart(void **state)
{
    (void)state;
    static const struct {
        Told other; /* beside a shooting in Alba */
        const char *what;
    } ROWS[] = {
        {{"Alba", NULL, "shooting"}, "same place"},
        {{"Brena", NULL, "shooting"}, "attacks in two towns of which neither report names the other's"},
        {{"Alba Quay", NULL, "shooting"}, "attacks in two towns of which neither report names the other's"},
        {{"Brena", "Alba", "shooting"}, "places far apart"},
        {{"Alba Quay", "Alba", "shooting"}, NULL},
        {{"Brena", NULL, NULL}, "places far apart"},
        {{"Alba Quay", NULL, NULL}, NULL},
    };
    Pile pile = pile_new();
    EventTraits a = told_of(&pile, "a", (Told){"Alba", NULL, "shooting"});
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        EventTraits b = told_of(&pile, "b", ROWS[i].other);
        Buf out = {0};
        compare_put(&out, &a, &b, false);
        buf_char(&out, '\0');
        bool same = strstr(out.ptr, "place") || strstr(out.ptr, "towns");
        bool right = ROWS[i].what ? strstr(out.ptr, ROWS[i].what) != NULL : !same;
        if (!right)
            print_error("row %zu: %s\n", i, out.ptr);
        assert_true(right);
        buf_free(&out);
    }
    pile_free(&pile);
}

static void each_report_may_name_the_place_of_the_other(void **state)
{
    (void)state;
    Pile pile = pile_new();
    EventTraits a = told_of(&pile, "a", (Told){"Alba", "Brena", "shooting"});
    EventTraits b = told_of(&pile, "b", (Told){"Brena", "Alba", "shooting"});
    bool apart = false;
    EventTraits c = told_of(&pile, "c", (Told){"Brena", NULL, "shooting"});
    assert_true(compare_weight(&a, &b, false, &apart) > 2 * compare_weight(&a, &c, false, &apart));
    pile_free(&pile);
}

/* Alba lies in XX, and Eastham over the border in YY. */
static void two_states_that_strike_each_other_make_two_events(void **state)
{
    (void)state;
    static const struct {
        Told other; /* beside a strike of YY on Alba */
        bool apart;
    } ROWS[] = {
        {{"Eastham", NULL, "missile attack", "XX"}, true},
        {{"Eastham", "Alba", "shelling", "XX"}, true},
        {{"Brena", NULL, "missile attack", "YY"}, false},
        {{"Alba", NULL, "missile attack", "XX"}, false}, /* each says that the other did it */
        {{"Alba", NULL, "missile attack", "ZZ"}, false}, /* an ally */
        {{"Eastham", NULL, "missile attack", NULL}, false},
    };
    Pile pile = pile_new();
    EventTraits a = told_of(&pile, "a", (Told){"Alba", NULL, "missile attack", "YY"});
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        EventTraits b = told_of(&pile, "b", ROWS[i].other);
        bool small = false;
        bool large = false;
        (void)compare_weight(&a, &b, true, &small);
        (void)compare_weight(&b, &a, false, &large);
        if (small != ROWS[i].apart || large != ROWS[i].apart)
            print_error("row %zu: %d %d\n", i, small, large);
        assert_true(small == ROWS[i].apart && large == ROWS[i].apart);
    }
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(towns_tell_attacks_of_a_large_pile_apart),
        cmocka_unit_test(each_report_may_name_the_place_of_the_other),
        cmocka_unit_test(two_states_that_strike_each_other_make_two_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
