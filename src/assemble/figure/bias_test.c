#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "assemble/basis/profile.h"
#include "assemble/figure/bias.h"
#include "base/buf.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { MOST_CLAIMS = 6, WORLDS = 2000, LEAST = 3, MOST = 500 };

/* ---- worlds in which the model is true ---- */

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static double uniform(uint64_t *seed)
{
    return ((double)(next_random(seed) >> 11) + 0.5) / 9007199254740992.0; /* 2^53 */
}

static double normal(uint64_t *seed)
{
    double radius = sqrt(-2 * log(uniform(seed)));
    return radius * cos(6.283185307179586 * uniform(seed));
}

/* What somebody claims who has this bias: rounded, now and then as a floor below it. */
static BiasClaim claim_of(const BiasRules *rules, double log_number, double bias, BiasOf of, Party party,
                          uint64_t *seed)
{
    double said = exp(log_number + bias + rules->noise * normal(seed));
    int64_t n = (int64_t)(said + 0.5);
    BiasClaim claim = {{n, n}, of, party};
    if (uniform(seed) < 0.25 && n > 0) {
        int64_t floor = (n + 1) / 2 + (int64_t)(uniform(seed) * (double)(n - (n + 1) / 2 + 1));
        claim.range = (Interval){floor, INTERVAL_OPEN};
    }
    return claim;
}

/* Both parties speak once or twice, or one of them, and up to two others. */
static size_t make_claims(const BiasRules *rules, int64_t number, BiasClaim *claims, uint64_t *seed)
{
    double log_number = log((double)number + 0.5);
    size_t count = 0;
    for (BiasOf of = BIAS_OWN; of <= BIAS_ENEMY; of++) {
        const BiasPrior *prior = &rules->priors[of];
        double bias = prior->mean + prior->deviation * normal(seed);
        size_t times = next_random(seed) % 3;
        for (size_t i = 0; i < times; i++)
            claims[count++] =
                claim_of(rules, log_number, bias, of, of == BIAS_OWN ? PARTY_ARMED_GROUP : PARTY_GOVERNMENT, seed);
    }
    size_t others = count == 0 ? 1 : next_random(seed) % 3;
    for (size_t i = 0; i < others; i++)
        claims[count++] = claim_of(rules, log_number, rules->priors[BIAS_OTHER].deviation * normal(seed), BIAS_OTHER,
                                   PARTY_NONE, seed);
    return count;
}

static const BiasRules *built_in(Arena *arena)
{
    const Profile *profile = profile_named(STR("bias"), arena, NULL);
    assert_non_null(profile);
    return &profile->bias;
}

static void the_interval_holds_the_truth_as_often_as_it_says(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const BiasRules *rules = built_in(arena);
    uint64_t seed = 20230814;
    int inside = 0;
    int above_median = 0;
    for (int world = 0; world < WORLDS; world++) {
        int64_t truth = (int64_t)exp(log(LEAST) + uniform(&seed) * (log(MOST) - log(LEAST)));
        BiasClaim claims[MOST_CLAIMS + 1];
        size_t count = make_claims(rules, truth, claims, &seed);
        BiasPosterior p;
        assert_true(bias_posterior(rules, claims, count, arena, &p));
        assert_true(p.low <= p.median && p.median <= p.high);
        inside += truth >= p.low && truth <= p.high;
        above_median += truth > p.median;
    }
    print_message("coverage %.1f %%, above the median %.1f %%\n", 100.0 * inside / WORLDS,
                  100.0 * above_median / WORLDS);
    assert_in_range(inside, WORLDS * 85 / 100, WORLDS * 95 / 100);
    assert_in_range(above_median, WORLDS * 40 / 100, WORLDS * 60 / 100);
    arena_destroy(arena);
}

static BiasPosterior posterior(const BiasClaim *claims, size_t count)
{
    Arena *arena = arena_create();
    BiasPosterior out = {-1, -1, -1};
    (void)bias_posterior(built_in(arena), claims, count, arena, &out);
    arena_destroy(arena);
    return out;
}

static void own_losses_are_corrected_upwards_and_the_enemys_downwards(void **state)
{
    (void)state;
    BiasPosterior own = posterior(&(BiasClaim){{100, 100}, BIAS_OWN, PARTY_GOVERNMENT}, 1);
    BiasPosterior enemy = posterior(&(BiasClaim){{100, 100}, BIAS_ENEMY, PARTY_GOVERNMENT}, 1);
    BiasPosterior other = posterior(&(BiasClaim){{100, 100}, BIAS_OTHER, PARTY_NONE}, 1);
    /* By hand: the median is the claim over e^mean: 100 e^0.35 = 142, 100 e^-0.6 = 55, 100; ends are 1.645 deviations off. */
    assert_in_range(own.median, 137, 146);
    assert_in_range(enemy.median, 52, 57);
    assert_in_range(other.median, 97, 102);
    assert_in_range(other.low, 57, 61);
    assert_in_range(other.high, 165, 173);
    assert_true(enemy.high - enemy.low > other.high - other.low - 60);
}

static void a_party_that_repeats_itself_is_believed_less_than_two_voices(void **state)
{
    (void)state;
    const BiasClaim repeated[] = {{{100, 100}, BIAS_ENEMY, PARTY_GOVERNMENT},
                                  {{100, 100}, BIAS_ENEMY, PARTY_GOVERNMENT}};
    const BiasClaim two[] = {{{100, 100}, BIAS_ENEMY, PARTY_GOVERNMENT}, {{100, 100}, BIAS_ENEMY, PARTY_NONE}};
    BiasPosterior a = posterior(repeated, 2);
    BiasPosterior b = posterior(two, 2);
    assert_true(a.high - a.low > b.high - b.low);
}

static void many_claims_agree_closely(void **state)
{
    (void)state;
    BiasClaim many[40];
    for (size_t i = 0; i < COUNT_OF(many); i++)
        many[i] = (BiasClaim){{50, 50}, BIAS_OTHER, PARTY_NONE};
    BiasPosterior p = posterior(many, COUNT_OF(many));
    assert_in_range(p.median, 49, 52);
    assert_in_range(p.low, 44, 50);
    assert_in_range(p.high, 50, 57);
}

static void nothing_said_gives_no_posterior(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    BiasPosterior out;
    BiasClaim empty = {{0, INTERVAL_OPEN}, BIAS_OTHER, PARTY_NONE};
    assert_false(bias_posterior(built_in(arena), &empty, 1, arena, &out));
    assert_false(bias_posterior(built_in(arena), NULL, 0, arena, &out));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_interval_holds_the_truth_as_often_as_it_says),
        cmocka_unit_test(own_losses_are_corrected_upwards_and_the_enemys_downwards),
        cmocka_unit_test(a_party_that_repeats_itself_is_believed_less_than_two_voices),
        cmocka_unit_test(many_claims_agree_closely),
        cmocka_unit_test(nothing_said_gives_no_posterior),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
