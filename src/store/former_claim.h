/*
 * former_claim — a claim found by an id that it had before. A claim is called by its passage: where new rules, or a place that the book has
 * otherwise, bind the passage otherwise, its id is another one from then on. As an anchor of a decision is, it is found again in the same
 * report, by its kind and an overlapping passage: the same outcome and figure first, then the longest overlap.
 */
#ifndef DAYBOOK_STORE_FORMER_CLAIM_H
#define DAYBOOK_STORE_FORMER_CLAIM_H

#include "store/store.h"

/* The id that the situation's claim, whose rows must be up to date, has now; STR_NONE: none was called so, or nothing stands there any more. */
Str store_former_claim(Store *store, int64_t situation, Str id, Arena *arena);

/* Notes all claims of the document (0: of the book) as they are, before they are found anew. Inside a transaction, as former_forget. */
void former_note(Store *store, int64_t document);

/* Forgets those that are there again, or still. */
void former_forget(Store *store);

#endif
