/*
 * text — bytes in whatever encoding become UTF-8, with the way back to the original bytes.
 *
 *     Decoded decoded = text_decode(arena, bytes);
 *
 * Valid UTF-8 stays as it is, byte-order mark included, and needs no runs. A byte-order mark, or zeros in every other byte,
 * decide for UTF-16; everything else is windows-1252 (the contract's rule; the table is the Encoding Standard's,
 * https://encoding.spec.whatwg.org/#windows-1252). What a text says of its encoding: encoding.h.
 */
#ifndef DAYBOOK_READ_TEXT_H
#define DAYBOOK_READ_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/document.h"

typedef struct {
    Str text;           /* UTF-8: the original itself, or a copy in the arena */
    const RawRun *runs; /* none where text is the original */
    size_t run_count;
    const char *encoding; /* what it was read as; NULL where it was UTF-8 already */
    Str note;             /* a sentence of what it said of itself; STR_NONE where that needs none */
} Decoded;

Decoded text_decode(Arena *arena, Str raw);

/* Does it begin with a UTF-16 byte-order mark, or is it UTF-16 without one? */
bool text_is_utf16(Str raw);

/* The same for pages: bytes that are UTF-8 but for a few strays stay UTF-8, the strays are read as windows-1252;
 * charset is what the page says of itself (may be STR_NONE). */
Decoded text_decode_page(Arena *arena, Str raw, Str charset);

/* Where s stops being valid UTF-8 (RFC 3629: no surrogates, no overlong forms); s.len if it is valid throughout. */
size_t text_valid_length(Str s);

/* Writes the character as UTF-8; what is no character (a surrogate, above 10FFFF) as U+FFFD. */
void text_put(Buf *out, uint32_t character);

/* The byte at i, NUL where s is shorter. */
static inline char text_byte(Str s, size_t i)
{
    if (i < s.len)
        return s.ptr[i];
    return '\0';
}

/* The character of a windows-1252 byte. */
uint32_t text_windows_1252(unsigned char byte);

/* A first line that reads as a heading: short, more text below it, no full stop. STR_NONE otherwise. */
Str text_heading(Str text);

/* A growing list of runs; neighbours that continue each other byte for byte are joined. */
typedef struct {
    Arena *arena;
    RawRun *items;
    size_t count;
    size_t cap;
    uint32_t text_end; /* of the last run */
} RunList;

/* text_bytes of text, appended at the end, stand at [raw_start, raw_end) in the original. */
void runs_add(RunList *runs, size_t text_bytes, size_t raw_start, size_t raw_end);

/* Runs into decoded.text become runs into the bytes that it was decoded from. text_bytes: of the text they start in. */
RunList runs_through(Arena *arena, const RawRun *runs, size_t count, size_t text_bytes, const Decoded *decoded);

#endif
