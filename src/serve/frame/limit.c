#include "serve/frame/limit.h"

#include <pthread.h>

#include "base/hash.h"

enum { SETS = 1024, WAYS = 8 };

typedef struct {
    uint64_t key;    /* 0: nobody's */
    int64_t full_at; /* when all tries will be back */
} Bucket;

struct Limits {
    pthread_mutex_t lock;
    Bucket buckets[SETS][WAYS];
};

Limits *limits_create(Arena *arena)
{
    Limits *limits = ARENA_NEW(arena, Limits);
    (void)pthread_mutex_init(&limits->lock, NULL);
    return limits;
}

/* The key's bucket, or the one of its set that is full soonest and so says least. */
static Bucket *bucket_of(Limits *limits, Str text)
{
    uint64_t key = hash_of(text) | 1;
    Bucket *set = limits->buckets[(key >> 8) % SETS];
    Bucket *spare = set;
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].key == key)
            return &set[i];
        if (set[i].full_at < spare->full_at)
            spare = &set[i];
    }
    *spare = (Bucket){.key = key};
    return spare;
}

bool limit_take(Limits *limits, Str key, const Limit *limit, int64_t now)
{
    (void)pthread_mutex_lock(&limits->lock);
    Bucket *bucket = bucket_of(limits, key);
    int64_t from = bucket->full_at > now ? bucket->full_at : now;
    bool left = from + limit->seconds_a_try <= now + (int64_t)limit->tries * limit->seconds_a_try;
    if (left)
        bucket->full_at = from + limit->seconds_a_try;
    (void)pthread_mutex_unlock(&limits->lock);
    return left;
}

void limit_give(Limits *limits, Str key, const Limit *limit)
{
    (void)pthread_mutex_lock(&limits->lock);
    bucket_of(limits, key)->full_at -= limit->seconds_a_try;
    (void)pthread_mutex_unlock(&limits->lock);
}
