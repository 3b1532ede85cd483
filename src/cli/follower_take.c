/* follower_take — reports into the book, in batches, each kept before the next is read. */
#include "cli/book.h"
#include "cli/follower.h"

static bool take_batch(const Follower *follower, int64_t situation, const Pile *pile, size_t count, StoreFetch *fetch)
{
    store_begin(follower->store);
    for (size_t i = 0; i < count; i++) {
        bool is_new = false;
        store_add(follower->store, situation, pile_made(pile, i), fetch->at, &is_new);
        fetch->new_reports += is_new;
    }
    fetch->reports += (int64_t)count;
    return store_commit(follower->store, NULL);
}

bool follower_take(const Follower *follower, int64_t situation, PileNext *next, void *context, StoreFetch *fetch,
                   Error *err)
{
    Invocation scoped = *follower->invocation; /* a pile takes its memory from the invocation; this runs for months */
    scoped.arena = arena_create();
    Pile *pile = pile_open_from(&scoped, follower->engine, next, context, book_prepare);
    size_t count = 0;
    bool ok = true;
    while (ok && pile_next(pile, false, &count))
        ok = take_batch(follower, situation, pile, count, fetch);
    pile_close(pile);
    arena_destroy(scoped.arena);
    return store_assemble(follower->store, situation, err);
}
