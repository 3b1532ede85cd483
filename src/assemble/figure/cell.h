/* cell — one cell of the table: the voices' figures to low, best and high, as the profile says. */
#ifndef DAYBOOK_ASSEMBLE_CELL_H
#define DAYBOOK_ASSEMBLE_CELL_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

/* Figures of windows inside another's, of superseded voices and about the enemy are set apart; the rest gives the estimate.
 * in_war: in a country that the profile calls at war (what words count as). Changes the list's marks and words' points. */
Estimate cell_estimate(const Profile *profile, ToldList *told, bool in_war, Arena *arena);

#endif
