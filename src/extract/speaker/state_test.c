/* States in a report: who attacked, who speaks, whose losses are told, and where it then happened. With the map. */
#include "extract/english_for_tests.h"

static const Claim *first_of(const Analysis *a, ClaimKind kind)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind == kind)
            return &a->claims[i];
    }
    return NULL;
}

static bool is(Str found, const char *wanted)
{
    return str_equal(found.ptr ? found : STR(""), str_from(wanted));
}

/* clang-format off */
static const struct { const char *text; const char *attacker; const char *type; const char *place; } ATTACKS[] = {
    {"A Kenyan air strike on Garissa killed nine people.", "Kenya", "air strike", "Garissa"},
    {"Kenyan drones hit Garissa on Friday, killing nine people.", "Kenya", "drone attack", "Garissa"},
    {"Kenya shelled Garissa on Friday, killing nine people.", "Kenya", "shelling", "Garissa"},
    {"Kenyan strikes on Garissa killed nine people.", "Kenya", "air strike", "Garissa"},
    {"Kenya says missile strike killed nine in Garissa.", "", "missile attack", "Garissa"},
    {"Officials accused Kenya of a massacre in Garissa.", "Kenya", "mass killing", "Garissa"},
    {"A Kenyan bombing killed nine people in Garissa.", "", "bombing", "Garissa"},
    {"Kenya struck southern Somalia on Friday, killing four people, a day after Ethiopia fired missiles at Garissa.", "Kenya", "attack", "Somalia"},
    {"Rebels shelled Garissa on Friday, killing three people.", "", "shelling", "Garissa"},
};

static const struct { const char *text; const char *state; bool of_enemy; bool rival; } WORDS[] = {
    {"Kenyan jets bombed Mogadishu. The Kenyan defence ministry said 60 Somali soldiers were killed in Mogadishu.", "KE", true, true},
    {"Kenyan jets bombed Mogadishu. The Somali army said five Somali soldiers were killed in Mogadishu.", "SO", false, false},
    {"Kenyan jets bombed Mogadishu. The Kenyan army said 40 members of the Somali army were killed.", "KE", true, true},
    {"Kenya's general staff said its missiles killed 60 servicemen in Mogadishu.", "KE", true, false},
    {"Kenyan officials said two Somali soldiers were killed by a mine in Garissa.", "KE", false, false},
    {"Kenya's defence ministry said it hit a base. The defence ministry said 40 people were killed in Garissa.", "KE", false, false},
    {"Kenyan jets bombed Mogadishu. The Kenyan military said it hit a base. Two Kenyan soldiers died, the military said.", "KE", false, true},
    {"Kenyan officials said they hit a base. Local health officials said nine people were killed in Goma.", "", false, false},
    {"Kenyan officials said they hit a base. Local officials said nine people were killed in Goma.", "", false, false},
    {"The Kenyan army hit a base. Army spokesman Musa Ali said nine people were killed in Goma.", "KE", false, false},
    {"The Kenyan military hit a base. It was dawn. A military spokesman said nine people were killed in Goma.", "KE", false, false},
    {"The Kenyan army hit a base. Police spokesman Musa Ali said nine people were killed in Goma.", "", false, false},
    {"Kenyan jets bombed Mogadishu. The army said it had killed 60 fighters in Mogadishu.", "KE", true, true},
    {"Kenyan jets bombed Mogadishu. The army said 60 people were killed in Mogadishu.", "", false, false},
    {"Kenyan jets bombed Mogadishu. Ethiopian drones hit Goma. The army said it had killed 60 fighters in Mogadishu.", "", true, false},
    {"A doctor at the Kenyan Hospital said nine people were killed in Goma.", "", false, false},
    {"The Kenyan Health Ministry said nine people were killed in Goma.", "KE", false, false},
    {"NAIROBI (Agency) - The ministry said 40 people were killed in Mombasa.", "KE", false, false},
    {"NAIROBI (Agency) - The ministry said 40 people were killed in Goma.", "", false, false},
    {"The Kenyan army said 60 Somali soldiers were killed along the front line.", "KE", true, false},
    {"Kenya's defence ministry said its forces had killed 60 Somali soldiers.", "KE", true, false},
    {"Kenya's general staff said Somalia had lost 60 soldiers since Monday.", "KE", true, false},
    {"Kenya's general staff said Kenyan forces lost nine soldiers on Monday.", "KE", false, false},
    {"Kenya said 60 Somali soldiers were killed in Mogadishu. Kenyan drone and missile attacks went on.", "KE", true, true},
    {"Kenya said 60 Somali soldiers died in Mogadishu in a Kenyan Christmas Eve attack on their base.", "KE", true, true},
    {"Kenya said 60 Somali soldiers were killed in Mogadishu. Somalia launched several strikes on Garissa.", "KE", true, true},
    {"60 Somali soldiers killed in Mogadishu, Kenya says\n\nKenya said its strikes on Mogadishu killed 60 Somali soldiers.", "KE", true, true},
    {"Kenya said 60 Somalis were killed in Mogadishu by a Kenyan air strike. Somalia said nine of its soldiers died.", "KE", true, true},
    {"Kenya said 60 Somalis were killed in Mogadishu by a Kenyan air strike.", "KE", false, true},
    {"Kenya said 60 Somali soldiers were killed in the Somali-held town of Garissa.", "KE", true, false},
    {"Kenya spoke of 60 people killed in Mogadishu. Kenya said its rockets had killed 60 Somali soldiers. Somalia said nine of its soldiers died.", "KE", true, true},
    {"Kenya spoke of 50 people killed in Mogadishu. Kenya said its rockets had killed 60 Somali soldiers. Somalia said nine of its soldiers died.", "KE", false, true},
    {"About 60 Somali soldiers are said to have been killed in Mogadishu. Kenya said its rockets had killed 60 Somali soldiers. Somalia said nine of its soldiers died.", "KE", true, true},
};

