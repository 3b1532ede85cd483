/* Who claims, blames and denies. */
#include "extract/english_for_tests.h"

static bool tells(const Analysis *a, ClaimKind kind)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (a->claims[i].kind == kind && !str_equal(a->claims[i].type, STR("none")))
            return true;
    return false;
}

/* clang-format off */
static const struct { const char *text; bool claims; bool blames; bool denies; } TOLD[] = {
    {"The Green Front claimed the raid in Goma.", true, false, false},
    {"Responsibility for the raid was claimed by the Green Front.", true, false, false},
    {"The Green Front admitted that it had carried out the raid.", true, false, false},
    {"Police suspect the Green Front of the raid.", false, true, false},
    {"The Northern Front said it was behind the raid.", true, false, false},
    {"Boko Haram said it was behind the raid.", true, false, false},
    {"A Boko Haram adviser said its fighters were not behind the raid.", false, false, true},
    {"A Boko Haram adviser said it was not responsible for the raid.", false, false, true},
    {"The army denied that its planes were involved.", false, false, true},
    {"The army denied its planes were involved.", false, false, true},
    {"The army denied its soldiers killed nine clerks.", false, false, true},
    {"The army denied being behind the raid.", false, false, true},
    {"The army denied him his pension.", false, false, false},
    {"Clerks say the army is behind the raid.", false, true, false},
    {"The army claimed that the raid targeted fighters of the Green Front inside the hall.", false, false, false},
};
/* clang-format on */

static void who_did_it_is_claimed_blamed_or_denied(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TOLD[i].text));
        bool right = tells(a, KIND_RESPONSIBILITY) == TOLD[i].claims && tells(a, KIND_ACCUSATION) == TOLD[i].blames &&
                     tells(a, KIND_DENIAL) == TOLD[i].denies;
        if (!right)
            print_error("%s\n  claims %d, blames %d, denies %d\n", TOLD[i].text, tells(a, KIND_RESPONSIBILITY),
                        tells(a, KIND_ACCUSATION), tells(a, KIND_DENIAL));
        assert_true(right);
        arena_destroy(arena);
    }
}

/* Who met the attackers attacked nobody; nor did those to whom fighters are only linked. */
static void nobody_is_named_as_having_done_it(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"Police killed three of the attackers in a bank.",
                                        "Taliban-linked gunmen attacked a bank."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i]));
        for (size_t k = 0; k < a->claim_count; k++)
            assert_int_equal(a->claims[k].perpetrator_count, 0);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_did_it_is_claimed_blamed_or_denied),
                                       cmocka_unit_test(nobody_is_named_as_having_done_it)};
    return cmocka_run_group_tests(tests, load, unload);
}
