#include "assemble/pile_for_tests.h"

#include "assemble/basis/traits.h"

enum { MAX_ATTACKS = 5 };

/* What a report's words for its attacks make of the incident. */
static const struct {
    const char *text;
    const char *attacks[MAX_ATTACKS]; /* passage and type */
    const char *types[MAX_ATTACKS];
    const char *want;
} CASES[] = {
    {"An attack hit Alba. A bomb went off. The attack shook Alba.",
     {"attack", "bomb", "The attack"},
     {"attack", "bombing", "attack"},
     "bombing"},
    {"One attack, two attacks, third attack, fourth attack on Alba, where prisoners broke out.",
     {"One attack", "two attacks", "third attack", "fourth attack", "broke out"},
     {"attack", "attack", "attack", "attack", "prison break"},
     "attack"},
};

static void a_finer_word_is_the_type_unless_most_speak_of_attacks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", CASES[i].text);
        for (size_t k = 0; k < MAX_ATTACKS && CASES[i].attacks[k]; k++)
            (void)pile_claim(
                &pile, x,
                (TestClaim){CASES[i].attacks[k], .kind = KIND_ATTACK, .place = "Alba", .type = CASES[i].types[k]});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_true(str_equal(x->incidents[0].type, str_from(CASES[i].want)));
        pile_free(&pile);
    }
}

/* A kidnapping beside a bombing is a part of its own, of the bombing's day where it names none; what is only spoken of, or may
 * be a word for the bombing, is not. */
static void attacks_of_different_kinds_are_different_incidents(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x =
        pile_add(&pile, "a", "2026-02-01", "A bomb hit a bank. Gunmen abducted a judge. The attack. Arson.");
    static const Str TARGETS[] = {{"bank", 4}, {"judge", 5}, {"bank", 4}};
    static const TestClaim CLAIMS[] = {
        {"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing", .first = "2026-01-30"},
        {"abducted", .kind = KIND_ATTACK, .place = "Alba", .type = "kidnapping"},
        {"The attack", .kind = KIND_ATTACK, .place = "Alba", .type = "attack"},
        {"Arson", .kind = KIND_ATTACK, .place = "Alba", .type = "arson"}};
    for (size_t i = 0; i < COUNT_OF(CLAIMS); i++) {
        Claim *claim = pile_claim(&pile, x, CLAIMS[i]);
        claim->targets = i < COUNT_OF(TARGETS) ? &TARGETS[i] : NULL;
        claim->target_count = i < COUNT_OF(TARGETS);
        claim->spoken_of = claim->target_count == 0;
    }
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_int_equal(x->incident_count, 2);
    assert_true(str_equal(x->incidents[0].type, STR("bombing")));
    assert_true(str_equal(x->incidents[1].type, STR("kidnapping")));
    assert_int_equal(x->incidents[1].part_of, 0);
    assert_true(window_equal(x->incidents[1].window, x->incidents[0].window));
    pile_free(&pile);
}

/* Whose incidents a second sentence's attack has: one, where it is the first's told again or a part of it. */
static void what_belongs_to_an_attack_is_no_other(void **state)
{
    (void)state;
    static const Str HIT[] = {{"", 0}, {"guards", 6}};
    static const struct {
        const char *text;
        TestClaim first;
        TestClaim second;
        bool owned; /* its sentence owns up to the first */
        size_t incidents;
    } TOLD[] = {
        {"A battle shook Alba. A drone hit a bus.",
         {"battle", .type = "fighting"},
         {"A drone hit", .type = "drone attack"},
         false,
         2},
        {"A bomb hit Alba. It was theirs and killed guards.",
         {"bomb", .type = "bombing"},
         {"killed guards", .type = "fighting"},
         true,
         1},
        {"A bomb hit Alba. Raiders killed guards.",
         {"bomb", .type = "bombing"},
         {"killed guards", .type = "fighting"},
         false,
         2},
    };
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", TOLD[i].text);
        TestClaim attacks[] = {TOLD[i].first, TOLD[i].second};
        for (size_t k = 0; k < COUNT_OF(attacks); k++) {
            attacks[k].kind = KIND_ATTACK;
            attacks[k].place = "Alba";
            Claim *claim = pile_claim(&pile, x, attacks[k]);
            claim->deed = true;
            claim->targets = &HIT[k];
            claim->target_count = k;
        }
        if (TOLD[i].owned)
            (void)pile_claim(&pile, x, (TestClaim){"theirs", .kind = KIND_RESPONSIBILITY});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        if (x->incident_count != TOLD[i].incidents)
            print_error("%s\n", TOLD[i].text);
        assert_int_equal(x->incident_count, TOLD[i].incidents);
        pile_free(&pile);
    }
}

