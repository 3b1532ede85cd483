#include "read/folder.h"

#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/book_file.h"

struct FolderWatch {
    int descriptor;
};

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *open_walk(Str path)
{
    char root[PATH_MAX];
    char *const roots[] = {root, NULL};
    if (path.len >= sizeof root) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    memcpy(root, path.ptr, path.len + 1);
    return fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
}

static bool is_hidden(const FTSENT *entry)
{
    return entry->fts_level > FTS_ROOTLEVEL && entry->fts_name[0] == '.';
}

static bool unreadable(Str path, int number, Error *err)
{
    return error_set(err, ERROR_INPUT, "%.*s: can't be read: %s", (int)path.len, path.ptr, strerror(number));
}

/* The next entry that is not hidden; what is hidden is not walked into. */
static FTSENT *next_entry(FTS *walk)
{
    FTSENT *entry = fts_read(walk);
    while (entry && is_hidden(entry)) {
        (void)fts_set(walk, entry, FTS_SKIP);
        entry = fts_read(walk);
    }
    return entry;
}

bool folder_list(Arena *arena, Str path, FolderFile **out, size_t *count, Error *err)
{
    enum { NS_A_SECOND = 1000000000 };
    size_t cap = 0;
    *out = NULL;
    *count = 0;
    FTS *walk = open_walk(path);
    if (!walk)
        return unreadable(path, errno, err);
    int failure = 0;
    for (const FTSENT *entry = next_entry(walk); entry; entry = next_entry(walk)) {
        bool is_broken = entry->fts_info == FTS_NS || entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR;
        if (is_broken && entry->fts_level == FTS_ROOTLEVEL)
            failure = entry->fts_errno;
        if (entry->fts_info != FTS_F)
            continue;
        Str file = arena_copy(arena, str_from(entry->fts_path));
        if (book_file_is(arena, file))
            continue;
        const struct stat *info = entry->fts_statp;
        *out = arena_grow(arena, *out, *count, &cap, sizeof **out);
        (*out)[(*count)++] =
            (FolderFile){file, info->st_size, (int64_t)info->st_mtim.tv_sec * NS_A_SECOND + info->st_mtim.tv_nsec};
    }
    (void)fts_close(walk);
    return failure == 0 || unreadable(path, failure, err);
}

FolderWatch *folder_watch_open(Arena *arena, Error *err)
{
    FolderWatch *watch = ARENA_NEW(arena, FolderWatch);
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->descriptor >= 0)
        return watch;
    (void)error_set(err, ERROR_INPUT, "folders can't be watched: %s", strerror(errno));
    return NULL;
}

bool folder_watch_add(FolderWatch *watch, Str path, Error *err)
{
    static const uint32_t WANTED = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;
    FTS *walk = open_walk(path);
    if (!walk)
        return unreadable(path, errno, err);
    int failure = 0;
    for (const FTSENT *entry = next_entry(walk); entry && failure == 0; entry = next_entry(walk)) {
        if (entry->fts_info != FTS_D)
            continue;
        bool is_new = inotify_add_watch(watch->descriptor, entry->fts_path, WANTED) >= 0;
        failure = is_new || errno == ENOENT ? 0 : errno; /* ENOENT: gone meanwhile */
    }
    (void)fts_close(walk);
    if (failure == ENOSPC)
        return error_set(err, ERROR_INPUT,
                         "%.*s: has more folders than the system lets one watch; raise fs.inotify.max_user_watches",
                         (int)path.len, path.ptr);
    return failure == 0 || unreadable(path, failure, err);
}

int folder_watch_descriptor(const FolderWatch *watch)
{
    return watch->descriptor;
}

bool folder_watch_take(FolderWatch *watch)
{
    enum { EVENT_BYTES = 4096 };
    alignas(struct inotify_event) char events[EVENT_BYTES];
    bool any = false;
    while (read(watch->descriptor, events, sizeof events) > 0)
        any = true;
    return any;
}

void folder_watch_close(FolderWatch *watch)
{
    if (watch)
        (void)close(watch->descriptor);
}
