/*
 * alone — one desk a book: who has which page open, how often a password was tried and what is shared between requests are kept by one process.
 * Other commands may read and write the book beside it.
 */
#ifndef DAYBOOK_SERVE_ALONE_H
#define DAYBOOK_SERVE_ALONE_H

#include "base/error.h"

/* Marks the book at path as having a desk, until alone_end or the end of the process, however it ends. -1 on error: it has one (ERROR_USAGE). */
int alone_begin(const char *book, Error *err);

/* Not before every Store of the process is closed: closing a file gives up the locks that a Store has on it. -1 is let pass. */
void alone_end(int mark);

#endif
