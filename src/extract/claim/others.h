/*
 * others — the figures that a report tells of something else than its event without saying when that was: of what came before ("a similar
 * attack left 45 dead", "the group has killed 450 people"), and of a land's troubles, which are far more people than those with whom the
 * report opens ("mines have killed 300 people"). The wording is that of past_others.rules.
 */
#ifndef DAYBOOK_EXTRACT_OTHERS_H
#define DAYBOOK_EXTRACT_OTHERS_H

#include "extract/analysis/analysis.h"

/* Makes them background, for good. After the casualty claims and what their sentences say of the past. */
void others_mark(Analysis *a);

/* "Last month gunmen attacked a village. [The raid lasted an hour.]": whether the sentence, behind a report's opening of its own, goes on with
 * what an earlier one told of the past. */
bool others_go_on(const Analysis *a, uint32_t sentence);

#endif
