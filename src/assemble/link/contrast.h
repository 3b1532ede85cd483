/*
 * contrast — look-alikes: two events of one kind that likeness of words put into one group. Each shows by names or
 * numbers of its own: nearly every report of the group has one of two, none has both, and other words keep to the same sides. Parts of
 * one long event do not: its later reports bring new names, but tell the old ones too.
 */
#ifndef DAYBOOK_ASSEMBLE_CONTRAST_H
#define DAYBOOK_ASSEMBLE_CONTRAST_H

#include "assemble/link/pairs.h"

/* group: as cluster_groups wrote it; groups that hold two events are divided in place, each report numbered by the
 * smallest of its part. */
void contrast_split(const WordbagList *bags, const Pairs *pairs, Arena *arena, uint32_t *group);

#endif
