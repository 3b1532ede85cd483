/*
 * disruption — services cut and movement restricted, as periods: what the reports say of one service in one place, from the first
 * day told or counted back to ("for a fifth day") to the day on which it is said to be restored.
 *
 *     size_t count;
 *     const Disruption *all = disruptions_of(situation, arena, &count);
 */
#ifndef DAYBOOK_ASSEMBLE_DISRUPTION_H
#define DAYBOOK_ASSEMBLE_DISRUPTION_H

#include "model/situation.h"

typedef struct {
    Str type;                  /* rail, internet, curfew …; empty: not told */
    const PlaceMention *place; /* the widest that is named, NULL: none */
    const uint32_t *claims;    /* in order of days, then as in the situation */
    size_t claim_count;
    Day first; /* DAY_NONE: not known */
    Day last;  /* restored on; else the last day for which it is told. DAY_NONE: not known */
    bool ended;
    bool attempted; /* tried or foiled, not done */
} Disruption;

/* Of all claims that the situation knows of as_of: no copies, no background. Everything lies in the arena. Claims of one type are of one period where
 * their places hold each other or are not told; a claim of a day behind the restoration opens a new period. */
const Disruption *disruptions_of(const Situation *situation, Arena *arena, size_t *count);

/* "For a fourth day" on the 4th began on the 1st. DAY_NONE where the claim counts no days. */
Day disruption_counted_from(const Situation *situation, uint32_t claim);

#endif
