/*
 * toll_column — which of a report's figures stand in a cell's column, and as what: a part of a larger number is a count of all in the column
 * of its sub-group. In the women's column stand, where the report tells no number of women, also those of whom nothing but their given name
 * tells it (Claim.womans_name), unless it calls them a child elsewhere; the working says how many.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_COLUMN_H
#define DAYBOOK_ASSEMBLE_TOLL_COLUMN_H

#include "assemble/figure/victims.h"

typedef struct {
    Pool pool;
    Pool enemy; /* a party's word on its enemy's losses, where it is kept apart */
} Column;

/* Of the figures of one document and outcome. */
Column column_of(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy);

/* Does the claim belong in the cell's column? Total: every claim that is no part of another. */
bool cell_takes(CellKind cell, const Figure *figure);

VictimClass cell_class(CellKind cell); /* CLASS_UNKNOWN for the cells that are no class */
bool cell_is_subgroup(CellKind cell);

/* In the women's column: whether a given name alone tells that it is one's. */
bool column_is_by_name(const Claim *claim);

#endif
