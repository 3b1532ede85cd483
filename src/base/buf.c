#include "base/buf.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CAP = 256 };

void buf_widen(Buf *buf, size_t more)
{
    size_t cap = buf->cap ? buf->cap : FIRST_CAP;
    while (cap - buf->len <= more)
        cap *= 2;
    char *moved = realloc(buf->ptr, cap);
    if (!moved) {
        Arena *none = arena_create();
        (void)arena_alloc(none, SIZE_MAX, 1); /* out of memory: the arena's handler ends the process */
        return;
    }
    buf->ptr = moved;
    buf->cap = cap;
}

void buf_free(Buf *buf)
{
    free(buf->ptr);
    *buf = (Buf){0};
}

void buf_clear(Buf *buf)
{
    buf->len = 0;
}

Str buf_str(const Buf *buf)
{
    return (Str){buf->ptr ? buf->ptr : "", buf->len};
}

void buf_int(Buf *buf, int64_t n)
{
    enum { MOST = 20 }; /* digits, with a sign */
    char *to = buf_room(buf, MOST);
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    if (n < 0)
        *to++ = '-';
    for (uint64_t left = rest; left >= 10; left /= 10)
        to++;
    buf_end(buf, to + 1);
    for (; rest >= 10; rest /= 10)
        *to-- = (char)('0' + rest % 10);
    *to = (char)('0' + rest);
}

void buf_hex(Buf *buf, uint64_t n, int digits)
{
    if (digits <= 0)
        return;
    (void)buf_room(buf, (size_t)digits);
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        buf->ptr[buf->len++] = "0123456789abcdef"[(n >> shift) & 15];
}

void buf_fixed(Buf *buf, double x, int decimals)
{
    if (!isfinite(x) || fabs(x) > 1e15)
        x = 0;
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    int64_t units = (int64_t)llround(fabs(x) * (double)scale);
    if (x < 0 && units > 0)
        buf_char(buf, '-');
    buf_int(buf, units / scale);
    if (decimals == 0)
        return;
    buf_char(buf, '.');
    for (int64_t place = scale / 10; place > 0; place /= 10)
        buf_char(buf, (char)('0' + units / place % 10));
}

void buf_html(Buf *buf, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.ptr[i]) {
        case '&': buf_put(buf, STR("&amp;")); break;
        case '<': buf_put(buf, STR("&lt;")); break;
        case '>': buf_put(buf, STR("&gt;")); break;
        case '"': buf_put(buf, STR("&quot;")); break;
        case '\'': buf_put(buf, STR("&#39;")); break;
        default: buf_char(buf, s.ptr[i]);
        }
    }
}

/* Bytes that stand in a JSON string as they are. */
static inline bool is_plain_in_json(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\' && c != '<';
}

/* Do eight bytes stand in a JSON string as they are? All at once: a byte that equals c is 0 in bytes ^ ONES * c, and
 * (x - ONES * n) & ~x has a high bit where a byte of x is less than n (n up to 128), and none where no byte is. */
static inline bool are_plain_in_json(const char *text)
{
    const uint64_t ones = UINT64_MAX / UINT8_MAX;
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    uint64_t quote = bytes ^ ones * '"';
    uint64_t slash = bytes ^ ones * '\\';
    uint64_t tag = bytes ^ ones * '<';
    uint64_t special =
        ((bytes - ones * ' ') & ~bytes) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((tag - ones) & ~tag);
    return (special & ones << 7) == 0;
}

size_t buf_json_plain(Str s, size_t at)
{
    while (s.len - at >= sizeof(uint64_t) && are_plain_in_json(s.ptr + at))
        at += sizeof(uint64_t);
    while (at < s.len && is_plain_in_json(s.ptr[at]))
        at++;
    return at;
}

static void json_escape(Buf *buf, char c)
{
    switch (c) {
    case '"': buf_put(buf, STR("\\\"")); break;
    case '\\': buf_put(buf, STR("\\\\")); break;
    case '\n': buf_put(buf, STR("\\n")); break;
    case '\t': buf_put(buf, STR("\\t")); break;
    case '\r': buf_put(buf, STR("\\r")); break;
    default: buf_put(buf, STR("\\u00")); buf_hex(buf, (unsigned char)c, 2);
    }
}

void buf_json(Buf *buf, Str s)
{
    enum { QUOTES = 2 };
    if (!str_present(s)) {
        buf_put(buf, STR("null"));
        return;
    }
    char *to = buf_room(buf, s.len + QUOTES); /* mostly all that is needed: one run of plain bytes */
    size_t at = 0;
    *to++ = '"';
    for (;;) { /* a run, and what ends it */
        for (; s.len - at >= sizeof(uint64_t) && are_plain_in_json(s.ptr + at); at += sizeof(uint64_t)) {
            memcpy(to, s.ptr + at, sizeof(uint64_t));
            to += sizeof(uint64_t);
        }
        while (at < s.len && is_plain_in_json(s.ptr[at]))
            *to++ = s.ptr[at++];
        if (at == s.len)
            break;
        buf_end(buf, to);
        json_escape(buf, s.ptr[at++]);
        to = buf_room(buf, s.len - at + QUOTES);
    }
    *to++ = '"';
    buf_end(buf, to);
}

void buf_url(Buf *buf, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (char_is_letter(c) || char_is_digit(c) || c == '-' || c == '_' || c == '.' || c == '~') {
            buf_char(buf, c);
        } else {
            buf_char(buf, '%');
            buf_hex(buf, (unsigned char)c, 2);
        }
    }
}

void buf_csv(Buf *buf, Str s)
{
    bool formula = s.len > 0 && str_find_char(STR("=+-@\t\r"), s.ptr[0], 0) != SIZE_MAX;
    bool quote = formula;
    for (size_t i = 0; i < s.len && !quote; i++)
        quote = s.ptr[i] == ',' || s.ptr[i] == '"' || s.ptr[i] == '\n' || s.ptr[i] == '\r';
    if (quote)
        buf_char(buf, '"');
    if (formula)
        buf_char(buf, '\'');
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            buf_char(buf, '"');
        buf_char(buf, s.ptr[i]);
    }
    if (quote)
        buf_char(buf, '"');
}

void buf_format(Buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n <= 0)
        return;
    (void)buf_room(buf, (size_t)n + 1);
    va_start(args, format);
    (void)vsnprintf(buf->ptr + buf->len, (size_t)n + 1, format, args);
    va_end(args);
    buf->len += (size_t)n;
}
