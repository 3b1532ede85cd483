/*
 * page_edge — heads and feet of printed pages in a text that was made of them, whose pages end in form feeds: lines that stand at the
 * same edge of several pages and differ in their numbers alone, numbers of pages, and what browsers print around a page (the hour of
 * printing over it, its address and "1/2" under it). The days in them are mostly those of printing. A head that has no hour in it is
 * the first page's own: a paper's name and day.
 */
#ifndef DAYBOOK_EXTRACT_PAGE_EDGE_H
#define DAYBOOK_EXTRACT_PAGE_EDGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/span.h"

/* Of each line whether it is one. Lines stand in order and are not empty. */
const bool *page_edge_find(Arena *arena, Str text, const Span *lines, size_t count);

#endif
