/*
 * cluster — groups of things by their likeness: agglomerative, the likest two first. Two groups are as alike as the
 * geometric mean of their members' average likeness and of the cosine of their sums: the average alone keeps short texts apart, the
 * sums alone chain. Deterministic: equal likeness goes to the earlier.
 */
#ifndef DAYBOOK_ASSEMBLE_CLUSTER_H
#define DAYBOOK_ASSEMBLE_CLUSTER_H

#include <stdbool.h>

#include "base/arena.h"

/* Likeness of two things, a < b, in (0, 1]; pairs that are not given are not alike at all,
 * but that each thing has `most` at most: what a large group lacks for that counts as alike as what is given. */
typedef struct {
    uint32_t a;
    uint32_t b;
    float likeness;
    bool apart; /* told of as of two groups: each such pair speaks against joining theirs */
} LikePair;

/* What people decided on two things: they go into one group, or never do. */
typedef struct {
    uint32_t a;
    uint32_t b;
    bool apart;
} PairRule;

typedef struct {
    const LikePair *pairs; /* by b, then by a */
    size_t pair_count;
    size_t most;           /* earlier things that each is paired with at most */
    const PairRule *rules; /* that do not contradict each other */
    size_t rule_count;
} Likeness;

/* Writes each thing's group: the smallest number among its members. What the arena gives meanwhile goes back. */
void cluster_groups(const Likeness *likeness, size_t count, double threshold, Arena *arena, uint32_t *out);

#endif
