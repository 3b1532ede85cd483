/* best — from the current figures of a cell to best, low and high, as the profile says. */
#ifndef DAYBOOK_ASSEMBLE_BEST_H
#define DAYBOOK_ASSEMBLE_BEST_H

#include "assemble/figure/current.h"

typedef struct {
    const Told *told;
    StepKind step; /* that left it */
    Str rule;      /* the step's, or that of the word it is */
} BestChoice;

/* The figures that choose best: the current ones without floors ("at least four") that a later figure has passed, nor what a
 * larger count has overtaken. list is that of current. In the arena; one at least where current holds one. */
Current best_voices(const Profile *profile, const Current *current, const ToldList *list, Arena *arena);

/* current holds one figure at least. */
BestChoice best_choose(const Profile *profile, const Current *current, Arena *arena);

/* No more than best; less than the current figures tell where as many reports of the list know of fewer (doc/counts.md). */
int64_t best_low(const Profile *profile, const Current *current, const ToldList *list, int64_t best);

/* The figure that gives high: its upper end, INTERVAL_OPEN where it is open. False where there is none: nothing is current
 * and no word on the enemy raises it. list is that of current; best is 0 where there is none. */
bool best_high(const Profile *profile, const Current *current, const ToldList *list, int64_t best, Interval *out);

#endif
