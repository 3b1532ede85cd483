#include "extract/english_for_tests.h"

/* How many of the text's figures of the dead are parts of another. */
static const struct {
    const char *text;
    size_t parts;
} CASES[] = {
    {"The army said 17 guards had died in the raid, after three wounded men died in hospital.", 1},
    {"Nine miners were killed, the company said, after two rescued men died in hospital.", 1},
    {"Officials said 31 people were killed, after four villagers died of their wounds.", 1},
    {"Thirteen guards were killed when a bus was hit, and two wounded clerks died later.", 0},
    {"Six people were shot dead on Monday after three clerks died in a raid.", 0},
    {"Two clerks were killed after nine wounded men died in hospital.", 0},
};

static void the_toll_holds_who_died_since(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        size_t parts = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            parts += a->claims[k].kind == KIND_CASUALTY && a->claims[k].part_of >= 0;
        if (parts != CASES[i].parts) {
            print_error("%s\n  want %zu, got %zu\n", CASES[i].text, CASES[i].parts, parts);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* How many of the text's figures of the dead come on top of those told before. */
static const struct {
    const char *text;
    size_t on_top;
} LATER[] = {
    {"Three clerks were killed and nine hurt in the blast. Two of the injured died later.", 1},
    {"Three clerks were killed and nine hurt in the blast; two of the wounded have since died.", 1},
    {"Three clerks were killed and nine wounded in the blast. One of the injured later died in hospital.", 1},
    {"Three clerks died in the blast and five guards were hurt, one of whom died later.", 1},
    {"Three clerks were killed and nine hurt in the blast. One of them had come late.", 0},
    {"Three clerks were killed and one hurt in the blast. Two of the injured died later.", 0},
    {"Three clerks were killed in the blast. Two of the injured died later.", 1},
    {"Three clerks were killed in the blast. Two of the injured died.", 0}, /* the three may hold them */
    {"Two clerks were killed in the blast. Two of the injured died later.", 0},
    {"Six clerks were killed in the blast. Nine guards were hurt, two of whom died.", 1},
    {"Two clerks were killed in the blast. Nine guards were hurt, two of whom died.", 0},
    {"Six clerks were killed. Nine guards were shot, two of whom died.", 0},
    {"Three clerks were killed and dozens were hurt in the blast. Three clerks have been killed and dozens wounded.",
     0},
    {"Three clerks killed and nine hurt in blast. Three clerks have been killed and nine wounded.", 0},
    {"The toll rose to five and nine were hurt. Two of the injured have died.", 0},
    {"Five clerks were killed and nine hurt in the blast. Three died at once. Two of the injured died later.", 0},
    {"Three clerks were killed and nine hurt in the blast. Two of the injured died.", 1},
    {"Three clerks were killed and nine hurt. The mill burned. The clinic said that two of the wounded had died.", 1},
    {"Five clerks died. Three were killed and nine hurt in the blast. Two of the injured died.",
     0}, /* they are in the five */
    {"Five clerks were killed and nine hurt in the blast. Two of the dead later lay in hospital.", 0},
};

static void who_was_hurt_beside_the_dead_comes_on_top(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(LATER); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(LATER[i].text));
        size_t on_top = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            on_top +=
                a->claims[k].kind == KIND_CASUALTY && a->claims[k].outcome == OUTCOME_KILLED && a->claims[k].additional;
        if (on_top != LATER[i].on_top) {
            print_error("%s\n  want %zu, got %zu\n", LATER[i].text, LATER[i].on_top, on_top);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* How many of the text's dead are one more behind a count of them. */
static const struct {
    const char *text;
    size_t counted;
} ANOTHER[] = {
    {"Ten clerks died at the scene and another died later in hospital.", 1},
    {"Ten clerks were killed at the scene. Another died later in hospital.", 1},
    {"Police said four clerks died on the spot and another was pronounced dead at a hospital.", 1},
    {"Two clerks died, one at the scene and another died in hospital.", 0},
    {"Two clerks died. One died at the scene. Another died in hospital.", 0},
    {"Six clerks were killed in the blast. Another victim was a guard who died at once.", 0},
    {"Seven clerks died after another died in hospital.", 0},
};

static void another_who_died_is_one_more(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ANOTHER); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(ANOTHER[i].text));
        size_t counted = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            counted += a->claims[k].outcome == OUTCOME_KILLED && a->claims[k].additional &&
                       a->claims[k].count_form == COUNT_EXACT && a->claims[k].count.low == 1;
        if (counted != ANOTHER[i].counted) {
            print_error("%s\n  want %zu, got %zu\n", ANOTHER[i].text, ANOTHER[i].counted, counted);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void what_is_told_with_a_toll_is_in_it(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("Two of the hurt died, which brings the dead to eight."));
    size_t figures = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY)
            continue;
        assert_int_equal(claim->additional, claim->count.low == 2);
        assert_int_equal(claim->minimum, claim->count.low == 2);
        figures++;
    }
    assert_int_equal(figures, 2);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_told_with_a_toll_is_in_it), cmocka_unit_test(the_toll_holds_who_died_since),
        cmocka_unit_test(another_who_died_is_one_more), cmocka_unit_test(who_was_hurt_beside_the_dead_comes_on_top)};
    return cmocka_run_group_tests(tests, load, unload);
}
