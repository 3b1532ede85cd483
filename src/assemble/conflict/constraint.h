/*
 * constraint — which of several claims cannot all be true, by exact reasoning over whole numbers.
 *
 *     Interval claims[] = {{31, 31}, {17, 17}, {40, 40}};                        31 civilians, 17 guards, 40 in all
 *     Relation sum = {.terms = {{0, 1}, {1, 1}, {2, -1}}, .count = 3};           civilians + guards ≤ all
 *     ClaimSet blame = constraint_blame(&(System){claims, 3, &sum, 1}, arena);   all three: 0x7
 *
 * A claim says that a number lies in an interval; a relation binds the numbers of its claims and holds only where all of
 * them are looked at. The set to blame is the smallest one that no whole numbers satisfy.
 *
 * Method: sets of two and three are tried one by one, of equals the one that misses by most; beyond these the whole is
 * tried, an irreducible set is left by deleting claim after claim (Chinneck 2008, "Feasibility and Infeasibility in
 * Optimization", 6.2: the deletion filter), and smaller sets are searched for as long as the budget lasts. Whether a set
 * can be true is decided by Fourier–Motzkin elimination over integers; an elimination is exact where one of each pair of
 * coefficients is 1 (Pugh 1992, "The Omega test"), as sums and orders of counts give. Where it is not, or the system is
 * too large, a set passes for consistent: nobody is blamed without proof.
 */
#ifndef DAYBOOK_ASSEMBLE_CONSTRAINT_H
#define DAYBOOK_ASSEMBLE_CONSTRAINT_H

#include "base/arena.h"
#include "model/interval.h"

enum { CONSTRAINT_MAX_CLAIMS = 64, CONSTRAINT_MAX_TERMS = 4 };

/* Bits by number of the claim. */
typedef uint64_t ClaimSet;

typedef struct {
    uint32_t claim;
    int sign; /* 1 or -1 */
} RelationTerm;

/* The terms' sum is at most 0, or exactly 0. */
typedef struct {
    RelationTerm terms[CONSTRAINT_MAX_TERMS];
    size_t count;
    bool equal;
} Relation;

typedef struct {
    const Interval *claims;
    size_t count; /* at most CONSTRAINT_MAX_CLAIMS */
    const Relation *relations;
    size_t relation_count;
} System;

/* Are there whole numbers for the claims of the set? */
bool constraint_holds(const System *system, ClaimSet set, Arena *arena);

/* The smallest part of the set that cannot be true; 0 where the set can. */
ClaimSet constraint_blame(const System *system, ClaimSet set, Arena *arena);

/* All of the system's claims. */
ClaimSet constraint_all(const System *system);

#endif
