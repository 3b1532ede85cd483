#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/book.h"
#include "cli/follower.h"
#include "cli/read_anew.h"
#include "cli/stop.h"
#include "cli/version.h"

enum { DEFAULT_MINUTES = 15, SECONDS_A_MINUTE = 60, MOST_MINUTES = 24 * 60 };

const Option FOLLOW_OPTIONS[] = {
    SITUATION_OPTION,
    {"interval", 0, "MINUTES", "between two times of asking a feed (default: 15)"},
    {"once", 0, NULL, "ask each once, then end: for a timer"},
    {"pages", 0, NULL, "read the pages that a feed's entries lead to, in place of its own text"},
    {"forget", 0, NULL, "no longer follow the feeds and folders named; their reports stay"},
    {"allow-private", 0, NULL, "ask addresses in private networks and use a proxy"},
    {"json", 0, NULL, "print an object for each time of asking in place of a line"},
    ENGINE_OPTIONS,
    {0},
};

/* An address as it is, a folder by its absolute path. */
static bool address_of(Arena *arena, const char *operand, Str *out, Error *err)
{
    struct stat info;
    char path[PATH_MAX];
    *out = str_from(operand);
    if (fetch_is_address(*out))
        return true;
    if (stat(operand, &info) != 0 || !realpath(operand, path))
        return error_set(err, ERROR_USAGE, "%s: no address of a feed (https://…) and no folder: %s", operand,
                         strerror(errno));
    if (!S_ISDIR(info.st_mode))
        return error_set(err, ERROR_USAGE, "%s: is no folder; daybook add reads a file", operand);
    *out = arena_copy(arena, str_from(path));
    return true;
}

static bool follow_operands(const Invocation *invocation, Store *store, int64_t situation, Error *err)
{
    for (size_t i = 1; i < invocation->operand_count; i++) {
        Str address;
        if (!address_of(invocation->arena, invocation->operands[i], &address, err) ||
            !store_follow(store, situation, address, follower_now(), err))
            return false;
        (void)fprintf(stderr, "daybook: follows %.*s\n", (int)address.len, address.ptr); /* it is in the book by now */
    }
    return true;
}

/* A folder that is gone is named as it was. */
static bool forget_operands(const Invocation *invocation, Store *store, int64_t situation, Error *err)
{
    for (size_t i = 1; i < invocation->operand_count; i++) {
        Str address = str_from(invocation->operands[i]);
        char path[PATH_MAX];
        if (!fetch_is_address(address) && realpath(invocation->operands[i], path))
            address = arena_copy(invocation->arena, str_from(path));
        bool found = false;
        if (!store_unfollow(store, situation, address, &found, err))
            return false;
        if (!found)
            return error_set(err, ERROR_USAGE, "%s: is not followed; daybook show BOOK feeds lists what is",
                             invocation->operands[i]);
    }
    return true;
}

static bool read_interval(const Invocation *invocation, int64_t *out, Error *err)
{
    const char *text = option_value(invocation, "interval");
    int64_t minutes = DEFAULT_MINUTES;
    if (text && (!str_number(str_from(text), &minutes) || minutes < 1 || minutes > MOST_MINUTES))
        return error_set(err, ERROR_USAGE, "--interval takes minutes from 1 to %d, not \"%s\"", MOST_MINUTES, text);
    *out = minutes * SECONDS_A_MINUTE;
    return true;
}

static bool has_feeds(const Invocation *invocation, Store *store, int64_t situation, Error *err)
{
    StoreFeed *feeds = NULL;
    size_t count = 0;
    if (!store_feeds(store, situation, invocation->arena, &feeds, &count, err))
        return false;
    return count > 0 || error_set(err, ERROR_USAGE, "the book follows nothing yet: name feeds or folders");
}

static bool run(const Invocation *invocation, const Engine *engine, Store *store, int64_t situation, bool *failed,
                Error *err)
{
    const volatile sig_atomic_t *stop = stop_catch(NULL);
    FetchPolicy policy = {.private_allowed = option_value(invocation, "allow-private") != NULL,
                          .limit_bytes = (size_t)64 << 20,
                          .timeout_s = 120,
                          .pause_s = 1,
                          .redirect_limit = 5,
                          .agent = STR("daybook/" DAYBOOK_VERSION),
                          .stop = stop};
    Follower follower = {.invocation = invocation,
                         .engine = engine,
                         .store = store,
                         .pages = option_value(invocation, "pages") != NULL,
                         .json = option_value(invocation, "json") != NULL,
                         .stop = stop};
    follower.fetcher = fetch_open(invocation->arena, &policy, err);
    if (follower.fetcher && !option_value(invocation, "once"))
        follower.watch = folder_watch_open(invocation->arena, err);
    bool ok = follower.fetcher && (follower.watch || option_value(invocation, "once")) &&
              read_interval(invocation, &follower.interval_s, err) && follower_run(&follower, situation, err);
    folder_watch_close(follower.watch);
    fetch_close(follower.fetcher);
    *failed = follower.any_failed && option_value(invocation, "once");
    return ok;
}

static bool follow(const Invocation *invocation, const Engine *engine, Store *store, bool *failed, Error *err)
{
    int64_t situation = 0;
    if (!book_situation(invocation, store, true, &situation, err))
        return false;
    if (option_value(invocation, "forget"))
        return forget_operands(invocation, store, situation, err);
    book_note_rules(invocation, store, engine->rules);
    return follow_operands(invocation, store, situation, err) && has_feeds(invocation, store, situation, err) &&
           run(invocation, engine, store, situation, failed, err);
}

int run_follow(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    int64_t interval_s = 0;
    bool failed = false;
    if (!need_operands(invocation, "a BOOK, and feeds or folders", &err) ||
        !read_interval(invocation, &interval_s, &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    Store *store = book_open_current(invocation, STORE_CREATE, &err);
    Engine own;
    bool ok =
        store && book_engine(&engine, invocation, store, &own, &err) && follow(invocation, &own, store, &failed, &err);
    if (ok)
        store_compact(store);
    ok = store_close(store, ok ? &err : NULL) && ok;
    engine_close(&engine);
    if (!ok)
        return fail(&err);
    return failed ? (int)ERROR_NETWORK : EXIT_DONE;
}
