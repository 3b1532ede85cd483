/*
 * quote — stretches of a text in quotation marks, paragraph by paragraph: “…”, "…", ''…'', ‘’…’’, ‘…’, '…', «…».
 *
 * A stretch that its paragraph leaves open runs to the paragraph's end; where the next paragraph opens with a
 * mark again, it is the same voice (continues). Token indices; arena memory.
 */
#ifndef DAYBOOK_EXTRACT_QUOTE_H
#define DAYBOOK_EXTRACT_QUOTE_H

#include "extract/analysis/analysis.h"

typedef struct {
    uint32_t first; /* the opening mark */
    uint32_t last;  /* after the closing mark */
    bool open;      /* no closing mark in its paragraph */
    bool comma;     /* its last sign inside the marks is a comma */
    bool speech;    /* a sentence of its own, not a word or phrase inside one */
} Quote;

typedef struct {
    Quote *items;
    size_t count;
    size_t cap;
    uint32_t *of; /* by token: index + 1 of the stretch it stands in, 0 = none */
} QuoteList;

QuoteList quote_find(Analysis *a);

#endif
