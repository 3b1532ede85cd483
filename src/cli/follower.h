/*
 * follower — a book kept up to date: feeds are asked when their time has come, folders when the system says that something
 * changed in them. What was done and when each is due stands in the book, so that it goes on after a restart.
 */
#ifndef DAYBOOK_CLI_FOLLOWER_H
#define DAYBOOK_CLI_FOLLOWER_H

#include "cli/pile.h"
#include "read/fetch.h"
#include "read/folder.h"
#include "store/feed.h"

typedef struct {
    const Invocation *invocation;
    const Engine *engine;
    Store *store;
    Fetcher *fetcher;
    FolderWatch *watch; /* NULL: each is looked at once */
    int64_t interval_s; /* between two times of asking a feed */
    bool pages;         /* of a feed's entries the pages that they lead to are read */
    bool json;
    const volatile sig_atomic_t *stop;
    bool any_failed; /* set where a feed could not be had */
} Follower;

/* Follows what the situation follows, until told to stop or, without a watch, once. False where the book fails. */
bool follower_run(Follower *follower, int64_t situation, Error *err);

/* follower_take.c: puts the reports that next gives into the book and counts them in fetch. */
bool follower_take(const Follower *follower, int64_t situation, PileNext *next, void *context, StoreFetch *fetch,
                   Error *err);

/* follower_feed.c and follower_folder.c: one feed asked, one folder looked at; what became of it is kept and printed. */
bool follower_ask(Follower *follower, StoreFeed *feed, Arena *arena, Error *err);
bool follower_look(Follower *follower, StoreFeed *feed, Arena *arena, Error *err);

/* Keeps what was done and prints a line. */
bool follower_note(Follower *follower, const StoreFeed *feed, const StoreFetch *fetch, Error *err);

/* It could not be had: counts, and sets when it is tried again. note is borrowed. */
bool follower_failed(Follower *follower, StoreFeed *feed, StoreFetch *fetch, int64_t wait_s, Error *err);

int64_t follower_now(void);

#endif
