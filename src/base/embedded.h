/*
 * embedded — the files that the program carries inside itself: language data, gazetteer, profiles,
 * the page's script and styles. The build makes the table (tools/embed.sh) from data/ and build/web.
 */
#ifndef DAYBOOK_BASE_EMBEDDED_H
#define DAYBOOK_BASE_EMBEDDED_H

#include "base/str.h"

typedef struct {
    const char *name; /* path as in the source tree: "data/en/rules/group.rules"; build products as "build/..." */
    Str bytes;
} EmbeddedFile;

/* In byte order of their names. */
const EmbeddedFile *embedded_files(size_t *count);

/* The bytes of the file of that name; STR_NONE if there is none. */
Str embedded_find(Str name);

#endif
