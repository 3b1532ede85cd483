#include "assemble/situation/agreement.h"

#include <math.h>
#include <stdlib.h>

/* ---- the coefficients ---- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The distinct values that can be paired, in order, and how often each was given. */
typedef struct {
    double *values;
    double *counts;
    size_t count;
    double total;
} Scale;

static double value_of(Ratings r, size_t unit, size_t coder)
{
    return r.values[unit * r.coders + coder];
}

static size_t said(Ratings r, size_t unit)
{
    size_t n = 0;
    for (size_t c = 0; c < r.coders; c++)
        n += isnan(value_of(r, unit, c)) ? 0 : 1;
    return n;
}

static Scale scale_of(Ratings r, Arena *arena)
{
    size_t n = 0;
    double *all = ARENA_ARRAY(arena, double, r.units *r.coders + 1);
    for (size_t u = 0; u < r.units; u++)
        for (size_t c = 0; c < r.coders && said(r, u) > 1; c++)
            if (!isnan(value_of(r, u, c)))
                all[n++] = value_of(r, u, c);
    qsort(all, n, sizeof *all, by_value);
    Scale scale = {all, ARENA_ARRAY(arena, double, n + 1), 0, (double)n};
    for (size_t i = 0; i < n; i++) {
        if (scale.count == 0 || all[scale.count - 1] < all[i])
            all[scale.count++] = all[i];
        scale.counts[scale.count - 1]++;
    }
    return scale;
}

static size_t rank_of(const Scale *scale, double value)
{
    size_t i = 0;
    while (i + 1 < scale->count && scale->values[i] < value)
        i++;
    return i;
}

/* The square of the distance of the a-th and b-th value. */
static double distance(const Scale *scale, Measure measure, size_t a, size_t b)
{
    double between = 0;
    switch (measure) {
    case MEASURE_NOMINAL: return a == b ? 0 : 1;
    case MEASURE_INTERVAL: between = scale->values[a] - scale->values[b]; break;
    case MEASURE_ORDINAL:
        for (size_t i = a < b ? a : b; i <= (a < b ? b : a); i++)
            between += scale->counts[i];
        between -= (scale->counts[a] + scale->counts[b]) / 2;
        break;
    }
    return between * between;
}

static double observed(Ratings r, const Scale *scale, Measure measure)
{
    double sum = 0;
    for (size_t u = 0; u < r.units; u++) {
        double own = 0;
        for (size_t a = 0; a < r.coders; a++)
            for (size_t b = a + 1; b < r.coders; b++)
                if (!isnan(value_of(r, u, a)) && !isnan(value_of(r, u, b)))
                    own += 2 * distance(scale, measure, rank_of(scale, value_of(r, u, a)),
                                        rank_of(scale, value_of(r, u, b)));
        sum += own > 0 ? own / (double)(said(r, u) - 1) : 0;
    }
    return sum / scale->total;
}

static double expected(const Scale *scale, Measure measure)
{
    double sum = 0;
    for (size_t a = 0; a < scale->count; a++)
        for (size_t b = a + 1; b < scale->count; b++)
            sum += 2 * scale->counts[a] * scale->counts[b] * distance(scale, measure, a, b);
    return sum / (scale->total * (scale->total - 1));
}

double agreement_alpha(Ratings ratings, Measure measure, Arena *arena)
{
    Scale scale = scale_of(ratings, arena);
    if (scale.count < 2)
        return NAN;
    return 1 - observed(ratings, &scale, measure) / expected(&scale, measure);
}

static double kappa_of_two(Ratings r, size_t a, size_t b, Arena *arena)
{
    double *pairs = ARENA_ARRAY(arena, double, r.units * 2 + 1);
    size_t n = 0;
    double same = 0;
    for (size_t u = 0; u < r.units; u++) {
        double x = value_of(r, u, a);
        double y = value_of(r, u, b);
        if (isnan(x) || isnan(y))
            continue;
        pairs[n * 2] = x;
        pairs[n++ * 2 + 1] = y;
        same += !(x < y || x > y);
    }
    Scale scale = scale_of((Ratings){pairs, n, 2}, arena);
    double chance = 0;
    for (size_t k = 0; k < scale.count; k++) {
        double of_a = 0;
        double of_b = 0;
        for (size_t i = 0; i < n; i++) {
            of_a += rank_of(&scale, pairs[i * 2]) == k;
            of_b += rank_of(&scale, pairs[i * 2 + 1]) == k;
        }
        chance += of_a * of_b / ((double)n * (double)n);
    }
    return scale.count < 2 ? NAN : (same / (double)n - chance) / (1 - chance);
}

double agreement_kappa(Ratings ratings, Arena *arena)
{
    double sum = 0;
    size_t pairs = 0;
    for (size_t a = 0; a < ratings.coders; a++)
        for (size_t b = a + 1; b < ratings.coders; b++) {
            double kappa = kappa_of_two(ratings, a, b, arena);
            sum += isnan(kappa) ? 0 : kappa;
            pairs += isnan(kappa) ? 0 : 1;
        }
    return pairs > 0 ? sum / (double)pairs : NAN;
}
