/*
 * compare — what the main events of two reports have in common besides words: days, place, figures, kind, actors,
 * targets. Each finding multiplies the likeness of their words by its weight; doc/linking.md says where the weights come from.
 */
#ifndef DAYBOOK_ASSEMBLE_COMPARE_H
#define DAYBOOK_ASSEMBLE_COMPARE_H

#include "assemble/link/compare_event.h"
#include "base/buf.h"
#include "model/extraction.h"

/* compare_traits.c. Borrows from the extraction; lists lie in the arena. */
EventTraits compare_traits(const Extraction *extraction, Arena *arena);

/* Fills round of the events of so many reports. */
void compare_rounds(Extraction *const *extractions, size_t count, EventTraits *events);

/* The product of the weights of all findings. small_pile: few reports, put together by somebody who has one event in
 * mind; then words tell little and towns far apart much. *apart: they are known to be of two events,
 * by their days or as rows of a table, whatever others have in common with both. */
double compare_weight(const EventTraits *a, const EventTraits *b, bool small_pile, bool *apart);

/* Appends "; same days, weight 2.00; …" */
void compare_put(Buf *out, const EventTraits *a, const EventTraits *b, bool small_pile);

/* The report's main incident, or NULL. */
const Incident *compare_main(const Extraction *extraction);

#endif
