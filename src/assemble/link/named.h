/*
 * named — who is called by name in several reports of a pile: a person whose age one of them tells ("Ana Bek, 34", "34-year-old Ana Bek") is somebody
 * in particular, a victim or a suspect mostly, and no office's spokesman. Reports that name one such person are likely of one event, though
 * the one is of the day and the other of a trial a year later.
 */
#ifndef DAYBOOK_ASSEMBLE_NAMED_H
#define DAYBOOK_ASSEMBLE_NAMED_H

#include "assemble/link/compare_event.h"
#include "model/extraction.h"

/* Fills people of the events of so many reports. Somebody whom more than a tenth of a large pile names tells nothing. */
void named_find(Extraction *const *extractions, size_t count, EventTraits *events, Arena *arena);

#endif
