/*
 * headline — what a title given apart from its text (Document.headline) adds: its claims that the text makes itself are
 * dropped, so that the text is the evidence wherever it can be.
 */
#ifndef DAYBOOK_EXTRACT_HEADLINE_H
#define DAYBOOK_EXTRACT_HEADLINE_H

#include "extract/analysis/analysis.h"

/* Runs when all claims are made. */
void headline_settle(Analysis *a);

#endif
