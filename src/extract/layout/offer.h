/*
 * offer — headlines of other reports that a page offers among the lines of one: "Nine killed in Goma blast" on a line of its own
 * between two paragraphs, or in a list under "Related stories". Where no mark-up tells them apart, their shape does, and that they
 * are about places of which the report does not speak. So are words under a picture of somewhere else.
 */
#ifndef DAYBOOK_EXTRACT_OFFER_H
#define DAYBOOK_EXTRACT_OFFER_H

#include "extract/analysis/analysis.h"

/* A line like a headline: short, and ended by no sign that ends a sentence or opens a list. */
bool offer_is_headline(Str line);

/* A paragraph of running text. */
bool offer_is_prose(const Analysis *a, size_t block);

/* Where the headlines under a label end that stands before the block: the block that goes on with the report, the number of blocks of the body where
 * none does; the block itself where no headline stands there. tail: it is a label of what stands under reports; one paragraph alone behind its
 * headlines is none of the report. */
size_t offer_list_end(const Analysis *a, size_t first, bool tail);

/* Sets headlines apart that stand among paragraphs without a label, as BLOCK_BOILERPLATE. After the lexicon's phrases, before anything is made
 * of them. */
void offer_mark(Analysis *a);

#endif
