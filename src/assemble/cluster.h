/*
 * cluster — groups of things by their likeness: agglomerative, the likest two first. Two groups are as alike as the
 * geometric mean of their members' average likeness and of the cosine of their sums: the average alone keeps short texts apart, the
 * sums alone chain. Deterministic: equal likeness goes to the earlier.
 */
#ifndef DAYBOOK_ASSEMBLE_CLUSTER_H
#define DAYBOOK_ASSEMBLE_CLUSTER_H

#include "base/arena.h"

/* Likeness of two things, a < b, in (0, 1]; pairs that are not given are not alike at all. */
typedef struct {
    uint32_t a;
    uint32_t b;
    float likeness;
} LikePair;

/* Writes each thing's group: the smallest number among its members. Pairs may stand in any order. */
void cluster_groups(const LikePair *pairs, size_t pair_count, size_t count, double threshold, Arena *arena,
                    uint32_t *out);

#endif