/* The targets of the cases below: a name for each attack. */
static void set_target(Claim *claim, const Str *name)
{
    claim->targets = name;
    claim->target_count = name->len > 0;
}

/* Any attack may be called an attack ("the attack"); one that a verb tells, of other targets than the bombing's, is
 * another. */
static void an_attack_on_something_else_is_another(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Str bombed;
        Str attacked;
        bool deed;
        size_t incidents;
    } TOLD[] = {
        {"a verb, another target", {"bank", 4}, {"bus", 3}, true, 2},
        {"a noun, another target", {"bank", 4}, {"bus", 3}, false, 1},
        {"a verb, the same target", {"bank", 4}, {"bank", 4}, true, 1},
    };
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "A bomb hit a bank. Gunmen attacked a bus.");
        TestClaim bomb = {"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"};
        TestClaim attack = {"attacked", .kind = KIND_ATTACK, .place = "Alba", .type = "attack"};
        set_target(pile_claim(&pile, x, bomb), &TOLD[i].bombed);
        Claim *claim = pile_claim(&pile, x, attack);
        set_target(claim, &TOLD[i].attacked);
        claim->deed = TOLD[i].deed;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        if (x->incident_count != TOLD[i].incidents)
            print_error("%s\n", TOLD[i].name);
        assert_int_equal(x->incident_count, TOLD[i].incidents);
        pile_free(&pile);
    }
}

/* "The murder of Ana Diaz" whom a bomb hit is the bombing; whom none hit, an incident of its own. */
static void a_killing_by_a_bomb_is_the_bombing(void **state)
{
    (void)state;
    static const struct {
        Str bombed;
        Str murdered;
        const char *type;
        size_t incidents;
    } TOLD[] = {
        {{"Diaz", 4}, {"Diaz", 4}, "murder", 1},
        {{"bank", 4}, {"Diaz", 4}, "murder", 2},
        {{"Diaz", 4}, {"Diaz", 4}, "kidnapping", 2},
    };
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "A bomb killed Diaz in Alba. The crime was condemned.");
        TestClaim bomb = {"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"};
        TestClaim crime = {"The crime", .kind = KIND_ATTACK, .place = "Alba", .type = TOLD[i].type};
        set_target(pile_claim(&pile, x, bomb), &TOLD[i].bombed);
        set_target(pile_claim(&pile, x, crime), &TOLD[i].murdered);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incident_count, TOLD[i].incidents);
        pile_free(&pile);
    }
}

