/*
 * cause — what does the harm in an event: arms, a blast, a flood, hunger …; and which of them one event may have.
 *
 * Bombs set fire, storms bring floods, earthquakes let hills slide; but whom hunger killed no gunman shot. Source: EM-DAT (groups of
 * disasters), in our own grouping. Example: cause_of(claim) of "a flood" is CAUSE_WATER, of "a shooting" CAUSE_ARMS.
 */
#ifndef DAYBOOK_ASSEMBLE_CAUSE_H
#define DAYBOOK_ASSEMBLE_CAUSE_H

#include "model/claim.h"

enum {
    CAUSE_ARMS = 1 << 0, /* people, by hand or weapon, and attacks of no kind told */
    CAUSE_BLAST = 1 << 1,
    CAUSE_FIRE = 1 << 2,
    CAUSE_CRASH = 1 << 3, /* of vehicles, buildings, crowds */
    CAUSE_WATER = 1 << 4, /* storms, floods, slides */
    CAUSE_QUAKE = 1 << 5, /* and volcanoes and tsunamis */
    CAUSE_HEAT = 1 << 6,
    CAUSE_COLD = 1 << 7,
    CAUSE_DISEASE = 1 << 8,
    CAUSE_HUNGER = 1 << 9,
};

/* A bit of the above; 0 where the claim tells of no attack and of nothing that harms. */
unsigned cause_of(const Claim *claim);

/* Does it come over whole lands rather than happen in one spot? */
bool cause_is_natural(unsigned cause);

/* May one event have causes of both sets? So it may where either is empty. */
bool cause_may_be_one(unsigned a, unsigned b);

#endif
