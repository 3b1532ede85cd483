/*
 * library — functions of a shared library that is loaded when it is needed. Libraries that few commands use bring others
 * with them, and to link them all took more time than most commands work.
 */
#ifndef DAYBOOK_BASE_LIBRARY_H
#define DAYBOOK_BASE_LIBRARY_H

#include <stddef.h>

#include "base/error.h"

/* A function and where its address goes: the offset of a pointer in the caller's struct. */
typedef struct {
    const char *name;
    size_t member;
} LibraryFunction;

/* A shared library and what is wanted of it. */
typedef struct {
    const char *file; /* "libcurl.so.4" */
    const char *use;  /* what to do where it is missing: "install libcurl to fetch" */
    const LibraryFunction *functions;
    size_t function_count;
    ErrorKind missing; /* the kind of that error */
} Library;

/* Loads it, for the life of the process, and fills the pointers of *out. Safe to call again, by several threads too. */
bool library_open(const Library *library, void *out, Error *err);

#endif
