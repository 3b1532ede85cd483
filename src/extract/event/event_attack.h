/*
 * event_attack — claims of kind attack: one for every attack that a sentence tells of, with type, targets, tactics,
 * perpetrators, status and count. Several words for one attack ("a bomb exploded") make one claim.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_ATTACK_H
#define DAYBOOK_EXTRACT_EVENT_ATTACK_H

#include "extract/event/event_list.h"

/* Appends the document's attack claims, in text order. The rules of phase "event" must have run. */
void event_attack_find(Analysis *a, const EventWords *w);

/* Gives a claim the count and the words it stands in. */
void event_set_count(const Analysis *a, Claim *claim, const CountRecord *count, Str unit);

#endif
