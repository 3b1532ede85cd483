/*
 * view — rows of a list, for a table on a terminal, JSON or a file: what the book answers with and report/ prints.
 *
 * Cells are texts, row after row, STR_NONE where unknown: numbers in decimal, days and times in ISO 8601, lists with VIEW_SEPARATOR
 * between items. They live in the arena of whoever made the view.
 */
#ifndef DAYBOOK_MODEL_VIEW_H
#define DAYBOOK_MODEL_VIEW_H

#include "base/str.h"

#define VIEW_SEPARATOR '\x1F'

typedef enum {
    VIEW_TEXT,
    VIEW_NUMBER,
    VIEW_FLAG, /* "1" or "0" */
    VIEW_ID,   /* of a claim, incident or wave */
    VIEW_KEY,  /* of a report: as whoever gave it calls it */
    VIEW_DAY,
    VIEW_TIME,
    VIEW_LIST,    /* of texts */
    VIEW_PASSAGE, /* words of a report */
} ViewType;

typedef struct {
    const char *key;     /* in JSON */
    const char *heading; /* on a terminal; NULL: not shown there */
    ViewType type;
} ViewColumn;

typedef struct {
    const ViewColumn *columns;
    size_t column_count;
    const Str *cells;
    size_t row_count;
} View;

static inline Str view_cell(const View *view, size_t row, size_t column)
{
    return view->cells[row * view->column_count + column];
}

/* The cell of the column with that key; "" where it is unknown or there is no such column. */
static inline Str view_named(const View *view, size_t row, const char *key)
{
    for (size_t c = 0; c < view->column_count; c++)
        if (strcmp(view->columns[c].key, key) == 0 && str_present(view_cell(view, row, c)))
            return view_cell(view, row, c);
    return (Str){"", 0};
}

#endif
