/*
 * table — rows and cells of CSV (RFC 4180) and its kin that are separated by tabs or semicolons. Cells are spans of the input, so
 * that a figure leads back to its bytes.
 *
 *     Table table = table_open(bytes);
 *     while (table_next(&table, arena, &row)) ... table_text(arena, bytes, row.cells[2]) ...
 */
#ifndef DAYBOOK_READ_TABLE_H
#define DAYBOOK_READ_TABLE_H

#include "base/arena.h"
#include "model/span.h"

typedef struct {
    size_t start; /* bytes of the input, half-open, without the quotation marks around it */
    size_t end;
    bool quoted; /* a doubled quotation mark in it stands for one */
} TableCell;

typedef struct {
    size_t start; /* of the row, without its line break */
    size_t end;
    size_t line; /* from 1, of the row's first line */
    TableCell *cells;
    size_t count;
    bool open; /* a quotation mark was not closed by the end of the input */
} TableRow;

typedef struct {
    Str bytes;
    size_t at;
    size_t line;
    char separator;
} Table;

/* The separator is the one of comma, tab and semicolon that the first line has most of. A byte-order mark is passed over. */
Table table_open(Str bytes);

/* The next row that is not empty, its cells in the arena; false at the end. */
bool table_next(Table *table, Arena *arena, TableRow *out);

/* What the cell says, trimmed: a slice of bytes, or a copy in the arena where quotation marks were doubled. */
Str table_text(Arena *arena, Str bytes, TableCell cell);

#endif
