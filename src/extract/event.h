/*
 * event — claims other than casualties and statements: attack, responsibility, accusation, denial, disruption,
 * response, context, pending, unverified. The wording is that of the rules of phase "event"; attacks are put
 * together in event_attack.c.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_H
#define DAYBOOK_EXTRACT_EVENT_H

#include "extract/analysis.h"

/* Runs the rules of phase "past", which mark what is told of older times; before any claim is made. */
void event_mark(Analysis *a);

void event_find(Analysis *a);

/* Whether the sentence tells of an older incident: "In 2025, for instance, ...". After event_mark. */
bool event_is_background(const Analysis *a, uint32_t sentence);

#endif
