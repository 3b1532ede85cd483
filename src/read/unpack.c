#include "read/unpack.h"

#define ZLIB_CONST
#include <zlib.h>

#include "base/buf.h"

enum { CHUNK_BYTES = 65536, GZIP_WINDOW = 15 + 16 };

static const size_t LIMIT_BYTES = (size_t)1 << 30;

typedef enum { UNPACKED, BROKEN, TOO_LARGE } Outcome;

/* One member from the front of *packed, appended to out. */
static Outcome unpack_member(Str *packed, Buf *out)
{
    unsigned char chunk[CHUNK_BYTES];
    z_stream stream = {0};
    if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
        return BROKEN;
    int status = Z_OK;
    while (status == Z_OK && out->len <= LIMIT_BYTES) {
        uInt offered = packed->len < CHUNK_BYTES ? (uInt)packed->len : CHUNK_BYTES;
        stream.next_in = (const Bytef *)packed->ptr;
        stream.avail_in = offered;
        stream.next_out = chunk;
        stream.avail_out = CHUNK_BYTES;
        status = inflate(&stream, Z_NO_FLUSH);
        *packed = str_drop(*packed, offered - stream.avail_in);
        buf_put(out, (Str){(const char *)chunk, CHUNK_BYTES - stream.avail_out});
    }
    (void)inflateEnd(&stream);
    if (out->len > LIMIT_BYTES)
        return TOO_LARGE;
    return status == Z_STREAM_END ? UNPACKED : BROKEN;
}

bool unpack(Arena *arena, Str name, Str *bytes, Error *err)
{
    if (!str_begins(*bytes, STR("\x1F\x8B\x08")))
        return true;
    Str rest = *bytes;
    Buf out = {0};
    Outcome outcome = UNPACKED;
    while (outcome == UNPACKED && str_begins(rest, STR("\x1F\x8B")))
        outcome = unpack_member(&rest, &out);
    if (outcome == UNPACKED)
        *bytes = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    if (outcome == UNPACKED)
        return true;
    return error_set(err, ERROR_INPUT, "%.*s: can't be unpacked: %s", (int)name.len, name.ptr,
                     outcome == TOO_LARGE ? "more than a gibibyte" : "the gzip data are broken or cut off");
}
