/*
 * when_entry — the dates that open the entries of a list: of a chronicle ("March 6 - Two shops burned", "January 4: ..."), of a record of
 * days ("Friday 6 March: six killed", a line of its own). Three or more such lines are a list's.
 *
 * Each is the stamp of what follows. It is in the year that an entry before it states, or a line that holds a year alone, as far as one
 * does; else in the last one, counted from the report's day, not from the entry before.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_ENTRY_H
#define DAYBOOK_EXTRACT_WHEN_ENTRY_H

#include "extract/when/when_parts.h"
#include "extract/when/when_point.h"

/* Marks the expressions that open entries (TimeParts.entry). What stands in one is no dateline. */
void when_entry_mark(Analysis *a, const PartsList *list);

/* The year that the entries have come to. */
typedef struct {
    int year;     /* YEAR_UNKNOWN: none stated yet */
    int month;    /* of the entry before; 0 */
    int way;      /* the months go on (1) or back (-1); 0 */
    size_t block; /* of the entry before */
} EntryYear;

/* The entry's expression with its year, as far as one is stated. */
TimeParts when_entry_dated(const Analysis *a, const TimeParts *p, EntryYear *year);

#endif
