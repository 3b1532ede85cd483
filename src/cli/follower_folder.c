/* follower_folder — the files of a folder that are new or changed are read once they have come to rest. */
#include "cli/follower.h"

enum { SETTLE_S = 2 };

/* The files that are to be read, as their reader gives them. */
static Document *next_report(void *context, Arena *arena)
{
    return reader_next(context, arena);
}

static Str file_mark(Arena *arena, const FolderFile *file)
{
    Buf mark = {0};
    buf_int(&mark, file->size_bytes);
    buf_char(&mark, ' ');
    buf_int(&mark, file->changed_ns);
    Str kept = arena_copy(arena, buf_str(&mark));
    buf_free(&mark);
    return kept;
}

typedef struct {
    const char **paths;
    Str *marks;
    size_t count;
    int64_t resting_at; /* when the last of those that are being written may be at rest; 0: none is */
} Changed;

/* A file that changed a moment ago may be half written. */
static bool is_resting(const FolderFile *file, int64_t now)
{
    enum { NS_A_SECOND = 1000000000 };
    return now - file->changed_ns / NS_A_SECOND >= SETTLE_S;
}

static Changed find_changed(const Follower *follower, const StoreFeed *feed, const FolderFile *files, size_t count,
                            Arena *arena)
{
    Changed changed = {ARENA_ARRAY(arena, const char *, count), ARENA_ARRAY(arena, Str, count), 0, 0};
    int64_t now = follower_now();
    for (size_t i = 0; i < count; i++) {
        Str mark = file_mark(arena, &files[i]);
        if (store_feed_has(follower->store, feed->id, files[i].path, mark))
            continue;
        if (follower->watch && !is_resting(&files[i], now)) {
            changed.resting_at = now + SETTLE_S;
            continue;
        }
        changed.marks[changed.count] = mark;
        changed.paths[changed.count++] = files[i].path.ptr;
    }
    return changed;
}

static bool read_files(const Follower *follower, const StoreFeed *feed, const Changed *changed, StoreFetch *fetch,
                       Error *err)
{
    Arena *arena = arena_create();
    Reader *reader = reader_open(arena, changed->paths, changed->count, pile_print_problem, NULL);
    reader_keep_ids(reader);
    bool ok = follower_take(follower, feed->situation, next_report, reader, fetch, err);
    reader_close(reader);
    arena_destroy(arena);
    if (!ok)
        return false;
    store_begin(follower->store);
    for (size_t i = 0; i < changed->count; i++)
        store_feed_keep(follower->store, feed->id, str_from(changed->paths[i]), changed->marks[i]);
    return store_commit(follower->store, err);
}

static int64_t bytes_of(const FolderFile *files, size_t count, const Changed *changed)
{
    int64_t bytes = 0;
    size_t next = 0;
    for (size_t i = 0; i < count && next < changed->count; i++) {
        if (files[i].path.ptr != changed->paths[next])
            continue;
        bytes += files[i].size_bytes;
        next++;
    }
    return bytes;
}

bool follower_look(Follower *follower, StoreFeed *feed, Arena *arena, Error *err)
{
    Error problem = {0};
    FolderFile *files = NULL;
    size_t count = 0;
    StoreFetch fetch = {.at = follower_now(), .outcome = STR("read")};
    bool is_there = !follower->watch || folder_watch_add(follower->watch, feed->address, &problem);
    if (!is_there || !folder_list(arena, feed->address, &files, &count, &problem)) {
        fetch.note = arena_copy(arena, str_from(problem.text));
        return follower_failed(follower, feed, &fetch, 0, err);
    }
    Changed changed = find_changed(follower, feed, files, count, arena);
    feed->next_at = changed.resting_at > 0 ? changed.resting_at : fetch.at + follower->interval_s;
    if (changed.count == 0 && feed->failures == 0 && follower->watch) {
        store_begin(follower->store);
        store_feed_note(follower->store, feed, NULL);
        return store_commit(follower->store, err);
    }
    fetch.size_bytes = bytes_of(files, count, &changed);
    if (changed.count > 0 && !read_files(follower, feed, &changed, &fetch, err))
        return false;
    fetch.outcome = fetch.new_reports > 0 ? STR("read") : STR("same");
    feed->failures = 0;
    return follower_note(follower, feed, &fetch, err);
}
