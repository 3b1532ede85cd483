/*
 * corrected — the number that a text itself calls put right: of "the ministry revised the toll from 19 to 17" the 19 that the text tells
 * elsewhere ("on Monday it had spoken of 19 dead") are no figure any more: Claim.former. What it calls the number of before ("up from an
 * initial 12", "the toll had first been put at 12") is so in other reports too: Claim.replaces.
 */
#ifndef DAYBOOK_EXTRACT_CORRECTED_H
#define DAYBOOK_EXTRACT_CORRECTED_H

#include "extract/analysis/analysis.h"

/* Marks the claims; behind past_settle_former. */
void corrected_settle(Analysis *a);

#endif
