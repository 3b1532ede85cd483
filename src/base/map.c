#include "base/map.h"

#include <assert.h>

#include "base/buf.h"

enum { FIRST_SLOTS = 64 };

typedef struct {
    Str key;
    uint64_t hash;
    uint32_t numbered; /* by map_add_new: the last number behind the key that was in use */
} Entry;

typedef struct {
    uint32_t hash;   /* the low half */
    uint32_t number; /* 0 = free */
} Slot;

struct Map {
    Arena *arena;
    Slot *slots; /* a power of two, at most half full */
    size_t slot_count;
    Entry *entries; /* entries[number - 1] */
    size_t count;
    size_t cap;
};

Map *map_create(Arena *arena)
{
    Map *map = ARENA_NEW(arena, Map);
    map->arena = arena;
    map->slot_count = FIRST_SLOTS;
    map->slots = ARENA_ARRAY(arena, Slot, FIRST_SLOTS);
    return map;
}

void map_seal(Map *map)
{
    map->arena = NULL;
}

/* The slot that holds key, or the free one where it belongs. */
static size_t slot_of(const Map *map, Str key, uint64_t hash)
{
    size_t slot = hash & (map->slot_count - 1);
    while (map->slots[slot].number != 0) {
        const Entry *entry = &map->entries[map->slots[slot].number - 1];
        if (map->slots[slot].hash == (uint32_t)hash && str_equal(entry->key, key))
            break;
        slot = (slot + 1) & (map->slot_count - 1);
    }
    return slot;
}

static void widen(Map *map)
{
    map->slot_count *= 2;
    map->slots = ARENA_ARRAY(map->arena, Slot, map->slot_count);
    for (size_t i = 0; i < map->count; i++) {
        size_t slot = map->entries[i].hash & (map->slot_count - 1);
        while (map->slots[slot].number != 0)
            slot = (slot + 1) & (map->slot_count - 1);
        map->slots[slot] = (Slot){(uint32_t)map->entries[i].hash, (uint32_t)i + 1};
    }
}

uint32_t map_find_hashed(const Map *map, Str key, uint64_t hash)
{
    return map->slots[slot_of(map, key, hash)].number;
}

uint32_t map_add(Map *map, Str key)
{
    uint64_t hash = hash_name(key);
    size_t slot = slot_of(map, key, hash);
    if (map->slots[slot].number != 0)
        return map->slots[slot].number;
    if (map->count + 1 > map->slot_count / 2) {
        widen(map);
        slot = slot_of(map, key, hash);
    }
    map->entries = arena_grow(map->arena, map->entries, map->count, &map->cap, sizeof *map->entries);
    map->entries[map->count++] = (Entry){arena_copy(map->arena, key), hash, 1};
    map->slots[slot] = (Slot){(uint32_t)hash, (uint32_t)map->count};
    return (uint32_t)map->count;
}

Str map_key(const Map *map, uint32_t number)
{
    assert(number <= map->count);
    return number == 0 ? STR("") : map->entries[number - 1].key;
}

uint32_t map_count(const Map *map)
{
    return (uint32_t)map->count;
}

Str map_add_new(Map *map, Str key, Arena *arena)
{
    Str unused = key;
    uint32_t first = map_find(map, key);
    while (map_find(map, unused) != 0) {
        Buf numbered = {0};
        buf_put(&numbered, key);
        buf_char(&numbered, '-');
        buf_int(&numbered, ++map->entries[first - 1].numbered);
        unused = arena_copy(arena, buf_str(&numbered));
        buf_free(&numbered);
    }
    (void)map_add(map, unused);
    return unused;
}
