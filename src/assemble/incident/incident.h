/*
 * incident — the events of one document. One is main where the document reports an event at all: the event it opens
 * with, or, in a round-up, the whole wave, with an incident for every town that it names (part_of). Attacks of another
 * kind than the main one, or than a town's (a kidnapping beside a bombing), are parts too, told apart by kind. Events told
 * as background stand apart, and so do those of other towns and days that a report tells beside its own (beside.h): neither main nor part.
 */
#ifndef DAYBOOK_ASSEMBLE_INCIDENT_H
#define DAYBOOK_ASSEMBLE_INCIDENT_H

#include "base/arena.h"
#include "model/extraction.h"

/* Sets incidents (without estimates), and the incident of every claim. Claims of long before the main event become
 * background. */
void incident_find(Extraction *extraction, Arena *arena);

#endif
