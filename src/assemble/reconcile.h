/*
 * reconcile — the rules of counting: figures to low, best and high in every cell of an incident's table. The same code
 * for one document and for a pile.
 *
 * Source: product.md, rules 1 to 7. Each cell names its rule ("daybook.5.median") and shows its working.
 */
#ifndef DAYBOOK_ASSEMBLE_RECONCILE_H
#define DAYBOOK_ASSEMBLE_RECONCILE_H

#include "assemble/profile.h"
#include "assemble/voice.h"

/* figures: casualty claims that count (claim_counts), documents together and in order of publication. Fills *out;
 * its arrays lie in the arena. */
void reconcile(const Figure *figures, size_t count, Profile profile, Arena *arena, Estimates *out);

#endif
