/*
 * read_anew — all reports of a book read again: its claims and figures come from this program's rules.
 *
 * A book that an older daybook kept has its reports and decisions, but findings of a layout that is no longer read. Commands that write to it
 * read it anew first, so that nobody meets a book that has reports and no figures; commands that only read say what to do.
 */
#ifndef DAYBOOK_CLI_READ_ANEW_H
#define DAYBOOK_CLI_READ_ANEW_H

#include "cli/book.h"
#include "cli/pile.h"

/* Drops all that was found and finds it again, in one transaction. *reports: how many. */
bool read_anew(const Invocation *invocation, const Engine *engine, Store *store, size_t *reports, Error *err);

/* book_open to write, and the book is read anew where it lacks findings, with a line on stderr. NULL on error. */
Store *book_open_current(const Invocation *invocation, StoreMode mode, Error *err);

#endif
