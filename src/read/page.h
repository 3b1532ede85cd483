/* page — a page's bytes become a document: text, blocks, runs back into the bytes, and what the page says of itself. */
#ifndef DAYBOOK_READ_PAGE_H
#define DAYBOOK_READ_PAGE_H

#include "model/document.h"
#include "read/markup.h"
#include "read/text.h"

typedef enum {
    PAGE_WHOLE,    /* a page of a site: the report is to be found in it */
    PAGE_FRAGMENT, /* the text of a feed's item: all of it is the report */
} PageKind;

/* Fills text, blocks, runs and flags of out, and every field that the page gives and out does not have yet.
 * Runs count from the start of raw.
 * charset: what came with the page says that it is in (encoding.h). */
void page_read(Arena *arena, const Markup *markup, Str raw, Str charset, PageKind kind, Document *out);

/* The same of text that was decoded already; runs lead through decoded's. */
void page_read_decoded(Arena *arena, const Markup *markup, const Decoded *decoded, PageKind kind, Document *out);

#endif
