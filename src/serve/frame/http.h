/*
 * http — the one file that knows libmicrohttpd: connections, their limits, bodies, answers. One thread reads and writes all connections
 * (epoll); requests that need the book wait, suspended, for a worker (work.h).
 *
 * Limits: 1,024 connections, 256 of one address; the slow are cut off (seat.h); who has no account sends no large body.
 */
#ifndef DAYBOOK_SERVE_HTTP_H
#define DAYBOOK_SERVE_HTTP_H

#include "serve/frame/core.h"
#include "serve/frame/work.h"

typedef struct Http Http;

/* Listens. NULL on error (ERROR_NETWORK). */
Http *http_start(Desk *desk, Work *work, Error *err);

uint16_t http_port(const Http *http);

/* Once a second: cuts off the slow. */
void http_tick(Http *http);

/* No more connections; what has begun is finished, for at most ten seconds. */
void http_stop(Http *http);

#endif
