/*
 * folder — a folder that reports are put into: what lies in it, and word from the system (inotify) that something changed.
 * The word only wakes: what changed is found by looking, so that nothing is missed when events are lost or folders are
 * moved in whole.
 */
#ifndef DAYBOOK_READ_FOLDER_H
#define DAYBOOK_READ_FOLDER_H

#include "base/arena.h"
#include "base/error.h"

/* A file, and what shows that it is another than before. */
typedef struct {
    Str path; /* with a NUL behind it */
    int64_t size_bytes;
    int64_t changed_ns; /* since 1970 */
} FolderFile;

/* The files in a folder and in those inside it, in byte order of paths; hidden ones and books left out, links not followed. False
 * with ERROR_INPUT where the folder itself can't be read. */
bool folder_list(Arena *arena, Str path, FolderFile **out, size_t *count, Error *err);

typedef struct FolderWatch FolderWatch;

/* Lives in the arena. NULL on error. */
FolderWatch *folder_watch_open(Arena *arena, Error *err);

/* Watches a folder and all inside it; again after a change, so that new folders are watched too. */
bool folder_watch_add(FolderWatch *watch, Str path, Error *err);

/* To poll: readable when something changed. */
int folder_watch_descriptor(const FolderWatch *watch);

/* Takes the events that are there. True if there were any. */
bool folder_watch_take(FolderWatch *watch);

void folder_watch_close(FolderWatch *watch); /* NULL is let pass */

#endif
