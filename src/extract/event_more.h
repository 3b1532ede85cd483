/*
 * event_more — the further members of a list of targets, known to the lexicon or not: "attacked the bank, two shops and
 * a bakery", "the murder of Ana Diaz, her son, and two other people".
 *
 * The list ends at a place, an armed party, a word for an attack, or a phrase that is the subject of a verb of its own.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_MORE_H
#define DAYBOOK_EXTRACT_EVENT_MORE_H

#include "extract/event_party.h"

/* The first target's phrase ends before the token t; the search ends at end. Adds to the targets of out. */
void event_more_targets(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out);

#endif
