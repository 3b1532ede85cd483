#include "extract/claim/past.h"
#include "extract/english_for_tests.h"
#include "extract/event/event.h"

/* Does the rule stand in one of this stage's files? */
static bool is_ours(Str where)
{
    static const char *const FILES[] = {"accident.rules", "attack.rules",  "disruption.rules", "flag.rules",
                                        "/past_",         "pending.rules", "response.rules",   "responsibility.rules"};
    for (size_t i = 0; i < COUNT_OF(FILES); i++) {
        if (str_find(where, str_from(FILES[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static void the_rules_keep_their_examples(void **state)
{
    (void)state;
    size_t count = 0;
    int wrong = 0;
    const Example *examples = rules_examples(language.rules, &count);
    for (size_t i = 0; i < count; i++) {
        if (!is_ours(examples[i].where))
            continue;
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, examples[i].sentence);
        bool fired = false;
        for (size_t k = 0; k < a->mentions.count; k++)
            fired |= a->mentions.items[k].rule == examples[i].rule;
        if (fired != examples[i].wanted) {
            print_error("%.*s: %s: %.*s\n", (int)examples[i].where.len, examples[i].where.ptr,
                        fired ? "fires on" : "misses", (int)examples[i].sentence.len, examples[i].sentence.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* ---- attacks --------------------------------------------------------------------------------- */

/* clang-format off */
static const struct { const char *text; const char *type; const char *target; } ATTACKS[] = {
    {"A bomb exploded outside a bank in the old town.", "bombing", "bank"},
    {"The mayor of Sibi was kidnapped on Friday.", "kidnapping", "mayor of Sibi"},
    {"Gunmen attacked a police station and two schools.", "attack", "police station"},
    {"Jaime Rojas, a lawyer, was assassinated at noon.", "assassination", "Jaime Rojas"},
    {"A suicide bomber blew himself up near a mosque.", "suicide bombing", "place of worship"},
    {"Fighters set fire to three trucks on the road.", "arson", "vehicle"},
    {"The murder of Ana Diaz in the town was condemned.", "murder", "Ana Diaz"},
    {"Jaime Rojas's murder shook the town on Friday.", "murder", "Jaime Rojas"},
    {"A bridge was destroyed with dynamite.", "bombing", "bridge"},
    {"Several police posts came under fire.", "attack", "police station"},
    {"They tried to storm the prison.", "attack", "prison"},
    {"A fire swept through a hotel in Goma, killing two clerks.", "other", "none"},
    {"A boiler exploded at a bakery in Goma, killing two clerks.", "other", "none"},
    {"Heavy rains killed two clerks in Goma. Some 300 houses were destroyed.", "none", "none"},
    {"A fire killed two clerks in Goma. Some 300 houses were damaged.", "other", "none"},
    {"A bus left the road near Goma, killing two clerks.", "other", "none"},
    {"A bridge collapsed in Goma killing two clerks.", "other", "none"},
    {"A lorry rammed into a bus in Goma, killing two clerks.", "other", "none"},
    {"A masked man came into a bakery, killing two clerks.", "attack", "clerks"},
    {"A plane crashed into a bakery in Goma, destroying it and killing two clerks.", "other", "none"},
    {"A bus overturned near Goma, injuring nine and killing four.", "other", "none"},
    {"Relatives of murdered clerks marched in Goma.", "other", "none"},
    {"The rebels dug trenches in the debris of destroyed homes.", "none", "none"},
    {"TWO UNIDENTIFIED CLERKS WERE KILLED IN THE CLASHES.", "fighting", "UNIDENTIFIED CLERKS"},
    {"Deputies held up signs in parliament.", "none", "none"},
    {"Two men held up a bank in Goma.", "robbery", "bank"},
    {"Police seized 30 stolen cars in Goma.", "other", "none"},
    {"Officers who staged a coup are holding the mayor hostage.", "coup", "none"},
    {"Soldiers staged a coup in Goma and detained the mayor.", "coup", "none"},
    {"Two soldiers were killed by friendly fire near Goma.", "other", "none"},
    {"The rebels hanged four clerks in the market of Goma.", "execution", "clerks"},
    {"He was wounded in the attack and is being treated at the clinic in Goma.", "attack", "none"},
    {"A bomb hidden in a truck exploded outside a bank in Goma.", "car bombing", "bank"},
    {"The union demands an end to the murder of two clerks in Goma.", "none", "none"},
    {"Acts of violence committed by groups of clerks shook Goma.", "none", "none"},
    {"Rebels handed over three wounded soldiers to the mayor of Goma.", "none", "none"},
    {"Rebels killed three wounded soldiers in Goma.", "fighting", "soldiers"},
    {"Rebels attacked a patrol boat on the lake.", "fighting", "port"},
    {"Rebels set fire to a hotel in Goma, killing two clerks.", "arson", "hotel"},
    {"Warplanes bombed a school.", "air strike", "school"},
    {"The air force bombed a school.", "air strike", "school"},
    {"A bank was attacked with explosives.", "bombing", "bank"},
    {"Three shopkeepers were wounded in the explosion.", "explosion", "shopkeepers"},
    {"Two judges are being held hostage.", "hostage taking", "judges"},
    {"Rebels attacked an army patrol on the bridge.", "fighting", "military convoy"},
    {"Rebels attacked an army patrol and a bank.", "attack", "military convoy"},
    {"Fighters hijacked a passenger train near the pass.", "hijacking", "railway"},
    {"Rebels attacked the headquarters of the 1st Infantry Brigade.", "fighting", "business"},
    {"Rebels attacked the home of a judge.", "attack", "home"},
    {"Rebels set a school and two buses on fire.", "arson", "school"},
    {"Police defused a bomb at the bank.", "bombing", "bank"},
    {"A teacher died from a gunshot wound.", "shooting", "teacher"},
    {"Three farmers were killed by soldiers.", "attack", "farmers"},
    {"Pedro Salas was shot to death by two men.", "shooting", "Pedro Salas"},
    {"An explosion was reported near a bank on Friday.", "explosion", "bank"},
    {"A bomb ripped through a bank on Friday.", "bombing", "none"},
    {"A blast ripped through a bank on Friday.", "explosion", "none"},
    {"Unknown men placed two bombs in a hotel on Friday.", "bombing", "hotel"},
    {"Shots were fired at a bus near the market.", "shooting", "bus"},
    {"Gunmen attacked the newspaper El Alba in the town.", "attack", "newspaper El Alba"},
    {"The president Pedro Diaz Salas's private home was attacked by gunmen.", "attack",
     "Pedro Diaz Salas's private home"},
    {"The rebels used explosives to blow up a bridge.", "bombing", "bridge"},
    {"A BOMB HIT A CIVILIAN HOME ON FRIDAY.", "bombing", "CIVILIAN HOME"},
    {"Masked men killed two farmers on Friday.", "murder", "farmers"},
    {"The convent was subjected to artillery fire.", "shelling", "place of worship"},
    {"Drones struck an oil depot.", "drone attack", "oil or gas site"},
};
/* clang-format on */

static void an_attack_has_its_type_and_target(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ATTACKS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_attack(analyse(arena, str_from(ATTACKS[i].text)));
        Str type = claim ? claim->type : STR("none");
        Str target = claim && claim->target_count > 0 ? claim->targets[0] : STR("none");
        if (!str_equal(type, str_from(ATTACKS[i].type)) || !str_equal(target, str_from(ATTACKS[i].target))) {
            print_error("%s: %.*s of %.*s\n", ATTACKS[i].text, (int)type.len, type.ptr, (int)target.len, target.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void what_did_not_happen_is_no_attack(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"Rebels threatened to attack the bank.",
                                        "The market was quiet on Friday.",
                                        "Officials warned of attacks on banks.",
                                        "They have the means to attack schools.",
                                        "The weapons were seized.",
                                        "The house was raided.",
                                        "A landslide that hit several villages.",
                                        "If the bank is attacked, the talks will end.",
                                        "We are not going to allow a school to be bombed.",
                                        "A truck hit a bus on the road."};
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_attack(analyse(arena, str_from(TEXTS[i])));
        if (claim && !str_equal(claim->type, STR("other"))) {
            print_error("%s: %.*s\n", TEXTS[i], (int)claim->rule.len, claim->rule.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void damage_belongs_to_the_attack_before_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t attacks;
        const char *last; /* type of the last */
    } TEXTS[] = {
        {"A bomb exploded near a bank. The old library was destroyed.", 2, "bombing"},
        {"The old library was destroyed.", 0, NULL},
        {"Rebels clashed with soldiers. The old library was destroyed.", 1, "fighting"},
        {"A bomb exploded near a bank. Three shops sustained damage.", 2, "bombing"},
        {"Gunmen murdered a judge. The explosion damaged a bank.", 2, "explosion"},
        {"A bomb exploded near a bank. Two cars that were in the area were damaged.", 2, "bombing"},
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i].text));
        size_t attacks = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            attacks += a->claims[k].kind == KIND_ATTACK;
        assert_int_equal(attacks, TEXTS[i].attacks);
        if (attacks > 0)
            assert_true(str_is(a->claims[a->claim_count - 1].type, TEXTS[i].last));
        arena_destroy(arena);
    }
}

static void talk_of_attacks_is_no_news(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool spoken_of;
    } TEXTS[] = {
        {"They spoke of the bombing of banks.", true},
        {"They spoke of the bombing of two banks.", false},
        {"Gunmen bombed banks.", false},
        {"It rained. He spoke. They sang. He condemned the murder of journalists.", true},
        {"Carlos Vega was gunned down by rebels.", false},
        {"It rained. He spoke. They sang. He asked for the release of those who have been kidnapped.", true},
        {"It rained. He spoke. They sang. He named the gunmen who attacked the police station.", false},
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_attack(analyse(arena, str_from(TEXTS[i].text)));
        assert_non_null(claim);
        assert_int_equal(claim->spoken_of, TEXTS[i].spoken_of);
        arena_destroy(arena);
    }
}

/* clang-format off */
static const struct { const char *text; const char *party; } ATTACKERS[] = {
    {"Shining Path guerrillas attacked a bank.", "Shining Path (Sendero Luminoso)"},
    {"\"Shining Path\" rebels attacked a bank.", "Shining Path (Sendero Luminoso)"},
    {"Guerrillas of the Shining Path attacked a bank.", "Shining Path (Sendero Luminoso)"},
    {"A bank was bombed. The Shining Path is active there. The rebels burned two buses.", "Shining Path (Sendero Luminoso)"},
    {"Gunmen attacked a bank. The Shining Path was silent.", "none"},
    {"Guerrillas attacked a bank. The Shining Path praised the attack.", "none"},
    {"Guerrillas attacked a bank. The Shining Path fears the army.", "Shining Path (Sendero Luminoso)"},
    {"REBELS ATTACKED A BANK THAT HAD SO FAR BEEN SPARED.", "none"},
    {"Rebels attacked an army convoy.", "none"},
    {"The army attacked a village.", "army"},
    {"According to the police, unknown persons attacked a bank.", "none"},
    {"A bank was bombed by the Shining Path and the Taliban.", "Taliban"},
    {"The police hold the Shining Path responsible for the bombing of a bank.", "Shining Path (Sendero Luminoso)"},
    {"Army helicopters attacked a village.", "Army"},
    {"The attack took place in areas dominated by the Taliban.", "none"},
    {"The attack was carried out by the Taliban.", "Taliban"},
    {"The army base was attacked.", "none"},
    {"The army seized a bus.", "none"},
    {"THE FACT IS THAT A BANK WAS BOMBED.", "none"},
    {"A BANK WAS BOMBED BY GUERRILLAS FROM THE SHINING PATH.", "Shining Path (Sendero Luminoso)"},
    {"We accuse the Shining Path of the bombing of a bank.", "Shining Path (Sendero Luminoso)"},
    {"The police are involved in the murder of two judges.", "police"},
};
/* clang-format on */

/* The last that is named as having done the document's last attack. */
static Str attacker(const Analysis *a)
{
    Str name = STR("none");
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind == KIND_ATTACK)
            name = a->claims[i].perpetrator_count > 0 ? a->claims[i].perpetrators[a->claims[i].perpetrator_count - 1]
                                                      : STR("none");
    }
    return name;
}

static void a_role_has_the_name_beside_it_or_the_only_one_told(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ATTACKERS); i++) {
        Arena *arena = arena_create();
        Str party = attacker(analyse(arena, str_from(ATTACKERS[i].text)));
        if (str_find(party, str_from(ATTACKERS[i].party), 0) == SIZE_MAX) {
            print_error("%s: %.*s\n", ATTACKERS[i].text, (int)party.len, party.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* An attack on an armed force of the state, with or without a name for it, and one by it on fighters are fights. */
static void forces_fight(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool fight;
    } TEXTS[] = {
        {"Rebels ambushed a National Guard unit.", true},
        {"Rebels ambushed a bus.", false},
        {"Three rebels were killed by the army.", true},
        {"Three farmers were killed by the army.", false},
        {"Rebels attacked four towns, killing two soldiers.", false},
        {"Rebels attacked an army patrol.\n\nA bomb killed two teachers.", true},
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_attack(analyse(arena, str_from(TEXTS[i].text)));
        assert_non_null(claim);
        assert_int_equal(str_equal(claim->type, STR("fighting")), TEXTS[i].fight);
        arena_destroy(arena);
    }
}

static void the_accused_is_not_the_accuser(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("The army accused the Shining Path of the murder."));
    bool found = false;
    for (size_t i = 0; i < a->claim_count; i++)
        found |= a->claims[i].kind == KIND_ACCUSATION && a->claims[i].perpetrator_count == 1 &&
                 str_equal(a->claims[i].perpetrators[0], STR("Shining Path (Sendero Luminoso)"));
    assert_true(found);
    arena_destroy(arena);
}

static void a_storm_blamed_for_deaths_is_nobody_accused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t accusations;
    } BLAMED[] = {{"The storm was blamed for nine deaths in the town.", 0},
                  {"Nine deaths in the town were blamed on the heatwave.", 0},
                  {"The rebels were blamed for nine deaths in the town.", 1}};
    for (size_t i = 0; i < COUNT_OF(BLAMED); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(BLAMED[i].text));
        size_t found = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            found += a->claims[k].kind == KIND_ACCUSATION;
        assert_int_equal(found, BLAMED[i].accusations);
        arena_destroy(arena);
    }
}

static void a_bid_is_attempted_and_may_be_foiled(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Claim *claim = first_attack(analyse(arena, STR("A bid to storm the prison was thwarted by guards.")));
    assert_non_null(claim);
    assert_int_equal(claim->status, STATUS_ATTEMPTED | STATUS_FOILED);
    arena_destroy(arena);
}

/* ---- background ------------------------------------------------------------------------------ */

/* Sentences that stand behind a report's lead. */
/* clang-format off */
static const struct { const char *text; bool background; } TIMES[] = {
    {"In 2019, a bombing killed ten people.", true},
    {"A bombing killed ten people on Friday.", false},
    {"Previous closures of the road hurt trade.", true},
    {"The bombing on Friday was the deadliest since 2014.", false},
    {"Last year a bombing killed ten people.", true},
    {"Ten people were killed.", false},
    {"In 2019, a bomb went off here. Ten people were killed.", true},
    {"In 2019, a bomb went off here. Ten people were killed on Friday.", false},
    {"In January, a bomb went off here. Ten people were killed.", false},
    {"In 2019, a bomb went off here.\n\nTen people were killed.", false},
};
/* clang-format on */

static void older_incidents_are_background(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TIMES); i++) {
        Arena *arena = arena_create();
        Buf text = {0};
        buf_put(&text, STR("A bomb exploded in Sibi on Friday. Two people were hurt. Police came. "));
        buf_put(&text, str_from(TIMES[i].text));
        const Analysis *a = analyse(arena, arena_copy(arena, buf_str(&text)));
        buf_free(&text);
        if (past_is_told(a, (uint32_t)a->tokens.sentence_count - 1) != TIMES[i].background) {
            print_error("%s\n", TIMES[i].text);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Whom hunger or disease killed, told behind an attack, is none of its victims. */
static void deaths_of_hunger_are_none_of_an_attack(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool background; /* its last figure */
    } TEXTS[] = {
        {"Shells killed seven people in Sibi. In the town 15 people have died of hunger since May.", true},
        {"Shells killed seven people in Sibi. Cholera killed 15 others there.", true},
        {"Shells killed seven people in Sibi. Fifteen who had fled hunger were wounded.", false},
        {"Shells killed seven people in Sibi. Fifteen were killed in Quetta.", false},
        {"In Sibi 15 people have died of hunger. Seven people were killed there.", false},
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i].text));
        const Claim *last = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY)
                last = &a->claims[k];
        if (!last || last->background != TEXTS[i].background)
            fail_msg("%s", TEXTS[i].text);
        arena_destroy(arena);
    }
}

