/*
 * placed — a decision's value whose place is given by its name alone, with what the gazetteer knows of it: point, id, country, province, precision.
 * So it is drawn and counted as a place that was found in a report is.
 */
#ifndef DAYBOOK_STORE_PLACED_H
#define DAYBOOK_STORE_PLACED_H

#include "match/gazetteer.h"
#include "read/json_value.h"

/* Of the places of that name the one in the country ("": any), else the first: the largest. NULL where there is none. */
const Place *placed_find(const Gazetteer *gazetteer, Str name, Str country, Arena *arena);

/* The value as JSON. Its place, or itself where it is one, is filled where it has a name and neither id nor point; a country that is given must
 * fit. Lives in the arena. */
Str placed_value(const JsonValue *value, const Gazetteer *gazetteer, Arena *arena);

#endif
