#include "assemble/basis/traits_type.h"

#include "assemble/pile_for_tests.h"

enum { MOST = 5 };

/* Types as told, in order; an "other" is an accident by which something blew up, "fire" one that burned. */
static Str type_of(const char *const *told, Arena *arena)
{
    static const Str BLAST = {"explosion", 9};
    static const Str FIRE = {"fire", 4};
    const Claim *claims[MOST];
    size_t count = 0;
    for (; count < MOST && told[count]; count++) {
        Claim *claim = ARENA_NEW(arena, Claim);
        Str type = str_from(told[count]);
        bool fire = str_is(type, "fire");
        bool other = fire || str_is(type, "other");
        *claim = (Claim){.kind = KIND_ATTACK, .type = other ? STR("other") : type};
        claim->tactics = fire ? &FIRE : &BLAST;
        claim->tactic_count = other ? 1 : 0;
        claims[count] = claim;
    }
    return traits_type(claims, count);
}

static void a_blast_without_a_cause_speaks_for_any_that_has_one(void **state)
{
    (void)state;
    static const struct {
        const char *told[MOST + 1];
        const char *type;
    } CASES[] = {
        {{"explosion"}, "explosion"},
        {{"explosion", "explosion", "bombing"}, "bombing"},
        {{"bombing", "explosion", "explosion"}, "bombing"},
        {{"explosion", "car bombing"}, "car bombing"},
        {{"explosion", "shooting", "bombing", "shooting"}, "shooting"},
        {{"explosion", "explosion", "bombing", "shooting", "shooting"}, "bombing"},
        {{"explosion", "other"}, "other"},
        {{"explosion", "explosion", "fire"}, "explosion"},
        {{"bombing", "explosion", "other"}, "bombing"},
        {{"attack", "explosion"}, "explosion"},
        {{NULL}, ""},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Str type = type_of(CASES[i].told, arena);
        if (!str_equal(type, str_from(CASES[i].type)))
            fail_msg("case %zu: %.*s", i, (int)type.len, type.ptr);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_blast_without_a_cause_speaks_for_any_that_has_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
