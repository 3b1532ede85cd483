/* work — the desk's worker threads: each has a Store of its own and takes the next job that waits. */
#ifndef DAYBOOK_SERVE_WORK_H
#define DAYBOOK_SERVE_WORK_H

#include "serve/frame/options.h"
#include "store/store.h"

typedef struct Work Work;

/* One job: linked by the queue, run on a worker, which lends its Store. store is NULL where the book can't be opened: err says why. */
typedef struct Job Job;
struct Job {
    Job *next;
    void (*run)(Job *job, Store *store, const Error *err);
};

/* NULL on error: the book can't be opened or threads can't be started. */
Work *work_start(Arena *arena, const ServeOptions *options, unsigned workers, Error *err);

/* false: too many wait already. */
bool work_add(Work *work, Job *job);

/* What waits is still done. */
void work_stop(Work *work);

#endif
