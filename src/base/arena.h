/*
 * arena — memory that is given back all at once. An `Arena *` parameter is the mark of allocation.
 *
 *     Arena *arena = arena_create();
 *     Claim *claims = ARENA_ARRAY(arena, Claim, 20);      zeroed
 *     arena_destroy(arena);
 *
 * Lifetimes: one arena for the program (language, gazetteer), one a document or request, one for
 * scratch. Not for use by two threads at once; separate arenas are independent.
 * Out of memory ends the process with 70 through arena_on_exhausted's handler.
 */
#ifndef DAYBOOK_BASE_ARENA_H
#define DAYBOOK_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

typedef struct Arena Arena;

enum { ARENA_MAX_ALIGN = 64 }; /* bytes, a cache line: the most that may be asked for */

/* A place in an arena to go back to. */
typedef struct {
    void *block;
    size_t used;
} ArenaMark;

Arena *arena_create(void);
void arena_destroy(Arena *arena); /* NULL is let pass */

/* About so many bytes will be asked for: they shall stand in one block, for which the system has large pages. */
void arena_expect(Arena *arena, size_t size_bytes);

/* size bytes, zeroed, aligned. Never NULL. */
void *arena_alloc(Arena *arena, size_t size, size_t align);

#define ARENA_NEW(arena, Type)      ((Type *)arena_alloc((arena), sizeof(Type), alignof(Type)))
#define ARENA_ARRAY(arena, Type, n) ((Type *)arena_array((arena), (n), sizeof(Type), alignof(Type)))

/* n items of size bytes; a product that overflows counts as out of memory. */
void *arena_array(Arena *arena, size_t n, size_t size, size_t align);

/* The same, not cleared: for large arrays whose items are all written before they are read. */
void *arena_room(Arena *arena, size_t n, size_t size, size_t align);

/* What arena_grow does when *cap is used up. */
void *arena_widen(Arena *arena, const void *items, size_t count, size_t *cap, size_t item_size);

/*
 * Room for one more item at the end of a growing array: returns items, moved when *cap was used
 * up (doubling, from 8, or fewer where they are large). The usual way to append:
 *     list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
 *     list->items[list->count++] = item;
 */
static inline void *arena_grow(Arena *arena, void *items, size_t count, size_t *cap, size_t item_size)
{
    return count < *cap ? items : arena_widen(arena, items, count, cap, item_size);
}

/* A copy of s that lives as long as the arena and has a NUL behind it. STR_NONE stays STR_NONE. */
Str arena_copy(Arena *arena, Str s);

/* Everything allocated since the mark is given back; ASan builds poison it. */
ArenaMark arena_mark(const Arena *arena);
void arena_rewind(Arena *arena, ArenaMark mark);

/* Called when memory is used up, and must not return. NULL restores the default: a line on
 * stderr and exit status 70. */
typedef void ArenaExhausted(size_t size_bytes);
void arena_on_exhausted(ArenaExhausted *handler);

#endif