static void the_lead_tells_the_own_event_of_a_report(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("A man was tried for a bombing that killed ten people in 2019."));
    const Claim *attack = first_attack(a);
    assert_non_null(attack);
    assert_false(attack->background);
    arena_destroy(arena);
}

/* clang-format off */
static const struct { const char *text; const char *due; } PROMISES[] = {
    {"Twelve people died in Quetta on Sunday. The ministry will publish the final toll by 5 March.", "2026-03-05"},
    {"Twelve people died in Quetta on Sunday. Police said results of the inquiry will be released on Tuesday.", "2026-03-03"},
    {"Twelve people died in Quetta on Sunday. The ministry will publish the final toll.", ""},
    {"A statement is expected later on Monday, police said.", "2026-03-02"},
};
/* clang-format on */

/* A promise falls due on the day it names, and on none where it names none: never on the day of what the report tells. */
static void a_promise_is_due_when_it_says(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PROMISES); i++) {
        Arena *arena = arena_create();
        Document *document = ARENA_NEW(arena, Document);
        *document = (Document){
            .id = STR("d"), .text = str_from(PROMISES[i].text), .published = moment_parse(STR("2026-03-02"))};
        const Extraction *x = extract_document(&language, NULL, document, arena);
        Str due = STR("no promise");
        for (size_t c = 0; c < x->claim_count; c++) {
            if (x->claims[c].kind != KIND_PENDING)
                continue;
            Buf day = {0};
            if (x->claims[c].window.last != DAY_NONE)
                day_write(&day, x->claims[c].window.last);
            due = arena_copy(arena, buf_str(&day));
            buf_free(&day);
        }
        if (!str_equal(due, str_from(PROMISES[i].due))) {
            print_error("%s: %.*s\n", PROMISES[i].text, (int)due.len, due.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deaths_of_hunger_are_none_of_an_attack),
        cmocka_unit_test(the_lead_tells_the_own_event_of_a_report),
        cmocka_unit_test(the_rules_keep_their_examples),
        cmocka_unit_test(a_promise_is_due_when_it_says),
        cmocka_unit_test(an_attack_has_its_type_and_target),
        cmocka_unit_test(what_did_not_happen_is_no_attack),
        cmocka_unit_test(damage_belongs_to_the_attack_before_it),
        cmocka_unit_test(talk_of_attacks_is_no_news),
        cmocka_unit_test(a_role_has_the_name_beside_it_or_the_only_one_told),
        cmocka_unit_test(forces_fight),
        cmocka_unit_test(the_accused_is_not_the_accuser),
        cmocka_unit_test(a_storm_blamed_for_deaths_is_nobody_accused),
        cmocka_unit_test(a_bid_is_attempted_and_may_be_foiled),
        cmocka_unit_test(older_incidents_are_background),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
