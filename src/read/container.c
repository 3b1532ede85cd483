#include "read/container.h"

enum { MAX_DEPTH = 4, MOST_TO_ONE = 100 };

/* What every container may hold, and any of a hundredth of its contents: texts pack ten to one, tricks a million to one. */
static const uint64_t FREE_BYTES = (uint64_t)1 << 30;

/* The item that is being read; Source.inner of a container. */
struct Inner {
    Source source;
    Item item;
};

void source_close(Source *source)
{
    if (source->close)
        source->close(source);
    if (source->inner) {
        source_close(&source->inner->source);
        source->inner = NULL;
    }
    if (source->arena)
        arena_destroy(source->arena);
    *source = (Source){.next = NULL};
}

Str container_path(Arena *arena, Str outer, Str inner)
{
    Buf path = {0};
    buf_put(&path, outer);
    buf_char(&path, '/');
    buf_put(&path, inner);
    Str copy = arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return copy;
}

/* Counts the item; is there too much in the container? */
static bool overflows(Source *outermost, const Item *item)
{
    outermost->unpacked_bytes += item->bytes.len;
    if (outermost->unpacked_bytes <= FREE_BYTES ||
        outermost->unpacked_bytes / MOST_TO_ONE <= (uint64_t)outermost->bytes.len)
        return false;
    outermost->overflowed = true;
    problem_lost(outermost->problems,
                 "%.*s: not read any further: unpacked it is more than a gibibyte, and more than %d times its size; "
                 "unpack it, and give what you want read",
                 (int)outermost->name.len, outermost->name.ptr, MOST_TO_ONE);
    return true;
}

static bool open_item(Source *source, ContainerItem *next_item)
{
    Source *outermost = source->outermost ? source->outermost : source;
    Inner *inner = ARENA_NEW(source->arena, Inner);
    problem_bound(source->problems);
    Arena *arena = arena_create();
    if (outermost->overflowed || !next_item(source, arena, &inner->item) || overflows(outermost, &inner->item)) {
        arena_destroy(arena);
        return false;
    }
    inner->source = (Source){.name = inner->item.name,
                             .bytes = inner->item.bytes,
                             .charset = inner->item.charset,
                             .arena = arena,
                             .problems = source->problems,
                             .markup = source->markup,
                             .baseline = source->baseline,
                             .outermost = outermost,
                             .depth = source->depth + 1};
    source->inner = inner;
    if (inner->source.depth > MAX_DEPTH)
        problem_lost(source->problems, "%.*s: not read: archives are nested too deeply", (int)inner->item.name.len,
                     inner->item.name.ptr);
    else
        source_begin(&inner->source);
    return true;
}

Document *container_next(Source *source, ContainerItem *next_item, Arena *arena)
{
    for (;;) {
        Inner *inner = source->inner;
        Document *document = inner && inner->source.next ? inner->source.next(&inner->source, arena) : NULL;
        if (document) {
            item_lend(&inner->item, document, arena);
            return document;
        }
        if (inner)
            source_close(&inner->source);
        source->inner = NULL;
        if (!open_item(source, next_item))
            return NULL;
    }
}
