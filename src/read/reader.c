#include "read/reader.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "read/book_file.h"
#include "read/companion.h"
#include "read/headline.h"
#include "read/source.h"

enum { MAX_DEPTH = 64 };

static const size_t STREAM_LIMIT_BYTES = (size_t)1 << 30; /* of what can't be mapped */
static const size_t MAP_LIMIT_BYTES = (size_t)1 << 40;

typedef struct {
    Str path; /* with a NUL behind it */
    uint64_t bytes;
} Input;

struct Reader {
    Arena *arena;
    Problems problems;
    Input *inputs;
    size_t input_count;
    size_t input_cap;
    size_t next_input;
    uint64_t bytes_before; /* of the inputs that are done */
    uint64_t bytes_in_all;
    Map *ids;
    Baseline baseline;
    const Markup *markup;
    File file;
    const Item *item; /* bytes in place of files, NULL: there are none */
    Source source;
    bool keep_ids;
    bool open; /* source stands in input next_input - 1 */
};

/* The folders that a path was reached through, innermost first. */
typedef struct Folder Folder;
struct Folder {
    const Folder *outer;
    unsigned depth;
    dev_t device;
    ino_t number;
};

static void add_path(Reader *reader, Str path, const Folder *outer, bool of_page);

/* A link led back to a folder that it lies in. */
static bool is_loop(const Folder *outer, const struct stat *info)
{
    for (; outer; outer = outer->outer) {
        if (outer->device == info->st_dev && outer->number == info->st_ino)
            return true;
    }
    return false;
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

/* The names in a folder but for the hidden ones, in byte order. */
static bool list_folder(Reader *reader, Str path, Str **out, size_t *count)
{
    DIR *folder = opendir(path.ptr);
    if (!folder) {
        problem_lost(&reader->problems, "%s: can't be opened: %s", path.ptr, strerror(errno));
        return false;
    }
    size_t cap = 0;
    const struct dirent *entry = NULL;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        *out = arena_grow(reader->arena, *out, *count, &cap, sizeof **out);
        (*out)[(*count)++] = arena_copy(reader->arena, str_from(entry->d_name));
    }
    (void)closedir(folder);
    if (*count > 0)
        qsort(*out, *count, sizeof **out, compare_names);
    return true;
}

static Map *names_of(const Reader *reader, const Str *names, size_t count)
{
    Map *all = map_create(reader->arena);
    for (size_t i = 0; i < count; i++)
        (void)map_add(all, names[i]);
    return all;
}

static void add_folder(Reader *reader, Str path, const Folder *folder)
{
    Str *names = NULL;
    size_t count = 0;
    if (folder->depth >= MAX_DEPTH) {
        problem_lost(&reader->problems, "%s: folders are nested too deeply", path.ptr);
        return;
    }
    if (!list_folder(reader, path, &names, &count))
        return;
    if (count == 0 && !folder->outer)
        problem_warn(&reader->problems, "%s: is a folder without files", path.ptr);
    const Map *all = names_of(reader, names, count);
    for (size_t i = 0; i < count; i++) {
        Buf joined = {0};
        buf_put(&joined, path);
        if (!str_ends(path, STR("/")))
            buf_char(&joined, '/');
        buf_put(&joined, names[i]);
        add_path(reader, arena_copy(reader->arena, buf_str(&joined)), folder,
                 companion_holds(reader->markup, all, names[i]));
        buf_free(&joined);
    }
}

/* What stands in a folder and is neither file nor folder, or a book, is left alone; what was asked for by name is read. of_page: it is
 * called as the folder of a saved page is (companion.h). */
static void add_path(Reader *reader, Str path, const Folder *outer, bool of_page)
{
    struct stat info = {0};
    bool standard_input = str_equal(path, STR("-"));
    if (!standard_input && stat(path.ptr, &info) != 0) {
        problem_lost(&reader->problems, "%s: can't be opened: %s", path.ptr, strerror(errno));
        return;
    }
    if (!standard_input && S_ISDIR(info.st_mode) && of_page)
        return;
    if (!standard_input && S_ISDIR(info.st_mode)) {
        Folder folder = {outer, outer ? outer->depth + 1 : 0, info.st_dev, info.st_ino};
        if (is_loop(outer, &info))
            problem_warn(&reader->problems, "%s: left out: leads back to a folder that it lies in", path.ptr);
        else
            add_folder(reader, path, &folder);
        return;
    }
    if (!standard_input && outer && (!S_ISREG(info.st_mode) || book_file_is(reader->arena, path)))
        return;
    reader->inputs =
        arena_grow(reader->arena, reader->inputs, reader->input_count, &reader->input_cap, sizeof *reader->inputs);
    reader->inputs[reader->input_count++] = (Input){path, (uint64_t)info.st_size};
    reader->bytes_in_all += (uint64_t)info.st_size;
}

static Reader *new_reader(Arena *arena, ReaderProblem *problem, void *context)
{
    Reader *reader = ARENA_NEW(arena, Reader);
    reader->arena = arena;
    reader->problems = (Problems){.report = problem, .context = context};
    reader->ids = map_create(arena);
    reader->markup = markup_load(arena);
    reader->baseline.arena = arena;
    return reader;
}

