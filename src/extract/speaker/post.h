/*
 * post — what somebody posted, by the name and handle under it: a quotation with a line of its own behind it, or a post that a page shows in its text.
 */
#ifndef DAYBOOK_EXTRACT_POST_H
#define DAYBOOK_EXTRACT_POST_H

#include "extract/speaker/saying.h"

/* Appends the saying if unit u holds the signature of one. */
void post_find(Sayings *all, uint32_t u);

#endif
