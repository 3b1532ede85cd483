/*
 * hash — fast hashes for tables and ids, SHA-256 for originals.
 * hash_of is XXH3 with no seed: the same on every machine and run, so that ids may be made of it.
 */
#ifndef DAYBOOK_BASE_HASH_H
#define DAYBOOK_BASE_HASH_H

#include "base/arena.h"
#include "base/str.h"

uint64_t hash_of(Str s);

/* A short id made from content: 16 hexadecimal digits of the hash of the parts, in order, each with its length. */
Str hash_id(Arena *arena, const Str *parts, size_t count);

/* SHA-256 as 64 lower-case hexadecimal digits. */
Str hash_sha256(Arena *arena, Str bytes);

#endif
