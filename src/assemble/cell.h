/* cell — one cell of the table: the voices' figures to low, best and high (rule 5). */
#ifndef DAYBOOK_ASSEMBLE_CELL_H
#define DAYBOOK_ASSEMBLE_CELL_H

#include "assemble/profile.h"
#include "assemble/toll.h"

/* Figures of windows inside another's, of superseded voices and about the enemy are set apart; the rest gives the estimate. */
Estimate cell_estimate(const ProfileRules *rules, ToldList *told, Arena *arena);

#endif
