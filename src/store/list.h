/* list — the lists of a book: each is a row of a table (list_table.c), with its SQL and its columns. */
#ifndef DAYBOOK_STORE_LIST_H
#define DAYBOOK_STORE_LIST_H

#include "store/book.h"

enum { LIST_MAX_COLUMNS = 24 };

/*
 * One value of the SQL a column; its only parameter is the situation. A VIEW_PASSAGE is three values, last in the row: document,
 * start, end. A VIEW_TIME is seconds × 8 + MomentPrecision. A VIEW_LIST is ids in hexadecimal with VIEW_SEPARATOR between.
 */
typedef struct {
    const char *name; /* NULL: the end of the table */
    const char *sql;  /* NULL: review_list makes the rows */
    ViewColumn columns[LIST_MAX_COLUMNS];
} BookList;

extern const BookList BOOK_LISTS[];

/* A page of a list: its rows below the key ?2, at most ?3, the newest first, with the key after the last column. */
typedef struct {
    const char *name;
    const char *sql;
} BookListPage;

extern const BookListPage BOOK_LIST_PAGES[];

#endif
