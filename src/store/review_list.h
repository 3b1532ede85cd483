/* review_list — the lists of the review that are reckoned rather than read from a table: queue, agreement, disagreements. */
#ifndef DAYBOOK_STORE_REVIEW_LIST_H
#define DAYBOOK_STORE_REVIEW_LIST_H

#include "store/book.h"

/* Makes all rows of the list of that name; columns are set already. What fails is kept. */
void review_fill(Store *store, const char *name, int64_t situation, Arena *arena, View *out);

#endif
