/*
 * current — which of the figures told in a cell stand today: the voices' latest, of the incident's own days, that later
 * reports have not overtaken (doc/counts.md).
 */
#ifndef DAYBOOK_ASSEMBLE_CURRENT_H
#define DAYBOOK_ASSEMBLE_CURRENT_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

/* Numbers, in order of their points, then documents. */
typedef struct {
    const Told **items;
    size_t count;
} Current;

/* Marks what is superseded, lapsed or of other days in the list (rule 2: 67 on Saturday lies inside 108 over 48 hours); figures about the enemy are never current. The array lies in the arena. */
Current current_of(const Profile *profile, ToldList *list, Arena *arena);

#endif
