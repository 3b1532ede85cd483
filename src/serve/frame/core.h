/* core — what the files of the desk's core share: the Desk, and how a request becomes an answer. Not for pages: they know desk.h. */
#ifndef DAYBOOK_SERVE_CORE_H
#define DAYBOOK_SERVE_CORE_H

#include <stdatomic.h>

#include "serve/frame/desk.h"
#include "serve/frame/options.h"

struct Desk {
    const ServeOptions *options;
    Arena *arena;     /* lives as long as the desk */
    bool is_loopback; /* nobody but this machine comes in */
    bool is_https;    /* browsers come by way of https: cookies are Secure */
    struct Hasher *hasher;
    struct Known *known;
    struct Limits *limits;
    struct Helds *helds;
    struct OwnPlaces *places;
    struct Live *live;
    struct Events *events;
    atomic_uint uploads; /* that are being read */
};

/* The value of a header of the request; STR_NONE where it is not there. http.c */
Str http_header(const void *sent, const char *name);

/* Finds the request's route and the parameters of its path. False: the reply says that there is none. answer.c, as all that follows */
bool answer_find_route(Request *request, Reply *reply, Str method);

/* Before a body is read, of a request whose person is known: may he send one here at all? False: the reply says why not. */
bool answer_may_send(Request *request, Reply *reply);

/* Fills the reply of a request whose route is known, on a worker: the person, the guards, the handler. */
void answer(Request *request, Reply *reply);

/* The same where neither a store nor time is needed; false: a worker must. */
bool answer_at_once(Request *request, Reply *reply);

/* The number-th header that guards an answer, from 0; an empty name behind the last. */
Header answer_guard(const Request *request, const Reply *reply, size_t number);

/* How many bytes of body the route takes. */
size_t answer_body_limit(const Route *route);

#endif
