/* folder_for_tests — a folder of its own for each test, filled by it, read by the reader, and what came of it. */
#ifndef DAYBOOK_READ_FOLDER_FOR_TESTS_H
#define DAYBOOK_READ_FOLDER_FOR_TESTS_H

#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"

enum { MAX_DOCUMENTS = 16 };

/* A folder of its own for each test, what was read from it, and what was reported. */
typedef struct {
    char folder[64];
    Arena *arena;
    Document *documents[MAX_DOCUMENTS];
    size_t count;
    size_t lost;
    Buf problems;
} Pile;

static inline int setup(void **state)
{
    Pile *pile = calloc(1, sizeof *pile);
    (void)snprintf(pile->folder, sizeof pile->folder, "/tmp/reader_test.XXXXXX");
    pile->arena = arena_create();
    *state = pile;
    return mkdtemp(pile->folder) ? 0 : -1;
}

static inline int teardown(void **state)
{
    Pile *pile = *state;
    Buf command = {0};
    buf_format(&command, "rm -rf %s%c", pile->folder, 0);
    int failed = system(command.ptr); // NOLINT(cert-env33-c): a folder made by this test
    buf_free(&command);
    buf_free(&pile->problems);
    arena_destroy(pile->arena);
    free(pile);
    return failed;
}

static inline const char *path_of(const Pile *pile, const char *name)
{
    Buf path = {0};
    buf_format(&path, "%s/%s", pile->folder, name);
    const char *copy = arena_copy(pile->arena, buf_str(&path)).ptr;
    buf_free(&path);
    return copy;
}

static inline void put_file(const Pile *pile, const char *name, Str bytes)
{
    FILE *file = fopen(path_of(pile, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static inline void note(void *context, const char *line)
{
    Pile *pile = context;
    buf_put(&pile->problems, str_from(line));
    buf_char(&pile->problems, '\n');
}

static inline void read_paths(Pile *pile, const char *const *paths, size_t count)
{
    Reader *reader = reader_open(pile->arena, paths, count, note, pile);
    Document *document = NULL;
    while (pile->count < MAX_DOCUMENTS && (document = reader_next(reader, pile->arena)))
        pile->documents[pile->count++] = document;
    pile->lost = reader_problem_count(reader);
    uint64_t done = 0;
    uint64_t all = 0;
    reader_progress(reader, &done, &all);
    assert_int_equal(done, all);
    reader_close(reader);
}

static inline void read_folder(Pile *pile)
{
    const char *const paths[] = {pile->folder};
    read_paths(pile, paths, 1);
}

static inline bool reported(const Pile *pile, const char *text)
{
    return str_find(buf_str(&pile->problems), str_from(text), 0) != SIZE_MAX;
}

static inline void check_text(const Document *document, const char *text)
{
    assert_true(str_equal(document_body(document), str_from(text)));
}

#endif
