/*
 * blanket — sayings that are laid out rather than put in a sentence: a line that ends in a colon and the list under
 * it, a section headed with a party's version, a post with its signature line, a script of "Name: ..." lines.
 */
#ifndef DAYBOOK_EXTRACT_BLANKET_H
#define DAYBOOK_EXTRACT_BLANKET_H

#include "extract/speaker/saying.h"

/* Appends to all; a cue already found in the opening line takes the list as its content. */
void blanket_find(Sayings *all);

#endif
