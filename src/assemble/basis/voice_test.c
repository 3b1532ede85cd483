/* Who is one voice with whom: by party, body, name and country. */
#include "assemble/basis/voice.h"
#include "assemble/pile_for_tests.h"

/* The speaker of a figure told of Alba, in the country XX. */
/* clang-format off */
static const struct { const char *key; Party party; const char *group; const char *name; bool person; const char *state; const char *speaker; } KEYS[] = {
    {"government|police", PARTY_GOVERNMENT, "police", "", false, "", "Police"},
    {"government|police", PARTY_GOVERNMENT, "Xland police", "", false, "XX", "Xland police"},
    {"government|police", PARTY_GOVERNMENT, "police", "Omar Bek", true, "XX", "Police chief Omar Bek of Alba"},
    {"government YY|police", PARTY_GOVERNMENT, "Yland police", "", false, "YY", "Yland police"},
    {"government|security forces", PARTY_GOVERNMENT, "West Xland security forces", "", false, "XX", "security forces"},
    {"government|central council of doctors", PARTY_GOVERNMENT, "Central Council of Doctors", "", false, "XX", "Council"},
    {"government|holm", PARTY_GOVERNMENT, NULL, "Ana Holm", true, "", "Gov. Ana Holm of Alba"},
    {"government|holm", PARTY_GOVERNMENT, NULL, "Ana Holm", true, "XX", "Ana Holm, the governor of Alba"},
    {"|holm", PARTY_NONE, NULL, "Ana Holm", true, "", "Ana Holm"},
    {"other|river boat union", PARTY_OTHER, NULL, "River Boat Union", false, "", "River Boat Union"},
    {"other|harbour union", PARTY_OTHER, NULL, "Harbour Union", false, "", "Harbour Union"},
    {"other|river boatmens union", PARTY_OTHER, NULL, "River Boatmen's Union", false, "", "River Boatmen's Union"},
    {"other|river boatmens union", PARTY_OTHER, NULL, "River Boatmen\xE2\x80\x99s Union", false, "", "Boatmen"},
    {"witness|two shepherds", PARTY_WITNESS, NULL, "", false, "", "two shepherds"},
    {"armed group|Xland front", PARTY_ARMED_GROUP, "Xland Front", "", false, "", "Xland Front"},
    {"outlet|evening lamp", PARTY_MEDIA, "Evening Lamp", "", false, "", "Evening Lamp"},
    {"government|bek", PARTY_GOVERNMENT, NULL, NULL, false, "", "Captain Bek"}, /* as a person wrote it: nobody has looked for the name */
};
/* clang-format on */

static void a_voice_is_a_body_or_a_name_of_its_party_and_country(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(KEYS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", "Nine villagers died in Alba.");
        Claim *claim =
            pile_claim(&pile, x,
                       (TestClaim){"Nine", CLASS_CIVILIAN, .n = 9, .party = KEYS[i].party, .speaker = KEYS[i].speaker,
                                   .group = KEYS[i].group, .state = KEYS[i].state, .place = "Alba"});
        Attribution said = *claim->attribution;
        said.name = KEYS[i].name ? str_from(KEYS[i].name) : STR_NONE;
        said.person = KEYS[i].person;
        claim->attribution = &said;
        Str key = voice_of(claim, x, pile.arena).key;
        if (!str_equal_caseless(key, str_from(KEYS[i].key)))
            print_error("%s: got %.*s\n", KEYS[i].speaker, (int)key.len, key.ptr);
        assert_true(str_equal_caseless(key, str_from(KEYS[i].key)));
        pile_free(&pile);
    }
}

/* A governor told by her office in one report and without it in another, and a name that two bear. */
static void who_bears_a_full_name_is_one_voice_unless_two_do(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Party party;
    } PEOPLE[] = {{"Ana Holm", PARTY_GOVERNMENT},  {"Ana Holm", PARTY_NONE}, {"Omar Bek", PARTY_GOVERNMENT},
                  {"Omar Bek", PARTY_ARMED_GROUP}, {"Omar Bek", PARTY_NONE}, {"Holm", PARTY_NONE}};
    static const char *const ORIGINS[] = {
        "government|holm", "government|holm", "government|bek", "armed group|bek", "|bek", "|holm"};
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(PEOPLE); i++) {
        const char id[] = {(char)('a' + (int)i), '\0'};
        Extraction *x =
            pile_add(&pile, arena_copy(pile.arena, str_from(id)).ptr, "2026-02-01", "Nine villagers died in Alba.");
        Claim *claim = pile_claim(&pile, x,
                                  (TestClaim){"Nine", CLASS_CIVILIAN, .n = 9, .party = PEOPLE[i].party,
                                              .speaker = PEOPLE[i].name, .place = "Alba"});
        Attribution *said = ARENA_NEW(pile.arena, Attribution);
        *said = *claim->attribution;
        said->name = str_from(PEOPLE[i].name);
        said->person = true;
        claim->attribution = said;
        assemble_document(x, profile_default(pile.arena), pile.arena);
    }
    const Situation *s = assemble_situation(pile.items, pile.count, profile_default(pile.arena),
                                            (Moment){.precision = MOMENT_NONE}, pile.arena);
    assert_int_equal(s->claim_count, COUNT_OF(ORIGINS));
    for (size_t i = 0; i < COUNT_OF(ORIGINS); i++)
        assert_true(str_equal(s->claims[i].origin, str_from(ORIGINS[i])));
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_voice_is_a_body_or_a_name_of_its_party_and_country),
        cmocka_unit_test(who_bears_a_full_name_is_one_voice_unless_two_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
