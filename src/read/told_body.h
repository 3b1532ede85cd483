/*
 * told_body — a report's text as its page tells it to machines: the articleBody of its JSON-LD (schema.org). Pages that a script
 * draws when they are opened hold it nowhere else.
 */
#ifndef DAYBOOK_READ_TOLD_BODY_H
#define DAYBOOK_READ_TOLD_BODY_H

#include "read/body.h"
#include "read/text.h"

/* The longest such text of the page as mark-up, with runs into the source that root was made of; no text where it has none. */
Decoded told_body(Arena *arena, Str source, const Node *root);

/* The same as running text. */
Body told_body_write(Arena *arena, const Decoded *told);

#endif
