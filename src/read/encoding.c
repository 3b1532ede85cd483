#include "read/encoding.h"

#include <iconv.h>

#include "base/embedded.h"

enum { REPLACEMENT = 0xFFFD, MOST_BYTES = 4, HEAD_BYTES = 4096 };

/* ---- what is said ---- */

static bool is_label(char c)
{
    return char_is_letter(c) || char_is_digit(c) || (c != '\0' && str_has_char(STR("-_.:()"), c));
}

/* The label behind "charset =", maybe in quotation marks. */
static Str label_at(Str s)
{
    s = str_trim(s);
    if (!str_begins(s, STR("=")))
        return STR_NONE;
    s = str_trim(str_drop(s, 1));
    if (s.len > 0 && (s.ptr[0] == '"' || s.ptr[0] == '\''))
        s = str_trim(str_drop(s, 1));
    size_t end = 0;
    while (end < s.len && is_label(s.ptr[end]))
        end++;
    return end > 0 ? str_slice(s, 0, end) : STR_NONE;
}

/* The label behind the first such name in s. */
static Str named_label(Str s, Str name)
{
    for (size_t i = 0; i + name.len < s.len; i++) {
        Str label = str_begins_caseless(str_drop(s, i), name) ? label_at(str_drop(s, i + name.len)) : STR_NONE;
        if (str_present(label))
            return label;
    }
    return STR_NONE;
}

Str encoding_of_type(Str content_type)
{
    return str_present(content_type) ? named_label(content_type, STR("charset")) : STR_NONE;
}

/* Where the tag or comment ends that begins at `at`. */
static size_t end_of(Str head, size_t at)
{
    bool comment = str_begins(str_drop(head, at), STR("<!--"));
    size_t end = str_find(head, comment ? STR("-->") : STR(">"), at);
    return end == SIZE_MAX ? head.len : end;
}

Str encoding_declared(Str raw)
{
    Str head = str_slice(raw, 0, raw.len < HEAD_BYTES ? raw.len : HEAD_BYTES);
    for (size_t at = 0; (at = str_find_char(head, '<', at)) != SIZE_MAX;) {
        size_t end = end_of(head, at);
        Str tag = str_slice(head, at, end);
        Str label = STR_NONE;
        if (str_begins(tag, STR("<?xml")))
            label = named_label(tag, STR("encoding"));
        else if (str_begins_caseless(tag, STR("<meta")))
            label = named_label(tag, STR("charset"));
        if (str_present(label))
            return label;
        at = end > at ? end : at + 1;
    }
    return STR_NONE;
}

/* The value of the row with that phrase and class; STR_NONE if there is none. */
static Str row_value(Str phrase, Str cls)
{
    Str table = embedded_find(STR("data/read/encodings.tsv"));
    for (Str row; str_cut(&table, '\n', &row);) {
        Str cells[3] = {STR(""), STR(""), STR("")};
        for (size_t i = 0; i < 3; i++)
            (void)str_cut(&row, '\t', &cells[i]);
        if (str_equal(cells[1], cls) && str_equal_caseless(cells[0], phrase))
            return cells[2];
    }
    return STR_NONE;
}

/* An encoding that something was said to be in. */
typedef struct {
    Str name; /* of the standard; STR_NONE: nothing was said that is known */
    bool utf8;
    bool windows; /* windows-1252, as which text.h reads what says nothing */
    bool stateful;
} Encoding;

static Encoding encoding_named(Str label, bool own)
{
    Encoding e = {.name = str_present(label) ? row_value(label, STR("label")) : STR_NONE};
    if (!str_present(e.name))
        return e;
    if (own && str_begins(e.name, STR("utf-16")))
        e.name = STR("utf-8"); /* no such text could have said it in bytes that were found */
    e.utf8 = str_equal(e.name, STR("utf-8"));
    e.windows = str_equal(e.name, STR("windows-1252"));
    e.stateful = str_begins(e.name, STR("iso-2022-"));
    return e;
}

