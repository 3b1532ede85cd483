/* api — what the calls below /api share: JSON answers, pages of rows. */
#ifndef DAYBOOK_SERVE_API_H
#define DAYBOOK_SERVE_API_H

#include "base/json.h"
#include "serve/frame/desk.h"

enum { API_ROWS_MOST = 200, API_ROWS_USUAL = 50 };

/* An answer of JSON begins; what is written goes into the reply. */
Json api_open(Reply *reply);

/* A page of rows: {"rows":[ … ],"next":N}; the caller writes the rows. next 0: this was the last. */
Json api_rows_open(Reply *reply);
void api_rows_close(Json *j, int64_t next);

/* "limit" of the query: 1 … API_ROWS_MOST. */
size_t api_limit(const Request *request);

#endif
