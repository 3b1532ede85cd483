/*
 * claim_place — where what a passage tells happened: of the places that its sentence names, the one that its words
 * are about; else the place that the report is about just there.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_PLACE_H
#define DAYBOOK_EXTRACT_CLAIM_PLACE_H

#include "extract/analysis/analysis.h"

/* NULL where the report names no place. */
const PlaceMention *claim_place(const Analysis *a, const Sentence *sentence, Span passage);

/* Where the part that the count gives of another count is told to be ("12 died, [seven] of them in Goma"); NULL where nowhere is. */
const PlaceMention *claim_share_place(const Analysis *a, const Sentence *sentence, Span count);

/* "Strikes on Goma and Bukavu killed 12": whether the place is named in a row with another of its country, so that a figure of them all is
 * of neither. */
bool claim_place_is_of_several(const Analysis *a, const PlaceMention *place);

/* "17 died in Turkey and nine in Syria, bringing the total to 26": is the sum's place that of one of several countries whose figures its
 * sentence tells before? The sum has a place and a count. */
bool claim_place_is_of_term(const Analysis *a, const Claim *sum);

#endif
