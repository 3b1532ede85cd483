#include "assemble/pile_for_tests.h"

#include "assemble/traits.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finer_word_is_the_type_unless_most_speak_of_attacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
