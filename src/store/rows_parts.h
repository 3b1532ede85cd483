/* rows_parts — what the files that write derived rows share. */
#ifndef DAYBOOK_STORE_ROWS_PARTS_H
#define DAYBOOK_STORE_ROWS_PARTS_H

#include "store/book.h"

typedef struct {
    Db *db;
    int64_t situation;
    const Situation *s;
    Arena *arena; /* scratch */
    Map *names;
} Rows;

/* A statement of the situation: its first value is always the situation, the next ones are the caller's. */
Query *row_of(const Rows *r, const char *sql);

void row_put_name(Query *q, Str name);                  /* "" is NULL */
void row_put_shared(const Rows *r, Query *q, Str name); /* its number among the names; "" is NULL */
void row_put_index(Query *q, int64_t index);            /* negative: NULL */
void row_put_day(Query *q, Day day);                    /* DAY_NONE: NULL */
void row_put_if(Query *q, bool known, int64_t value);   /* not known: NULL */

/* One cell of an incident, in all tables. */
void row_put_figure(const Rows *r, size_t incident, int outcome, int cell);

/* "10/17/open", "?/?/? (government 37–70)" */
Str row_estimate_text(const Rows *r, const Estimate *e);

#endif
