#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "assemble/conflict/constraint.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const Interval OPEN = {0, INTERVAL_OPEN};

static void the_smallest_set_is_blamed(void **state)
{
    (void)state;
    static const Relation ORDERS[] = {
        {.terms = {{0, 1}, {1, -1}}, .count = 2}}; /* a part is no larger than its whole */
    static const Relation SUM[] = {{.terms = {{0, 1}, {1, 1}, {2, -1}}, .count = 3}};
    static const Relation SAME[] = {{.terms = {{0, 1}, {1, -1}}, .count = 2, .equal = true},
                                    {.terms = {{1, 1}, {2, -1}}, .count = 2, .equal = true},
                                    {.terms = {{0, 1}, {2, -1}}, .count = 2, .equal = true}};
    static const Relation FOUR[] = {{.terms = {{0, 1}, {1, 1}, {2, 1}, {3, -1}}, .count = 4}};
    const struct {
        const char *name;
        Interval claims[4];
        size_t count;
        const Relation *relations;
        size_t relation_count;
        ClaimSet want;
    } cases[] = {
        {"three of a whole of two", {{3, 3}, {2, 2}}, 2, ORDERS, 1, 0x3},
        {"two of a whole of at least two", {{2, 2}, {2, INTERVAL_OPEN}}, 2, ORDERS, 1, 0},
        {"31 and 17 are more than 40", {{31, 31}, {17, 17}, {40, 40}}, 3, SUM, 1, 0x7},
        {"31 alone is more than 30", {{31, 31}, {17, 17}, {30, 30}}, 3, SUM, 1, 0x7},
        {"31 and 17 are 48", {{31, 31}, {17, 17}, {48, 48}}, 3, SUM, 1, 0},
        {"of three that differ the two furthest apart", {{10, 10}, {12, 12}, {19, 19}}, 3, SAME, 3, 0x5},
        {"at least ten, up to twelve and eleven agree", {{10, INTERVAL_OPEN}, {0, 12}, {11, 11}}, 3, SAME, 3, 0},
        {"three classes are more than their total", {{2, 2}, {3, 3}, {4, 4}, {8, 8}}, 4, FOUR, 1, 0xF},
    };
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        System system = {cases[i].claims, cases[i].count, cases[i].relations, cases[i].relation_count};
        ClaimSet got = constraint_blame(&system, constraint_all(&system), arena);
        if (got != cases[i].want)
            fail_msg("%s: want %llx, got %llx", cases[i].name, (unsigned long long)cases[i].want,
                     (unsigned long long)got);
    }
    arena_destroy(arena);
}

/* ---- random systems, held against trying all numbers ---- */

enum { CLAIMS = 5, LARGEST = 3, CEILING = 14, SYSTEMS = 400 };

typedef struct {
    Interval claims[CLAIMS];
    Relation relations[6];
    System system;
} Random;

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* Orders, equalities and sums of distinct claims, the whole behind its parts. */
static void make_random(Random *r, uint64_t *seed)
{
    size_t count = 2 + next_random(seed) % (CLAIMS - 1);
    for (size_t i = 0; i < count; i++) {
        int64_t low = (int64_t)(next_random(seed) % (LARGEST + 1));
        bool open = next_random(seed) % 4 == 0;
        r->claims[i] = (Interval){low, open ? INTERVAL_OPEN : low + (int64_t)(next_random(seed) % 2)};
    }
    size_t relations = 1 + next_random(seed) % COUNT_OF(r->relations);
    for (size_t i = 0; i < relations; i++) {
        Relation *relation = &r->relations[i];
        *relation = (Relation){.equal = next_random(seed) % 3 == 0};
        uint32_t whole = (uint32_t)(1 + next_random(seed) % (count - 1));
        for (uint32_t k = 0; k < whole && relation->count < 3; k++)
            if (next_random(seed) % 2 || (k + 1 == whole && relation->count == 0))
                relation->terms[relation->count++] = (RelationTerm){k, 1};
        relation->terms[relation->count++] = (RelationTerm){whole, -1};
    }
    r->system = (System){r->claims, count, r->relations, relations};
}

static bool satisfied(const System *system, ClaimSet set, const int64_t *x)
{
    for (size_t i = 0; i < system->relation_count; i++) {
        const Relation *relation = &system->relations[i];
        int64_t sum = 0;
        bool active = true;
        for (size_t k = 0; k < relation->count; k++) {
            active = active && (set >> relation->terms[k].claim & 1U);
            sum += relation->terms[k].sign * x[relation->terms[k].claim];
        }
        if (active && (relation->equal ? sum != 0 : sum > 0))
            return false;
    }
    return true;
}

static bool brute_holds(const System *system, ClaimSet set, int64_t *x, size_t at)
{
    if (at == system->count)
        return satisfied(system, set, x);
    if (!(set >> at & 1U))
        return brute_holds(system, set, x, at + 1);
    int64_t high = system->claims[at].high == INTERVAL_OPEN ? CEILING : system->claims[at].high;
    for (x[at] = system->claims[at].low; x[at] <= high; x[at]++)
        if (brute_holds(system, set, x, at + 1))
            return true;
    return false;
}

static int bits(ClaimSet set)
{
    int n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static void random_systems_are_judged_as_by_trying_all_numbers(void **state)
{
    (void)state;
    uint64_t seed = 20260131;
    size_t failing = 0;
    Arena *arena = arena_create();
    for (int n = 0; n < SYSTEMS; n++) {
        Random r;
        int64_t x[CLAIMS] = {0};
        make_random(&r, &seed);
        ClaimSet all = constraint_all(&r.system);
        int smallest = 0; /* size of the smallest set that fails */
        for (ClaimSet set = 1; set <= all; set++) {
            bool holds = brute_holds(&r.system, set, x, 0);
            assert_int_equal(constraint_holds(&r.system, set, arena), holds);
            if (!holds && (smallest == 0 || bits(set) < smallest))
                smallest = bits(set);
        }
        ClaimSet blamed = constraint_blame(&r.system, all, arena);
        assert_int_equal(bits(blamed), smallest);
        assert_true(blamed == 0 || !brute_holds(&r.system, blamed, x, 0));
        failing += blamed != 0;
    }
    assert_in_range(failing, SYSTEMS / 5, SYSTEMS - SYSTEMS / 5); /* both kinds are there */
    arena_destroy(arena);
}

static void what_is_too_large_is_not_blamed(void **state)
{
    (void)state;
    Interval claims[CONSTRAINT_MAX_CLAIMS];
    for (size_t i = 0; i < COUNT_OF(claims); i++)
        claims[i] = OPEN;
    Arena *arena = arena_create();
    System system = {claims, COUNT_OF(claims), NULL, 0};
    assert_int_equal(constraint_blame(&system, constraint_all(&system), arena), 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_set_is_blamed),
        cmocka_unit_test(random_systems_are_judged_as_by_trying_all_numbers),
        cmocka_unit_test(what_is_too_large_is_not_blamed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
