/* when_tense — whether the verbs beside an expression look back or ahead: "will meet Friday", "said Tuesday". */
#ifndef DAYBOOK_EXTRACT_WHEN_TENSE_H
#define DAYBOOK_EXTRACT_WHEN_TENSE_H

#include "extract/analysis/analysis.h"
#include "extract/when/when_point.h"

/* The nearest verb (lexicon classes TPAST, TFUT) before tokens [first, last) in their sentence, near if it is at most four tokens
 * away, else behind them. */
TenseSign when_tense(const Analysis *a, const TimeNames *names, uint32_t first, uint32_t last);

#endif
