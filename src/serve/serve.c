#include "serve/serve.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "serve/frame/alone.h"
#include "serve/frame/core.h"
#include "serve/frame/events.h"
#include "serve/frame/held.h"
#include "serve/frame/http.h"
#include "serve/frame/limit.h"
#include "serve/frame/live.h"
#include "serve/frame/own_places.h"
#include "serve/frame/secret.h"
#include "serve/frame/who.h"
#include "serve/frame/work.h"
#include "serve/setting/invitation.h"

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

/* The book exists and is of this program's layout before anybody asks for a page. *first: the token for the first administrator. */
static bool make_book(const ServeOptions *options, Arena *arena, Str *first, Error *err)
{
    Arena *scratch = arena_create();
    Store *store = store_open(scratch, options->book, STORE_CREATE, err);
    if (store)
        *first = invitation_make_first(store, arena, (int64_t)time(NULL), err);
    bool ok = store && str_present(*first) && store_close(store, err);
    arena_destroy(scratch);
    return ok;
}

static unsigned worker_count(const ServeOptions *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned wanted = options->workers > 0 ? options->workers : (unsigned)(cores > 0 ? cores : 1) * 2;
    return options->workers == 0 && wanted < MIN_WORKERS ? MIN_WORKERS : wanted;
}

static void say_address(const Desk *desk, const Http *http, Str first)
{
    const ServeOptions *options = desk->options;
    Buf text = {0};
    if (options->origin) {
        buf_put(&text, str_from(options->origin));
    } else {
        bool is_six = strchr(options->address, ':') != NULL;
        buf_format(&text, "http://%s%s%s:%u", is_six ? "[" : "", options->address, is_six ? "]" : "", http_port(http));
    }
    (void)printf("daybook: the desk of %s is at %.*s/\n", options->book, (int)text.len, text.ptr);
    if (first.len > 0)
        (void)printf("daybook: make the first account, an administrator's, within three days: %.*s/invitation/%.*s\n",
                     (int)text.len, text.ptr, (int)first.len, first.ptr);
    (void)fflush(stdout);
    buf_free(&text);
}

static void run_until_stopped(Http *http)
{
    sigset_t stop = stop_signals();
    while (sigtimedwait(&stop, NULL, &(struct timespec){.tv_sec = 1}) < 0)
        http_tick(http);
}

static bool run(Desk *desk, Str first, Error *err)
{
    desk->live = live_start(desk, err);
    Work *work = desk->live ? work_start(desk->arena, desk->options, worker_count(desk->options), err) : NULL;
    Http *http = work ? http_start(desk, work, err) : NULL;
    if (http) {
        say_address(desk, http, first);
        run_until_stopped(http);
        events_close(desk->events);
        http_stop(http);
    }
    if (work)
        work_stop(work);
    if (desk->live)
        live_stop(desk->live);
    return http != NULL;
}

bool serve_run(const ServeOptions *options, Error *err)
{
    sigset_t stop = stop_signals();
    (void)pthread_sigmask(SIG_BLOCK, &stop, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
    Arena *arena = arena_create();
    Str first = STR_NONE;
    Hasher *hasher = secret_start(arena);
    if (!hasher)
        (void)error_set(err, ERROR_STORE, "the machine gives no random numbers");
    else
        first = make_book(options, arena, &first, err) ? first : STR_NONE;
    int mark = str_present(first) ? alone_begin(options->book, err) : -1;
    if (mark < 0) {
        arena_destroy(arena);
        return false;
    }
    Desk *desk = ARENA_NEW(arena, Desk);
    *desk = (Desk){
        .options = options,
        .arena = arena,
        .is_loopback = is_loopback(options->address),
        .is_https = options->origin ? str_begins_caseless(str_from(options->origin), STR("https:"))
                                    : !is_loopback(options->address),
        .hasher = hasher,
        .known = known_create(arena),
        .limits = limits_create(arena),
        .helds = helds_create(arena),
        .places = own_places_create(arena, options->gazetteer),
        .events = events_create(arena),
    };
    bool ok = run(desk, first, err);
    helds_destroy(desk->helds);
    own_places_destroy(desk->places);
    arena_destroy(arena);
    alone_end(mark);
    return ok;
}
