/*
 * place_share — which count of a sentence that tells several is told of a place alone.
 */
#ifndef DAYBOOK_EXTRACT_PLACE_SHARE_H
#define DAYBOOK_EXTRACT_PLACE_SHARE_H

#include "extract/analysis/analysis.h"

enum { PLACE_SHARE_REACH = 8 }; /* tokens from a count to the place that it is told of */

/* "12 people died, [seven] in Goma and five in Sake": the count right before a place ("of them" or "others" may stand between), which
 * goes on from another ("12 died, with seven dead in Goma"); MENTION_NONE where none stands there. */
uint32_t place_share(const Analysis *a, const Sentence *sentence, const PlaceMention *place);

#endif
