/* multipart — multipart/form-data (RFC 7578): files and fields that a form sends. */
#ifndef DAYBOOK_SERVE_MULTIPART_H
#define DAYBOOK_SERVE_MULTIPART_H

#include "base/arena.h"

typedef struct {
    Str name;
    Str file; /* the file's name without folders; STR_NONE: a field */
    Str bytes;
} Part;

/* Where the reading of a body stands; begin with {.rest = body}. */
typedef struct {
    Str boundary; /* with "--" in front */
    Str rest;
} Multipart;

/* false: the type is another, or has no boundary. */
bool multipart_begin(Str type, Str body, Arena *arena, Multipart *out);

/* The next part, borrowed from the body; false at the end, or where the rest makes no sense. */
bool multipart_next(Multipart *multipart, Part *out);

#endif