/* ---- conversion ---- */

/* What was found when bytes were read in some encoding. */
typedef struct {
    size_t wide;    /* characters of more than seven bits */
    size_t broken;  /* bytes that are none */
    size_t letters; /* of alphabets other than the Latin, */
    size_t mixed;   /* and those of them that stand next to a Latin letter */
} Count;

typedef struct {
    iconv_t converter;
    bool stateful;
    bool latin; /* the character before was an ASCII letter, */
    bool other; /* or one of another alphabet */
    Buf text;
    RunList runs;
    Count count;
} Conversion;

/* Greek, Cyrillic, Armenian, Hebrew, Arabic: words in them hold no Latin letters. */
static bool is_other_alphabet(uint32_t c)
{
    return c >= 0x370 && c < 0x700;
}

static void put(Conversion *c, uint32_t character)
{
    bool latin = character < 0x80 && char_is_letter((char)character);
    bool other = is_other_alphabet(character);
    c->count.wide += character >= 0x80;
    c->count.broken += character == REPLACEMENT;
    c->count.letters += other;
    c->count.mixed += (other && c->latin) || (latin && c->other);
    c->latin = latin;
    c->other = other;
    text_put(&c->text, character);
}

/* One character from the first n bytes, with what the converter holds back until it has seen more; how many characters came out:
 * 0 where more bytes are wanted, or of a mark that only changes the converter's state. false: they are no characters. */
static bool convert(Conversion *c, Str bytes, uint32_t out[MOST_BYTES], size_t *made)
{
    unsigned char buffer[MOST_BYTES * 4] = {0};
    char copy[MOST_BYTES];
    char *in = copy;
    size_t in_left = bytes.len;
    char *to = (char *)buffer;
    size_t to_left = sizeof buffer;
    memcpy(copy, bytes.ptr, bytes.len);
    bool read = iconv(c->converter, &in, &in_left, &to, &to_left) != (size_t)-1;
    if (!c->stateful)
        (void)iconv(c->converter, NULL, NULL, &to, &to_left);
    *made = read ? (sizeof buffer - to_left) / 4 : 0;
    for (size_t i = 0; i < *made; i++) {
        const unsigned char *b = buffer + 4 * i;
        out[i] = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
    }
    return read;
}

/* Where the Windows encodings have quotation marks, those of ISO have controls, which nobody writes. */
static uint32_t written(uint32_t c)
{
    return c >= 0x80 && c < 0xA0 ? text_windows_1252((unsigned char)c) : c;
}

/* Reads what stands at `at`; gives back how many bytes that are. */
static size_t read_one(Conversion *c, Str raw, size_t at)
{
    uint32_t characters[MOST_BYTES];
    size_t made = 0;
    size_t before = c->text.len;
    size_t n = 1;
    while (n <= MOST_BYTES && at + n <= raw.len && !convert(c, str_slice(raw, at, at + n), characters, &made))
        n++;
    bool whole = n <= MOST_BYTES && at + n <= raw.len;
    for (size_t i = 0; whole && i < made; i++)
        put(c, written(characters[i]));
    if (!whole) {
        n = 1;
        put(c, REPLACEMENT);
    }
    runs_add(&c->runs, c->text.len - before, at, at + n);
    return n;
}

/* false: the C library has no such converter. */
static bool decode(Arena *arena, Str raw, const Encoding *encoding, Decoded *out, Count *count)
{
    char name[32] = "";
    Str converter = row_value(encoding->name, STR("encoding"));
    if (!str_present(converter) || converter.len >= sizeof name)
        return false;
    memcpy(name, converter.ptr, converter.len);
    Conversion c = {.converter = iconv_open("UCS-4LE", name), .stateful = encoding->stateful, .runs = {.arena = arena}};
    if (c.converter == (iconv_t)-1) // NOLINT(performance-no-int-to-ptr): that is how it says so
        return false;
    for (size_t at = 0; at < raw.len;) {
        if (c.stateful || (unsigned char)raw.ptr[at] >= 0x80) {
            at += read_one(&c, raw, at);
            continue;
        }
        put(&c, (unsigned char)raw.ptr[at]);
        runs_add(&c.runs, 1, at, at + 1);
        at++;
    }
    (void)iconv_close(c.converter);
    *out = (Decoded){.text = arena_copy(arena, buf_str(&c.text)),
                     .runs = c.runs.items,
                     .run_count = c.runs.count,
                     .encoding = arena_copy(arena, encoding->name).ptr};
    *count = c.count;
    buf_free(&c.text);
    return true;
}

