#include "assemble/assemble.h"
#include "assemble/link/compare.h"
#include "assemble/pile_for_tests.h"

/* What the compared reports of a town tell: an attack of a day, and how many it killed. */
typedef struct {
    const char *day;
    const char *type;
    int killed;
    bool again; /* "the bombing": told of before */
    bool total; /* "bringing the toll to" */
    const char *written;
    const char *place;
    int hurt;
} DayCase;

static EventTraits day_traits(Pile *pile, const char *id, DayCase t)
{
    char text[64];
    const char *place = t.place ? t.place : "Alba";
    (void)snprintf(text, sizeof text, "A blow hit %s. Some people were killed.", place);
    Extraction *x = pile_add(pile, id, t.written ? t.written : "2026-03-02", text);
    if (t.type)
        pile_claim(
            pile, x,
            (TestClaim){"blow", .kind = KIND_ATTACK, .type = t.type, .first = t.day, .place = place, .again = t.again});
    pile_claim(pile, x,
               (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, t.killed, .first = t.day, .place = place,
                           .total = t.total});
    if (t.hurt > 0)
        pile_claim(pile, x,
                   (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, t.hurt, .first = t.day, .place = place,
                               .outcome = OUTCOME_INJURED});
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
    return compare_traits(x, pile->arena);
}

/* A battle goes on into the next day, and no further without a word of it. */
static void a_battle_of_two_days_is_one(void **state)
{
    (void)state;
    static const struct {
        DayCase other; /* beside four killed in fighting on 2 February, told that day */
        bool apart;
    } OTHERS[] = {
        {{"2026-02-03", "fighting", 31, .written = "2026-02-03", .hurt = 44}, false},
        {{"2026-02-03", "shooting", 31, .written = "2026-02-03", .hurt = 44}, true},
        {{"2026-02-05", "fighting", 31, .written = "2026-02-05", .hurt = 44}, true},
        {{"2026-02-03", "fighting", 31, .written = "2026-02-03", .place = "Brena", .hurt = 44}, true},
    };
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        Pile pile = pile_new();
        EventTraits a =
            day_traits(&pile, "a", (DayCase){"2026-02-02", "fighting", 4, .written = "2026-02-02", .hurt = 12});
        EventTraits b = day_traits(&pile, "b", OTHERS[i].other);
        bool apart = false;
        (void)compare_weight(&a, &b, true, &apart);
        if (apart != OTHERS[i].apart)
            print_error("battle %zu\n", i);
        assert_int_equal(apart, OTHERS[i].apart);
        pile_free(&pile);
    }
}

/* In a small pile of one town too: attacks told as news of two days are two, if something else differs and nothing is in common. */
static void attacks_of_two_days_are_two(void **state)
{
    (void)state;
    static const struct {
        DayCase other; /* beside four killed by a bombing on 2 February */
        bool apart;
    } OTHERS[] = {
        {{"2026-02-12", "bombing", 9}, true},
        {{"2026-02-05", "bombing", 9}, true},
        {{"2026-02-03", "bombing", 9}, false}, /* reports err by a day */
        {{"2026-02-03", "shooting", 9}, true}, /* and seldom in all */
        {{"2026-02-12", "bombing", 4}, false}, /* as many: told again */
        {{"2026-02-05", NULL, 9}, true},
        {{"2026-02-05", "other", 9}, false}, /* a toll that grew */
        {{"2026-02-05", "bombing", 9, .total = true}, false},
        {{"2026-02-05", "bombing", 9, .again = true}, false}, /* "the bombing" */
        {{"2026-02-05", "fighting", 9, .again = true}, true},
        {{"2026-02-05", "shooting", 9, .total = true}, true}, /* a toll that has grown, but of another attack and day */
        {{"2026-02-05", "attack", 9, .total = true}, false},
        {{"2026-02-05", "attack", 4, .written = "2026-02-05"}, false},
        {{"2026-02-02", "shooting", 9}, false}, /* two reports of one attack differ as much */
    };
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        for (int large = 0; large < 2; large++) {
            Pile pile = pile_new();
            EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", 4});
            EventTraits b = day_traits(&pile, "b", OTHERS[i].other);
            Buf out = {0};
            compare_put(&out, &a, &b, !large);
            bool found = str_find(buf_str(&out), STR("attacks told as news of two days"), 0) != SIZE_MAX;
            if (found != (OTHERS[i].apart && !large))
                print_error("case %zu\n", i);
            assert_int_equal(found, OTHERS[i].apart && !large);
            buf_free(&out);
            pile_free(&pile);
        }
    }
}

