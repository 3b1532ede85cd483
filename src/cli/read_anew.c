#include "cli/read_anew.h"

#include <stdio.h>

/* The book's reports as a pile, and the keys of those in the batch. */
typedef struct {
    Store *store;
    Arena *arena;
    int64_t last;
    int64_t *keys;
    size_t count;
    size_t cap;
} Reports;

static Document *next_report(void *context, Arena *arena)
{
    Reports *reports = context;
    Document *document = store_next_document(reports->store, &reports->last, arena);
    reports->keys = arena_grow(reports->arena, reports->keys, reports->count, &reports->cap, sizeof *reports->keys);
    reports->keys[reports->count++] = reports->last;
    return document;
}

bool read_anew(const Invocation *invocation, const Engine *engine, Store *store, size_t *reports, Error *err)
{
    Reports from = {.store = store, .arena = invocation->arena};
    size_t count = 0;
    *reports = 0;
    store_rebuild_begin(store);
    Pile *pile = pile_open_from(invocation, engine, next_report, &from, book_prepare);
    while (pile_next(pile, false, &count)) {
        for (size_t i = 0; i < count; i++)
            store_keep_finding(store, from.keys[i], pile_made(pile, i));
        from.count = 0;
        *reports += count;
    }
    pile_close(pile);
    return store_rebuild_end(store, err);
}

static bool bring_up_to_date(const Invocation *invocation, Store *store, Error *err)
{
    Engine engine;
    Engine own;
    size_t reports = 0;
    (void)fprintf(stderr, "daybook: %s: the book was kept by an older daybook; its reports are read anew\n",
                  invocation->operands[0]);
    if (!engine_open(invocation, &engine, err))
        return false;
    bool ok = book_engine(&engine, invocation, store, &own, err) && read_anew(invocation, &own, store, &reports, err);
    engine_close(&engine);
    return ok;
}

Store *book_open_current(const Invocation *invocation, StoreMode mode, Error *err)
{
    Store *store = book_open(invocation, mode, err);
    if (!store || !store_lacks_findings(store) || bring_up_to_date(invocation, store, err))
        return store;
    (void)store_close(store, NULL);
    return NULL;
}
