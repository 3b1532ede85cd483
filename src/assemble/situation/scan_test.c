#include "assemble/situation/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { BACKGROUND = 240, DAYS = 120, ROUNDS = 100, REPLICATES = 99, CLUSTER = 8 };

static double uniform(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (double)(*state >> 11) / (double)(1ULL << 53);
}

/* Incidents anywhere in a square of about 550 km, on any day. */
static size_t scatter(ScanPoint *points, uint64_t *state)
{
    for (size_t i = 0; i < BACKGROUND; i++)
        points[i] = (ScanPoint){5 * uniform(state), 5 * uniform(state), (Day)(DAYS * uniform(state))};
    points[0].day = DAYS - 1;
    return BACKGROUND;
}

/* And some more within 30 km in the last three days. */
static size_t add_cluster(ScanPoint *points, size_t count, uint64_t *state)
{
    for (int i = 0; i < CLUSTER; i++)
        points[count++] =
            (ScanPoint){2 + 0.25 * uniform(state), 3 + 0.25 * uniform(state), (Day)(DAYS - 1 - 3 * uniform(state))};
    return count;
}

static int alarms(bool cluster)
{
    ScanPoint points[BACKGROUND + CLUSTER];
    uint64_t state = 7;
    int count = 0;
    for (int round = 0; round < ROUNDS; round++) {
        Arena *arena = arena_create();
        size_t n = scatter(points, &state);
        if (cluster)
            n = add_cluster(points, n, &state);
        ScanLimits limits = {.days = 7, .km = 150, .replicates = REPLICATES, .seed = (uint64_t)round + 1};
        count += scan_permutation(points, n, limits, arena).p_value <= 0.05;
        arena_destroy(arena);
    }
    return count;
}

static void a_cluster_is_found_nearly_always(void **state)
{
    (void)state;
    assert_true(alarms(true) >= 95);
}

/* 5 of 100 expected; 11 or more come by chance once in 100. */
static void where_there_is_none_one_in_twenty_is_a_false_alarm(void **state)
{
    (void)state;
    int count = alarms(false);
    assert_true(count >= 1 && count <= 10);
}

static void the_cylinder_is_drawn_around_the_cluster(void **state)
{
    (void)state;
    ScanPoint points[BACKGROUND + CLUSTER];
    uint64_t random = 3;
    size_t n = scatter(points, &random);
    n = add_cluster(points, n, &random);
    Arena *arena = arena_create();
    ScanLimits limits = {.days = 7, .km = 150, .replicates = 999, .seed = 1};
    ScanResult r = scan_permutation(points, n, limits, arena);
    assert_true(r.found && r.observed >= CLUSTER && r.expected < 2);
    assert_true(points[r.center].lat_deg >= 1.8 && points[r.center].lat_deg <= 2.5);
    assert_true(r.radius_km < 60 && r.first >= DAYS - 4);
    assert_true(r.p_value <= 0.001 && r.p_gumbel < 0.001);
    ScanResult again = scan_permutation(points, n, limits, arena);
    assert_true(again.p_value == r.p_value && again.likelihood == r.likelihood);
    arena_destroy(arena);
}

static void too_little_gives_no_cluster(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const ScanPoint one = {1, 1, 5};
    ScanLimits limits = {.days = 7, .km = 150, .replicates = 99, .seed = 1};
    assert_false(scan_permutation(&one, 1, limits, arena).found);
    assert_false(scan_permutation(NULL, 0, limits, arena).found);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cluster_is_found_nearly_always),
        cmocka_unit_test(where_there_is_none_one_in_twenty_is_a_false_alarm),
        cmocka_unit_test(the_cylinder_is_drawn_around_the_cluster),
        cmocka_unit_test(too_little_gives_no_cluster),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
