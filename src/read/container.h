/*
 * container — sources inside a source: what lies in an archive, a crawl or a mail is read as if it stood alone. A container's
 * format gives its items one by one; each is opened like a file, whatever its own format is.
 */
#ifndef DAYBOOK_READ_CONTAINER_H
#define DAYBOOK_READ_CONTAINER_H

#include "read/item.h"
#include "read/source.h"

/* The next item, made in the arena, which lives until the one after is asked for. false: there are no more. */
typedef bool ContainerItem(Source *source, Arena *arena, Item *out);

/* A format's SourceNext is this with its own ContainerItem. */
Document *container_next(Source *source, ContainerItem *next_item, Arena *arena);

/* "outer/inner" */
Str container_path(Arena *arena, Str outer, Str inner);

#endif
