/*
 * held — what several requests share: a situation put together, or a finished answer. Each is made once for a version of the book, counted by
 * who uses it, and given up when newer ones need its room.
 */
#ifndef DAYBOOK_SERVE_HELD_H
#define DAYBOOK_SERVE_HELD_H

#include <stdatomic.h>

#include "serve/frame/desk.h"

struct Held {
    atomic_uint users;
    uint64_t version;
    uint64_t key;
    uint64_t stamp; /* of the body, for ETag */
    size_t bytes;   /* about how much memory it takes */
    Arena *arena;
    const Situation *situation; /* NULL: it is an answer */
    Buf body;
    const char *type;
    const char *policy;
    Header headers[MAX_REPLY_HEADERS];
    size_t header_count;
    void *_Atomic prepared; /* the adapter's form of the answer */
    void (*drop_prepared)(void *form);
};

typedef struct Helds Helds;
Helds *helds_create(Arena *arena);
void helds_destroy(Helds *helds);

/* A new one, used by the caller alone. */
Held *held_create(void);

/* The one of that key and version, now used by the caller too; NULL where there is none. */
Held *helds_find(Helds *helds, uint64_t key, uint64_t version);

/* Shares it from now on; the caller still uses it. */
void helds_keep(Helds *helds, Held *held);

void held_release(Held *held); /* NULL is let pass */

/* Who makes something waits here for who makes it already: situations and answers each one at a time. */
typedef enum { MAKING_SITUATION, MAKING_ANSWER, MAKING_COUNT_ } Making;
void helds_begin(Helds *helds, Making what);
void helds_end(Helds *helds, Making what);

#endif
