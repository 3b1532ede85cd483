#include "read/unpack.h"

#include "read/inflate.h"

static const size_t LIMIT_BYTES = (size_t)1 << 30;

bool unpack(Arena *arena, Str name, Str *bytes, Error *err)
{
    if (!inflate_is_gzip(*bytes))
        return true;
    Inflate in;
    Buf out = {0};
    inflate_begin(&in, *bytes);
    (void)inflate_more(&in, LIMIT_BYTES + 1, &out);
    inflate_end(&in);
    bool too_large = out.len > LIMIT_BYTES;
    bool ok = !in.broken && !too_large;
    if (ok)
        *bytes = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    if (ok)
        return true;
    return error_set(err, ERROR_INPUT, "%.*s: can't be unpacked: %s", (int)name.len, name.ptr,
                     too_large ? "more than a gibibyte" : "the gzip data are broken or cut off");
}

Str unpack_head(Arena *arena, Str bytes, size_t limit_bytes)
{
    if (!inflate_is_gzip(bytes))
        return str_slice(bytes, 0, bytes.len < limit_bytes ? bytes.len : limit_bytes);
    Inflate in;
    Buf out = {0};
    inflate_begin(&in, bytes);
    (void)inflate_more(&in, limit_bytes, &out);
    inflate_end(&in);
    Str head = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return head;
}
