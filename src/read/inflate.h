/*
 * inflate — what was packed with gzip (RFC 1952), one member after the other, unpacked as it is wanted: a crawl of many
 * gibibytes is read through a window.
 *
 *     Inflate in;
 *     inflate_begin(&in, packed);
 *     while (inflate_more(&in, 65536, &window) > 0) ...
 *     inflate_end(&in);
 *
 * The packed bytes are borrowed until inflate_end.
 */
#ifndef DAYBOOK_READ_INFLATE_H
#define DAYBOOK_READ_INFLATE_H

#define ZLIB_CONST
#include <zlib.h>

#include "base/buf.h"

typedef struct {
    z_stream stream;
    Str rest;    /* packed bytes not yet used */
    bool inside; /* a member was begun and not ended */
    bool broken; /* the data are damaged or cut off: nothing more will come */
} Inflate;

/* The first bytes of what is packed with gzip. */
bool inflate_is_gzip(Str bytes);

void inflate_begin(Inflate *in, Str packed);

/* Appends up to `bytes` unpacked bytes to out and returns how many; 0 at the end, or where nothing more can be unpacked
 * (broken says which). */
size_t inflate_more(Inflate *in, size_t bytes, Buf *out);

void inflate_end(Inflate *in);

/* One stream of HTTP's "gzip" or "deflate" (zlib's frame, or none) appended to out, at most limit_bytes of it. false: it is
 * broken, cut off or larger; what could be unpacked was appended. */
bool inflate_content(Str packed, size_t limit_bytes, Buf *out);

#endif
