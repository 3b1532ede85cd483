/*
 * file — whole files as borrowed text, mapped where that works. Also reads what can't be mapped
 * (pipes, standard input) up to a limit.
 */
#ifndef DAYBOOK_BASE_FILE_H
#define DAYBOOK_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

typedef struct {
    Str bytes;
    void *mapping; /* NULL when bytes lie in an arena */
    size_t mapping_bytes;
} File;

/* Maps the file at path (NUL-terminated). Up to limit_bytes; more is an error (ERROR_INPUT). */
bool file_open(const char *path, size_t limit_bytes, File *out, Error *err);
void file_close(File *file);

/* Reads a descriptor to its end into the arena. */
bool file_read_all(int descriptor, const char *name, size_t limit_bytes, Arena *arena, Str *out, Error *err);

/* Writes all of bytes to path through a temporary file beside it and a rename, so that a full disk
 * leaves the old file whole (ERROR_STORE). A link stays, a file keeps its mode; a device or pipe is written into. */
bool file_write(const char *path, Str bytes, Error *err);

#endif
