/*
 * reconcile — the rules of counting: figures to low, best and high in every cell of an incident's table. The same code
 * for one document and for a pile.
 *
 * Source: the rules of counting, as the profile has them. Each cell names its rule ("daybook.5.median") and shows its working.
 */
#ifndef DAYBOOK_ASSEMBLE_RECONCILE_H
#define DAYBOOK_ASSEMBLE_RECONCILE_H

#include "assemble/basis/voice.h"
#include "model/profile.h"

/* Figures told report by report, for estimates along the way: what a report tells is worked out once. Lives in the arena. */
typedef struct Tally Tally;

/* figures: of all reports that are to come, which say over how many countries they are told. What is counted on the way lies in the
 * scratch arena and is given back after each estimate; estimates lie in the arena, and share what is the same in them. */
Tally *tally_begin(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Arena *scratch);
void tally_add(Tally *tally, const Figure *figures, size_t count); /* of one report, the next by publication */
void tally_estimates(Tally *tally, Estimates *out);                /* of the reports so far */

/* figures: casualty claims that count (claim_counts), documents together and in order of publication. Fills *out;
 * its arrays lie in the arena. */
void reconcile(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Estimates *out);

#endif