static void print_apart(const EventTraits *a, const EventTraits *b, Str finding, bool want, size_t row)
{
    Buf out = {0};
    compare_put(&out, a, b, true);
    if ((str_find(buf_str(&out), finding, 0) != SIZE_MAX) != want)
        fail_msg("row %zu: %.*s", row, (int)out.len, out.ptr);
    buf_free(&out);
}

/* Written on the days that they say: two attacks, though as many died. So it is of two towns far apart, unless a report tells of both. */
static void news_of_its_day_is_of_one_attack(void **state)
{
    (void)state;
    static const struct {
        DayCase one;
        DayCase other;
        const char *finding;
        bool apart;
    } ROWS[] = {
        {{"2026-02-02", "ambush", 4, .written = "2026-02-02"},
         {"2026-02-05", "ambush", 4, .written = "2026-02-05"},
         "of two days",
         true},
        {{"2026-02-02", "ambush", 4, .written = "2026-02-02"},
         {"2026-02-05", "ambush", 4, .written = "2026-02-10"},
         "of two days",
         false},
        {{"2026-02-02", "ambush", 1, .written = "2026-02-02"},
         {"2026-02-05", "ambush", 1, .written = "2026-02-05"},
         "of two days",
         false},
        {{"2026-02-02", "ambush", 4, .written = "2026-02-02"}, /* the next day: each on its day, and another toll */
         {"2026-02-03", "ambush", 5, .written = "2026-02-03"},
         "of two days",
         true},
        {{"2026-02-02", "ambush", 4, .written = "2026-02-02"},
         {"2026-02-03", "ambush", 4, .written = "2026-02-03"},
         "of two days",
         false},
        {{"2026-02-02", "ambush", 4, .written = "2026-02-02"},
         {"2026-02-03", "ambush", 5, .written = "2026-02-04"},
         "of two days",
         false},
        {{"2026-02-02", "ambush", 4, .written = "2026-02-03"}, /* or another town */
         {"2026-02-03", "ambush", 5, .written = "2026-02-04", .place = "Corvo"},
         "of two days",
         true},
        {{"2026-02-02", "shelling", 4}, {"2026-02-02", "shelling", 5, .place = "Corvo"}, "of two towns", true},
        {{"2026-02-02", "shelling", 4}, {"2026-02-02", "shelling", 4, .place = "Corvo"}, "of two towns", false},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", ROWS[i].one);
        EventTraits b = day_traits(&pile, "b", ROWS[i].other);
        a.injured = 5 * a.killed;
        b.injured = 5 * b.killed;
        print_apart(&a, &b, str_from(ROWS[i].finding), ROWS[i].apart, i);
        pile_free(&pile);
    }
}

/* Of one town and day: other words for who did it and to whom, and a toll that has grown, are no second attack. */
static void a_toll_that_grows_within_a_day_is_of_one_attack(void **state)
{
    (void)state;
    static const uint64_t NAMES[] = {11, 12};
    static const int KILLED[] = {7, 9};
    for (size_t i = 0; i < COUNT_OF(KILLED); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", 4});
        EventTraits b = day_traits(&pile, "b", (DayCase){"2026-02-02", "bombing", KILLED[i]});
        a.actors = a.targets = (HashList){NAMES, 1};
        b.actors = b.targets = (HashList){NAMES + 1, 1};
        print_apart(&a, &b, STR("of two days"), KILLED[i] > 2 * a.killed, i);
        pile_free(&pile);
    }
}

