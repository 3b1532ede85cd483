/*
 * scope — what a casualty figure is a figure of: the event that the report tells, a whole war, or what happens there in
 * general. Figures of the last two are context: they stay in the book as background and enter no estimate of the event.
 */
#ifndef DAYBOOK_EXTRACT_SCOPE_H
#define DAYBOOK_EXTRACT_SCOPE_H

#include "extract/analysis/analysis.h"

/* Sets background, and aside for what is background for good, of a claim that has its count, window and passage.
 * match: what tells of the victims' fate; fact: a noun takes it for granted ("the murder of").
 * After past_mark. */
void scope_set(const Analysis *a, Claim *claim, const GroupRecord *group, const Mention *match, bool fact);

/* "The 2015 killings": a number that is placed on the calendar counts nobody. */
bool scope_is_day(const Analysis *a, const Mention *count);

/* "How many more must die?" tells of nobody. */
bool scope_is_question(const Analysis *a, uint32_t token);

/* Whether the token stands in what the outlet prints on every page. */
bool scope_is_boilerplate(const Analysis *a, uint32_t token);

#endif
