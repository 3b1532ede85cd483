/*
 * event — claims other than casualties and statements: attack, responsibility, accusation, denial, disruption,
 * response, context, pending, unverified. The wording is that of the rules of phase "event"; attacks are put
 * together in event_attack.c.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_H
#define DAYBOOK_EXTRACT_EVENT_H

#include "extract/analysis/analysis.h"

void event_find(Analysis *a);

#endif
