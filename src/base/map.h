/*
 * map — interned strings: each distinct text gets a small number, in order of first sight, so that
 * walks over a map are deterministic. Number 0 is never given and means "not there".
 */
#ifndef DAYBOOK_BASE_MAP_H
#define DAYBOOK_BASE_MAP_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"

typedef struct Map Map;

/* Keys are copied into the arena, which must outlive the map. */
Map *map_create(Arena *arena);

/* No key is added any more: the map forgets its arena, so that it can be part of an image (image.h). */
void map_seal(Map *map);

/* The number of key, given now if it had none. */
uint32_t map_add(Map *map, Str key);

/* Adds key and returns it; one that is there already is added with a number behind it ("a-2", "a-3" …), the first that is free. What is returned lies in
 * arena where it is not key itself. */
Str map_add_new(Map *map, Str key, Arena *arena);

/* The number of key, whose hash_name is given, or 0. Safe for several threads once nothing is added any more. */
uint32_t map_find_hashed(const Map *map, Str key, uint64_t hash);

static inline uint32_t map_find(const Map *map, Str key)
{
    return map_find_hashed(map, key, hash_name(key));
}

/* The text of a number that map_add gave; "" for 0. */
Str map_key(const Map *map, uint32_t number);

/* How many numbers have been given: they are 1..count. */
uint32_t map_count(const Map *map);

#endif
