/*
 * shingle — a text as the set of its runs of three words, which says how much two texts share whatever stands around it.
 *
 * Which pairs of many texts share enough is found without comparing each with each (Broder 1997, "On the resemblance and
 * containment of documents"; Leskovec et al., "Mining of Massive Datasets", chapter 3):
 *   - texts much alike by MinHash: of 96 orderings of all runs each text's first one, in 32 bands of three; texts that
 *     agree in a band are compared. Two that share half of their runs are found 98 times in 100;
 *   - texts of which one holds the other by a sample of runs, the same runs in every text.
 * Every pair so found is then compared run by run. Of many texts that agree each is compared with the first of them and the one
 * before it: cost grows with the number of texts, not with its square.
 */
#ifndef DAYBOOK_ASSEMBLE_SHINGLE_H
#define DAYBOOK_ASSEMBLE_SHINGLE_H

#include "base/arena.h"

typedef struct {
    uint32_t *runs; /* hashes of the runs, in order, each once; capitals and signs between words don't matter */
    size_t count;
} Shingles;

Shingles shingles_of(Str text, Arena *arena);

/* Two texts of a list, and how many runs they share. */
typedef struct {
    uint32_t later; /* index; greater than earlier */
    uint32_t earlier;
    uint32_t shared;
} SharedRuns;

/* What is enough. */
typedef struct {
    double share;  /* of the shorter one's runs */
    size_t least;  /* runs, whatever the share */
    size_t sample; /* one run in so many finds excerpts: 1 for texts of a few words */
} SharedRule;

/* Pairs of texts that share enough, by the later, then by the earlier. */
SharedRuns *shingles_shared(const Shingles *texts, size_t count, SharedRule rule, Arena *arena, size_t *out_count);

#endif
