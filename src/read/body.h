/*
 * body — a part of a page as running text: white space single, one block a paragraph, heading, list item, caption,
 * set-off quotation or table row, a blank line between blocks (a line break between items and rows); and the runs that
 * lead each byte back to the source.
 */
#ifndef DAYBOOK_READ_BODY_H
#define DAYBOOK_READ_BODY_H

#include "model/document.h"
#include "read/dom.h"

typedef struct {
    Str text;
    const RawRun *runs; /* offsets into the source that was parsed */
    size_t run_count;
    const Block *blocks;
    size_t block_count;
} Body;

/* The text of node but for what is dropped in it; link_lines: with short paragraphs that are nothing but links. */
Body body_write(Arena *arena, const Node *node, bool link_lines);

/* Takes the first bytes off: all of a line with its break. They must end where a line of the text begins. */
void body_cut_front(Arena *arena, Body *body, size_t bytes);

#endif
