/*
 * apart — which sentences tell of other incidents than the report's own: "In a separate incident, ...", "six were hurt in
 * shootings across the city". The wording is that of the rules of apart.rules, run by past_mark.
 */
#ifndef DAYBOOK_EXTRACT_APART_H
#define DAYBOOK_EXTRACT_APART_H

#include "extract/analysis.h"

/* Whether the passage at the token tells of another incident. A report that opens with several tells of them all. After
 * past_mark. */
bool apart_is_told(const Analysis *a, uint32_t token);

/* Whether a mark before it says so of its own sentence or paragraph ("Separately, …"): if it happened in another town, it is an
 * event of its own that the report tells too. After past_mark. */
bool apart_is_elsewhere(const Analysis *a, uint32_t token);

/* Of a report that tells of one attack of several, the figures of all of them together become background for good. After
 * the casualty claims. */
void apart_settle(Analysis *a);

#endif
