/*
 * bias — how many there were, given what each party says of its own losses and of its enemy's: a model of reporting bias.
 *
 *     BiasClaim claims[] = {{{92, 92}, BIAS_ENEMY, PARTY_GOVERNMENT}, {{7, 7}, BIAS_OWN, PARTY_ARMED_GROUP}};
 *     bias_posterior(&profile->bias, claims, 2, arena, &out);      low, median and high of the number of fighters killed
 *
 * Source: Radford, Dai, Stoehr, Schein, Fernandez, Sajid, "Estimating conflict losses and reporting biases", PNAS 120 (2023),
 * doi 10.1073/pnas.2307372120: a claim is the true number times a bias of whoever says it, which depends on whose losses
 * they are, times noise; parties play their own losses down and their enemy's up; the posterior says what is left to know.
 *
 * Simplified: one number at a time. The paper estimates the biases from thousands of claims over many days, with kinds of
 * loss bound to each other; here they have prior distributions (a profile's rules), one bias for each party in each cell,
 * and are integrated out. Claims on days inside one another are not combined. On the log scale all is normal:
 *
 *     log claim = log (number + ½) + bias(party, whose losses) + noise,   bias ~ N(mean, sd²),   noise ~ N(0, sd²)
 *     number ~ 1 / (number + 1)                                           no size is likelier than another
 *
 * A claim that is an interval says that its number lies there; one without an upper end (at least 10) is taken to lie between
 * its floor and a multiple of it. Voices that are no party to the fight share no bias. Sums over a fixed grid: the same
 * claims give the same numbers, to the last bit of the machine's logarithm.
 */
#ifndef DAYBOOK_ASSEMBLE_BIAS_H
#define DAYBOOK_ASSEMBLE_BIAS_H

#include "base/arena.h"
#include "model/profile.h"

typedef struct {
    Interval range;
    BiasOf of;   /* whose losses the voice tells of */
    Party party; /* voices of one party have one bias; PARTY_NONE: a bias of its own */
} BiasClaim;

typedef struct {
    int64_t low; /* the ends hold the share of the posterior that the rules say, the same left out on either side */
    int64_t median;
    int64_t high;
} BiasPosterior;

/* False where no claim says anything (none at all, or all of them "0 or more"). */
bool bias_posterior(const BiasRules *rules, const BiasClaim *claims, size_t count, Arena *arena, BiasPosterior *out);

#endif
