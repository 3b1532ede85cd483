/*
 * limit — how often something may be tried: a bucket a key (an address, an account) that holds some tries and gets one back now and then.
 *
 *     if (!limit_take(limits, key, &SIGN_IN_LIMIT, now)) ... too often ...
 *
 * A fixed table: a key that finds no room takes that of the fullest bucket of its set, so that memory is bounded whatever is tried.
 */
#ifndef DAYBOOK_SERVE_LIMIT_H
#define DAYBOOK_SERVE_LIMIT_H

#include "base/arena.h"

typedef struct Limits Limits;

typedef struct {
    unsigned tries;         /* at once */
    unsigned seconds_a_try; /* until one comes back */
} Limit;

Limits *limits_create(Arena *arena);

/* Takes a try of the key's; false where none is left. For several threads. now in seconds. */
bool limit_take(Limits *limits, Str key, const Limit *limit, int64_t now);

/* Gives one back: what was tried was right. */
void limit_give(Limits *limits, Str key, const Limit *limit);

#endif