/* Fighting in a town of a round-up hides no bombing there. */
static void each_kind_of_attack_in_a_town_is_a_part(void **state)
{
    (void)state;
    static const Str BANK = {"bank", 4};
    static const TestClaim CLAIMS[] = {
        {"Clashes", .kind = KIND_ATTACK, .place = "Alba", .type = "fighting"},
        {"clashes", .kind = KIND_ATTACK, .place = "Brena", .type = "fighting"},
        {"fighting", .kind = KIND_ATTACK, .place = "Corvo", .type = "fighting"},
        {"a bomb", .kind = KIND_ATTACK, .place = "Brena", .type = "bombing"},
    };
    Pile pile = pile_new();
    Extraction *x =
        pile_add(&pile, "a", "2026-02-01",
                 "Clashes shook Alba, clashes shook Brena, fighting Corvo, and a bomb hit a bank in Brena.");
    for (size_t i = 0; i < COUNT_OF(CLAIMS); i++)
        set_target(pile_claim(&pile, x, CLAIMS[i]), i == COUNT_OF(CLAIMS) - 1 ? &BANK : &(Str){"", 0});
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_int_equal(x->incident_count, 5);
    const Incident *bombing = &x->incidents[4];
    assert_true(str_equal(bombing->type, STR("bombing")));
    assert_true(str_equal(bombing->place->place.name, STR("Brena")));
    assert_int_equal(bombing->target_count, 1);
    assert_int_equal(bombing->part_of, 0);
    for (size_t i = 0; i < 4; i++) {
        assert_true(str_equal(x->incidents[i].type, STR("fighting")));
        assert_false(str_equal(x->incidents[i].id, bombing->id));
    }
    pile_free(&pile);
}

/* One foiled raid makes no wave of attacks a foiled one. */
static void a_status_is_that_of_most_attacks(void **state)
{
    (void)state;
    static const struct {
        size_t attacks;
        unsigned want;
    } WAVES[] = {{1, STATUS_FOILED}, {2, STATUS_FOILED}, {3, 0}};
    static const char *const PASSAGES[] = {"A raid", "a bomb", "shots"};
    for (size_t i = 0; i < COUNT_OF(WAVES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "A raid on a bank, a bomb, and shots.");
        for (size_t k = 0; k < WAVES[i].attacks; k++) {
            TestClaim told = {PASSAGES[k], .kind = KIND_ATTACK, .place = "Alba", .type = "attack"};
            pile_claim(&pile, x, told)->status = k == 0 ? STATUS_FOILED : 0;
        }
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].status, WAVES[i].want);
        pile_free(&pile);
    }
}

/* Who is accused where no attack is told is no perpetrator. */
static void without_an_attack_there_is_no_perpetrator(void **state)
{
    (void)state;
    static const Str FRONT = {"Northern Front", 14};
    for (int attack = 0; attack <= 1; attack++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "The mayor accused the front. A bomb exploded.");
        TestClaim blame = {"accused", .kind = KIND_ACCUSATION};
        TestClaim bomb = {"A bomb", .kind = KIND_ATTACK, .place = "Alba", .type = attack ? "bombing" : ""};
        Claim *claim = pile_claim(&pile, x, blame);
        claim->perpetrators = &FRONT;
        claim->perpetrator_count = 1;
        pile_claim(&pile, x, bomb);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].perpetrator_count, attack);
        pile_free(&pile);
    }
}

/* The word for it is the name that most give it; a trial is no disaster. */
static void a_disaster_is_called_by_what_most_call_it(void **state)
{
    (void)state;
    enum { CLAIMS = 4 };
    static const char *const WORDS[CLAIMS] = {"One", "Two", "Three", "Four"};
    static const struct {
        Str names[CLAIMS];
        const char *want;
    } EVENTS[] = {{{{"landslide", 9}, {"flood", 5}, {"flood", 5}, {"trial", 5}}, "flood"},
                  {{{"flood", 5}, {"trial", 5}, {"trial", 5}, {"arrest", 6}}, "other"}};
    for (size_t k = 0; k < COUNT_OF(EVENTS); k++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "One. Two. Three. Four.");
        for (size_t i = 0; i < CLAIMS; i++) {
            Claim *claim = pile_claim(&pile, x, (TestClaim){WORDS[i], .kind = KIND_ATTACK, .type = "other"});
            claim->tactics = &EVENTS[k].names[i];
            claim->tactic_count = 1;
        }
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_true(str_equal(traits_event(&x->incidents[0]), str_from(EVENTS[k].want)));
        assert_int_equal(traits_is_disaster(&x->incidents[0]), k == 0);
        pile_free(&pile);
    }
}

