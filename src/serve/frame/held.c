#include "serve/frame/held.h"

#include <pthread.h>
#include <stdlib.h>

enum { SLOTS = 64, MOST_SITUATIONS = 3 };
static const size_t MOST_BYTES = (size_t)256 << 20;

typedef struct {
    Held *held;
    uint64_t used; /* when, counted */
} Slot;

struct Helds {
    pthread_mutex_t lock;
    pthread_mutex_t making[MAKING_COUNT_];
    Slot slots[SLOTS];
    uint64_t clock;
};

Helds *helds_create(Arena *arena)
{
    Helds *helds = ARENA_NEW(arena, Helds);
    (void)pthread_mutex_init(&helds->lock, NULL);
    for (int i = 0; i < MAKING_COUNT_; i++)
        (void)pthread_mutex_init(&helds->making[i], NULL);
    return helds;
}

void helds_destroy(Helds *helds)
{
    for (size_t i = 0; i < SLOTS; i++)
        held_release(helds->slots[i].held);
}

Held *held_create(void)
{
    Held *held = calloc(1, sizeof *held);
    if (!held)
        abort();
    atomic_init(&held->users, 1);
    held->arena = arena_create();
    return held;
}

void held_release(Held *held)
{
    if (!held || atomic_fetch_sub(&held->users, 1) > 1)
        return;
    if (held->prepared)
        held->drop_prepared(held->prepared);
    buf_free(&held->body);
    arena_destroy(held->arena);
    free(held);
}

Held *helds_find(Helds *helds, uint64_t key, uint64_t version)
{
    Held *found = NULL;
    (void)pthread_mutex_lock(&helds->lock);
    for (size_t i = 0; i < SLOTS && !found; i++) {
        Slot *slot = &helds->slots[i];
        if (slot->held && slot->held->key == key && slot->held->version == version) {
            found = slot->held;
            slot->used = ++helds->clock;
            atomic_fetch_add(&found->users, 1);
        }
    }
    (void)pthread_mutex_unlock(&helds->lock);
    return found;
}

/* The slot of an older version of the same, else a free one, else the one that was not used for longest. */
static Slot *slot_for(Helds *helds, const Held *held)
{
    Slot *best = &helds->slots[0];
    for (size_t i = 0; i < SLOTS; i++) {
        Slot *slot = &helds->slots[i];
        if (slot->held && slot->held->key == held->key)
            return slot;
        if (best->held && (!slot->held || slot->used < best->used))
            best = slot;
    }
    return best;
}

static void empty(Slot *slot)
{
    held_release(slot->held);
    *slot = (Slot){0};
}

/* The oldest go until situations and bytes are few enough. */
static void make_room(Helds *helds)
{
    for (;;) {
        size_t situations = 0;
        size_t bytes = 0;
        Slot *oldest = NULL;
        for (size_t i = 0; i < SLOTS; i++) {
            Slot *slot = &helds->slots[i];
            if (!slot->held)
                continue;
            situations += slot->held->situation != NULL;
            bytes += slot->held->bytes;
            if (!oldest || slot->used < oldest->used)
                oldest = slot;
        }
        if (!oldest || (situations <= MOST_SITUATIONS && bytes <= MOST_BYTES))
            return;
        empty(oldest);
    }
}

void helds_keep(Helds *helds, Held *held)
{
    (void)pthread_mutex_lock(&helds->lock);
    Slot *slot = slot_for(helds, held);
    empty(slot);
    atomic_fetch_add(&held->users, 1);
    *slot = (Slot){held, ++helds->clock};
    make_room(helds);
    (void)pthread_mutex_unlock(&helds->lock);
}

void helds_begin(Helds *helds, Making what)
{
    (void)pthread_mutex_lock(&helds->making[what]);
}

void helds_end(Helds *helds, Making what)
{
    (void)pthread_mutex_unlock(&helds->making[what]);
}
