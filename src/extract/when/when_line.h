/*
 * when_line — the line by which a report without a publication time or dateline says when it was written: "Statement, 19 November
 * 2026", "Published 19 November 2026, 18:40", a date alone. It is among the first lines, or the last one, and holds nothing behind its date but a clock.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_LINE_H
#define DAYBOOK_EXTRACT_WHEN_LINE_H

#include "extract/when/when_parts.h"

/* Does the expression end such a line? "The market was hit on 19 November 2026" does not: more than a label leads to its date. */
bool when_is_own_line(const Analysis *a, const TimeParts *p);

/* Does it open its line, or stand in the bracket behind a sender's name there? */
bool when_opens_line(const Analysis *a, const TimeParts *p);

/* Is it the stamp of a post or of a day in a log: a date that opens its line, with a clock behind it or nothing? */
bool when_is_stamp(const Analysis *a, const TimeParts *p, bool clock);

/* Does it open an entry of a list: its line, behind a bullet or nothing, with a dash, a colon, a name and a colon, or nothing behind it? */
bool when_opens_entry(const Analysis *a, const TimeParts *p);

#endif
