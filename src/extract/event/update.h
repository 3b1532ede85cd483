/*
 * update — the updates of a report: paragraphs that open with a word for one and a colon ("UPDATE: Seven people are dead", "Update at 10 p.m.: ...").
 */
#ifndef DAYBOOK_EXTRACT_UPDATE_H
#define DAYBOOK_EXTRACT_UPDATE_H

#include "extract/analysis/analysis.h"

/* What the rest of the report counted before, and fewer, is what had been said before (Claim.former). After the claims of figures. */
void update_settle(Analysis *a);

#endif
