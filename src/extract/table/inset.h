/*
 * inset — tables inside a text: rows of a page, or lines of cells between bars. A table of which a heading says whom its figures count ("Killed",
 * "Women injured", "No. of deaths") is read cell by cell: a figure as in a table that is a document of its own (given.h), places and days as
 * the text has them.
 *
 * A row of a total is told of all of the table, and each other row a part of that (Claim.entry). A row of a month or a year is context.
 */
#ifndef DAYBOOK_EXTRACT_INSET_H
#define DAYBOOK_EXTRACT_INSET_H

#include "extract/analysis/analysis.h"

/* Finds the tables. After the phrases. */
void inset_find(Analysis *a);

/* Whether the sentence is a row of one that is read cell by cell. */
bool inset_holds(const Analysis *a, uint32_t sentence);

/* Whether the tokens lie in several cells of a row that is more than a label and its value: they tell nothing together. */
bool inset_is_torn(const Analysis *a, uint32_t first, uint32_t last);

/* Makes the claims. After those of lists. */
void inset_settle(Analysis *a);

#endif
