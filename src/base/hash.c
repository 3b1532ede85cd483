#include "base/hash.h"

#include <sodium.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/buf.h"

uint64_t hash_of(Str s)
{
    return XXH3_64bits(s.ptr, s.len);
}

static Str keep(Arena *arena, Buf *buf)
{
    Str kept = arena_copy(arena, buf_str(buf));
    buf_free(buf);
    return kept;
}

Str hash_id(Arena *arena, const Str *parts, size_t count)
{
    Buf joined = {0};
    for (size_t i = 0; i < count; i++) {
        buf_int(&joined, (int64_t)parts[i].len);
        buf_char(&joined, ':');
        buf_put(&joined, parts[i]);
    }
    uint64_t hash = hash_of(buf_str(&joined));
    buf_clear(&joined);
    buf_hex(&joined, hash, 16);
    return keep(arena, &joined);
}

void hash_sha256_bytes(Str bytes, unsigned char out[HASH_SHA256_BYTES])
{
    (void)crypto_hash_sha256(out, (const unsigned char *)bytes.ptr, bytes.len);
}

Str hash_sha256(Arena *arena, Str bytes)
{
    unsigned char digest[HASH_SHA256_BYTES];
    hash_sha256_bytes(bytes, digest);
    Buf hex = {0};
    for (size_t i = 0; i < sizeof digest; i++)
        buf_hex(&hex, digest[i], 2);
    return keep(arena, &hex);
}
