/*
 * entry — the items of a list that each tell an event of their own: of a chronicle ("March 6 - Two shops burned ..."), of a record of towns
 * ("* SIBI - A bomb killed two ...", "Sibi: one by gunmen"), of an overview of countries ("Kenya: ...", or headings).
 */
#ifndef DAYBOOK_EXTRACT_ENTRY_H
#define DAYBOOK_EXTRACT_ENTRY_H

#include "extract/analysis/analysis.h"

/* Numbers the claims of each (Claim.scene): an event of its own. Where the text tells none outside the list, the first is the report's own.
 * What a day's line sums up of the towns under it ("Friday 6 March: six killed") is the count of no event. After the claims of attacks. */
void entry_settle(Analysis *a);

#endif
