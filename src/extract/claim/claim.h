/*
 * claim — making claims: what every kind has in common. Who says it, when and where it was, and whether it is told
 * as background are found here, once, for all kinds.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_H
#define DAYBOOK_EXTRACT_CLAIM_H

#include "extract/analysis/analysis.h"

/*
 * Appends a claim of the kind for tokens [first, last): sentence, evidence, speaker, window, place, background.
 * The caller fills what is particular. The pointer is valid until the next claim_new.
 */
Claim *claim_new(Analysis *a, ClaimKind kind, uint32_t first, uint32_t last, Str rule);

/*
 * Whether a stage that began at so many claims has made as many as one report may tell, so that it makes none of what stands at the
 * token: a report of thousands of figures is a table or a broken file, and each claim is held against those before it. Where
 * the first was left out is kept, and told as a flag.
 */
bool claim_is_beyond(Analysis *a, size_t stage_began, uint32_t token);

/* Whether a word in tokens [first, last) says that what they tell is feared or believed, not known. */
bool claim_is_unsure(const Analysis *a, uint32_t first, uint32_t last);

/* Whether its own words name its day, or days of no more than a week. */
bool claim_is_dated(const Claim *claim);

#endif
