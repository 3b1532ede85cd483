/*
 * buf — growing text with one writer for each context it is written into. All output is made here:
 * whoever writes text from a source into HTML, JSON, a URL or CSV names the writer for it.
 *
 *     Buf out = {0};
 *     buf_put(&out, STR("<q>"));  buf_html(&out, quote);  buf_put(&out, STR("</q>"));
 *     ... buf_str(&out) ...
 *     buf_free(&out);
 *
 * A zeroed Buf is empty and ready. Owns its memory; buf_str is valid until the next write or free.
 */
#ifndef DAYBOOK_BASE_BUF_H
#define DAYBOOK_BASE_BUF_H

#include <stdint.h>
#include <string.h>

#include "base/str.h"

typedef struct {
    char *ptr;
    size_t len; /* bytes */
    size_t cap;
} Buf;

/* A literal as a Str, without counting at run time. */
#define STR(literal) ((Str){(literal), sizeof(literal) - 1})

void buf_free(Buf *buf); /* and empty again */
void buf_clear(Buf *buf);
Str buf_str(const Buf *buf);

/* Makes room for more bytes and a NUL where there is none: buf_room's. */
void buf_widen(Buf *buf, size_t more);

/* Where text ends, with room for more bytes and a NUL behind it: for those who write in place, and say with buf_end how far. */
static inline char *buf_room(Buf *buf, size_t more)
{
    if (buf->cap - buf->len <= more)
        buf_widen(buf, more);
    return buf->ptr + buf->len;
}

static inline void buf_end(Buf *buf, const char *end)
{
    buf->len = (size_t)(end - buf->ptr);
}

static inline void buf_char(Buf *buf, char c)
{
    *buf_room(buf, 1) = c;
    buf->len++;
}

/* Here, so that the length of a fixed text is known when it is compiled. */
static inline void buf_put(Buf *buf, Str s)
{
    if (s.len == 0)
        return;
    memcpy(buf_room(buf, s.len), s.ptr, s.len);
    buf->len += s.len;
}

void buf_int(Buf *buf, int64_t n);
void buf_hex(Buf *buf, uint64_t n, int digits);   /* lower case, padded with zeros */
void buf_fixed(Buf *buf, double x, int decimals); /* "-3.25"; not finite is written as 0; locale-free */

/* Text into HTML content or a double-quoted attribute. */
void buf_html(Buf *buf, Str s);

/* A JSON string with its quotes; STR_NONE becomes null. Safe inside <script> ("<" is escaped). */
void buf_json(Buf *buf, Str s);

/* Where the run of bytes ends, from `at` on, that buf_json writes as they are. */
size_t buf_json_plain(Str s, size_t at);

/* One path segment or query value, percent-encoded. */
void buf_url(Buf *buf, Str s);

/* One CSV field (RFC 4180), quoted where needed; a field that a spreadsheet would run as a formula
 * gets an apostrophe in front. */
void buf_csv(Buf *buf, Str s);

/* printf for numbers and fixed words; never for text from a source that goes into HTML or JSON. */
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
