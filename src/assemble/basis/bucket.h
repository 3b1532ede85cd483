/*
 * bucket — things by the one that each belongs to: those of i are items[starts[i]] to before items[starts[i + 1]], in order.
 *
 *     Buckets copies = bucket_by(copy_of, count, count, arena);
 *     for (size_t i = copies.starts[d]; i < copies.starts[d + 1]; i++) … copies.items[i] copies d
 */
#ifndef DAYBOOK_ASSEMBLE_BUCKET_H
#define DAYBOOK_ASSEMBLE_BUCKET_H

#include "base/arena.h"

typedef struct {
    uint32_t *items;
    size_t *starts;
} Buckets;

/* owner_of: by thing, a number below owners; -1: it belongs nowhere. */
Buckets bucket_by(const int32_t *owner_of, size_t count, size_t owners, Arena *arena);

/* A list of -1s. */
int32_t *bucket_nowhere(size_t count, Arena *arena);

/* Puts numbers in order, each once; returns how many are left. */
size_t bucket_sort_once(uint32_t *items, size_t count);

#endif
