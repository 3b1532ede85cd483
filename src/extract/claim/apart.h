/*
 * apart — which sentences tell of other incidents than the report's own: "In a separate incident, ...", "six were hurt in
 * shootings across the city". The wording is that of the rules of apart.rules, run by past_mark.
 */
#ifndef DAYBOOK_EXTRACT_APART_H
#define DAYBOOK_EXTRACT_APART_H

#include "extract/analysis/analysis.h"

/* Of what a passage tells. */
typedef enum {
    APART_NONE,   /* of the report's own incident */
    APART_OTHERS, /* of others: "six were hurt in shootings across the city" */
    APART_ELSEWHERE /* of one that its sentence or paragraph sets apart ("Separately, …"): in another town, an event of its own */
} Apart;

/* What the passage at the token tells of. A report that opens with several incidents tells of them all. After past_mark. */
Apart apart_told(const Analysis *a, uint32_t token);

/* The number, from 1 on, of what a sentence sets apart and of all that goes on with it; 0: APART_ELSEWHERE is not told there. */
unsigned apart_stretch(const Analysis *a, uint32_t token);

/* "Three dead, 26 hurt in weekend shootings": whether the sentence at the token rounds up several incidents, so that a number in it is of
 * none alone. After past_mark. */
bool apart_rounds_up(const Analysis *a, uint32_t token);

/* Of a report that tells of one attack of several, the figures of all of them together become background for good. After
 * the casualty claims. */
void apart_settle(Analysis *a);

#endif
