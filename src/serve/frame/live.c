#include "serve/frame/live.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "serve/frame/events.h"
#include "serve/frame/own_places.h"
#include "serve/frame/who.h"
#include "store/setting.h"

struct Live {
    Desk *desk;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t soon;
    bool stopping;
    bool hurry;
    _Atomic uint64_t version;
    uint64_t told;         /* the version that browsers were told of */
    int64_t last_decision; /* the same of decisions */
};

uint64_t live_version(const Live *live)
{
    return atomic_load(&live->version);
}

void live_wrote(Live *live, Store *store)
{
    uint64_t version = 0;
    if (store_version(store, &version, NULL))
        atomic_store(&live->version, version);
    (void)pthread_mutex_lock(&live->lock);
    live->hurry = true;
    (void)pthread_cond_signal(&live->soon);
    (void)pthread_mutex_unlock(&live->lock);
}

/* Until it is time to look again; false: it is time to stop. */
static bool wait_a_little(Live *live)
{
    enum { STEP_NS = 100000000, SECOND_NS = 1000000000 };
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += STEP_NS;
    if (until.tv_nsec >= SECOND_NS) {
        until.tv_nsec -= SECOND_NS;
        until.tv_sec++;
    }
    (void)pthread_mutex_lock(&live->lock);
    if (!live->stopping && !live->hurry)
        (void)pthread_cond_timedwait(&live->soon, &live->lock, &until);
    live->hurry = false;
    bool go_on = !live->stopping;
    (void)pthread_mutex_unlock(&live->lock);
    return go_on;
}

static void tell_decisions(Live *live, Store *store, Arena *arena)
{
    StoreDecision *all = NULL;
    size_t count = 0;
    if (!store_decisions(store, live->last_decision, arena, &all, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        events_decision(live->desk->events, &all[i]);
        live->last_decision = all[i].seq;
    }
}

static void bring_up_to_date(Store *store, Arena *arena)
{
    StoreSituation *all = NULL;
    size_t count = 0;
    if (!store_situations(store, arena, &all, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++)
        if (!store_assemble(store, all[i].id, NULL))
            return;
}

/* Other processes may have closed an account, too. */
static void look(Live *live, Store *store)
{
    uint64_t version = 0;
    if (!store_has_changed(store))
        return;
    known_forget(live->desk->known);
    if (!store_version(store, &version, NULL))
        return;
    Arena *arena = arena_create();
    (void)own_places_read(live->desk->places, store, NULL);
    bring_up_to_date(store, arena);
    atomic_store(&live->version, version);
    tell_decisions(live, store, arena);
    if (version != live->told)
        events_book(live->desk->events, version);
    live->told = version;
    arena_destroy(arena);
}

static void *watch(void *context)
{
    Live *live = context;
    Arena *arena = NULL;
    Store *store = NULL;
    do {
        if (!store) {
            arena_destroy(arena);
            arena = arena_create();
            store = store_open(arena, live->desk->options->book, STORE_WRITE, NULL);
            if (store)
                store_use_profile(store, live->desk->options->profile);
        }
        if (store)
            look(live, store);
        if (store && !store_ok(store, NULL)) {
            (void)store_close(store, NULL);
            store = NULL;
        }
        events_tick(live->desk->events);
    } while (wait_a_little(live));
    (void)store_close(store, NULL);
    arena_destroy(arena);
    return NULL;
}

/* Browsers are told of decisions from now on, not of all there ever were. */
static bool begin(Live *live, Error *err)
{
    Arena *arena = arena_create();
    uint64_t version = 0;
    StoreDecision *all = NULL;
    size_t count = 0;
    Store *store = store_open(arena, live->desk->options->book, STORE_WRITE, err);
    bool ok = store && store_version(store, &version, err) && store_decisions(store, 0, arena, &all, &count, err);
    ok = ok && own_places_read(live->desk->places, store, err);
    live->last_decision = ok && count > 0 ? all[count - 1].seq : 0;
    live->told = version;
    atomic_init(&live->version, version);
    ok = store_close(store, err) && ok;
    arena_destroy(arena);
    return ok;
}

Live *live_start(Desk *desk, Error *err)
{
    Live *live = ARENA_NEW(desk->arena, Live);
    live->desk = desk;
    (void)pthread_mutex_init(&live->lock, NULL);
    (void)pthread_cond_init(&live->soon, NULL);
    if (!begin(live, err))
        return NULL;
    if (pthread_create(&live->thread, NULL, watch, live) == 0)
        return live;
    (void)error_set(err, ERROR_STORE, "no thread can be started; are too many processes running?");
    return NULL;
}

void live_stop(Live *live)
{
    (void)pthread_mutex_lock(&live->lock);
    live->stopping = true;
    (void)pthread_cond_signal(&live->soon);
    (void)pthread_mutex_unlock(&live->lock);
    (void)pthread_join(live->thread, NULL);
}
