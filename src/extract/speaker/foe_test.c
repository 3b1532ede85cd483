/* Whose word a loss is: what a party tells of its enemy, in its own statement and in others' reports. */
#include "extract/english_for_tests.h"

/* Of the first claim of people killed: who speaks, the victims' class, and whether it is the speaker's word on its enemy. */
/* clang-format off */
static const struct { const char *text; const char *speaker; VictimClass victims; bool of_enemy; } TOLD[] = {
    {"The army said it had killed more than 60 of the enemy in Goma.", "army", CLASS_MILITANT, true},
    {"The army said 12 hostile elements were killed.", "army", CLASS_MILITANT, true},
    {"The RSF said its drones struck a base, killing 60 fighters.", "RSF", CLASS_MILITANT, true},
    {"The army said its forces killed 30 in Goma.", "army", CLASS_MILITANT, true},
    {"The army said its patrol was ambushed in Goma, killing five.", "army", CLASS_UNKNOWN, false},
    {"The army said it had killed three of its own soldiers by mistake.", "army", CLASS_SECURITY, false},
    {"The rebels claimed to have killed 11 in Goma.", "rebels", CLASS_SECURITY, true},
    {"The rebels said they had killed 17 soldiers and mercenaries in Goma.", "rebels", CLASS_MIXED, true},
    {"The army said it killed 12 people in Goma.", "army", CLASS_UNKNOWN, false},
    {"A strike hit the port. It killed 12 in Goma, the health ministry said.", "health ministry", CLASS_UNKNOWN, false},
    {"Gunmen came at dawn. They killed 12 in Goma, police said.", "police", CLASS_UNKNOWN, false},
    {"Residents said the army killed 30 in Goma.", "Residents", CLASS_UNKNOWN, false},
    {"Statement of the RSF spokesman, 20 November 2026\n\nOur forces killed 12 of the enemy in Goma.", "RSF spokesman", CLASS_SECURITY, true},
    {"Army press release\n\nThree soldiers were killed in Goma on Sunday.", "Army", CLASS_SECURITY, false},
    {"Sudan Doctors Network\nStatement, 19 November 2026\n\nShells killed 27 civilians in Goma.", "Sudan Doctors Network", CLASS_CIVILIAN, false},
    {"The army said 19 fighters confirmed killed in Goma were members of the RSF.", "army", CLASS_MILITANT, false},
    {"The army said the enemy lost 45 soldiers in Goma.", "army", CLASS_SECURITY, true},
    {"The army said the enemy killed five soldiers in Goma.", "army", CLASS_SECURITY, false},
    {"The ministry said 12 servicemen were eliminated in Goma.", "ministry", CLASS_SECURITY, true},
    {"The army said 12 members of Boko Haram were killed in Goma.", "army", CLASS_MILITANT, false},
    {"Residents said two members of the National Guard were killed in Goma.", "Residents", CLASS_SECURITY, false},
    {"Residents said two members of the family were killed in Goma.", "Residents", CLASS_UNKNOWN, false},
    {"The army lost eleven men in the ambush.", "", CLASS_SECURITY, false},
    {"The RSF said it had lost nine in the fighting.", "RSF", CLASS_MILITANT, false},
    {"Residents said the RSF lost nine in the fighting.", "Residents", CLASS_MILITANT, false},
    {"The army put rebel losses at nine.", "army", CLASS_MILITANT, true},
    {"The army put its losses at nine.", "army", CLASS_SECURITY, false},
    {"Statement by the RSF draws anger\n\nThree soldiers were killed in Goma.", "", CLASS_SECURITY, false},
};
/* clang-format on */

/* Those told beside the enemy's dead without a noun: the class of the last claim of people hurt, and whether it is a word on an enemy. */
/* clang-format off */
static const struct { const char *text; VictimClass victims; bool of_enemy; } BESIDE[] = {
    {"The RSF said its drones killed 40 soldiers in Goma and injured 17 others.", CLASS_SECURITY, true},
    {"The RSF spokesman said its men had taken nine posts, 40 soldiers had been killed, and 17 others wounded.", CLASS_SECURITY, true},
    {"The rebels said 40 soldiers were killed and 17 were wounded in Goma.", CLASS_SECURITY, true},
    {"The army said it had killed 40 rebels and wounded several more in Goma.", CLASS_MILITANT, true},
    {"The army said it had killed 40 rebels and that 17 people were wounded in Goma.", CLASS_UNKNOWN, false},
    {"The army said 40 rebels were killed and 17 others were wounded in Goma.", CLASS_UNKNOWN, false},
    {"The army said rebels killed 40 soldiers and wounded 17 others in Goma.", CLASS_UNKNOWN, false},
    {"Residents said the blast killed 40 soldiers and wounded 17 others in Goma.", CLASS_UNKNOWN, false},
    {"The rebels said 40 civilians were killed and 17 others were wounded in Goma.", CLASS_UNKNOWN, false},
    {"The rebels said they had killed 40 soldiers. A clinic said 17 were wounded in Goma.", CLASS_UNKNOWN, false},
};
/* clang-format on */

/* Of the last claim of people killed, whom a phrase without a noun tells: the class of those told before it. */
static const struct {
    const char *text;
    VictimClass victims;
} BARE[] = {
    {"Two militants were killed in Goma and another two were killed in Uvira.", CLASS_MILITANT},
    {"A guard was killed in Goma while another was shot dead in Uvira.", CLASS_SECURITY},
    {"Two militants were hurt in Goma and another two were killed in Uvira.", CLASS_UNKNOWN},
};

