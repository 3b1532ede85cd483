#include "read/text.h"

enum { REPLACEMENT = 0xFFFD, HEADING_BYTES = 200, LAST_CHARACTER = 0x10FFFF };

/* clang-format off */
static const uint16_t WINDOWS_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
/* clang-format on */

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Bytes of the character at s.ptr, 0 if it is none. */
static size_t character_length(Str s)
{
    unsigned char first = (unsigned char)s.ptr[0];
    if (first < 0x80)
        return 1;
    size_t need = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || s.len < need)
        return 0;
    for (size_t i = 1; i < need; i++) {
        if (!is_tail(s.ptr[i]))
            return 0;
    }
    unsigned char second = (unsigned char)s.ptr[1];
    bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    bool surrogate = first == 0xED && second > 0x9F;
    bool beyond = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || beyond ? 0 : need;
}

/* Eight bytes at a time while all are ASCII. */
static size_t skip_ascii(Str s, size_t at)
{
    uint64_t word = 0;
    while (s.len - at >= sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        if (word & 0x8080808080808080U)
            break;
        at += sizeof word;
    }
    return at;
}

size_t text_valid_length(Str s)
{
    size_t at = 0;
    while (at < s.len) {
        at = skip_ascii(s, at);
        if (at == s.len)
            break;
        size_t n = character_length(str_drop(s, at));
        if (n == 0)
            return at;
        at += n;
    }
    return at;
}

void text_put(Buf *out, uint32_t c)
{
    if (c > LAST_CHARACTER || (c >= 0xD800 && c < 0xE000))
        c = REPLACEMENT;
    if (c < 0x80) {
        buf_char(out, (char)c);
    } else if (c < 0x800) {
        buf_char(out, (char)(0xC0 | c >> 6));
        buf_char(out, (char)(0x80 | (c & 63)));
    } else if (c < 0x10000) {
        buf_char(out, (char)(0xE0 | c >> 12));
        buf_char(out, (char)(0x80 | (c >> 6 & 63)));
        buf_char(out, (char)(0x80 | (c & 63)));
    } else {
        buf_char(out, (char)(0xF0 | c >> 18));
        buf_char(out, (char)(0x80 | (c >> 12 & 63)));
        buf_char(out, (char)(0x80 | (c >> 6 & 63)));
        buf_char(out, (char)(0x80 | (c & 63)));
    }
}

void runs_add(RunList *runs, size_t text_bytes, size_t raw_start, size_t raw_end)
{
    if (text_bytes == 0)
        return;
    bool verbatim = text_bytes == raw_end - raw_start;
    RawRun *last = runs->count > 0 ? &runs->items[runs->count - 1] : NULL;
    bool continues = last && verbatim && last->raw_end == raw_start &&
                     last->raw_end - last->raw_start == runs->text_end - last->text_start;
    if (continues) {
        last->raw_end = (uint32_t)raw_end;
    } else {
        runs->items = arena_grow(runs->arena, runs->items, runs->count, &runs->cap, sizeof *runs->items);
        runs->items[runs->count++] = (RawRun){runs->text_end, (uint32_t)raw_start, (uint32_t)raw_end};
    }
    runs->text_end += (uint32_t)text_bytes;
}

static Decoded finish(Arena *arena, Buf *text, const RunList *runs, const char *encoding)
{
    Decoded decoded = {arena_copy(arena, buf_str(text)), runs->items, runs->count, encoding, STR_NONE};
    buf_free(text);
    return decoded;
}

uint32_t text_windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? WINDOWS_1252[byte - 0x80] : byte;
}

/* Bytes [at, at + n) of raw go into the text unchanged. */
static void keep(Buf *text, RunList *runs, Str raw, size_t at, size_t n)
{
    buf_put(text, str_slice(raw, at, at + n));
    runs_add(runs, n, at, at + n);
}

