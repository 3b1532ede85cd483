/*
 * container — sources inside a source: what lies in an archive, a crawl or a mail is read as if it stood alone. A container's
 * format gives its items one by one; each is opened like a file, whatever its own format is.
 */
#ifndef DAYBOOK_READ_CONTAINER_H
#define DAYBOOK_READ_CONTAINER_H

#include "read/source.h"

/* One thing in a container. What is known of it from outside fills the fields that its documents leave open. */
typedef struct {
    Str name; /* as it is reported: "pile.zip/a.html", "crawl.warc#12" */
    Str bytes;
    Str url;
    Str title;
    Str author;
    Moment published;
} Item;

/* The next item, made in the arena, which lives until the one after is asked for. false: there are no more. */
typedef bool ContainerItem(Source *source, Arena *arena, Item *out);

/* A format's SourceNext is this with its own ContainerItem. */
Document *container_next(Source *source, ContainerItem *next_item, Arena *arena);

/* "outer/inner" */
Str container_path(Arena *arena, Str outer, Str inner);

#endif
