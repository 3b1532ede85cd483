#include "serve/frame/own_places.h"

#include <pthread.h>
#include <stdatomic.h>

#include "store/setting.h"

/* Somebody may still read with an older one: all are kept. A change is rare, and as large as the book's own places. */
struct OwnPlaces {
    pthread_mutex_t lock;
    Arena *arena;
    const Gazetteer *base;
    int64_t read; /* the newest decision on places that is in it */
    const Gazetteer *_Atomic now;
};

OwnPlaces *own_places_create(Arena *arena, const Gazetteer *base)
{
    OwnPlaces *places = ARENA_NEW(arena, OwnPlaces);
    (void)pthread_mutex_init(&places->lock, NULL);
    places->arena = arena_create();
    places->base = base;
    atomic_init(&places->now, base);
    return places;
}

void own_places_destroy(OwnPlaces *places)
{
    (void)pthread_mutex_destroy(&places->lock);
    arena_destroy(places->arena);
}

static int64_t newest(Store *store)
{
    Arena *arena = arena_create();
    size_t count = 0;
    const StoreDecision *all = store_settings(store, "gazetteer", arena, &count);
    int64_t seq = count > 0 ? all[count - 1].seq : 0;
    arena_destroy(arena);
    return seq;
}

bool own_places_read(OwnPlaces *places, Store *store, Error *err)
{
    (void)pthread_mutex_lock(&places->lock);
    int64_t seq = newest(store);
    bool ok = seq == places->read;
    const Gazetteer *made = ok ? NULL : store_gazetteer(store, places->base, places->arena, err);
    if (made) {
        atomic_store(&places->now, made);
        places->read = seq;
    }
    (void)pthread_mutex_unlock(&places->lock);
    return ok || made;
}

const Gazetteer *own_places_gazetteer(const OwnPlaces *places)
{
    return atomic_load(&places->now);
}