/* Who fell in a fight was no target; whom a bomb killed was one. */
static void victims_of_an_attack_are_targets(void **state)
{
    (void)state;
    static const Str FARMERS = {"farmers", 7};
    static const char *const TYPES[] = {"fighting", "bombing"};
    for (size_t i = 0; i < COUNT_OF(TYPES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "There was an attack. Two farmers died in Alba.");
        (void)pile_claim(&pile, x, (TestClaim){"an attack", .kind = KIND_ATTACK, .place = "Alba", .type = TYPES[i]});
        Claim *harm = pile_claim(&pile, x, (TestClaim){"Two farmers", .kind = KIND_CASUALTY, .place = "Alba"});
        harm->targets = &FARMERS;
        harm->target_count = 1;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].target_count, i);
        pile_free(&pile);
    }
}

/* "In Vale": the town, or the division of that name, whose figure it is then; a town of another name is a part of it. */
static void a_town_may_stand_for_the_division_of_its_name(void **state)
{
    (void)state;
    PlaceMention division = {.place = {.name = STR("Vale"),
                                       .admin1 = STR("Vale"),
                                       .country = STR("XX"),
                                       .id = STR("iso:XX-V"),
                                       .precision = PRECISION_REGION}};
    PlaceMention town = division;
    town.place.id = STR("gn:1");
    town.place.precision = PRECISION_EXACT;
    PlaceMention other = town;
    other.place.id = STR("gn:2");
    other.place.name = STR("Brena");
    Incident incident = {.place = &division};
    assert_false(claim_is_local(&(Claim){.place = &town}, &incident));
    assert_true(claim_is_local(&(Claim){.place = &other}, &incident));
}

/* Of a town's event: who died on other days in a region that does not hold it is none of its dead; on its days the name may be the town's. */
static void another_region_on_another_day_is_no_part(void **state)
{
    (void)state;
    static const struct {
        Day first;
        const char *region;
        bool local;
    } rows[] = {{97, "Marsh", true}, {100, "Marsh", false}, {97, "Vale", false}};
    PlaceMention town = {.place = {.name = STR("Brena"),
                                   .admin1 = STR("Vale"),
                                   .country = STR("XX"),
                                   .id = STR("gn:1"),
                                   .precision = PRECISION_EXACT}};
    Incident incident = {.place = &town, .window = {100, 100}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PlaceMention region = {.place = {.name = str_from(rows[i].region),
                                         .admin1 = str_from(rows[i].region),
                                         .country = STR("XX"),
                                         .id = str_from(rows[i].region),
                                         .precision = PRECISION_REGION},
                               .span = {3, 8}};
        Claim claim = {.place = &region,
                       .window = {rows[i].first, rows[i].first},
                       .window_span = {20, 26},
                       .sentence = {0, 40},
                       .evidence = {0, 30}};
        assert_int_equal(claim_is_local(&claim, &incident), rows[i].local);
    }
}

/* Where reports agree on no more than the country: its divisions, and what is not on the map, are parts of it. */
static void a_place_in_a_country_is_a_part_of_it(void **state)
{
    (void)state;
    PlaceMention country = {
        .place = {.name = STR("Arland"), .country = STR("XX"), .id = STR("iso:XX"), .precision = PRECISION_COUNTRY}};
    PlaceMention district = {.place = {.name = STR("Vale"),
                                       .admin1 = STR("Vale"),
                                       .country = STR("XX"),
                                       .id = STR("iso:XX-V"),
                                       .precision = PRECISION_DISTRICT}};
    PlaceMention region = district;
    region.place.precision = PRECISION_REGION;
    PlaceMention village = {.place = {.name = STR("Brena")}};
    PlaceMention nowhere = {.place = {.name = STR("")}};
    Incident incident = {.place = &country};
    assert_true(claim_is_local(&(Claim){.place = &district}, &incident));
    assert_true(claim_is_local(&(Claim){.place = &region}, &incident));
    assert_true(claim_is_local(&(Claim){.place = &village}, &incident));
    assert_false(claim_is_local(&(Claim){.place = &country}, &incident));
    assert_false(claim_is_local(&(Claim){.place = &nowhere}, &incident));
    incident.place = &region;
    assert_false(claim_is_local(&(Claim){.place = &village}, &incident));
}

