/*
 * retold — victims told of again. "They were killed", "the murder of the priests" after "six priests were killed" say
 * nothing new: a claim without a figure of its own, whose pronoun or definite phrase means people of a claim told
 * before it, is no claim.
 */
#ifndef DAYBOOK_EXTRACT_RETOLD_H
#define DAYBOOK_EXTRACT_RETOLD_H

#include "extract/analysis/analysis.h"

/* Takes such claims out of the document's casualty claims; parts of them become parts of nothing. */
void retold_drop(Analysis *a);

/* "Six monks", "the six monks", "six of the monks" and, told behind them, "the six": the same number of people, called by the same
 * noun or none. Told twice in a report they are the same people. */
bool retold_same_people(const Document *document, const Claim *claim, const Claim *before);

#endif
