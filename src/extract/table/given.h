/*
 * given — claims that a person has written down in a table: one casualty claim for each figure of a row, with the row's day, place
 * and speaker. Each cell is read as a text of its own, so that figures in neighbouring columns never run together; words like "at
 * least 10" and "dozens" mean there what they mean in a report.
 */
#ifndef DAYBOOK_EXTRACT_GIVEN_H
#define DAYBOOK_EXTRACT_GIVEN_H

#include "extract/analysis/analysis.h"

/* The stage for documents with cells. */
void given_find(Analysis *a);

/* What a cell with a figure says: fills the claim's count; false where that is no figure, which is flagged. */
bool given_count(Analysis *a, Span cell, Claim *claim);

/* A cell, or a row, that says something, but nothing of what belongs there: told, not dropped. "-" and "?" say nothing. */
void given_flag(Analysis *a, FlagKind kind, Span cell, const char *note);

#endif
