/*
 * hash — fast hashes for tables and ids, SHA-256 for originals.
 * hash_of is XXH3 with no seed: the same on every machine and run, so that ids may be made of it.
 */
#ifndef DAYBOOK_BASE_HASH_H
#define DAYBOOK_BASE_HASH_H

#include "base/arena.h"
#include "base/str.h"

uint64_t hash_of(Str s);

/* A quick hash for tables of short names: of the first and last bytes and the length. For a literal the compiler
 * works it out. */
static inline uint64_t hash_name(Str s)
{
    uint64_t head = 0;
    uint64_t tail = 0;
    enum { HALF = sizeof head / 2 };
    if (s.len >= sizeof head) {
        memcpy(&head, s.ptr, sizeof head);
        memcpy(&tail, s.ptr + s.len - sizeof tail, sizeof tail);
    } else if (s.len >= HALF) {
        memcpy(&head, s.ptr, HALF);
        memcpy(&tail, s.ptr + s.len - HALF, HALF);
    } else {
        for (size_t i = 0; i < s.len; i++)
            head = head << 8 | (unsigned char)s.ptr[i];
    }
    uint64_t hash = (head ^ s.len * 0x9E3779B97F4A7C15U) * 0xff51afd7ed558ccdU;
    hash = (hash ^ hash >> 32 ^ tail) * 0xc4ceb9fe1a85ec53U;
    return hash ^ hash >> 29;
}

/* A short id made from content: 16 hexadecimal digits of the hash of the parts, in order, each with its length. */
Str hash_id(Arena *arena, const Str *parts, size_t count);

enum { HASH_SHA256_BYTES = 32 };
void hash_sha256_bytes(Str bytes, unsigned char out[HASH_SHA256_BYTES]);

/* SHA-256 as 64 lower-case hexadecimal digits. */
Str hash_sha256(Arena *arena, Str bytes);

#endif
