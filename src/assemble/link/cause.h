/*
 * cause — what does the harm in an event: arms, a blast, a flood, hunger …; and which of them one event may have.
 *
 * Bombs set fire, storms bring floods, earthquakes let hills slide; but whom hunger killed no gunman shot. Source: EM-DAT (groups of
 * disasters), in our own grouping. Example: cause_of(claim) of "a flood" is CAUSE_WATER, of "a shooting" CAUSE_ARMS.
 */
#ifndef DAYBOOK_ASSEMBLE_CAUSE_H
#define DAYBOOK_ASSEMBLE_CAUSE_H

#include "extract/event/disaster.h"
#include "model/claim.h"

/* Bits CAUSE_…; 0 where the claim tells of no attack and of nothing that harms. */
unsigned cause_of(const Claim *claim);

/* May one event have causes of both sets? So it may where either is empty. */
bool cause_may_be_one(unsigned a, unsigned b);

/* Is it seldom one event, though it may be: a bus that crashed and a house that was shelled? Attacks, blasts and fires are of one. */
bool cause_is_unlike(unsigned a, unsigned b);

/* Is it so seldom one event that another toll makes it two: a crash and gunmen or, of two accidents, a crash and a blast? */
bool cause_is_apart(unsigned a, unsigned b, bool accidents);

#endif