/* Of the last figure: whether it is the speaker's own loss, of soldiers, or its word on another country's. */
static const struct { const char *text; bool own; bool of_enemy; } LOSSES[] = {
    {"Kenya said 20 of its soldiers died in the clash. Somalia said four of its own had died.", true, false},
    {"Kenya said 20 of its soldiers had died in the clash. Somalia said four of its own had.", true, false},
    {"Kenya said it lost 20 soldiers in the clash. Somalia said four had died.", false, false},
    {"Kenya said 20 of its soldiers died and 43 Somalis were killed.", false, true},
    {"Kenya said nine houses burned and 43 Somalis were killed.", false, false},
};

static const struct { const char *text; const char *place; } PLACES[] = {
    {"Kampala, 12 January 2026 (Agency) - Shells hit a depot in Goma.\n\nThree people were killed, medics said.", "Goma"},
    {"Troops clash, killing nine\n\nKampala, 12 January 2026 (Agency) - Shells fell on villages in Uganda.", "Uganda"},
    {"Shells hit a depot in Goma. Kampala denied that three people were killed.", "Goma"},
    {"Shells fell on Goma, killing four people, a day after rebels raided Bukavu.", "Goma"},
    {"KAMPALA, 12 January 2026 - A shell killed nine people, including two children, in Goma on Monday.", "Goma"},
    {"Gunmen burned 12 shops in Goma, three in Bukavu and one in Mombasa. Ten people were killed.", "Goma"},
};
/* clang-format on */

static void a_country_tells_what_it_lost_and_what_another_did(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(LOSSES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse_on_map(arena, str_from(LOSSES[i].text), STR_NONE);
        const Claim *last = NULL;
        for (size_t k = 0; k < a->claim_count; k++)
            last = a->claims[k].kind == KIND_CASUALTY ? &a->claims[k] : last;
        bool own = last && last->possessed && last->victim_class == CLASS_SECURITY;
        if (!last || own != LOSSES[i].own || last->of_enemy != LOSSES[i].of_enemy) {
            print_error("%s: own %d, enemy %d\n", LOSSES[i].text, own, last && last->of_enemy);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_country_can_be_who_did_it(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ATTACKS); i++) {
        Arena *arena = arena_create();
        const Claim *attack = first_of(analyse_on_map(arena, str_from(ATTACKS[i].text), STR_NONE), KIND_ATTACK);
        Str who = attack && attack->perpetrator_count > 0 ? attack->perpetrators[0] : STR("");
        Str where = attack && attack->place ? attack->place->place.name : STR("");
        if (!attack || !is(who, ATTACKS[i].attacker) || !is(attack->type, ATTACKS[i].type) ||
            !is(where, ATTACKS[i].place)) {
            print_error("%s\n  %.*s; %.*s; %.*s\n", ATTACKS[i].text, (int)who.len, who.ptr,
                        attack ? (int)attack->type.len : 0, attack ? attack->type.ptr : "", (int)where.len, where.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Of the first attack: who did it, and of which state it is. */
static void an_attacker_is_of_a_state(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *who;
        const char *of;
    } SIDES[] = {
        {"Kenya shelled Garissa on Friday, killing nine people.", "Kenya", "KE"},
        {"The Kenyan army shelled Garissa on Friday, killing nine people.", "Kenyan army", "KE"},
        {"The Laotian army shelled Garissa on Friday, killing nine people.", "Laotian army", "LA"},
        {"The IDF shelled Garissa on Friday, killing nine people.", "IDF", "IL"},
        {"The army shelled Garissa on Friday, killing nine people.", "The army", ""},
        {"The Pakistani Taliban shelled Garissa on Friday, killing nine people.", "Tehrik-i-Taliban Pakistan (TTP)",
         ""},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SIDES); i++) {
        Arena *arena = arena_create();
        const Claim *attack = first_of(analyse_on_map(arena, str_from(SIDES[i].text), STR_NONE), KIND_ATTACK);
        Str who = attack && attack->perpetrator_count > 0 ? attack->perpetrators[0] : STR("");
        if (!attack || !is(who, SIDES[i].who) || !is(attack->perpetrator_state, SIDES[i].of)) {
            print_error("%s\n  %.*s\n", SIDES[i].text, (int)who.len, who.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void authorities_are_of_a_country(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_of(analyse_on_map(arena, str_from(WORDS[i].text), STR_NONE), KIND_CASUALTY);
        Str country = claim && claim->attribution ? claim->attribution->state : STR("");
        if (!claim || !is(country, WORDS[i].state) || claim->of_enemy != WORDS[i].of_enemy ||
            claim->rival != WORDS[i].rival) {
            print_error("%s\n  %.*s, enemy %d, rival %d\n", WORDS[i].text, (int)country.len,
                        country.ptr ? country.ptr : "", claim && claim->of_enemy, claim && claim->rival);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void neither_capital_nor_other_event_is_where_it_happened(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PLACES); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_of(analyse_on_map(arena, str_from(PLACES[i].text), STR_NONE), KIND_CASUALTY);
        Str where = claim && claim->place ? claim->place->place.name : STR("");
        if (!is(where, PLACES[i].place)) {
            print_error("%s\n  %.*s\n", PLACES[i].text, (int)where.len, where.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_can_be_who_did_it),
        cmocka_unit_test(a_country_tells_what_it_lost_and_what_another_did),
        cmocka_unit_test(authorities_are_of_a_country),
        cmocka_unit_test(an_attacker_is_of_a_state),
        cmocka_unit_test(neither_capital_nor_other_event_is_where_it_happened),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