/* Byte by byte; with keep_utf8, what is valid UTF-8 stays. */
static Decoded decode_windows(Arena *arena, Str raw, bool keep_utf8)
{
    Buf text = {0};
    RunList runs = {.arena = arena};
    for (size_t at = 0; at < raw.len;) {
        size_t n = keep_utf8 ? character_length(str_drop(raw, at)) : (unsigned char)raw.ptr[at] < 0x80;
        if (n > 0) {
            keep(&text, &runs, raw, at, n);
            at += n;
            continue;
        }
        size_t before = text.len;
        text_put(&text, text_windows_1252((unsigned char)raw.ptr[at]));
        runs_add(&runs, text.len - before, at, at + 1);
        at++;
    }
    return finish(arena, &text, &runs, keep_utf8 ? "UTF-8 with stray windows-1252 bytes" : "windows-1252");
}

static uint32_t unit_at(Str raw, size_t at, bool big)
{
    unsigned char a = (unsigned char)raw.ptr[at];
    unsigned char b = (unsigned char)raw.ptr[at + 1];
    return big ? (uint32_t)(a << 8 | b) : (uint32_t)(b << 8 | a);
}

typedef enum { UTF16_NONE, UTF16_LITTLE, UTF16_BIG } Utf16;

static bool has_utf16_mark(Str raw)
{
    return str_begins(raw, STR("\xFE\xFF")) || str_begins(raw, STR("\xFF\xFE"));
}

/* Without a mark, Latin letters, spaces and mark-up have a zero in every other byte, and no text has one elsewhere. */
static Utf16 utf16_by_zeros(Str raw)
{
    enum { LOOK_BYTES = 4096, MIN_ZEROS = 4, ZERO_IN = 10 };
    size_t zeros[2] = {0, 0};
    size_t end = raw.len;
    if (end > LOOK_BYTES)
        end = LOOK_BYTES;
    if (end < (size_t)2 * MIN_ZEROS || !memchr(raw.ptr, '\0', end))
        return UTF16_NONE;
    for (size_t i = 0; i < end; i++)
        zeros[i % 2] += raw.ptr[i] == '\0';
    size_t least = end / 2 / ZERO_IN > MIN_ZEROS ? end / 2 / ZERO_IN : MIN_ZEROS;
    if (zeros[0] == 0 && zeros[1] >= least)
        return UTF16_LITTLE;
    return zeros[1] == 0 && zeros[0] >= least ? UTF16_BIG : UTF16_NONE;
}

static Utf16 utf16_of(Str raw)
{
    if (str_begins(raw, STR("\xFE\xFF")))
        return UTF16_BIG;
    return str_begins(raw, STR("\xFF\xFE")) ? UTF16_LITTLE : utf16_by_zeros(raw);
}

static Decoded decode_utf16(Arena *arena, Str raw, bool big)
{
    Buf text = {0};
    RunList runs = {.arena = arena};
    for (size_t at = has_utf16_mark(raw) ? 2 : 0; at < raw.len;) {
        size_t n = raw.len - at < 2 ? 1 : 2;
        uint32_t c = n == 2 ? unit_at(raw, at, big) : REPLACEMENT;
        if (c >= 0xD800 && c < 0xDC00 && raw.len - at >= 4) {
            uint32_t low = unit_at(raw, at + 2, big);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                n = 4;
            }
        }
        size_t before = text.len;
        text_put(&text, c);
        runs_add(&runs, text.len - before, at, at + n);
        at += n;
    }
    return finish(arena, &text, &runs, big ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)");
}

bool text_is_utf16(Str raw)
{
    return utf16_of(raw) != UTF16_NONE;
}

Decoded text_decode(Arena *arena, Str raw)
{
    Utf16 utf16 = utf16_of(raw);
    if (utf16 != UTF16_NONE)
        return decode_utf16(arena, raw, utf16 == UTF16_BIG);
    if (text_valid_length(raw) == raw.len)
        return (Decoded){.text = raw};
    return decode_windows(arena, raw, false);
}

