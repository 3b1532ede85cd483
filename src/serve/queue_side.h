/* queue_side — the queue at the left of the pages where claims are decided on: what would move the figures most stands first. */
#ifndef DAYBOOK_SERVE_QUEUE_SIDE_H
#define DAYBOOK_SERVE_QUEUE_SIDE_H

#include "serve/desk.h"

/* Writes the queue where the page has one: to a coder, on the report, the queue's own page and a claim's. False: nothing was written. */
bool queue_side(Buf *out, Request *request, Str situation);

#endif
