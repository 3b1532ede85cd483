/*
 * spread — one event over several countries: figures told of places of which neither holds the other are parts of it, not versions of
 * one figure (doc/counts.md). 61 dead in the Caribbean and 13 in the United States are 74.
 *
 * Figures stand by their areas: later ones replace earlier ones of the same area alone. A region holds its countries, and a figure
 * told of several countries in a row those; what is told of no country is of all or of some. Whoever tells of all together and of no fewer
 * than its parts rules; else the parts are added up, low, best and high alike.
 */
#ifndef DAYBOOK_ASSEMBLE_SPREAD_H
#define DAYBOOK_ASSEMBLE_SPREAD_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

enum { SPREAD_MOST_AREAS = 48 };

/* Areas of which an incident's figures are told, and what it is. All zero where nothing is added up. */
typedef struct {
    const Profile *profile;
    bool wide; /* two of them lie apart */
    Str areas[SPREAD_MOST_AREAS];
    bool rows[SPREAD_MOST_AREAS]; /* told by places in a row */
    size_t count;
    uint64_t beside[SPREAD_MOST_AREAS]; /* by area: bits of those that one sentence tells beside it */
    uint32_t
        natural; /* reports that tell of a storm, an earthquake or another thing that comes over land, not of an attack */
    uint32_t near; /* of those: of an earthquake, a landslide, an eruption, which no second one half a world away is */
    uint32_t others; /* reports that tell of an attack, a crash … */
} Spread;

/* Whether any two of the figures are told of areas that lie apart. */
Spread spread_begin(const Figure *figures, size_t count, const Profile *profile);

/* Notes what the report of the figures tells of, and what it tells side by side: before its spread_tell. */
void spread_note_report(Spread *spread, const Figure *figures, size_t count);

/* As toll_find, of one report: area by area, each with its number (Told.area). */
void spread_tell(const Spread *spread, const Figure *figures, size_t count, CellKind cell, Arena *arena, ToldList *out);

/* The estimate of a cell where the list is told over several areas, else plain: what the cell comes to as a whole. Changes the
 * list's marks. */
Estimate spread_estimate(const Spread *spread, const ToldList *list, const Estimate *plain, bool in_war, Arena *arena);

#endif
