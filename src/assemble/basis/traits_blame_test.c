/* Who did it: claimed, alleged, contested. */
#include "assemble/pile_for_tests.h"

static void that_nobody_claims_it_is_no_claim(void **state)
{
    (void)state;
    static const struct {
        const char *type;
        Responsibility want;
    } TOLD[] = {{"none", RESPONSIBILITY_UNKNOWN}, {"claimed", RESPONSIBILITY_CLAIMED}};
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "A bomb hit Alba. A group spoke of it.");
        (void)pile_claim(&pile, x, (TestClaim){"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"});
        (void)pile_claim(&pile, x, (TestClaim){"spoke", .kind = KIND_RESPONSIBILITY, .type = TOLD[i].type});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].responsibility, TOLD[i].want);
        pile_free(&pile);
    }
}

/* An attack that is told with its name is alleged of it, whoever tells. */
static void who_is_named_as_attacker_is_alleged_to_be(void **state)
{
    (void)state;
    for (int named = 0; named < 2; named++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "Northern Front fighters attacked Alba.");
        Claim *attack =
            pile_claim(&pile, x, (TestClaim){"attacked Alba", .kind = KIND_ATTACK, .place = "Alba", .type = "attack"});
        Str *who = ARENA_ARRAY(pile.arena, Str, 1);
        who[0] = STR("Northern Front");
        attack->perpetrators = who;
        attack->perpetrator_count = (size_t)named;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].responsibility, named ? RESPONSIBILITY_ALLEGED : RESPONSIBILITY_UNKNOWN);
        pile_claim(&pile, x,
                   (TestClaim){"Front", .kind = KIND_DENIAL, .party = PARTY_ARMED_GROUP, .group = "Northern Front"});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].responsibility, named ? RESPONSIBILITY_CONTESTED : RESPONSIBILITY_UNKNOWN);
        pile_free(&pile);
    }
}

/* Who accuses another and denies something else contests nothing; whoever is accused does. */
static void a_denial_by_the_accuser_contests_nothing(void **state)
{
    (void)state;
    static const char *const STATES[] = {"XX", "YY"};
    for (size_t i = 0; i < COUNT_OF(STATES); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-02-01", "A bomb hit Alba. Xland blamed Yland. A ministry denied it.");
        TestClaim said = {"blamed", .kind = KIND_ACCUSATION, .party = PARTY_GOVERNMENT, .speaker = "Xland",
                          .state = "XX"};
        TestClaim denial = {"denied", .kind = KIND_DENIAL, .party = PARTY_GOVERNMENT, .speaker = "A ministry",
                            .state = STATES[i]};
        (void)pile_claim(&pile, x, (TestClaim){"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"});
        (void)pile_claim(&pile, x, said);
        (void)pile_claim(&pile, x, denial);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].responsibility, i ? RESPONSIBILITY_CONTESTED : RESPONSIBILITY_ALLEGED);
        pile_free(&pile);
    }
}

/* What a group takes on for another country is not what others did here; where nobody else is named, it may be. */
static void what_is_claimed_for_another_country_is_not_of_this(void **state)
{
    (void)state;
    static const struct {
        bool other;        /* the attack is told to be by somebody else */
        const char *place; /* of what is claimed */
        Responsibility want;
    } TOLD[] = {{true, "Farland", RESPONSIBILITY_ALLEGED},
                {true, "Alba", RESPONSIBILITY_CLAIMED},
                {false, "Farland", RESPONSIBILITY_CLAIMED}};
    static const Str FORCE = {"Xland army", 10};
    static const Str FRONT = {"Northern Front", 14};
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-02-01", "Jets hit Alba. The front took on raids on Farland and Alba.");
        Claim *attack =
            pile_claim(&pile, x, (TestClaim){"Jets", .kind = KIND_ATTACK, .place = "Alba", .type = "air strike"});
        attack->perpetrators = &FORCE;
        attack->perpetrator_count = TOLD[i].other;
        Claim *taken = pile_claim(
            &pile, x,
            (TestClaim){"took on raids", .kind = KIND_RESPONSIBILITY, .type = "claimed", .place = TOLD[i].place});
        taken->perpetrators = &FRONT;
        taken->perpetrator_count = 1;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].responsibility, TOLD[i].want);
        pile_free(&pile);
    }
}

/* "Xland" and "Xland army", of one state, are one side; a group beside them is another. */
static void names_of_one_state_are_one_side(void **state)
{
    (void)state;
    const Str who[] = {STR("Xland army"), STR("Xland"), STR("Xland Front")};
    const Str of[] = {STR("XX"), STR("XX"), STR("")};
    Pile pile = pile_new();
    Extraction *x = pile_add(&pile, "a", "2026-02-01", "A bomb hit Alba, a shell hit Alba, a rocket hit Alba.");
    static const char *const PASSAGES[] = {"A bomb", "a shell", "a rocket"};
    for (size_t i = 0; i < COUNT_OF(PASSAGES); i++) {
        Claim *attack =
            pile_claim(&pile, x, (TestClaim){PASSAGES[i], .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"});
        attack->perpetrators = &who[i];
        attack->perpetrator_count = 1;
        attack->perpetrator_state = of[i];
    }
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_int_equal(x->incidents[0].perpetrator_count, 2);
    assert_true(str_equal(x->incidents[0].perpetrators[0], STR("Xland army")));
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_claimed_for_another_country_is_not_of_this),

        cmocka_unit_test(that_nobody_claims_it_is_no_claim),
        cmocka_unit_test(who_is_named_as_attacker_is_alleged_to_be),
        cmocka_unit_test(a_denial_by_the_accuser_contests_nothing),
        cmocka_unit_test(names_of_one_state_are_one_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