/* A fight of which no finite verb tells gives its name up to what one tells, where both are told once; not to "an attack". */
static void a_deed_names_the_incident_before_talk_of_a_fight(void **state)
{
    (void)state;
    static const struct {
        bool deed;
        const char *type;
        const char *want;
    } TYPES[] = {{false, "bombing", "fighting"}, {true, "bombing", "bombing"}, {true, "attack", "fighting"}};
    for (size_t i = 0; i < COUNT_OF(TYPES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "Attacking the army, they said, a bomb went off.");
        (void)pile_claim(&pile, x, (TestClaim){"Attacking", .kind = KIND_ATTACK, .place = "Alba", .type = "fighting"});
        Claim *bomb =
            pile_claim(&pile, x, (TestClaim){"a bomb", .kind = KIND_ATTACK, .place = "Alba", .type = TYPES[i].type});
        bomb->deed = TYPES[i].deed;
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_true(str_equal(x->incidents[0].type, str_from(TYPES[i].want)));
        pile_free(&pile);
    }
}

/* Bodies are found, and tolls rise, after the event. */
static void an_event_is_of_a_day_before_bodies_were_found(void **state)
{
    (void)state;
    static const struct {
        bool minimum;
        bool total;
        const char *day; /* of the sinking */
        const char *want;
    } DAYS[] = {{true, false, "2026-02-01", "2026-02-01"},
                {false, true, "2026-02-01", "2026-02-01"},
                {true, false, "2026-01-12", "2026-02-05"}};
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-06", "Nine bodies on Thursday. A ferry sank off Alba.");
        (void)pile_claim(&pile, x,
                         (TestClaim){"Nine bodies", .n = 9, .place = "Alba", .first = "2026-02-05",
                                     .last = "2026-02-05", .minimum = DAYS[i].minimum, .total = DAYS[i].total});
        (void)pile_claim(&pile, x,
                         (TestClaim){"A ferry sank", .kind = KIND_ATTACK, .place = "Alba", .type = "other",
                                     .first = DAYS[i].day, .last = DAYS[i].day});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_int_equal(x->incidents[0].window.first, day_parse(str_from(DAYS[i].want)));
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_disaster_is_called_by_what_most_call_it),
        cmocka_unit_test(victims_of_an_attack_are_targets),
        cmocka_unit_test(a_finer_word_is_the_type_unless_most_speak_of_attacks),
        cmocka_unit_test(a_deed_names_the_incident_before_talk_of_a_fight),
        cmocka_unit_test(a_status_is_that_of_most_attacks),
        cmocka_unit_test(attacks_of_different_kinds_are_different_incidents),
        cmocka_unit_test(what_belongs_to_an_attack_is_no_other),
        cmocka_unit_test(an_attack_on_something_else_is_another),
        cmocka_unit_test(an_event_is_of_a_day_before_bodies_were_found),
        cmocka_unit_test(a_killing_by_a_bomb_is_the_bombing),
        cmocka_unit_test(each_kind_of_attack_in_a_town_is_a_part),
        cmocka_unit_test(without_an_attack_there_is_no_perpetrator),
        cmocka_unit_test(a_town_may_stand_for_the_division_of_its_name),
        cmocka_unit_test(another_region_on_another_day_is_no_part),
        cmocka_unit_test(a_place_in_a_country_is_a_part_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
