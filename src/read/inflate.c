#include "read/inflate.h"

enum { CHUNK_BYTES = 65536, OFFER_BYTES = 1 << 30, GZIP_WINDOW = 15 + 16, ANY_WINDOW = 15 + 32, BARE_WINDOW = -15 };

bool inflate_is_gzip(Str bytes)
{
    return str_begins(bytes, STR("\x1F\x8B\x08"));
}

void inflate_begin(Inflate *in, Str packed)
{
    *in = (Inflate){.rest = packed};
}

/* Goes on with the member that is open. Returns bytes appended. */
static size_t inflate_step(Inflate *in, size_t bytes, Buf *out, int *status)
{
    unsigned char chunk[CHUNK_BYTES];
    size_t wanted = bytes < CHUNK_BYTES ? bytes : CHUNK_BYTES;
    uInt offered = in->rest.len < OFFER_BYTES ? (uInt)in->rest.len : OFFER_BYTES;
    in->stream.next_in = (const Bytef *)in->rest.ptr;
    in->stream.avail_in = offered;
    in->stream.next_out = chunk;
    in->stream.avail_out = (uInt)wanted;
    *status = inflate(&in->stream, Z_NO_FLUSH);
    in->rest = str_drop(in->rest, offered - in->stream.avail_in);
    size_t made = wanted - in->stream.avail_out;
    buf_put(out, (Str){(const char *)chunk, made});
    return made;
}

static bool next_member(Inflate *in)
{
    if (!inflate_is_gzip(in->rest))
        return false;
    in->stream = (z_stream){0};
    in->broken = inflateInit2(&in->stream, GZIP_WINDOW) != Z_OK;
    in->inside = !in->broken;
    return in->inside;
}

size_t inflate_more(Inflate *in, size_t bytes, Buf *out)
{
    size_t made = 0;
    while (made < bytes && !in->broken && (in->inside || next_member(in))) {
        int status = Z_OK;
        made += inflate_step(in, bytes - made, out, &status);
        if (status == Z_OK)
            continue;
        (void)inflateEnd(&in->stream);
        in->inside = false;
        in->broken = status != Z_STREAM_END;
    }
    return made;
}

void inflate_end(Inflate *in)
{
    if (in->inside)
        (void)inflateEnd(&in->stream);
    in->inside = false;
}

static bool inflate_whole(Str packed, int window, size_t limit_bytes, Buf *out)
{
    Inflate in = {.rest = packed};
    if (inflateInit2(&in.stream, window) != Z_OK)
        return false;
    int status = Z_OK;
    size_t made = 0;
    while (status == Z_OK && made < limit_bytes)
        made += inflate_step(&in, limit_bytes - made, out, &status);
    (void)inflateEnd(&in.stream);
    return status == Z_STREAM_END;
}

bool inflate_content(Str packed, size_t limit_bytes, Buf *out)
{
    size_t before = out->len;
    if (inflate_whole(packed, ANY_WINDOW, limit_bytes, out))
        return true;
    if (out->len > before)
        return false;
    return inflate_whole(packed, BARE_WINDOW, limit_bytes, out);
}
