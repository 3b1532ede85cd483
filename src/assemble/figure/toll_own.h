/*
 * toll_own — what several countries tell of their own losses in one event: "India lost 20 of its soldiers", "China lost four of its own" are
 * parts of one number, no rivals (doc/counts.md).
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_OWN_H
#define DAYBOOK_ASSEMBLE_TOLL_OWN_H

#include "assemble/figure/toll.h"

/* Of figures that stand: takes out what countries tell of their own where another figure is no smaller than all of theirs together. True where all of
 * them are countries' own, of two countries or more, and each tells one number: they are to be added. */
bool own_losses_add(const Told **items, size_t *count);

/* Makes their sum of a cell that was chosen from among them: low, best and high alike, as open as its terms are. */
void own_losses_put(Estimate *cell, const Told *const *items, size_t count, Arena *arena);

#endif
