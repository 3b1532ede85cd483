/*
 * beside_claim — what a claim may tell of an event beside the report's own (beside.h): a count of people, a town.
 */
#ifndef DAYBOOK_ASSEMBLE_BESIDE_CLAIM_H
#define DAYBOOK_ASSEMBLE_BESIDE_CLAIM_H

#include "model/extraction.h"

/* A spot, or a village that is on no map. */
bool beside_is_town(const PlaceMention *place);

/* It names no other town than its own; regions may stand beside it, and the market or street of the town that it names. */
bool beside_is_of_one_town(const Claim *claim);

/* It is no background but what words set apart, no aside, and nobody denies it. */
bool beside_may_tell(const Claim *claim);

/* A count of those killed or hurt that tells of nobody told before, nor of some of them; "another two" may be on top of those. */
bool beside_is_new_count(const Claim *claim, int64_t people);

/* The same, on top of nobody. */
bool beside_is_count(const Claim *claim, int64_t people);

/* The same, of those killed. */
bool beside_is_toll(const Claim *claim, int64_t people);

#endif
