/*
 * foe — losses that a party tells of its own enemy (rule 5 of counting): by its words ("60 of the enemy", "12 enemy soldiers") or because
 * its own side is who kills ("The army said it had killed 60", "its drones struck a base, killing 60 fighters"). Such a figure is the
 * party's word, whatever class its victims have: Claim.of_enemy.
 */
#ifndef DAYBOOK_EXTRACT_FOE_H
#define DAYBOOK_EXTRACT_FOE_H

#include "extract/analysis/analysis.h"

/* Marks the claims. Where only the enemy is told, its class is the speaker's opposite: a government's is of fighters. */
void foe_settle(Analysis *a);

#endif
