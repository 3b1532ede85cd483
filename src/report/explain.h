/* explain — why a claim or a figure is what it is, as plain text for a terminal. */
#ifndef DAYBOOK_REPORT_EXPLAIN_H
#define DAYBOOK_REPORT_EXPLAIN_H

#include "base/buf.h"
#include "extract/analysis/analysis.h"
#include "model/situation.h"

/* Passage, rule, speaker, day and place of the claim at index, and the tokens and mentions its rule saw. analysis is of
 * the claim's document. */
void explain_claim(Buf *out, const Situation *situation, uint32_t index, const Analysis *analysis);

/* The figures of an incident: each cell with its working, its claims, those that lost, and why documents were linked. */
void explain_incident(Buf *out, const Situation *situation, uint32_t index);

#endif
