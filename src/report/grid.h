/* grid — a view's rows as an aligned table for a terminal, or as JSON. */
#ifndef DAYBOOK_REPORT_GRID_H
#define DAYBOOK_REPORT_GRID_H

#include "base/buf.h"
#include "model/view.h"

/* Columns with a heading, two spaces between. Lines wider than width columns are avoided by cutting the widest cells, with …;
 * width 0: nothing is cut. Control characters of texts become spaces. Headings are bold where colour is set. */
void grid_text(Buf *out, const View *view, size_t width, bool colour);

/* A list of objects, one a line; unknown cells are null. */
void grid_json(Buf *out, const View *view);

#endif
