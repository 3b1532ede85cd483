#include "read/told_body.h"

#include "read/json_ld.h"

/* Where the string begins that the first such key from `at` on has for its value, behind its mark; SIZE_MAX if there is none. */
static size_t value_start(Str script, size_t at)
{
    static const Str KEY = {"\"articleBody\"", 13};
    while ((at = str_find(script, KEY, at)) != SIZE_MAX) {
        at += KEY.len;
        Str rest = str_trim(str_drop(script, at));
        if (!str_begins(rest, STR(":")))
            continue;
        rest = str_trim(str_drop(rest, 1));
        if (str_begins(rest, STR("\"")))
            return (size_t)(rest.ptr - script.ptr) + 1;
    }
    return SIZE_MAX;
}

/* The mark that ends the string. */
static size_t value_end(Str script, size_t start)
{
    while (start < script.len && script.ptr[start] != '"')
        start += script.ptr[start] == '\\' ? 2 : 1;
    return start < script.len ? start : script.len;
}

static uint32_t hex_unit(Str s)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < 4; i++) {
        char c = char_lower(s.ptr[i]);
        unit = unit * 16 + (uint32_t)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return unit;
}

static bool is_unit(Str s)
{
    if (s.len < 6 || s.ptr[0] != '\\' || s.ptr[1] != 'u')
        return false;
    for (size_t i = 2; i < 6; i++) {
        char c = char_lower(s.ptr[i]);
        if (!char_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
    }
    return true;
}

/* Writes what the escape at the front of s stands for; gives back its length. */
static size_t write_unit(Str s, Buf *out)
{
    uint32_t c = hex_unit(str_drop(s, 2));
    bool high = c >= 0xD800 && c < 0xDC00;
    uint32_t low = high && is_unit(str_drop(s, 6)) ? hex_unit(str_drop(s, 8)) : 0;
    bool pair = low >= 0xDC00 && low < 0xE000;
    text_put(out, pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : c);
    return pair ? 12 : 6;
}

/* One character of the string as mark-up: a line's end is a break. Gives back how many bytes it takes. */
static size_t write_one(Str s, Buf *out)
{
    char next = text_byte(s, 1);
    if (is_unit(s))
        return write_unit(s, out);
    if (s.ptr[0] != '\\' || s.len < 2) {
        buf_char(out, s.ptr[0]);
        return 1;
    }
    if (next == 'n')
        buf_put(out, STR("<br>"));
    else if (next == 't')
        buf_char(out, ' ');
    else if (next != 'r')
        buf_char(out, next);
    return 2;
}

static Decoded unescape(Arena *arena, Str source, size_t start, size_t end)
{
    Buf text = {0};
    RunList runs = {.arena = arena};
    for (size_t at = start; at < end;) {
        size_t before = text.len;
        size_t n = write_one(str_slice(source, at, end), &text);
        runs_add(&runs, text.len - before, at, at + n);
        at += n;
    }
    Decoded out = {.text = arena_copy(arena, buf_str(&text)), .runs = runs.items, .run_count = runs.count};
    buf_free(&text);
    return out;
}

Decoded told_body(Arena *arena, Str source, const Node *root)
{
    size_t start = 0;
    size_t end = 0;
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (!json_ld_is(n))
            continue;
        for (size_t at = 0; (at = value_start(n->first->raw, at)) != SIZE_MAX;) {
            size_t stop = value_end(n->first->raw, at);
            if (stop - at > end - start) {
                start = n->first->start + at;
                end = n->first->start + stop;
            }
            at = stop;
        }
    }
    return end > start ? unescape(arena, source, start, end) : (Decoded){.text = STR("")};
}

Body told_body_write(Arena *arena, const Decoded *told)
{
    Body body = body_write(arena, dom_parse(arena, told->text, DOM_HTML), true);
    RunList runs = runs_through(arena, body.runs, body.run_count, body.text.len, told);
    body.runs = runs.items;
    body.run_count = runs.count;
    return body;
}
