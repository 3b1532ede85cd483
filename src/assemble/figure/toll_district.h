/*
 * toll_district — figures told of several districts of one event: "12 dead in Swat", "31 dead in Buner" are parts of it. Neither is a
 * rival of the other nor takes its place, and none is the whole (doc/counts.md). Whoever tells of more than one district, and of no fewer
 * than were told of any, tells the whole; where nobody does, no number is the best.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_DISTRICT_H
#define DAYBOOK_ASSEMBLE_TOLL_DISTRICT_H

#include "assemble/figure/toll.h"

/* Both are told of a district, not the same. */
bool district_is_apart(const Told *a, const Told *b);

/* Of figures that stand: takes those told of districts out where two of them differ and another tells of the whole. True where none does: all
 * stand, and none for the event. Linear. */
bool district_split(const Told **items, size_t *count);

#endif
