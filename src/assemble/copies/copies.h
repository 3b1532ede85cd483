/*
 * copies — which reports repeat the words of others: whole texts, and quotations (rule 3: one voice an origin).
 */
#ifndef DAYBOOK_ASSEMBLE_COPIES_H
#define DAYBOOK_ASSEMBLE_COPIES_H

#include "base/arena.h"
#include "model/extraction.h"

/*
 * By document, in order of publication; -1 where there is none.
 * copy_of: the report that it repeats: half of its own runs of words stand there. Where copies name an agency as their source
 *          and the agency's own report is among them, that one is the origin, whenever it came; else the earliest is.
 * holds:   a report of which half stands in it, among more words of its own: what is told there is told of that one.
 * furniture: its text, beside a title of its own, tells nothing and is also that of a report with another title: "Sign up for news by
 *          mail". Such two are no copies, and the words tell of no event.
 */
typedef struct {
    int32_t *copy_of;
    int32_t *holds;
    bool *furniture;
} TextCopies;

TextCopies copies_of_texts(Extraction *const *documents, size_t count, Arena *arena);

/* Words that a report gives as somebody's own. */
typedef struct {
    const Attribution *attribution;
    uint32_t document;
    int32_t repeats; /* the earliest quotation of another report with the same words, -1 */
} Quotation;

typedef struct {
    Quotation *items; /* by document, then in text order */
    size_t count;
    uint32_t *first; /* by document: its first quotation; one more at the end */
} Quotations;

Quotations copies_of_quotes(Extraction *const *documents, size_t count, Arena *arena);

/* The document's quotation that the passage stands in, -1. */
int32_t copies_quote_at(const Quotations *quotes, uint32_t document, Span passage);

#endif
