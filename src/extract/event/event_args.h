/*
 * event_args — who and what stands around an attack's trigger word: targets, perpetrators, tactics, status.
 *
 *     A bomb exploded outside a police station in …        target: police station, tactic: explosives
 *     The mayor was kidnapped by the Northern Front        target: The mayor, perpetrator: Northern Front
 *
 * The search keeps to the clause and is bounded, so it is linear in the sentence. Strings lie in the document's
 * arena or are slices of its text.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_ARGS_H
#define DAYBOOK_EXTRACT_EVENT_ARGS_H

#include "extract/event/event_party.h"

/* What stands around the trigger (a mention of the kind). */
void event_args_find(const EventWords *w, EventWord kind, const Mention *trigger, EventArgs *out);

#endif
