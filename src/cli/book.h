/* book — what the commands on a book share: opening it, its situation, the time of reading. */
#ifndef DAYBOOK_CLI_BOOK_H
#define DAYBOOK_CLI_BOOK_H

#include "cli/command.h"
#include "cli/pile.h"
#include "store/store.h"

/* The row of --situation in a command's table. */
#define SITUATION_OPTION                                                                                               \
    {                                                                                                                  \
        "situation", 0, "NAME", "which situation of the book (default: its only one, or main)"                         \
    }

/* Is the only operand a book? Several operands of which one is a book are a usage error. */
bool book_named(const Invocation *invocation, bool *out, Error *err);

/* The step of a pile that makes reports ready for a book: StoreReports. */
PileStep book_prepare;

/* Is there no such file? */
bool book_is_missing(const char *path);

/* A line on stderr: whoever mistyped a book's name has two books. */
void book_say_made(const char *path);

/* Opens the first operand; one that STORE_CREATE makes is said to be made. NULL on error. */
Store *book_open(const Invocation *invocation, StoreMode mode, Error *err);

/* The engine with the places that the book has of its own. False on error. */
bool book_engine(const Engine *engine, const Invocation *invocation, Store *store, Engine *out, Error *err);

/* The situation that --situation names, made where create is set, which is said where the book has others; else the only one, else main. */
bool book_situation(const Invocation *invocation, Store *store, bool create, int64_t *out, Error *err);

/* A line on stderr where claims in the book were found by other rules than these (Engine.rules). */
void book_note_rules(const Invocation *invocation, Store *store, Str rules);

/* Prints the rows on standard output: JSON where --json is given, else a table. */
bool print_view(const Invocation *invocation, const View *view, Error *err);

/* The moment that an option gives ("as-of", "read-at"); MOMENT_NONE where it isn't given. */
bool read_moment(const Invocation *invocation, const char *option, Moment *out, Error *err);

#endif
