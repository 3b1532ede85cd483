#include "assemble/situation.h"

void conflict_add(Arena *arena, ConflictList *list, ConflictKind kind, const uint32_t *claims, size_t count, Str note)
{
    uint32_t *own = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        own[i] = claims[i];
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (Conflict){kind, own, count, -1, {0, 0}, note};
}

void situation_conflicts(Builder *b)
{
    (void)b;
}

void situation_sums(Builder *b)
{
    (void)b;
}