static const Claim *first_killed(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome == OUTCOME_KILLED)
            return &a->claims[i];
    }
    return NULL;
}

static void a_loss_is_told_by_its_own_side_or_by_the_enemy(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_killed(analyse(arena, str_from(TOLD[i].text)));
        Str speaker = claim && claim->attribution ? claim->attribution->speaker : STR("");
        if (!claim || !str_equal(speaker, str_from(TOLD[i].speaker)) || claim->victim_class != TOLD[i].victims ||
            claim->of_enemy != TOLD[i].of_enemy) {
            print_error("%s\n  %.*s, class %d, enemy %d\n", TOLD[i].text, (int)speaker.len,
                        speaker.ptr ? speaker.ptr : "", claim ? (int)claim->victim_class : -1,
                        claim && claim->of_enemy);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void who_is_hurt_beside_the_enemys_dead_is_the_enemy(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(BESIDE); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(BESIDE[i].text));
        const Claim *hurt = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            hurt = a->claims[k].kind == KIND_CASUALTY && a->claims[k].outcome == OUTCOME_INJURED ? &a->claims[k] : hurt;
        if (!hurt || hurt->victim_class != BESIDE[i].victims || hurt->of_enemy != BESIDE[i].of_enemy) {
            print_error("%s\n  class %d, enemy %d\n", BESIDE[i].text, hurt ? (int)hurt->victim_class : -1,
                        hurt && hurt->of_enemy);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void another_without_a_noun_is_of_those_told_before(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(BARE); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(BARE[i].text));
        const Claim *last = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].outcome == OUTCOME_KILLED &&
                (!last || a->claims[k].evidence.start > last->evidence.start))
                last = &a->claims[k];
        if (!last || last->victim_class != BARE[i].victims) {
            print_error("%s: class %d\n", BARE[i].text, last ? (int)last->victim_class : -1);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Whoever says to have killed soldiers is a side. */
static void who_says_to_have_killed_soldiers_is_an_armed_group(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        Party party;
    } SAID[] = {{"The group said it killed 30 soldiers in Goma.", PARTY_ARMED_GROUP},
                {"The group claimed to have killed 30 soldiers in Goma.", PARTY_ARMED_GROUP},
                {"In a statement, the group said its fighters had killed 30 soldiers in Goma.", PARTY_ARMED_GROUP},
                {"The group said 30 soldiers were killed in Goma.", PARTY_NONE},
                {"The group said it counted 30 soldiers killed in Goma.", PARTY_NONE}};
    for (size_t i = 0; i < COUNT_OF(SAID); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(SAID[i].text));
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY &&
                (a->claims[k].party != SAID[i].party || a->claims[k].of_enemy != (SAID[i].party != PARTY_NONE)))
                fail_msg("%s", SAID[i].text);
        arena_destroy(arena);
    }
}

/* Of the last claim of people killed: the victims' class. */
static void whom_an_attacker_kills_with_himself_is_a_victim(void **state)
{
    (void)state;
    static const char *const DEAD[] = {
        "A suicide bomber killed himself and six others in Goma.",
        "A suicide bomber blew himself up in Goma and killed six others.",
        "The attacker and six others were killed in Goma.",
        "The attackers and six others were killed in Goma.",
    };
    for (size_t i = 0; i < COUNT_OF(DEAD); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(DEAD[i]));
        assert_true(a->claim_count > 1);
        const Claim *last = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].count.low == 6)
                last = &a->claims[k];
        assert_non_null(last);
        assert_int_equal(last->victim_class, CLASS_UNKNOWN);
        arena_destroy(arena);
    }
}

/* Of the last claim of people hurt: the victims' class. */
static void others_hurt_beside_fighters_are_fighters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        VictimClass victims;
    } HURT[] = {
        {"Troops killed ten fighters and injured eight others in Goma.", CLASS_MILITANT},
        {"Six fighters were killed and three injured in Goma.", CLASS_MILITANT},
        {"Troops killed ten fighters and injured eight farmers in Goma.", CLASS_CIVILIAN},
        {"Two soldiers and six fighters were killed and three others injured in Goma.", CLASS_UNKNOWN},
        {"Troops killed ten people and injured eight others in Goma.", CLASS_UNKNOWN},
        {"Ten fighters were killed in Goma. Eight others were injured.", CLASS_UNKNOWN},
        {"A guard shot a robber and injured a bystander in Goma.", CLASS_UNKNOWN},
        {"Fighters were killed in Goma and 17 others wounded.", CLASS_UNKNOWN},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(HURT); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(HURT[i].text));
        const Claim *last = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].outcome == OUTCOME_INJURED)
                last = &a->claims[k];
        if (!last || last->victim_class != HURT[i].victims) {
            print_error("%s: %d\n", HURT[i].text, last ? (int)last->victim_class : -1);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_hurt_beside_the_enemys_dead_is_the_enemy),
        cmocka_unit_test(another_without_a_noun_is_of_those_told_before),
        cmocka_unit_test(a_loss_is_told_by_its_own_side_or_by_the_enemy),
        cmocka_unit_test(who_says_to_have_killed_soldiers_is_an_armed_group),
        cmocka_unit_test(whom_an_attacker_kills_with_himself_is_a_victim),
        cmocka_unit_test(others_hurt_beside_fighters_are_fighters),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
