/*
 * letterhead — a text that is headed as somebody's statement ("Statement of the army's spokesman", "Army press release") is all in that one's
 * words, as far as it names no other.
 */
#ifndef DAYBOOK_EXTRACT_LETTERHEAD_H
#define DAYBOOK_EXTRACT_LETTERHEAD_H

#include "extract/speaker/saying.h"

/* Appends the saying if unit u, one of the first, is such a heading. */
void letterhead_find(Sayings *all, uint32_t u);

#endif
