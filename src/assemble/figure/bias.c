#include "assemble/figure/bias.h"

#include <math.h>

enum {
    WHOLE_STEPS = 40,     /* numbers up to this stand in the grid one by one */
    BIAS_STEPS = 41,      /* of the sum over a bias that several claims share */
    BIAS_DEVIATIONS = 4,  /* and how far it reaches to either side */
    REACH = 30,           /* the grid ends at so many times the largest number that is claimed */
    MAX_NUMBER = 1000000, /* and here */
    PERCENT = 100,
};

static const double GROWTH = 1.03; /* from one number of the grid to the next, beyond those one by one */

/* A number of the grid stands for those from it to below the next. */
typedef struct {
    int64_t *numbers;
    double *weights; /* prior, then posterior */
    size_t count;
} Grid;

static Grid make_grid(int64_t largest, Arena *arena)
{
    int64_t end = largest > MAX_NUMBER / REACH ? MAX_NUMBER : (largest + 1) * REACH;
    size_t room = WHOLE_STEPS + 2 + (size_t)(log1p((double)end) / log(GROWTH));
    Grid grid = {ARENA_ARRAY(arena, int64_t, room), ARENA_ARRAY(arena, double, room), 0};
    for (int64_t n = 0; n <= end && grid.count < room;) {
        int64_t next = n < WHOLE_STEPS ? n + 1 : (int64_t)((double)n * GROWTH) + 1;
        grid.numbers[grid.count] = n;
        grid.weights[grid.count++] = log((double)(next + 1)) - log((double)(n + 1));
        n = next;
    }
    return grid;
}

static double normal_below(double x)
{
    return 0.5 * erfc(-x * M_SQRT1_2);
}

/* How likely is it that a claim whose logarithm is normal lies in the interval? */
static double likelihood(Interval range, double mean, double deviation)
{
    double below = range.low > 0 ? normal_below((log((double)range.low - 0.5) - mean) / deviation) : 0;
    return normal_below((log((double)range.high + 0.5) - mean) / deviation) - below;
}

/* Only an upper end: it says no more than that there were fewer. An open one: see the header. */
static Interval closed(const BiasRules *rules, Interval range)
{
    if (range.high == INTERVAL_OPEN)
        range.high = range.low * rules->floor_times;
    return range;
}

static bool says_something(Interval range)
{
    return range.high != INTERVAL_OPEN || range.low > 0;
}

/* Do the two share one bias? */
static bool is_shared(const BiasClaim *a, const BiasClaim *b)
{
    return a->party != PARTY_NONE && a->party == b->party && a->of == b->of;
}

/* The claims of one party on one side's losses, for a true number whose logarithm is given. */
typedef struct {
    const BiasRules *rules;
    const BiasClaim **claims;
    size_t count;
} Group;

static double product(const Group *group, double mean, double deviation)
{
    double all = 1;
    for (size_t i = 0; i < group->count; i++)
        all *= likelihood(closed(group->rules, group->claims[i]->range), mean, deviation);
    return all;
}

static double group_likelihood(const Group *group, double log_number)
{
    const BiasPrior *prior = &group->rules->priors[group->claims[0]->of];
    if (group->count == 1)
        return product(group, log_number + prior->mean, hypot(prior->deviation, group->rules->noise));
    double sum = 0;
    double weights = 0;
    for (int step = 0; step < BIAS_STEPS; step++) {
        double z = BIAS_DEVIATIONS * (2.0 * step / (BIAS_STEPS - 1) - 1);
        double weight = exp(-z * z / 2);
        weights += weight;
        sum += weight * product(group, log_number + prior->mean + z * prior->deviation, group->rules->noise);
    }
    return sum / weights;
}

static void multiply_group(Grid *grid, const Group *group)
{
    double largest = 0;
    for (size_t i = 0; i < grid->count; i++) {
        grid->weights[i] *= group_likelihood(group, log((double)grid->numbers[i] + 0.5));
        largest = grid->weights[i] > largest ? grid->weights[i] : largest;
    }
    for (size_t i = 0; largest > 0 && i < grid->count; i++)
        grid->weights[i] /= largest; /* many claims: products stay in range */
}

/* The number below which so much of the posterior lies. */
static int64_t quantile(const Grid *grid, double share)
{
    double all = 0;
    for (size_t i = 0; i < grid->count; i++)
        all += grid->weights[i];
    double below = 0;
    for (size_t i = 0; i < grid->count; i++) {
        below += grid->weights[i];
        if (below >= share * all)
            return grid->numbers[i];
    }
    return grid->numbers[grid->count - 1];
}

static int64_t largest_number(const BiasRules *rules, const BiasClaim *claims, size_t count)
{
    int64_t largest = 0;
    for (size_t i = 0; i < count; i++) {
        Interval range = closed(rules, claims[i].range);
        if (says_something(claims[i].range) && range.high > largest)
            largest = range.high;
    }
    return largest;
}

bool bias_posterior(const BiasRules *rules, const BiasClaim *claims, size_t count, Arena *arena, BiasPosterior *out)
{
    Grid grid = make_grid(largest_number(rules, claims, count), arena);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        Group group = {rules, ARENA_ARRAY(arena, const BiasClaim *, count), 0};
        bool taken = !says_something(claims[i].range);
        for (size_t k = 0; k < i && !taken; k++)
            taken = is_shared(&claims[k], &claims[i]) && says_something(claims[k].range);
        if (taken)
            continue;
        group.claims[group.count++] = &claims[i];
        for (size_t k = i + 1; k < count; k++)
            if (is_shared(&claims[i], &claims[k]) && says_something(claims[k].range))
                group.claims[group.count++] = &claims[k];
        multiply_group(&grid, &group);
        any = true;
    }
    double outside = (1 - (double)rules->interval_percent / PERCENT) / 2;
    if (any)
        *out = (BiasPosterior){quantile(&grid, outside), quantile(&grid, 0.5), quantile(&grid, 1 - outside)};
    return any;
}
