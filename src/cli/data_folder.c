#include "cli/data_folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

enum { MAX_DATA_FILE_BYTES = 64 << 20 };

typedef struct {
    EmbeddedFile *items;
    size_t count;
    size_t cap;
} FileList;

static Str join_path(Arena *arena, const char *folder, const char *name)
{
    Buf path = {0};
    buf_put(&path, str_from(folder));
    buf_char(&path, '/');
    buf_put(&path, str_from(name));
    Str kept = arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return kept;
}

static bool add_file(Arena *arena, Str path, FileList *out, Error *err)
{
    File file;
    if (!file_open(path.ptr, MAX_DATA_FILE_BYTES, &file, err)) {
        err->kind = ERROR_DATA;
        return false;
    }
    out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = (EmbeddedFile){path.ptr, arena_copy(arena, file.bytes)};
    file_close(&file);
    return true;
}

static bool add_folder(Arena *arena, Str folder, FileList *out, Error *err)
{
    DIR *entries = opendir(folder.ptr);
    if (!entries)
        return error_set(err, ERROR_DATA, "%s: cannot be opened; a language's folder such as data/en is asked for",
                         folder.ptr);
    bool ok = true;
    const struct dirent *entry = NULL;
    while (ok && (entry = readdir(entries))) { // NOLINT(concurrency-mt-unsafe)
        if (entry->d_name[0] != '.')
            ok = add_file(arena, join_path(arena, folder.ptr, entry->d_name), out, err);
    }
    (void)closedir(entries);
    return ok;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(str_from(((const EmbeddedFile *)a)->name), str_from(((const EmbeddedFile *)b)->name));
}

static Str last_part(Str path)
{
    while (path.len > 0 && path.ptr[path.len - 1] == '/')
        path.len--;
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return str_drop(path, at);
}

bool data_folder_load(Arena *arena, const char *folder, Language *out, Error *err)
{
    FileList files = {0};
    Str people = join_path(arena, folder, "people"); /* which a language need not have */
    if (!add_folder(arena, join_path(arena, folder, "lexicon"), &files, err) ||
        !add_folder(arena, join_path(arena, folder, "rules"), &files, err) ||
        (access(people.ptr, F_OK) == 0 && !add_folder(arena, people, &files, err)))
        return false;
    if (files.count > 0)
        qsort(files.items, files.count, sizeof *files.items, by_name);
    return language_load(arena, last_part(str_from(folder)),
                         &(LanguageText){.files = files.items, .count = files.count}, out, err);
}
