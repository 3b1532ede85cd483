/*
 * front — what a plain text says of itself before it begins, as desks and their tools keep reports:
 *
 *     Title: Shells fall on a market                    ---
 *     Published: 2026-11-20 16:40                       title: Shells fall on a market
 *     Publisher: Savanna Radio                   or     date: 2026-11-20
 *                                                       ---
 *     Six people ...                                    Six people ...
 *
 * The names of the fields are those of data/read/columns.tsv (front).
 */
#ifndef DAYBOOK_READ_FRONT_H
#define DAYBOOK_READ_FRONT_H

#include "read/columns.h"
#include "read/source.h"

enum { FRONT_LINES = 24 }; /* of a front, at most */

typedef struct {
    Columns columns; /* what the lines' names mean; no kind: the text has no front */
    Str *values;     /* of each line, parts of the text; without the marks that enclose them */
    Str body;        /* what stands below; all of the text where it has no front */
} Front;

/* Reads the front of a text. Lines count as one where they say two things that are known, one of them a title, an address or when
 * it was published; a line that says something else is where the text begins, except between rules of hyphens. */
Front front_read(Arena *arena, Str text);

/* The value of a field ("title"); STR_NONE where the front does not give it. */
Str front_value(const Front *front, Str field);

/* Sets what the front gives of the document: title, address, publisher, author, language, day. A day that is none is reported. */
void front_lend(const Source *source, const Front *front, Document *out);

#endif
