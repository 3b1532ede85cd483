#include "serve/frame/work.h"

#include <pthread.h>
#include <stdlib.h>

#include "store/setting.h"

enum { MAX_WORKERS = 64, MAX_WAITING = 1024 };

struct Work {
    const ServeOptions *options;
    pthread_mutex_t lock;
    pthread_cond_t some;
    Job *first;
    Job *last;
    size_t waiting;
    bool stopping;
    pthread_t threads[MAX_WORKERS];
    unsigned count;
};

static Job *next_job(Work *work)
{
    pthread_mutex_lock(&work->lock);
    while (!work->first && !work->stopping)
        pthread_cond_wait(&work->some, &work->lock);
    Job *job = work->first;
    if (job) {
        work->first = job->next;
        work->waiting--;
    }
    pthread_mutex_unlock(&work->lock);
    return job;
}

/* A Store that failed keeps its failure: the next job gets a new one. */
static void *work_on(void *context)
{
    Work *work = context;
    Arena *arena = arena_create();
    Store *store = NULL;
    Job *job = NULL;
    while ((job = next_job(work))) {
        Error err = {0};
        if (!store) {
            arena_destroy(arena);
            arena = arena_create();
            store = store_open(arena, work->options->book, STORE_WRITE, &err);
            if (store)
                store_use_profile(store, work->options->profile);
        }
        job->run(job, store, &err);
        if (store && !store_ok(store, NULL)) {
            (void)store_close(store, NULL);
            store = NULL;
        }
    }
    (void)store_close(store, NULL);
    arena_destroy(arena);
    return NULL;
}

Work *work_start(Arena *arena, const ServeOptions *options, unsigned workers, Error *err)
{
    Work *work = ARENA_NEW(arena, Work);
    work->options = options;
    pthread_mutex_init(&work->lock, NULL);
    pthread_cond_init(&work->some, NULL);
    for (unsigned i = 0; i < workers && i < MAX_WORKERS; i++) {
        if (pthread_create(&work->threads[i], NULL, work_on, work) != 0)
            break;
        work->count++;
    }
    if (work->count > 0)
        return work;
    (void)error_set(err, ERROR_STORE, "no thread can be started; are too many processes running?");
    return NULL;
}

bool work_add(Work *work, Job *job)
{
    pthread_mutex_lock(&work->lock);
    bool room = work->waiting < MAX_WAITING && !work->stopping;
    if (room) {
        job->next = NULL;
        if (work->first)
            work->last->next = job;
        else
            work->first = job;
        work->last = job;
        work->waiting++;
        pthread_cond_signal(&work->some);
    }
    pthread_mutex_unlock(&work->lock);
    return room;
}

void work_stop(Work *work)
{
    pthread_mutex_lock(&work->lock);
    work->stopping = true;
    pthread_cond_broadcast(&work->some);
    pthread_mutex_unlock(&work->lock);
    for (unsigned i = 0; i < work->count; i++)
        (void)pthread_join(work->threads[i], NULL);
    pthread_mutex_destroy(&work->lock);
    pthread_cond_destroy(&work->some);
}
