#include "serve/frame/compress.h"

#include <limits.h>
#include <zlib.h>

enum {
    LEAST_BYTES = 1400 /* less fits one packet anyway */,
    LEVEL = 1,
    GZIP_WINDOW = 15 + 16,
    MEMORY_LEVEL = 8,
    PIECE_BYTES = 16 << 10
};

/* "q=0", "q=0.000": not at all. */
static bool is_refused(Str weight)
{
    if (!str_begins_caseless(weight, STR("q=")))
        return false;
    Str digits = str_drop(weight, 2);
    for (size_t i = 0; i < digits.len; i++)
        if (digits.ptr[i] != '0' && digits.ptr[i] != '.')
            return false;
    return digits.len > 0;
}

bool compress_accepted(Str accept_encoding)
{
    Str item;
    Str name;
    while (str_cut(&accept_encoding, ',', &item)) {
        Str rest = str_trim(item);
        (void)str_cut(&rest, ';', &name);
        if (str_equal_caseless(str_trim(name), STR("gzip")))
            return !str_present(rest) || !is_refused(str_trim(rest));
    }
    return false;
}

bool compress_pays(const char *type, size_t bytes)
{
    static const char *const TEXTS[] = {"text/", "application/json", "application/atom+xml", "application/geo+json"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (str_begins(str_from(type), str_from(TEXTS[i])))
            return bytes >= LEAST_BYTES;
    return false;
}

bool compress_body(Buf *body)
{
    Bytef piece[PIECE_BYTES];
    Buf packed = {0};
    int state = Z_OK;
    z_stream stream = {.next_in = (Bytef *)body->ptr, .avail_in = (uInt)body->len};
    if (body->len > UINT_MAX ||
        deflateInit2(&stream, LEVEL, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    while (state == Z_OK) {
        stream.next_out = piece;
        stream.avail_out = PIECE_BYTES;
        state = deflate(&stream, Z_FINISH);
        buf_put(&packed, (Str){(const char *)piece, PIECE_BYTES - stream.avail_out});
    }
    (void)deflateEnd(&stream);
    if (state == Z_STREAM_END) {
        Buf plain = *body;
        *body = packed;
        packed = plain;
    }
    buf_free(&packed);
    return state == Z_STREAM_END;
}
