#include "store/codec.h"

enum { LOW_BITS = 7, CONTINUED = 0x80, WORD_BITS = 64, PLAIN_TEXT = 1 };

static void write_uint(Codec *c, uint64_t n)
{
    while (n >= CONTINUED) {
        buf_char(c->out, (char)(n | CONTINUED));
        n >>= LOW_BITS;
    }
    buf_char(c->out, (char)n);
}

static uint64_t read_uint(Codec *c)
{
    uint64_t n = 0;
    for (unsigned shift = 0; shift < WORD_BITS && c->at < c->end; shift += LOW_BITS) {
        unsigned char byte = (unsigned char)*c->at++;
        n |= (uint64_t)(byte & (CONTINUED - 1)) << shift;
        if (byte < CONTINUED)
            return n;
    }
    c->broken = true;
    c->at = c->end;
    return 0;
}

void code_uint(Codec *c, uint64_t *value)
{
    if (c->out)
        write_uint(c, *value);
    else
        *value = read_uint(c);
}

void code_int(Codec *c, int64_t *value)
{
    uint64_t folded = ((uint64_t)*value << 1) ^ (*value < 0 ? UINT64_MAX : 0);
    code_uint(c, &folded);
    *value = (int64_t)(folded >> 1) ^ -(int64_t)(folded & 1);
}

void code_size(Codec *c, uint32_t *value)
{
    uint64_t n = *value;
    code_uint(c, &n);
    if (n > UINT32_MAX)
        c->broken = true;
    *value = c->broken ? 0 : (uint32_t)n;
}

void code_day(Codec *c, int32_t *value)
{
    int64_t n = *value;
    code_int(c, &n);
    if (n < INT32_MIN || n > INT32_MAX)
        c->broken = true;
    *value = c->broken ? 0 : (int32_t)n;
}

void code_double(Codec *c, double *value)
{
    char bytes[sizeof *value];
    if (c->out) {
        memcpy(bytes, value, sizeof bytes);
        buf_put(c->out, (Str){bytes, sizeof bytes});
    } else if ((size_t)(c->end - c->at) < sizeof bytes) {
        c->broken = true;
        *value = 0;
    } else {
        memcpy(value, c->at, sizeof bytes);
        c->at += sizeof bytes;
    }
}

/* A place in the text, [start, start + length). */
static uint32_t code_start(Codec *c, uint32_t start, uint64_t length)
{
    int64_t distance = (int64_t)start - c->last;
    code_int(c, &distance);
    if (distance < -(int64_t)UINT32_MAX || distance > (int64_t)UINT32_MAX) {
        c->broken = true;
        distance = 0;
    }
    int64_t at = c->last + distance;
    if (!c->out && (at < 0 || length > c->text.len || at > (int64_t)(c->text.len - length)))
        c->broken = true;
    c->last = c->broken ? 0 : (uint32_t)at;
    return c->last;
}

void code_span(Codec *c, Span *value)
{
    uint32_t length = value->end - value->start;
    code_size(c, &length);
    value->start = code_start(c, value->start, length);
    value->end = value->start + length;
    if (c->broken)
        *value = (Span){0, 0};
}

static bool is_slice(const Codec *c, Str s)
{
    return c->text.ptr && s.len > 0 && s.ptr >= c->text.ptr && s.ptr + s.len <= c->text.ptr + c->text.len;
}

/* Head: 0 none; odd: (length << 1 | 1) and the bytes; even: (length + 1) << 1 and where it begins in the text. */
static void write_str(Codec *c, Str s)
{
    if (!str_present(s)) {
        write_uint(c, 0);
    } else if (is_slice(c, s)) {
        write_uint(c, ((uint64_t)s.len + 1) << 1);
        (void)code_start(c, (uint32_t)(s.ptr - c->text.ptr), s.len);
    } else {
        write_uint(c, ((uint64_t)s.len << 1) | PLAIN_TEXT);
        buf_put(c->out, s);
    }
}

static Str read_str(Codec *c)
{
    uint64_t head = read_uint(c);
    if (head == 0)
        return STR_NONE;
    if (!(head & PLAIN_TEXT)) {
        uint64_t length = (head >> 1) - 1;
        uint32_t start = code_start(c, 0, length);
        return c->broken ? STR("") : str_slice(c->text, start, start + length);
    }
    uint64_t length = head >> 1;
    if (length > (uint64_t)(c->end - c->at)) {
        c->broken = true;
        return STR("");
    }
    Str s = arena_copy(c->arena, (Str){c->at, length});
    c->at += length;
    return s;
}

void code_str(Codec *c, Str *value)
{
    if (c->out)
        write_str(c, *value);
    else
        *value = read_str(c);
}

unsigned code_below(Codec *c, unsigned value, unsigned limit)
{
    uint32_t n = value;
    code_size(c, &n);
    if (n < limit)
        return n;
    c->broken = true;
    return 0;
}

size_t code_count(Codec *c, size_t value)
{
    uint64_t n = value;
    code_uint(c, &n);
    if (!c->out && n > (uint64_t)(c->end - c->at)) {
        c->broken = true;
        return 0;
    }
    return n;
}

void *code_list(Codec *c, const void *items, size_t *count, size_t item_size, CodeItem *each)
{
    *count = code_count(c, *count);
    char *list = arena_array(c->arena, *count + 1, item_size, alignof(max_align_t));
    if (c->out && *count > 0)
        memcpy(list, items, *count * item_size);
    for (size_t i = 0; i < *count; i++)
        each(c, list + i * item_size);
    return list;
}

void code_strs(Codec *c, const Str **items, size_t *count)
{
    *count = code_count(c, *count);
    Str *made = c->out ? NULL : ARENA_ARRAY(c->arena, Str, *count);
    for (size_t i = 0; i < *count; i++) {
        Str s = c->out ? (*items)[i] : STR_NONE;
        code_str(c, &s);
        if (made)
            made[i] = s;
    }
    if (made)
        *items = made;
}
