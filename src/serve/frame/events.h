/*
 * events — what browsers are told while a page is open (server-sent events, WHATWG HTML 9.2): the book has changed, somebody decided, who looks at
 * what. Nothing waits for a slow client: what it does not take is bounded, and past that it is cut off and comes again by itself.
 *
 *     event: book        data: {"version":"…"}
 *     event: decision    data: {"seq":7,"situation":1,"person":"…","action":"reject","target":"…"}
 *     event: presence    data: {"people":[{"person":"…","where":"/s/main/claims/…"}]}
 *
 * Presence is of this process; the book's changes and decisions are of every process that writes it.
 */
#ifndef DAYBOOK_SERVE_EVENTS_H
#define DAYBOOK_SERVE_EVENTS_H

#include "store/people.h"

typedef struct Events Events;
typedef struct Listener Listener;

Events *events_create(Arena *arena);

/* A client that listens; NULL: there are too many. Ends by itself after five minutes, so that who may listen is asked anew. */
Listener *events_listen(Events *events, const Person *person, int64_t now);
void events_leave(Listener *listener);

/*
 * Takes what waits, at most `most` bytes. 0: nothing does; sleep(context) was then called, and wake(context) will be once there is
 * something, never before sleep has returned. SIZE_MAX: it is over.
 */
typedef void EventsCall(void *context);
size_t events_take(Listener *listener, char *out, size_t most, EventsCall *sleep, EventsCall *wake, void *context);

void events_book(Events *events, uint64_t version);
void events_decision(Events *events, const StoreDecision *decision);

/* The person looks at that path of the desk's; "" no more. */
void events_presence(Events *events, const Person *person, Str where, int64_t now);

/* Several times a second: heartbeats, and who has not been seen for a while is gone. */
void events_tick(Events *events);

/* Every listener's stream ends. */
void events_close(Events *events);

#endif
