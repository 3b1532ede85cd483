/*
 * event_targets — the targets of a document's attacks put in order: victims told in casualty claims are human targets,
 * and one target has one name, the fullest that the report gives.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_TARGETS_H
#define DAYBOOK_EXTRACT_EVENT_TARGETS_H

#include "extract/event/event_party.h"

/* Adds those whom the sentence tells to have been harmed; soldiers among them are an enemy that was hit, no target. */
void event_add_victims(const EventWords *w, const Sentence *sentence, EventArgs *args);

/* Works on the claims from `from` on, which are the document's attack claims; those before it may be casualties. */
void event_targets_settle(Analysis *a, const EventWords *w, size_t from);

#endif
