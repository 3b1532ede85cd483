/* rows — a Situation into the derived tables. */
#ifndef DAYBOOK_STORE_ROWS_H
#define DAYBOOK_STORE_ROWS_H

#include "assemble/situation/change.h"
#include "store/book.h"

/* The situation's rows become what s says. keys: of its reports (book_keys); log: what people decided on it. arena is scratch. */
void rows_write(Store *store, int64_t situation, const Situation *s, const int64_t *keys, DecisionLog log,
                Arena *arena);

/* Its moves become these. */
void rows_write_moves(Store *store, int64_t situation, const Situation *s, const Change *changes, size_t count,
                      Arena *arena);

#endif
