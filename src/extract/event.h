/* event — claims other than casualties and statements: attack, responsibility, accusation, denial, disruption,
 * response, context, pending, unverified. */
#ifndef DAYBOOK_EXTRACT_EVENT_H
#define DAYBOOK_EXTRACT_EVENT_H

#include "extract/analysis.h"

void event_find(Analysis *a);

/* Whether the sentence tells of an older incident: "In 2025, for instance, ...". */
bool event_is_background(const Analysis *a, uint32_t sentence);

#endif
