/*
 * feed — what a book is kept up to date from, and what following did: the part of the store's interface that `daybook
 * follow` and the desk's settings use. Functions that return nothing keep a failure as store.h says.
 */
#ifndef DAYBOOK_STORE_FEED_H
#define DAYBOOK_STORE_FEED_H

#include "store/store.h"

/* Times are seconds since 1970. */
typedef struct {
    int64_t id;
    int64_t situation;
    Str address; /* https://…, http://… or the absolute path of a folder */
    int64_t since;
    Str etag; /* validators of the last answer, STR_NONE where it gave none */
    Str last_modified;
    int64_t next_at;
    int64_t failures; /* in a row */
    Str ended;        /* why it is not asked any more, STR_NONE */
} StoreFeed;

/* One time that a feed was asked. */
typedef struct {
    int64_t at;
    Str outcome; /* read, same, failed, ended */
    int status;  /* of HTTP, 0: none */
    int64_t size_bytes;
    int64_t reports;
    int64_t new_reports;
    Str note;
} StoreFetch;

/* The situation follows the address from now on, also where it had ended. */
bool store_follow(Store *store, int64_t situation, Str address, int64_t now, Error *err);

/* It no longer does; its reports stay. *found: it did. */
bool store_unfollow(Store *store, int64_t situation, Str address, bool *found, Error *err);

/* In order of address. situation 0: of the whole book. */
bool store_feeds(Store *store, int64_t situation, Arena *arena, StoreFeed **out, size_t *count, Error *err);

/* Keeps what became of the feed and what was done (NULL: nothing worth noting). Within store_begin and store_commit, with the reports that came. */
void store_feed_note(Store *store, const StoreFeed *feed, const StoreFetch *fetch);

/* Was the item read, as it is marked? And: it was. */
bool store_feed_has(Store *store, int64_t feed, Str item, Str mark);
void store_feed_keep(Store *store, int64_t feed, Str item, Str mark);

#endif
