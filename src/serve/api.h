/* api — what the calls below /api share: JSON answers, pages of rows. */
#ifndef DAYBOOK_SERVE_API_H
#define DAYBOOK_SERVE_API_H

#include "base/json.h"
#include "serve/desk.h"

enum { API_ROWS_MOST = 200, API_ROWS_USUAL = 50 };

/* An answer of JSON begins; what is written goes into the reply. */
Json api_open(Reply *reply);

/* "limit" of the query: 1 … API_ROWS_MOST. */
size_t api_limit(const Request *request);

#endif
