#include "cli/follower.h"

#include <poll.h>
#include <time.h>

#include "base/json.h"
#include "report/words.h"

enum { TICK_MS = 500, LONGEST_WAIT_S = 24 * 60 * 60, MAX_DOUBLINGS = 10 };

int64_t follower_now(void)
{
    return (int64_t)time(NULL);
}

static void put_moment(Buf *out, int64_t seconds)
{
    moment_write(out, (Moment){.seconds = seconds, .precision = MOMENT_TIME});
}

static void put_json(Buf *out, const StoreFeed *feed, const StoreFetch *fetch)
{
    Buf at = {0};
    Json j = {.out = out};
    put_moment(&at, fetch->at);
    json_open(&j, '{');
    json_text(&j, "at", buf_str(&at));
    json_text(&j, "address", feed->address);
    json_text(&j, "outcome", fetch->outcome);
    if (fetch->status != 0)
        json_int(&j, "status", fetch->status);
    json_int(&j, "bytes", fetch->size_bytes);
    json_int(&j, "reports", fetch->reports);
    json_int(&j, "new", fetch->new_reports);
    json_text(&j, "note", fetch->note);
    json_close(&j, '}');
    buf_free(&at);
}

static void put_text(Buf *out, const StoreFeed *feed, const StoreFetch *fetch)
{
    put_moment(out, fetch->at);
    buf_put(out, STR("  "));
    buf_put(out, feed->address);
    buf_put(out, STR("  "));
    if (str_present(fetch->note)) {
        buf_put(out, fetch->outcome);
        buf_put(out, STR(": "));
        buf_put(out, fetch->note);
        if (!str_present(feed->ended)) {
            buf_put(out, STR("; next try "));
            put_moment(out, feed->next_at);
        }
    } else {
        if (fetch->reports == 0) {
            buf_put(out, STR("nothing new"));
        } else {
            words_counted(out, (size_t)fetch->reports, "report");
            buf_format(out, ", %lld new", (long long)fetch->new_reports);
        }
    }
}

bool follower_note(Follower *follower, const StoreFeed *feed, const StoreFetch *fetch, Error *err)
{
    store_begin(follower->store);
    store_feed_note(follower->store, feed, fetch);
    if (!store_commit(follower->store, err))
        return false;
    Buf out = {0};
    if (follower->json)
        put_json(&out, feed, fetch);
    else
        put_text(&out, feed, fetch);
    buf_char(&out, '\n');
    bool ok = print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

/* Each failure in a row doubles the wait, up to a day. */
static int64_t back_off(const Follower *follower, int64_t failures)
{
    int64_t doublings = failures < MAX_DOUBLINGS ? failures : MAX_DOUBLINGS;
    int64_t wait = follower->interval_s << doublings;
    return wait < LONGEST_WAIT_S ? wait : LONGEST_WAIT_S;
}

bool follower_failed(Follower *follower, StoreFeed *feed, StoreFetch *fetch, int64_t wait_s, Error *err)
{
    int64_t wait = back_off(follower, feed->failures);
    follower->any_failed = true;
    feed->failures++;
    feed->next_at = fetch->at + (wait > wait_s ? wait : wait_s);
    fetch->outcome = STR("failed");
    return follower_note(follower, feed, fetch, err);
}

static bool is_stopped(const Follower *follower)
{
    return follower->stop && *follower->stop != 0;
}

/* Without a watch all are asked, but for those that failed and whose next try has not come. */
static bool is_due(const Follower *follower, const StoreFeed *feed, bool changed)
{
    if (str_present(feed->ended))
        return false;
    if (feed->failures > 0 || (follower->watch && !changed))
        return feed->next_at <= follower_now();
    return true;
}

/* Asks whatever is due. *next: when something will be. changed: in a folder, or nothing was looked at yet. */
static bool ask_due(Follower *follower, int64_t situation, bool changed, int64_t *next, Error *err)
{
    Arena *arena = arena_create();
    StoreFeed *feeds = NULL;
    size_t count = 0;
    bool ok = store_feeds(follower->store, situation, arena, &feeds, &count, err);
    *next = follower_now() + LONGEST_WAIT_S;
    for (size_t i = 0; ok && i < count && !is_stopped(follower); i++) {
        StoreFeed *feed = &feeds[i];
        bool is_folder = !fetch_is_address(feed->address);
        if (is_due(follower, feed, changed && is_folder))
            ok = is_folder ? follower_look(follower, feed, arena, err) : follower_ask(follower, feed, arena, err);
        if (!str_present(feed->ended) && feed->next_at < *next)
            *next = feed->next_at;
    }
    arena_destroy(arena);
    return ok;
}

/* Until something changed in a folder (true), something is due or the end has come. */
static bool wait_for(const Follower *follower, int64_t until)
{
    struct pollfd folders = {.fd = folder_watch_descriptor(follower->watch), .events = POLLIN};
    while (!is_stopped(follower) && follower_now() < until) {
        if (poll(&folders, 1, TICK_MS) > 0)
            return folder_watch_take(follower->watch);
    }
    return false;
}

bool follower_run(Follower *follower, int64_t situation, Error *err)
{
    int64_t next = 0;
    bool ok = ask_due(follower, situation, true, &next, err);
    while (ok && follower->watch && !is_stopped(follower)) {
        bool changed = wait_for(follower, next);
        ok = is_stopped(follower) || ask_due(follower, situation, changed, &next, err);
    }
    return ok;
}
