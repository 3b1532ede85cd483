#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka needs the above first */
#include <cmocka.h>

#include <math.h>

#include "assemble/link/cluster.h"

enum { THINGS = 24, EVERY = 1000 };

static const double THRESHOLD = .2;

/* The rule of cluster.h, word for word: all pairs of groups are looked at before each joining. */
typedef struct {
    double sums[2 * THINGS][2 * THINGS]; /* sums[g][g]: the square of the length of the group's sum */
    bool apart[2 * THINGS][2 * THINGS];
    size_t sizes[2 * THINGS]; /* 0: it is gone */
    size_t group[THINGS];
    size_t count;
} Plain;

static void join(Plain *p, size_t a, size_t b)
{
    size_t made = p->count++;
    p->sizes[made] = p->sizes[a] + p->sizes[b];
    p->sums[made][made] = p->sums[a][a] + p->sums[b][b] + 2 * p->sums[a][b];
    for (size_t g = 0; g < made; g++) {
        p->sums[made][g] = p->sums[g][made] = p->sums[a][g] + p->sums[b][g];
        p->apart[made][g] = p->apart[g][made] = p->apart[a][g] || p->apart[b][g];
    }
    for (size_t i = 0; i < THINGS; i++)
        p->group[i] = p->group[i] == a || p->group[i] == b ? made : p->group[i];
    p->sizes[a] = p->sizes[b] = 0;
}

static bool join_likest(Plain *p)
{
    double likest = THRESHOLD;
    size_t best[2] = {0, 0};
    for (size_t a = 0; a < p->count; a++)
        for (size_t b = a + 1; b < p->count; b++) {
            if (p->sizes[a] == 0 || p->sizes[b] == 0 || p->apart[a][b])
                continue;
            double members = (double)(p->sizes[a] * p->sizes[b]);
            double likeness = p->sums[a][b] / sqrt(sqrt(p->sums[a][a] * p->sums[b][b]) * members);
            if (likeness > likest) {
                likest = likeness;
                best[0] = a;
                best[1] = b;
            }
        }
    if (best[1] > 0)
        join(p, best[0], best[1]);
    return best[1] > 0;
}

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static size_t make_pairs(uint32_t *state, LikePair *out)
{
    size_t count = 0;
    for (uint32_t b = 0; b < THINGS; b++)
        for (uint32_t a = 0; a < b; a++) {
            float likeness = (float)(1 + next(state) % 997) / 1000;
            if (next(state) % 3 == 0)
                out[count++] = (LikePair){a, b, likeness, false};
        }
    return count;
}

static Plain plain_groups(const Likeness *likeness)
{
    Plain p = {.count = THINGS};
    for (size_t i = 0; i < THINGS; i++) {
        p.sums[i][i] = 1;
        p.sizes[i] = 1;
        p.group[i] = i;
    }
    for (size_t i = 0; i < likeness->pair_count; i++) {
        const LikePair *pair = &likeness->pairs[i];
        p.sums[pair->a][pair->b] = p.sums[pair->b][pair->a] = pair->likeness;
    }
    for (size_t i = 0; i < likeness->rule_count; i++)
        if (likeness->rules[i].apart)
            p.apart[likeness->rules[i].a][likeness->rules[i].b] = p.apart[likeness->rules[i].b][likeness->rules[i].a] =
                true;
    for (size_t i = 0; i < likeness->rule_count; i++)
        if (!likeness->rules[i].apart)
            join(&p, p.group[likeness->rules[i].a], p.group[likeness->rules[i].b]);
    while (join_likest(&p)) {}
    return p;
}

static void assert_same_groups(const Plain *p, const uint32_t *out)
{
    for (size_t i = 0; i < THINGS; i++)
        for (size_t k = 0; k < i; k++)
            assert_int_equal(p->group[i] == p->group[k], out[i] == out[k]);
}

/* However the likest are found, they are joined in the order of the rule; what people decided holds on the way. */
static void the_likest_are_joined_first(void **state)
{
    (void)state;
    static const PairRule RULES[] = {{0, 1, true}, {2, 3, true}, {4, 5, false}, {6, 7, false}};
    uint32_t random = 5;
    for (size_t round = 0; round < 200; round++) {
        Arena *arena = arena_create();
        LikePair pairs[THINGS * THINGS];
        Likeness likeness = {pairs, make_pairs(&random, pairs), EVERY, RULES, round % 5};
        uint32_t out[THINGS];
        cluster_groups(&likeness, THINGS, THRESHOLD, arena, out);
        Plain plain = plain_groups(&likeness);
        assert_same_groups(&plain, out);
        arena_destroy(arena);
    }
}

/* Two events of many things, each paired with some of its own event only: nothing falls apart. */
static void few_pairs_a_thing_hold_a_large_group_together(void **state)
{
    (void)state;
    enum { MANY = 600, MOST = 8 };
    Arena *arena = arena_create();
    LikePair pairs[MANY * MOST];
    size_t count = 0;
    uint32_t random = 3;
    for (uint32_t b = 2; b < MANY; b++) {
        uint32_t step = 1 + b / (2 * MOST);
        for (uint32_t a = b % 2 + 2 * (next(&random) % step); a < b && count < (size_t)b * MOST; a += 2 * step)
            pairs[count++] = (LikePair){a, b, .5F, false};
    }
    Likeness likeness = {pairs, count, MOST, NULL, 0};
    uint32_t out[MANY];
    cluster_groups(&likeness, MANY, THRESHOLD, arena, out);
    for (uint32_t i = 0; i < MANY; i++)
        assert_int_equal(out[i], i % 2);
    arena_destroy(arena);
}

/* What is like both of two that are known to be apart goes with one of them. */
static void what_is_known_to_be_apart_is_not_bridged(void **state)
{
    (void)state;
    static const LikePair PAIRS[] = {{0, 1, .02F, true}, {0, 2, .9F, false}, {1, 2, .8F, false}};
    Arena *arena = arena_create();
    Likeness likeness = {.pairs = PAIRS, .pair_count = 3, .most = 3};
    uint32_t groups[3];
    cluster_groups(&likeness, 3, .03, arena, groups);
    assert_int_equal(groups[2], groups[0]);
    assert_int_not_equal(groups[1], groups[0]);
    arena_destroy(arena);
}

/* One pair that tells of two events, among many alike, was misread; of two and two that are alike, two are enough. */
static void one_pair_keeps_no_groups_apart(void **state)
{
    (void)state;
    for (size_t apart = 0; apart <= 2; apart++) {
        const LikePair pairs[] = {
            {0, 1, .9F, false}, {0, 2, .5F, false}, {1, 2, .5F, false},     {0, 3, .5F, false}, {1, 3, .5F, apart > 0},
            {2, 3, .9F, false}, {0, 4, .5F, false}, {1, 4, .5F, apart > 1}, {2, 4, .9F, false}, {3, 4, .9F, false}};
        Arena *arena = arena_create();
        Likeness likeness = {.pairs = pairs, .pair_count = sizeof pairs / sizeof *pairs, .most = 5};
        uint32_t groups[5];
        cluster_groups(&likeness, 5, .03, arena, groups);
        assert_int_equal(groups[1], groups[0]);
        assert_int_equal(groups[4], groups[2]);
        assert_int_equal(groups[4] == groups[0], apart < 2);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_known_to_be_apart_is_not_bridged),
        cmocka_unit_test(one_pair_keeps_no_groups_apart),
        cmocka_unit_test(the_likest_are_joined_first),
        cmocka_unit_test(few_pairs_a_thing_hold_a_large_group_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
