/*
 * reconcile — the rules of counting: figures to low, best and high in every cell of an incident's table. The same code
 * for one document and for a pile.
 *
 * Source: the rules of counting, as the profile has them. Each cell names its rule ("daybook.5.median") and shows its working.
 */
#ifndef DAYBOOK_ASSEMBLE_RECONCILE_H
#define DAYBOOK_ASSEMBLE_RECONCILE_H

#include "assemble/voice.h"
#include "model/profile.h"

/* figures: casualty claims that count (claim_counts), documents together and in order of publication. Fills *out;
 * its arrays lie in the arena. */
void reconcile(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Estimates *out);

#endif
