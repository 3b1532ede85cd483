/*
 * live — notices that the book has changed, whoever changed it: this desk, another process that adds to it. Ten times a second it asks; then figures
 * are brought up to date and browsers are told (events.h).
 */
#ifndef DAYBOOK_SERVE_LIVE_H
#define DAYBOOK_SERVE_LIVE_H

#include "serve/frame/core.h"

typedef struct Live Live;

/* NULL on error. */
Live *live_start(Desk *desk, Error *err);

/* The book's version (store_version) as it is known now. */
uint64_t live_version(const Live *live);

/* After a write: the version is right at once, and the rest happens soon. */
void live_wrote(Live *live, Store *store);

void live_stop(Live *live);

#endif
