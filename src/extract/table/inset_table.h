/* inset_table — what stands in the cells of a table inside a text, and what its headings say. Internal to inset*.c. */
#ifndef DAYBOOK_EXTRACT_INSET_TABLE_H
#define DAYBOOK_EXTRACT_INSET_TABLE_H

#include "extract/analysis/analysis.h"

enum { MOST_CELLS = 24 /* of a row */ };

typedef struct {
    Span cells[MOST_CELLS]; /* trimmed; empty ones too */
    size_t count;
} InsetRow;

/* Whom the figures under a heading count; OUTCOME_NONE: it is no heading of figures. */
typedef struct {
    Outcome outcome;
    VictimClass victim_class;
    unsigned subgroups;
} Column;

typedef struct {
    Column columns[MOST_CELLS];
    bool any; /* counts people */
} Headings;

/* The cells of the block; none where it is no row. "| a | b |" has two. */
InsetRow inset_row(const Analysis *a, size_t block);

/* "|---|:--:|" under the headings of a table in bars. */
bool inset_is_rule(const Analysis *a, size_t block);

/* Tokens of a cell. */
void inset_tokens(const Analysis *a, Span cell, uint32_t *first, uint32_t *last);

/* Whether the mention says that something is a sum: "Total". */
bool inset_is_sum_word(const Analysis *a, const Mention *m);

/* Whether all words of the cell tell of people or of what befell them: not "killed by", "deaths per 100,000", "killed and injured". */
bool inset_read_people(const Analysis *a, Span cell, Column *out);

/* What the headings of the table that begins at the block count. *rows is how many rows they take: under "Killed" may stand "Men" and "Women". Of
 * two columns that count the same ("Killed" of March and of February) neither says which it is: they are none. */
Headings inset_headings(const Analysis *a, size_t block, size_t *rows);

#endif
