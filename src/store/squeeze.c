#include "store/squeeze.h"

#include <zlib.h>

#include "base/buf.h"
#include "store/codec.h"

enum { PLAIN = 0, DEFLATED = 1, LEVEL = 6, SMALL_BYTES = 32, MOST_TO_ONE = 1100 /* deflate reaches 1032 */ };

Str squeeze(Str bytes, Arena *arena)
{
    uLong bound = compressBound((uLong)bytes.len);
    Bytef *room = arena_room(arena, bound, 1, 1);
    uLongf len = bound;
    bool smaller = bytes.len >= SMALL_BYTES &&
                   compress2(room, &len, (const Bytef *)bytes.ptr, (uLong)bytes.len, LEVEL) == Z_OK && len < bytes.len;
    Buf out = {0};
    Codec codec = {.out = &out};
    uint64_t size = bytes.len;
    buf_char(&out, smaller ? DEFLATED : PLAIN);
    code_uint(&codec, &size);
    buf_put(&out, smaller ? (Str){(const char *)room, len} : bytes);
    Str kept = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return kept;
}

bool unsqueeze(Str packed, Arena *arena, Str *out)
{
    if (packed.len == 0)
        return false;
    Codec codec = {.at = packed.ptr + 1, .end = packed.ptr + packed.len};
    uint64_t size = 0;
    code_uint(&codec, &size);
    Str rest = {codec.at, (size_t)(codec.end - codec.at)};
    if (codec.broken || size > (uint64_t)rest.len * MOST_TO_ONE)
        return false;
    if (packed.ptr[0] == PLAIN) {
        if (rest.len != size)
            return false;
        *out = arena_copy(arena, rest);
        return true;
    }
    char *room = arena_room(arena, size + 1, 1, 1);
    uLongf len = (uLongf)size;
    if (packed.ptr[0] != DEFLATED ||
        uncompress((Bytef *)room, &len, (const Bytef *)rest.ptr, (uLong)rest.len) != Z_OK || len != size)
        return false;
    room[size] = '\0';
    *out = (Str){room, size};
    return true;
}
