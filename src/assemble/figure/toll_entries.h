/*
 * toll_entries — what a report tells of a list as a whole: the figures that it gives of all entries, and where it gives none of an outcome the
 * entries' own, added up.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_ENTRIES_H
#define DAYBOOK_ASSEMBLE_TOLL_ENTRIES_H

#include "assemble/figure/toll.h"

/* struck_settle of one report's figures: of an outcome of which all entries together are told, without those of entries alone; else entry by
 * entry. */
size_t entries_settle(Arena *arena, const Figure *figures, size_t count, Figure *out);

/* toll_find of such figures, of one outcome: those of several entries are one sum, and none where an entry tells more than one figure. */
void entries_toll(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy, ToldList *out);

#endif
