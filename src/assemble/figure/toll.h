/*
 * toll — what one document tells in one cell: its many mentions of the dead or injured brought to one figure a voice.
 *
 * Within a page a figure told again counts once; a stated total beats the sum of described victims (but not a part such as
 * "three children" those children whom the page names one by one, when they are more); parts never add to their whole; groups that are clearly different add up ("three policemen … two civilians"); "another 22" adds; "bringing
 * the toll to 12" wins. A figure of a window inside another's stands alone (67 on Saturday, 108 over 48 hours).
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_H
#define DAYBOOK_ASSEMBLE_TOLL_H

#include "assemble/figure/told.h"

/* Whose later figures can stand for one: a party's own for a party's, anybody's for what no party says. */
typedef enum {
    SIDE_ANY,
    SIDE_GOVERNMENT,
    SIDE_RIVAL /* a country's at war with it */,
    SIDE_ARMED_GROUP,
    SIDE_COUNT_
} Side;

Side told_side(const Told *told);

/* Appends what the figures of one document (same outcome) tell in the cell. With excludes_enemy, a party's word on its
 * enemy's losses stays out of totals; in class cells it is told apart, marked about_enemy. */
void toll_find(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy, ToldList *out);

#endif
