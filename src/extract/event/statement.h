/*
 * statement — quotations and reactions as claims of their own: what a named person or body said, condemned, called
 * for, promised or warned of. What was said only as a figure is a claim of that figure already and is left out.
 *
 *     The interior minister condemned the attack as "barbaric".   -> statement, type condemn, rule statement.reaction
 */
#ifndef DAYBOOK_EXTRACT_STATEMENT_H
#define DAYBOOK_EXTRACT_STATEMENT_H

#include "extract/analysis/analysis.h"

/* Appends to a->claims; runs after the stages that claim figures and events. */
void statement_find(Analysis *a);

#endif