static void two_towns_of_one_name_are_two(void **state)
{
    (void)state;
    static const int KILLED[] = {5, 4};
    for (size_t i = 0; i < COUNT_OF(KILLED); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "shelling", 4});
        EventTraits b = day_traits(&pile, "b", (DayCase){"2026-02-02", "shelling", KILLED[i]});
        a.is_spot = b.is_spot = a.placed = b.placed = true;
        a.name = b.name = 3;
        a.place = (PlaceHash){3, 4};
        a.country = 1;
        b.country = 2;
        print_apart(&a, &b, STR("of two towns"), KILLED[i] == 5, i);
        b.country = 1;
        print_apart(&a, &b, STR("of two towns"), false, i);
        pile_free(&pile);
    }
}

static void towns_that_one_report_tells_of_are_not_apart(void **state)
{
    (void)state;
    Pile pile = pile_new();
    EventTraits traits[3];
    traits[0] = day_traits(&pile, "a", (DayCase){"2026-02-02", "shelling", 4});
    traits[1] = day_traits(&pile, "b", (DayCase){"2026-02-02", "shelling", 5, .place = "Corvo"});
    Extraction *round = pile_add(&pile, "c", "2026-02-02", "Four people died in Alba and five in Corvo.");
    pile_claim(&pile, round, (TestClaim){"Four people", CLASS_CIVILIAN, COUNT_EXACT, 4, .place = "Alba"});
    pile_claim(&pile, round, (TestClaim){"five", CLASS_CIVILIAN, COUNT_EXACT, 5, .place = "Corvo"});
    assemble_document(round, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
    traits[2] = compare_traits(round, pile.arena);
    compare_rounds(pile.items, 3, traits);
    print_apart(&traits[0], &traits[1], STR("of two towns"), false, 0);
    pile_free(&pile);
}

/* Whom hunger or a flood killed no shell did; a fire may be a bomb's. */
static void harm_of_two_causes_is_of_two_events(void **state)
{
    (void)state;
    static const struct {
        const char *tactic; /* of an event that is no attack */
        bool apart;         /* from a bombing */
    } ROWS[] = {{"hunger", true}, {"outbreak", true}, {"flood", true},
                {"fire", false},  {"crash", false},   {"award", false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", 4});
        Extraction *x = pile_add(&pile, "b", "2026-02-02", "A blow hit Alba. Some people were killed.");
        Claim *event = pile_claim(&pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = "other", .place = "Alba"});
        Str *tactics = ARENA_ARRAY(pile.arena, Str, 1);
        tactics[0] = str_from(ROWS[i].tactic);
        event->tactics = tactics;
        event->tactic_count = 1;
        pile_claim(&pile, x, (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, 4, .place = "Alba"});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        EventTraits b = compare_traits(x, pile.arena);
        print_apart(&a, &b, STR("causes that no one event has"), ROWS[i].apart, i);
        pile_free(&pile);
    }
}

static EventTraits mishap_traits(Pile *pile, const char *id, const char *type, const char *tactic, int killed)
{
    Extraction *x = pile_add(pile, id, "2026-02-02", "A blow hit Alba. Some people were killed.");
    Claim *event = pile_claim(
        pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = type, .first = "2026-02-02", .place = "Alba"});
    Str *tactics = ARENA_ARRAY(pile->arena, Str, 1);
    tactics[0] = str_from(tactic);
    event->tactics = tactics;
    event->tactic_count = 1;
    pile_claim(pile, x,
               (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, killed, .first = "2026-02-02", .place = "Alba"});
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
    return compare_traits(x, pile->arena);
}