/* ---- the choice ---- */

/* Hardly a byte that is none, and words in one alphabet each. */
static bool bears_out(const Count *count)
{
    enum { BROKEN_IN = 50 };
    return count->broken <= count->wide / BROKEN_IN && (count->mixed == 0 || count->mixed <= count->letters / 4);
}

/* The note with the encoding's name for "@" and what it says it is in for "#". */
static Str note_of(Arena *arena, const char *format, const char *name, Str label)
{
    Buf note = {0};
    for (; *format; format++) {
        if (*format == '@')
            buf_put(&note, str_from(name));
        else if (*format == '#')
            buf_put(&note, label);
        else
            buf_char(&note, *format);
    }
    Str copy = arena_copy(arena, buf_str(&note));
    buf_free(&note);
    return copy;
}

static bool has_wide(Str raw)
{
    for (size_t i = 0; i < raw.len; i++) {
        if ((unsigned char)raw.ptr[i] >= 0x80)
            return true;
    }
    return false;
}

/* As it says, if that can be; false: it cannot. */
static bool decode_as_said(Arena *arena, Str raw, const Encoding *said, Decoded *out)
{
    Count count = {0};
    if (said->utf8 || !decode(arena, raw, said, out, &count) || !bears_out(&count))
        return false;
    const char *note =
        count.broken > 0
            ? "The input is not UTF-8; it was read as @, as it says, but some of its bytes are no characters."
            : "The input is not UTF-8; it was read as @, as it says.";
    out->note = note_of(arena, note, out->encoding, STR_NONE);
    return true;
}

/* What says nothing, or nothing that is true; doubted: a label that could not be followed. */
static Decoded decode_by_itself(Arena *arena, Str raw, const Said *said, bool utf8, Str doubted)
{
    Str named = utf8 ? STR("utf-8") : STR_NONE;
    bool by_page = said->page || utf8;
    Decoded out = by_page ? text_decode_page(arena, raw, named) : text_decode(arena, raw);
    if (str_present(doubted) && out.encoding && !(utf8 && str_begins(str_from(out.encoding), STR("UTF-8"))))
        out.note = note_of(arena, "The input says that it is #, as which it could not be read; it was read as @.",
                           out.encoding, doubted);
    return out;
}

Decoded encoding_decode(Arena *arena, Str raw, const Said *said)
{
    const Str labels[] = {said->carrier, said->own};
    Str doubted = STR_NONE;
    bool utf8 = false;
    bool utf16 = text_is_utf16(raw);
    bool valid = !utf16 && text_valid_length(raw) == raw.len;
    for (size_t i = 0; i < 2 && !utf16; i++) {
        Encoding e = encoding_named(labels[i], i == 1);
        Decoded out = {.text = raw};
        bool known = str_present(e.name);
        if (known && valid && !(e.stateful && str_find_char(raw, '\x1B', 0) != SIZE_MAX)) {
            if (!e.utf8 && has_wide(raw))
                out.note =
                    note_of(arena, "The input says that it is #, but it is UTF-8 and was read as that.", "", labels[i]);
            return out;
        }
        if (known && e.windows)
            break;
        if (known && decode_as_said(arena, raw, &e, &out))
            return out;
        utf8 = utf8 || e.utf8;
        doubted = str_present(doubted) ? doubted : labels[i];
    }
    return decode_by_itself(arena, raw, said, utf8, doubted);
}
