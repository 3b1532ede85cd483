#include "assemble/basis/bucket.h"

#include <stdlib.h>

Buckets bucket_by(const int32_t *owner_of, size_t count, size_t owners, Arena *arena)
{
    Buckets out = {ARENA_ARRAY(arena, uint32_t, count + 1), ARENA_ARRAY(arena, size_t, owners + 2)};
    for (size_t i = 0; i < count; i++)
        if (owner_of[i] >= 0)
            out.starts[owner_of[i] + 1]++;
    for (size_t i = 0; i < owners; i++)
        out.starts[i + 1] += out.starts[i];
    size_t *next = ARENA_ARRAY(arena, size_t, owners + 1);
    for (uint32_t i = 0; i < count; i++)
        if (owner_of[i] >= 0)
            out.items[out.starts[owner_of[i]] + next[owner_of[i]]++] = i;
    return out;
}

int32_t *bucket_nowhere(size_t count, Arena *arena)
{
    int32_t *out = ARENA_ARRAY(arena, int32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        out[i] = -1;
    return out;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

size_t bucket_sort_once(uint32_t *items, size_t count)
{
    size_t kept = 0;
    if (count > 0)
        qsort(items, count, sizeof *items, by_number);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || items[kept - 1] != items[i])
            items[kept++] = items[i];
    return kept;
}
