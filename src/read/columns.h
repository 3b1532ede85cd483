/*
 * columns — what the headings of a table mean, from data/read/columns.tsv: a table of reports, of claims that a person has written
 * down, or of an event data set; what the lines above a text are called; and which cells say nothing.
 */
#ifndef DAYBOOK_READ_COLUMNS_H
#define DAYBOOK_READ_COLUMNS_H

#include "base/arena.h"
#include "base/str.h"

typedef enum { TABLE_NONE, TABLE_GED, TABLE_ACLED, TABLE_REPORTS, TABLE_CLAIMS, TABLE_FRONT } TableKind;

typedef struct {
    TableKind kind;
    Str *fields; /* by column: "published", "killed.civilian"; STR_NONE where the heading is not known */
    size_t count;
    const Str *blanks; /* what cells say that say nothing */
    size_t blank_count;
} Columns;

/* The kind whose columns these headings are: a data set needs all its necessary ones, other tables one of theirs and two or three
 * known headings. TABLE_NONE if there is none. The headings' case does not matter; spaces stand for underscores. */
Columns columns_of(Arena *arena, const Str *headings, size_t count);

/* The names of lines above a text as those of its front (front.h), TABLE_NONE if they are none; fields are set in any case. */
Columns columns_front(Arena *arena, const Str *names, size_t count);

/* The column of the field; count if there is none. */
size_t columns_find(const Columns *columns, Str field);

/* Does a cell of the table say that nothing is known: "n/a", "unknown"? */
bool columns_is_blank(const Columns *columns, Str cell);

#endif
