/*
 * queue_side — the place of the queue at the left of the pages where claims are decided on. The queue itself is one answer for everybody, made
 * once until the book changes (/s/NAME/queue/part), and the script puts it there; without script a link leads to the queue's own page.
 */
#ifndef DAYBOOK_SERVE_QUEUE_SIDE_H
#define DAYBOOK_SERVE_QUEUE_SIDE_H

#include "serve/frame/desk.h"

/* To a coder, on the report and on a claim's page. False: nothing was written. */
bool queue_side(Buf *out, const Request *request, Str situation);

#endif