Reader *reader_open(Arena *arena, const char *const *paths, size_t path_count, ReaderProblem *problem, void *context)
{
    Reader *reader = new_reader(arena, problem, context);
    Str *names = ARENA_ARRAY(arena, Str, path_count);
    for (size_t i = 0; i < path_count; i++)
        names[i] = arena_copy(arena, str_from(paths[i]));
    const Map *all = names_of(reader, names, path_count);
    for (size_t i = 0; i < path_count; i++)
        add_path(reader, names[i], NULL, companion_holds(reader->markup, all, names[i]));
    return reader;
}

Reader *reader_open_item(Arena *arena, const Item *item, ReaderProblem *problem, void *context)
{
    Reader *reader = new_reader(arena, problem, context);
    reader->item = item;
    reader->inputs = ARENA_NEW(arena, Input);
    reader->inputs[0] = (Input){item->name, item->bytes.len};
    reader->input_count = 1;
    reader->bytes_in_all = item->bytes.len;
    return reader;
}

/* Maps a regular file; reads anything else to its end. */
static bool open_bytes(Reader *reader, Str path, Error *err)
{
    struct stat info;
    bool standard_input = str_equal(path, STR("-"));
    if (reader->item) {
        reader->source.bytes = reader->item->bytes;
        return true;
    }
    if (!standard_input && stat(path.ptr, &info) == 0 && S_ISREG(info.st_mode)) {
        if (!file_open(path.ptr, MAP_LIMIT_BYTES, &reader->file, err))
            return false;
        reader->source.bytes = reader->file.bytes;
        return true;
    }
    FILE *stream = standard_input ? stdin : fopen(path.ptr, "rb");
    if (!stream)
        return error_set(err, ERROR_INPUT, "%s: cannot be opened: %s", path.ptr, strerror(errno));
    bool ok =
        file_read_all(fileno(stream), path.ptr, STREAM_LIMIT_BYTES, reader->source.arena, &reader->source.bytes, err);
    if (!standard_input)
        (void)fclose(stream);
    return ok;
}

static void close_input(Reader *reader)
{
    if (!reader->open)
        return;
    problem_sum_up(&reader->problems, reader->source.name);
    source_close(&reader->source);
    file_close(&reader->file);
    reader->bytes_before += reader->inputs[reader->next_input - 1].bytes;
    reader->open = false;
}

/* false: there are no more inputs. An input that can't be opened is open and empty. */
static bool open_next_input(Reader *reader)
{
    if (reader->next_input == reader->input_count)
        return false;
    Str path = reader->inputs[reader->next_input++].path;
    reader->open = true;
    reader->source = (Source){.name = path,
                              .charset = reader->item ? reader->item->charset : STR_NONE,
                              .problems = &reader->problems,
                              .markup = reader->markup,
                              .baseline = &reader->baseline,
                              .arena = arena_create()};
    Error err = {ERROR_NONE, ""};
    if (!open_bytes(reader, path, &err))
        problem_lost(&reader->problems, "%s", err.text);
    else
        source_begin(&reader->source);
    return true;
}

void reader_tell_apart(Reader *reader, Document *document, Arena *arena)
{
    Str wanted = document->id;
    document->id = map_add_new(reader->ids, wanted, arena);
    if (!str_equal(wanted, document->id))
        problem_warn(&reader->problems, "%.*s: the id %.*s was there before; this one is kept as %.*s",
                     (int)document->path.len, document->path.ptr, (int)wanted.len, wanted.ptr, (int)document->id.len,
                     document->id.ptr);
}

/* Content's own id where none was given; then a number behind it until nothing else in this run has it. */
static void settle_id(Reader *reader, Document *document, Arena *arena)
{
    if (!str_present(document->id)) {
        Str parts[] = {document->url, document->publisher, document->title, document->text};
        document->id = hash_id(arena, parts, sizeof parts / sizeof parts[0]);
    }
    if (!reader->keep_ids)
        reader_tell_apart(reader, document, arena);
}

Document *reader_next(Reader *reader, Arena *arena)
{
    for (;;) {
        if (!reader->open && !open_next_input(reader))
            return NULL;
        Document *document = reader->source.next ? reader->source.next(&reader->source, arena) : NULL;
        if (document) {
            if (reader->item)
                item_lend(reader->item, document, arena);
            settle_id(reader, document, arena);
            headline_join(document, arena);
            return document;
        }
        close_input(reader);
    }
}

void reader_keep_ids(Reader *reader)
{
    reader->keep_ids = true;
}

size_t reader_problem_count(const Reader *reader)
{
    return reader->problems.count;
}

const Baseline *reader_baseline(const Reader *reader)
{
    return &reader->baseline;
}

void reader_progress(const Reader *reader, uint64_t *done_bytes, uint64_t *all_bytes)
{
    *done_bytes = reader->bytes_before;
    *all_bytes = reader->bytes_in_all;
    if (!reader->open || reader->source.bytes.len == 0)
        return;
    const Input *input = &reader->inputs[reader->next_input - 1];
    size_t at = reader->source.at < reader->source.bytes.len ? reader->source.at : reader->source.bytes.len;
    double share = (double)at / (double)reader->source.bytes.len;
    *done_bytes += (uint64_t)(share * (double)input->bytes);
}

void reader_close(Reader *reader)
{
    if (reader)
        close_input(reader);
}
