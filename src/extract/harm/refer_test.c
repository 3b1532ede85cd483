#include "extract/harm/refer.h"

#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; int64_t killed; } CASES[] = {
    {"At least 12 people died. Then 300 people stormed the fence. The individuals died of suffocation.", 0},
    {"Twelve people sat in the bus. The individuals died.", 12},
    {"Gunmen opened fire on two policemen, killing them.", 2},
    {"Raiders seized three clerks. The clerks were killed.", 3},
    {"Raiders stopped four farmers at the bridge, killing all four.", 4},
    {"Gunmen opened fire on policemen, killing them.", 0},
    {"A clerk and a farmer were shot. They both died.", 2},
    {"A clerk and a farmer of the hills and a guard came. They died.", 0},
    {"Shots hit a clerk and farmers. They died.", 0},
    {"Six election monitors were killed near the border.", 6},
    {"A family of five was killed in its house.", 5},
    {"Seven members of the family of a judge were killed.", 7},
    {"Ana Ruiz, Juan Sol and Rosa Paz were killed.", 1},
    {"Six people were injured. The bodies were found by a search party.", 0},
    {"The rulers, said to be 15 to 40 families, murdered the leaders of the town.", 0},
    {"The army said that 36 others fled. The armed forces casualties include 208 guards killed.", 208},
    {"The army said that 36 people fled. The casualties include 20 guards killed.", 20},
    {"The killers, about 30 men, came at night. They dragged the monks out and killed them.", 0},
    {"Four monks lived there. The killers came at night, dragged the monks out and killed them.", 4},
    {"A list has 50 people missing. Guards parted the men and women and killed the men.", 0},
};
/* clang-format on */

/* The number of the first exact claim of deaths, 0 where there is none. */
static int64_t first_killed(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_KILLED && claim->count_form != COUNT_WORD &&
            claim->count.high != INTERVAL_OPEN)
            return claim->count.low;
    }
    return 0;
}

static void counts_those_told_of_before(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        int64_t killed = first_killed(analyse(arena, str_from(CASES[i].text)));
        if (killed != CASES[i].killed)
            print_error("%s: %lld\n", CASES[i].text, (long long)killed);
        assert_int_equal(killed, CASES[i].killed);
        arena_destroy(arena);
    }
}

/* What an attack answered is background, and a campaign's figure stays so where nothing else is told. */
static void what_an_attack_answers_is_aside(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "Nobody was hurt. The group said it fired the rocket in retaliation for the killing of two farmers.",
        "The mayor opened a library on Friday. Children sang. The band played. Two clerks were killed there in 1985.",
        "A school was burnt on Friday. Since January 2021 more than 2000 people have died in the violence."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i]));
        for (size_t k = 0; k < a->claim_count; k++) {
            if (a->claims[k].kind == KIND_CASUALTY && a->claims[k].count.low >= 2)
                assert_true(a->claims[k].background);
        }
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_those_told_of_before),
        cmocka_unit_test(what_an_attack_answers_is_aside),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
