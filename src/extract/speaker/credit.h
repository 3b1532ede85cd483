/*
 * credit — whose report it is: the outlet that published it, as lexicon/outlets.tsv has it, and the agency that it names as its
 * source as a whole: in brackets before the dash of its dateline ("GOMA (Reuters) - …"), or as the last thing it says ("(AFP)",
 * "— Associated Press"). Copies of an agency's text are one voice, whoever prints them. An outlet that is named for a single
 * figure is that claim's speaker, and nothing here. What a party, a clinic or a relief body publishes itself is its own word.
 */
#ifndef DAYBOOK_EXTRACT_CREDIT_H
#define DAYBOOK_EXTRACT_CREDIT_H

#include "extract/analysis/analysis.h"

/* Sets outlet, credit and issuer. */
void credit_find(Analysis *a);

#endif
