#include "serve/serve.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "serve/core.h"
#include "serve/http.h"
#include "serve/work.h"

enum { MIN_WORKERS = 4 };

/* Blocked in every thread, so that only the main one takes them. */
static sigset_t stop_signals(void)
{
    sigset_t set;
    (void)sigemptyset(&set);
    (void)sigaddset(&set, SIGINT);
    (void)sigaddset(&set, SIGTERM);
    return set;
}

static bool is_loopback(const char *address)
{
    return str_begins(str_from(address), STR("127.")) || str_equal(str_from(address), STR("::1"));
}

/* The book exists and is of this program's layout before anybody asks for a page. */
static bool make_book(const ServeOptions *options, Error *err)
{
    Arena *arena = arena_create();
    Store *store = store_open(arena, options->book, STORE_CREATE, err);
    bool ok = store && store_close(store, err);
    arena_destroy(arena);
    return ok;
}

static unsigned worker_count(const ServeOptions *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned wanted = options->workers > 0 ? options->workers : (unsigned)(cores > 0 ? cores : 1) * 2;
    return options->workers == 0 && wanted < MIN_WORKERS ? MIN_WORKERS : wanted;
}

static void say_address(const Desk *desk, const Http *http)
{
    bool is_six = strchr(desk->options->address, ':') != NULL;
    (void)printf("daybook: the desk of %s is at http://%s%s%s:%u/\n", desk->options->book, is_six ? "[" : "",
                 desk->options->address, is_six ? "]" : "", http_port(http));
    (void)fflush(stdout);
}

static void run_until_stopped(Http *http)
{
    sigset_t stop = stop_signals();
    while (sigtimedwait(&stop, NULL, &(struct timespec){.tv_sec = 1}) < 0)
        http_tick(http);
}

bool serve_run(const ServeOptions *options, Error *err)
{
    sigset_t stop = stop_signals();
    (void)pthread_sigmask(SIG_BLOCK, &stop, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
    if (!make_book(options, err))
        return false;
    Arena *arena = arena_create();
    Desk *desk = ARENA_NEW(arena, Desk);
    *desk = (Desk){.options = options, .arena = arena, .is_loopback = is_loopback(options->address)};
    Work *work = work_start(arena, options->book, worker_count(options), err);
    Http *http = work ? http_start(desk, work, err) : NULL;
    if (http) {
        say_address(desk, http);
        run_until_stopped(http);
        http_stop(http);
    }
    if (work)
        work_stop(work);
    arena_destroy(arena);
    return http != NULL;
}