/* Characters of more than one byte, and bytes that belong to none. */
static void count_characters(Str raw, size_t *wide, size_t *stray)
{
    for (size_t at = 0; at < raw.len;) {
        at = skip_ascii(raw, at);
        if (at == raw.len)
            break;
        size_t n = character_length(str_drop(raw, at));
        *wide += n > 1;
        *stray += n == 0;
        at += n > 0 ? n : 1;
    }
}

Decoded text_decode_page(Arena *arena, Str raw, Str charset)
{
    Utf16 utf16 = utf16_of(raw);
    if (utf16 != UTF16_NONE)
        return decode_utf16(arena, raw, utf16 == UTF16_BIG);
    size_t wide = 0;
    size_t stray = 0;
    count_characters(raw, &wide, &stray);
    if (stray == 0)
        return (Decoded){.text = raw};
    bool says_utf8 = str_equal_caseless(charset, STR("utf-8")) || str_equal_caseless(charset, STR("utf8"));
    return decode_windows(arena, raw, wide > stray || (says_utf8 && wide > 0));
}

Str text_heading(Str text)
{
    if (str_begins(text, STR("\xEF\xBB\xBF")))
        text = str_drop(text, 3);
    text = str_trim(text);
    size_t end = str_find_char(text, '\n', 0);
    if (end == SIZE_MAX)
        return STR_NONE;
    Str line = str_trim(str_slice(text, 0, end));
    bool heading = line.len > 0 && line.len <= HEADING_BYTES && !str_ends(line, STR(".")) && !str_ends(line, STR(":"));
    return heading ? line : STR_NONE;
}

/* The run of decoded that holds the offset; there is at least one. */
static size_t run_index(const Decoded *decoded, uint32_t offset)
{
    size_t low = 0;
    size_t high = decoded->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (decoded->runs[middle].text_start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t run_text_end(const Decoded *decoded, size_t index)
{
    return index + 1 < decoded->run_count ? decoded->runs[index + 1].text_start : (uint32_t)decoded->text.len;
}

/* Where an offset into decoded.text, as the start or end of something, stands in the original. */
static uint32_t raw_of(const Decoded *decoded, uint32_t offset, bool as_end)
{
    if (as_end && offset > 0)
        offset--;
    size_t index = run_index(decoded, offset);
    const RawRun *run = &decoded->runs[index];
    bool verbatim = run->raw_end - run->raw_start == run_text_end(decoded, index) - run->text_start;
    uint32_t into = offset - run->text_start;
    if (verbatim)
        return run->raw_start + into + as_end;
    return as_end ? run->raw_end : run->raw_start;
}

/* A run that stands in decoded.text byte for byte, piece by piece of what that was decoded from. */
static void split_run(RunList *out, const RawRun *run, const Decoded *decoded)
{
    uint32_t at = run->raw_start;
    while (at < run->raw_end) {
        size_t index = run_index(decoded, at);
        uint32_t end = run_text_end(decoded, index);
        end = end < run->raw_end ? end : run->raw_end;
        runs_add(out, end - at, raw_of(decoded, at, false), raw_of(decoded, end, true));
        at = end;
    }
}

RunList runs_through(Arena *arena, const RawRun *runs, size_t count, size_t text_bytes, const Decoded *decoded)
{
    RunList out = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        uint32_t text_end = i + 1 < count ? runs[i + 1].text_start : (uint32_t)text_bytes;
        uint32_t bytes = text_end - runs[i].text_start;
        if (decoded->run_count == 0)
            runs_add(&out, bytes, runs[i].raw_start, runs[i].raw_end);
        else if (bytes == runs[i].raw_end - runs[i].raw_start)
            split_run(&out, &runs[i], decoded);
        else
            runs_add(&out, bytes, raw_of(decoded, runs[i].raw_start, false),
                     raw_of(decoded, runs[i].raw_end, runs[i].raw_end > runs[i].raw_start));
    }
    return out;
}
