/* grid — a view's rows as an aligned table for a terminal, as JSON, or as CSV. */
#ifndef DAYBOOK_REPORT_GRID_H
#define DAYBOOK_REPORT_GRID_H

#include "base/json.h"
#include "model/view.h"

/* Columns with a heading, two spaces between. Lines wider than width columns are avoided by leaving out columns that are empty in
 * every row, then by cutting the widest cells of words, with …; where that is not enough, as ids, days and numbers are never cut,
 * each row is a block with a line a cell, wrapped. Width 0: nothing is cut. Control characters of texts become spaces. Headings are
 * bold where colour is set. */
void grid_text(Buf *out, const View *view, size_t width, bool colour);

/* A list of objects, one a line; unknown cells are null. */
void grid_json(Buf *out, const View *view);

/* One row of it, as an object. */
void grid_json_row(Json *j, const View *view, size_t row);

/* RFC 4180: the columns' keys, then a line a row; unknown cells are empty. */
void grid_csv(Buf *out, const View *view);

#endif
