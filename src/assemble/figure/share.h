/*
 * share — counts that one sentence shares out among places ("eleven in Goma and six in Sake", Claim.shared_out), and what other reports
 * tell of one of the places alone: a part of the event, no rival of the whole.
 */
#ifndef DAYBOOK_ASSEMBLE_SHARE_H
#define DAYBOOK_ASSEMBLE_SHARE_H

#include "assemble/basis/voice.h"

/* Does the figure tell of the share that a sentence of another report has? Where its own names no such place, or the map does not
 * know the village, the number says it. */
bool share_is_told(const Figure *figure, const Figure *share);

/* The district that the figure's own sentence names as its place; NULL where it names none or another kind of place. */
const Place *share_district(const Figure *figure);

/* The region or district that the figure's own sentence names as its place, if it counts people there; NULL. */
const Place *share_region(const Figure *figure);

/* "In Vale 76 people died. ... In Dol 94 died": are counts of one voice of regions apart, a later one larger than the first, which else is the
 * event's? Not where the voice counts anybody else that may be all of them, or gives a toll. */
bool share_are_apart(const Figure *const *items, size_t count);

#endif
