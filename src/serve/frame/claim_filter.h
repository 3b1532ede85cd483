/* claim_filter — which claims a query asks for: kind, outcome, class, party, place, speaker, words, incident, from, to, decided, by, once,
 * before. */
#ifndef DAYBOOK_SERVE_CLAIM_FILTER_H
#define DAYBOOK_SERVE_CLAIM_FILTER_H

#include "serve/frame/desk.h"
#include "store/browse.h"

ClaimFilter claim_filter(const Request *request, int64_t situation, size_t limit);

/* A field of the query; STR_NONE where it is empty: no filter. */
Str claim_filter_field(const Request *request, const char *name);

/* What may be in the query of the claims list, and makes a filter of it but for "before". */
extern const FormField CLAIM_FILTER_FIELDS[];

#endif
