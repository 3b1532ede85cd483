/*
 * event_place — where a report's event took place when a passage names no place and the report opens with a dateline: an agency writes from the
 * capital or from a bureau abroad of what happened elsewhere, and the dateline's town is the last guess.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_PLACE_H
#define DAYBOOK_EXTRACT_EVENT_PLACE_H

#include "extract/analysis/analysis.h"

/* "Across Lebanon", "in southwest Colombia", "in Nigeria's Katsina state", "an attack on Goma": it happened there, wherever the report was
 * written. */
bool event_place_is_told_in(const Analysis *a, const Sentence *sentence, const PlaceMention *place);

/* The dateline's town, or the land right behind it: "QUETTA, Pakistan (Agency) - ...". */
bool event_place_is_dateline(const Analysis *a, const PlaceMention *place);

/* "A bomb went off on Friday, killing two. On 2 May a judge had been shot in Goma.": a place told of behind the sentence, on days
 * before those of the sentence. */
bool event_place_is_earlier(const Analysis *a, Span sentence, Span place);

/* The country of the place, also where only its people or its army are named; NULL where the report does not name it. */
const PlaceMention *event_place_land(const Analysis *a, const PlaceMention *place);

/* A better place than one found that is the dateline's town, or a country of its sentence: a place told behind it in that sentence, that of
 * the event in the next ones ("The bomb went off in Sake"), the country, if it is named anywhere, where a part of it is all that is told ("in
 * the country's north"); else the one found. */
const PlaceMention *event_place_for(const Analysis *a, const Sentence *sentence, const PlaceMention *found);

#endif