/* Of one town and day, each with its toll: a bus that crashed is no gas blast, a house that burned no shooting; a hall that fell in may
 * be what a blast broke. */
static void two_mishaps_of_a_day_are_two(void **state)
{
    (void)state;
    static const struct {
        const char *type;
        const char *tactic;
        int killed;
        const char *other_type;
        const char *other_tactic;
        bool apart; /* beside five */
    } ROWS[] = {
        {"other", "crash", 8, "other", "explosion", true},       {"other", "crash", 5, "other", "explosion", false},
        {"other", "crash", 8, "shooting", "gunfire", true},      {"other", "collapse", 8, "other", "explosion", false},
        {"other", "crash", 8, "bombing", "explosives", false},   {"other", "fire", 6, "shooting", "gunfire", true},
        {"other", "fire", 6, "attack", "gunfire", false},        {"other", "fire", 6, "other", "explosion", false},
        {"other", "sinking", 8, "bombing", "explosives", true},  {"other", "sinking", 8, "attack", "explosives", false},
        {"other", "sinking", 5, "bombing", "explosives", false}, {"other", "sinking", 8, "other", "crash", false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits a = mishap_traits(&pile, "a", ROWS[i].type, ROWS[i].tactic, ROWS[i].killed);
        EventTraits b = mishap_traits(&pile, "b", ROWS[i].other_type, ROWS[i].other_tactic, 5);
        print_apart(&a, &b, STR("two causes and two tolls"), ROWS[i].apart, i);
        print_apart(&b, &a, STR("two causes and two tolls"), ROWS[i].apart, i);
        pile_free(&pile);
    }
}

/* What crashed is seldom what was bombed, but "overnight" is news of its day as well. */
static void a_night_and_another_cause_tell_events_apart(void **state)
{
    (void)state;
    static const struct {
        const char *last; /* of the bombing */
        const char *tactic;
        bool apart;
    } ROWS[] = {{"2026-02-02", "crash", true},
                {"2026-02-03", "crash", true}, /* overnight */
                {"2026-02-04", "crash", false},
                {"2026-02-02", "award", false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits traits[2];
        for (size_t k = 0; k < COUNT_OF(traits); k++) {
            const char *first = k == 0 ? "2026-02-02" : "2026-02-05";
            const char *last = k == 0 ? ROWS[i].last : "2026-02-05";
            Extraction *x = pile_add(&pile, k == 0 ? "a" : "b", first, "A blow hit Alba. Some people were killed.");
            Claim *event = pile_claim(&pile, x,
                                      (TestClaim){"blow", .kind = KIND_ATTACK, .type = k == 0 ? "bombing" : "other",
                                                  .first = first, .last = last, .place = "Alba"});
            Str *tactics = ARENA_ARRAY(pile.arena, Str, 1);
            tactics[0] = str_from(ROWS[i].tactic);
            event->tactics = k == 0 ? NULL : tactics;
            event->tactic_count = k == 0 ? 0 : 1;
            pile_claim(&pile, x,
                       (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, k == 0 ? 4 : 1, .first = first,
                                   .last = last, .place = "Alba"});
            assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
            traits[k] = compare_traits(x, pile.arena);
        }
        print_apart(&traits[0], &traits[1], STR("of two days"), ROWS[i].apart, i);
        print_apart(&traits[0], &traits[1], STR("harm by other causes,"), str_is(str_from(ROWS[i].tactic), "crash"), i);
        pile_free(&pile);
    }
}

/* "A third victim has died": two were known. */
static void a_numbered_victim_is_of_the_event_that_had_one_less(void **state)
{
    (void)state;
    static const struct {
        int killed;
        bool adds;
    } ROWS[] = {{2, true}, {5, false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", ROWS[i].killed});
        Extraction *x = pile_add(&pile, "b", "2026-02-05", "A third victim of the bombing in Alba died.");
        pile_claim(&pile, x,
                   (TestClaim){"A third victim", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .first = "2026-02-05",
                               .place = "Alba", .ordinal = 3});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        EventTraits b = compare_traits(x, pile.arena);
        print_apart(&a, &b, STR("as many killed as one knew before"), ROWS[i].adds, i);
        pile_free(&pile);
    }
}

/* "The toll rose to 19 on Thursday as two more died": 17 were known, and the day is not the attack's. */
static void an_update_is_of_the_event_whose_toll_it_adds_to(void **state)
{
    (void)state;
    static const struct {
        int killed;
        const char *finding;
    } ROWS[] = {{17, "as many killed as one knew before"}, {6, "over twice as many killed"}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", ROWS[i].killed});
        Extraction *x = pile_add(&pile, "b", "2026-02-05", "The toll of the bombing in Alba rose to 19 as two died.");
        pile_claim(&pile, x,
                   (TestClaim){"bombing", .kind = KIND_ATTACK, .type = "bombing", .first = "2026-02-05",
                               .place = "Alba", .again = true});
        Claim *whole = pile_claim(
            &pile, x,
            (TestClaim){"19", CLASS_CIVILIAN, COUNT_EXACT, 19, .first = "2026-02-05", .place = "Alba", .total = true});
        pile_claim(
            &pile, x,
            (TestClaim){"two", CLASS_CIVILIAN, COUNT_EXACT, 2, .first = "2026-02-05", .place = "Alba", .part_of = 2});
        x->claims[0].window_span = x->claims[2].window_span = whole->window_span;
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        EventTraits b = compare_traits(x, pile.arena);
        print_apart(&a, &b, str_from(ROWS[i].finding), true, i);
        print_apart(&a, &b, STR("days within"), false, i);
        pile_free(&pile);
    }
}

/* One victim each, and another: a man and a woman, a boy of 9 and a man of 60. */
static void other_victims_are_of_other_events(void **state)
{
    (void)state;
    static const struct {
        const char *victim;
        unsigned subgroups;
        const char *finding; /* beside "a man aged 60" */
    } ROWS[] = {{"a woman", SUBGROUP_WOMEN, "a man killed in one, a woman in the other"},
                {"a man aged 62", SUBGROUP_MEN, "victims of other ages"},
                {"a man aged 19", SUBGROUP_MEN, "one killed in each, of ages far apart"}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        EventTraits traits[2];
        for (size_t k = 0; k < COUNT_OF(traits); k++) {
            const char *victim = k == 0 ? "a man aged 60" : ROWS[i].victim;
            char text[64];
            (void)snprintf(text, sizeof text, "In Alba %s was killed.", victim);
            Extraction *x = pile_add(&pile, k == 0 ? "a" : "b", "2026-02-02", text);
            pile_claim(&pile, x,
                       (TestClaim){victim, CLASS_CIVILIAN, COUNT_DESCRIBED, 1, .place = "Alba",
                                   .subgroups = k == 0 ? SUBGROUP_MEN : ROWS[i].subgroups});
            assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
            traits[k] = compare_traits(x, pile.arena);
        }
        print_apart(&traits[0], &traits[1], str_from(ROWS[i].finding), true, i);
        pile_free(&pile);
    }
}

/* What was counted over weeks is no event of a day; one or two killed "in February" may be. */
static void a_tally_is_no_event_of_a_day(void **state)
{
    (void)state;
    static const int KILLED[] = {90, 2};
    for (size_t i = 0; i < COUNT_OF(KILLED); i++) {
        Pile pile = pile_new();
        EventTraits a = day_traits(&pile, "a", (DayCase){"2026-02-02", "bombing", 4});
        Extraction *x = pile_add(&pile, "b", "2026-03-02", "Some people of Alba were killed.");
        pile_claim(&pile, x,
                   (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, KILLED[i], .first = "2026-02-01",
                               .last = "2026-02-28", .place = "Alba"});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        EventTraits b = compare_traits(x, pile.arena);
        Buf out = {0};
        compare_put(&out, &a, &b, true);
        assert_int_equal(str_find(buf_str(&out), STR("a tally of weeks"), 0) != SIZE_MAX, KILLED[i] == 90);
        buf_free(&out);
        pile_free(&pile);
    }
}

/* A report of an attack that tells another as of days before is not of that one: a report of that one was written before, or says its
 * day. Who died since, alone, is no second attack. */
static void what_one_tells_as_earlier_is_another_event(void **state)
{
    (void)state;
    static const struct {
        const char *written; /* the other report */
        const char *told;    /* the day that it says, NULL: none */
        int killed;          /* on the teller's own day */
        bool apart;
    } OTHERS[] = {
        {"2026-02-13", "2026-02-11", 2, true}, /* the day before, with the toll that is told of it */
        {"2026-02-10", "2026-02-10", 2, true},  {"2026-02-10", NULL, 2, true},  {"2026-02-13", "2026-02-10", 2, true},
        {"2026-02-13", "2026-02-12", 2, false}, {"2026-02-13", NULL, 2, false}, {"2026-02-10", "2026-02-10", 1, false},
    };
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-02-12", "Four clerks were hurt. A mine hit a lorry. Nine traders died.");
        pile_claim(&pile, x,
                   (TestClaim){"Four clerks", CLASS_CIVILIAN, COUNT_EXACT, OTHERS[i].killed, .first = "2026-02-12",
                               .place = "Alba"});
        pile_claim(
            &pile, x,
            (TestClaim){"mine hit", .kind = KIND_ATTACK, .type = "bombing", .first = "2026-02-12", .place = "Alba"});
        pile_claim(&pile, x,
                   (TestClaim){"Nine traders", CLASS_CIVILIAN, COUNT_EXACT, 9,
                               .first = i == 0 ? "2026-02-11" : "2026-02-10", .place = "Alba", .background = true});
        Extraction *y = pile_add(&pile, "b", OTHERS[i].written, "Nine traders were killed.");
        pile_claim(
            &pile, y,
            (TestClaim){"Nine traders", CLASS_CIVILIAN, COUNT_EXACT, 9, .first = OTHERS[i].told, .place = "Alba"});
        EventTraits traits[2];
        for (size_t k = 0; k < COUNT_OF(traits); k++) {
            assemble_document(pile.items[k], profile_named(STR("raw"), pile.arena, NULL), pile.arena);
            traits[k] = compare_traits(pile.items[k], pile.arena);
        }
        Buf out = {0};
        compare_put(&out, &traits[1], &traits[0], true);
        if ((str_find(buf_str(&out), STR("an earlier event"), 0) != SIZE_MAX) != OTHERS[i].apart)
            fail_msg("row %zu: %.*s", i, (int)out.len, out.ptr);
        buf_free(&out);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attacks_of_two_days_are_two),
        cmocka_unit_test(a_battle_of_two_days_is_one),
        cmocka_unit_test(news_of_its_day_is_of_one_attack),
        cmocka_unit_test(a_toll_that_grows_within_a_day_is_of_one_attack),
        cmocka_unit_test(two_towns_of_one_name_are_two),
        cmocka_unit_test(towns_that_one_report_tells_of_are_not_apart),
        cmocka_unit_test(harm_of_two_causes_is_of_two_events),
        cmocka_unit_test(two_mishaps_of_a_day_are_two),
        cmocka_unit_test(a_night_and_another_cause_tell_events_apart),
        cmocka_unit_test(a_numbered_victim_is_of_the_event_that_had_one_less),
        cmocka_unit_test(an_update_is_of_the_event_whose_toll_it_adds_to),
        cmocka_unit_test(other_victims_are_of_other_events),
        cmocka_unit_test(a_tally_is_no_event_of_a_day),
        cmocka_unit_test(what_one_tells_as_earlier_is_another_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
