/*
 * book_file — a book of daybook's may lie in the folder of its reports, and is none of them.
 */
#ifndef DAYBOOK_READ_BOOK_FILE_H
#define DAYBOOK_READ_BOOK_FILE_H

#include "base/arena.h"

/* Is the file a book, or one of those that stand beside a book while it is open? The arena holds the names that are tried. */
bool book_file_is(Arena *arena, Str path);

#endif
