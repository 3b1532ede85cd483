/*
 * claim_lapse — how much earlier or later than something else a claim is told to be: "a day after [four clerks were killed]", "two days
 * after the raid of 10 November, [gunmen ...]". The wording is that of past_days.rules (LAPSE).
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_LAPSE_H
#define DAYBOOK_EXTRACT_CLAIM_LAPSE_H

#include "extract/analysis/analysis.h"

/* "PT40H" and "P2D" as days, rounded up; 0 for other values. */
int lapse_days(Str value);

/* Where the clause ends in which the byte stands: its next comma or the sentence's end. */
uint32_t lapse_clause_end(const Analysis *a, const Sentence *sentence, uint32_t byte);

/* "Two days after the raid of 10 November[, in which two died], gunmen ...": where what the lapse counts from ends. */
uint32_t lapse_end(const Analysis *a, const Sentence *sentence, const TimeMention *lapse);

/* A phrase at the expression that says how much earlier or later than something else; its value "after" or "before", "" where none
 * stands there. */
Str lapse_at(const Analysis *a, Span time);

/* The expression that opens the claim's clause and says how much earlier it is: "a day after"; NULL. */
const TimeMention *lapse_before(const Analysis *a, const Sentence *sentence, const Claim *claim);

/* The sentence's own days, told outside the clause, or the report's, less the lapse; unknown where that is not told in days. */
void lapse_set_earlier(const Analysis *a, const Sentence *sentence, const TimeMention *lapse, Window report,
                       Claim *claim);

/* The expression that says how much later or earlier than the time the passage is: "two days after [the raid of 10 November]"; NULL. */
const TimeMention *lapse_of_time(const Analysis *a, const Sentence *sentence, const TimeMention *time,
                                 const Claim *claim);

/* The days of what the lapse counts from, and the lapse; unknown where that is not told in days. */
void lapse_set_later(const Analysis *a, const TimeMention *lapse, const TimeMention *time, Claim *claim);

#endif
