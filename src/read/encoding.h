/*
 * encoding — a text in the encoding that it says it is in becomes UTF-8, with the way back to its bytes.
 *
 *     Decoded decoded = encoding_decode(arena, bytes, &(Said){.carrier = STR("windows-1251")});
 *
 * What a byte-order mark says counts first, then the header it came with, then its own mark-up; but a text that is UTF-8 is read
 * as that, and a declaration that the bytes do not bear out is left aside: each of these is told in Decoded.note. What says nothing
 * is read as text.h has it. Labels are those of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels) and stand
 * with the converters of the C library in data/read/encodings.tsv.
 */
#ifndef DAYBOOK_READ_ENCODING_H
#define DAYBOOK_READ_ENCODING_H

#include "read/text.h"

/* Labels as they were found, in any case; STR_NONE where nothing is said. */
typedef struct {
    Str carrier; /* the header of HTTP or MIME that the bytes came with */
    Str own;     /* in its own mark-up: encoding_declared */
    bool page;   /* mark-up: where it is UTF-8 but for strays, it stays that */
} Said;

Decoded encoding_decode(Arena *arena, Str raw, const Said *said);

/* What the first bytes of mark-up say of themselves, in an XML declaration or a <meta>; STR_NONE if nothing. */
Str encoding_declared(Str raw);

/* The charset parameter of a Content-Type ("text/html; charset=koi8-r"); STR_NONE if it has none. */
Str encoding_of_type(Str content_type);

#endif
