/*
 * Compiles a language, for the build: language OUT CODE FILE... writes the image (base/image.h) of what language_load makes
 * of the files, which are named as the program will name them, in byte order.
 */
#include <stdio.h>

#include "base/file.h"
#include "base/image.h"
#include "extract/language.h"

enum { MAX_FILE_BYTES = 64 << 20, MAX_IMAGE_BYTES = 256 << 20 };

/* The program that is made here carries nothing. */
const EmbeddedFile *embedded_files(size_t *count)
{
    *count = 0;
    return NULL;
}

typedef struct {
    const char *code;
    char **paths;
    size_t count;
} Task;

static bool read_file(Arena *arena, const char *path, EmbeddedFile *out, Error *err)
{
    File file;
    if (!file_open(path, MAX_FILE_BYTES, &file, err))
        return false;
    *out = (EmbeddedFile){arena_copy(arena, str_from(path)).ptr, arena_copy(arena, file.bytes)};
    file_close(&file);
    return true;
}

static void *make_language(Arena *arena, void *context, Error *err)
{
    const Task *task = context;
    EmbeddedFile *files = ARENA_ARRAY(arena, EmbeddedFile, task->count);
    for (size_t i = 0; i < task->count; i++) {
        if (!read_file(arena, task->paths[i], &files[i], err))
            return NULL;
    }
    Language *language = ARENA_NEW(arena, Language);
    return language_load(arena, str_from(task->code), files, task->count, language, err) ? language : NULL;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        (void)fprintf(stderr, "usage: language OUT CODE FILE...\n");
        return ERROR_USAGE;
    }
    Task task = {argv[2], argv + 3, (size_t)argc - 3};
    Buf out = {0};
    Error err = {0};
    bool ok =
        image_write(make_language, &task, MAX_IMAGE_BYTES, &out, &err) && file_write(argv[1], buf_str(&out), &err);
    if (!ok)
        (void)fprintf(stderr, "%s\n", err.text);
    buf_free(&out);
    return ok ? 0 : (int)err.kind;
}
