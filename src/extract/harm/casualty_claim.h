/*
 * casualty_claim — one group of people and what became of them, as a claim. Internal to casualty*.c.
 */
#ifndef DAYBOOK_EXTRACT_CASUALTY_CLAIM_H
#define DAYBOOK_EXTRACT_CASUALTY_CLAIM_H

#include "extract/harm/casualty_harm.h"

/* Adds the claim, or corrects the one that told of them before; NULL where it is none. Good until the next claim is added. */
Claim *casualty_claim(Casualties *c, const Harm *harm, const GroupRecord *group);

/* "Two men were shot. Neither survived": those whom the match's sentence, or else the one before, tells of as hurt are dead. */
void casualty_turn(Analysis *a, const Harm *harm);

/* Where the match is one of who was lost. "There were 52 aboard. There were no survivors", "... Only two survived": those, or the rest of those, whom the text before tells to have been
 * aboard are dead; several are, where it does not but the match is of several. */
void casualty_lost(Casualties *c, const Harm *harm);

#endif
