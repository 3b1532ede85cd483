#include "assemble/situation/agreement.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define NONE NAN

static bool is_near(double have, double want)
{
    if (fabs(have - want) > 0.0005)
        print_error("%f, not %f\n", have, want);
    return fabs(have - want) <= 0.0005;
}

/* Krippendorff 2011, C and D: four observers, twelve units, some missing. */
static const double FOUR[] = {
    1, 1, NONE, 1, 2, 2, 3, 2, 3, 3, 3, 3, 3,    3, 3, 3, 2,    2,    2, 2, 1,    2, 3,    4,
    4, 4, 4,    4, 1, 1, 2, 1, 2, 2, 2, 2, NONE, 5, 5, 5, NONE, NONE, 1, 1, NONE, 3, NONE, NONE,
};

/* The same, A: two observers, ten units, two values. */
static const double TWO[] = {0, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0};

static void alpha_is_that_of_the_published_examples(void **state)
{
    (void)state;
    static const struct {
        Ratings ratings;
        Measure measure;
        double alpha;
    } CASES[] = {
        {{FOUR, 12, 4}, MEASURE_NOMINAL, 0.743},
        {{FOUR, 12, 4}, MEASURE_ORDINAL, 0.815},
        {{FOUR, 12, 4}, MEASURE_INTERVAL, 0.849},
        {{TWO, 10, 2}, MEASURE_NOMINAL, 0.095},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        assert_true(is_near(agreement_alpha(CASES[i].ratings, CASES[i].measure, arena), CASES[i].alpha));
        arena_destroy(arena);
    }
}

/* A table of two readers' verdicts: both yes, only the first, only the second, both no. */
static double kappa_of_table(const int *counts)
{
    double values[400];
    size_t n = 0;
    for (int k = 0; k < 4; k++)
        for (int i = 0; i < counts[k]; i++) {
            values[n++] = k == 0 || k == 1;
            values[n++] = k == 0 || k == 2;
        }
    Arena *arena = arena_create();
    double kappa = agreement_kappa((Ratings){values, n / 2, 2}, arena);
    arena_destroy(arena);
    return kappa;
}

static void kappa_is_that_of_the_published_examples(void **state)
{
    (void)state;
    /* Fifty proposals read by two readers; and two of a hundred whose observed agreement is equal and whose margins differ. */
    assert_true(is_near(kappa_of_table((const int[]){20, 5, 10, 15}), 0.400));
    assert_true(is_near(kappa_of_table((const int[]){45, 15, 25, 15}), 0.1304));
    assert_true(is_near(kappa_of_table((const int[]){25, 35, 5, 35}), 0.2593));
}

static void what_is_not_defined_is_no_number(void **state)
{
    (void)state;
    static const double SAME[] = {1, 1, 1, 1};
    static const double ALONE[] = {1, NONE, NONE, 2};
    Arena *arena = arena_create();
    assert_true(isnan(agreement_alpha((Ratings){SAME, 2, 2}, MEASURE_NOMINAL, arena)));
    assert_true(isnan(agreement_kappa((Ratings){SAME, 2, 2}, arena)));
    assert_true(isnan(agreement_alpha((Ratings){ALONE, 2, 2}, MEASURE_INTERVAL, arena)));
    assert_true(isnan(agreement_kappa((Ratings){ALONE, 2, 2}, arena)));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_is_that_of_the_published_examples),
        cmocka_unit_test(kappa_is_that_of_the_published_examples),
        cmocka_unit_test(what_is_not_defined_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
