/*
 * pack — a report's text and the claims found in it as compact bytes, for the book.
 *
 * A reading is what read/ made of the original: text, its way back, blocks, cells, flags. A finding is what extract/ made of
 * the text, but for the places' other candidates and reasons: extract_document finds them again, for `explain`. Neither holds
 * what assemble_document sets.
 *
 * The layouts are this program's own; PACK_VERSION goes into the book with the findings, which are made anew when it differs.
 */
#ifndef DAYBOOK_STORE_PACK_H
#define DAYBOOK_STORE_PACK_H

#include "base/arena.h"
#include "model/extraction.h"

enum { PACK_VERSION = 19 };

/* Squeezed bytes in the arena. */
Str pack_reading(const Document *document, Arena *arena);
Str pack_finding(const Extraction *extraction, Arena *arena); /* as extract_document returned it */

/* Sets the document's text, headline, runs, blocks, cells and flags; original and title must be set. False when the bytes are damaged. */
bool unpack_reading(Str packed, Document *document, Arena *arena);

/* The extraction of the document, ready for assemble_document; NULL when the bytes are damaged. */
Extraction *unpack_finding(Str packed, const Document *document, Arena *arena);

#endif
