/*
 * csv_row — one row of a table after the other, cell by cell (RFC 4180). An unknown value is an empty cell, never 0.
 *
 *     CsvRow row = {.out = out};
 *     csv_text(&row, place);  csv_count(&row, known, n);  csv_end(&row);
 */
#ifndef DAYBOOK_REPORT_CSV_ROW_H
#define DAYBOOK_REPORT_CSV_ROW_H

#include "base/buf.h"
#include "model/day.h"

typedef struct {
    Buf *out;
    bool begun; /* a cell stands in the row already */
} CsvRow;

void csv_text(CsvRow *row, Str s); /* STR_NONE and "" are an empty cell */
void csv_int(CsvRow *row, int64_t n);
void csv_count(CsvRow *row, bool known, int64_t n);
void csv_fixed(CsvRow *row, bool known, double x, int decimals);
void csv_day(CsvRow *row, Day day);
void csv_moment(CsvRow *row, Moment moment);
void csv_list(CsvRow *row, const Str *items, size_t count); /* parted by "; " */
void csv_end(CsvRow *row);

/* A row of fixed cells: headings, hashtags. */
void csv_headings(Buf *out, const char *const *names, size_t count);

#endif
