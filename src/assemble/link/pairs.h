/*
 * pairs — which reports of a pile are alike, and how much. Each is paired with the likest of those before it: with all that
 * are alike at all in a pile of some thousands, with fewer the larger it is, so that the pairs of any pile take about as much
 * room. The likest are looked for by words, then compared in full.
 */
#ifndef DAYBOOK_ASSEMBLE_PAIRS_H
#define DAYBOOK_ASSEMBLE_PAIRS_H

#include "assemble/link/cluster.h"
#include "assemble/link/compare.h"
#include "assemble/link/wordbag.h"

typedef struct {
    LikePair *items; /* by the later report, then by the earlier */
    size_t count;
    size_t most; /* earlier reports that each may be paired with */
} Pairs;

/* same[i] >= 0: report i is a copy of that one or holds it, and is as alike as can be. */
Pairs pairs_of(const WordbagList *bags, const EventTraits *events, const int32_t *same, Arena *arena);

/* The first pair whose later report is d or one after it. */
size_t pairs_from(const Pairs *pairs, uint32_t d);

/* Reports from which a pile is large: whoever puts a few together has one event in mind. */
enum { PAIRS_LARGE_PILE = 200 };

#endif
