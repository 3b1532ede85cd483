/*
 * area — in which countries a place lies, and of which countries a figure is told: whether two figures are of places that lie apart, or
 * of which one holds the other.
 *
 *     area_of(&quetta)     "PK"
 *     area_of(&balkans)    "AL BA BG GR HR ME MK RO RS SI TR XK"
 *
 * An area is a list of ISO 3166-1 codes with spaces between; "" where no country is known (at sea, on no map). What countries a region
 * has says data/places/regions.tsv, in the widest use of its name: two figures of which one may hold the other are never added up.
 * The strings lie in the place, the program or the arena.
 */
#ifndef DAYBOOK_ASSEMBLE_AREA_H
#define DAYBOOK_ASSEMBLE_AREA_H

#include "base/arena.h"
#include "model/extraction.h"

Str area_of(const Place *place);

bool area_holds(Str outer, Str inner); /* every country of the inner, which has one at least */
bool area_meets(Str a, Str b);         /* a country of both */
bool area_same(Str a, Str b);

static inline bool area_is_apart(Str a, Str b)
{
    return a.len > 0 && b.len > 0 && !area_meets(a, b);
}

/* One country, not several. */
static inline bool area_is_country(Str area)
{
    return area.len == 2;
}

/* Of which countries a figure is told. */
typedef struct {
    Str countries;      /* "" where the claim's sentence tells none */
    const Place *place; /* that tells them; NULL */
    bool row;           /* it and others in one row do */
} ToldArea;

/* What the claim's own sentence tells: the countries of its place and of places in one row with it ("in Cuba, Haiti and Jamaica").
 * None where the sentence names another country nearer by, or where the place is that of the report's dateline. */
ToldArea area_told(const Claim *claim, const Extraction *x, Arena *arena);

#endif
