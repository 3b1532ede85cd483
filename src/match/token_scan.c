#include "match/cutter.h"

#include <utf8proc.h>

/* The character at a place and its length; a byte that is no UTF-8 counts as U+FFFD. */
int32_t cutter_decode(const Cutter *c, uint32_t at, uint32_t *len)
{
    int32_t codepoint = 0;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)c->out.text.ptr + at, c->limit - at, &codepoint);
    *len = n > 0 ? (uint32_t)n : 1;
    return n > 0 ? codepoint : 0xFFFD;
}

bool cutter_is_letter(int32_t ch)
{
    if (ch < 0x80)
        return char_is_letter((char)ch);
    utf8proc_category_t category = utf8proc_category(ch);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool cutter_letter_at(const Cutter *c, uint32_t at)
{
    if (at >= c->limit)
        return false;
    uint32_t len = 0;
    return cutter_is_letter(cutter_decode(c, at, &len));
}

/* "ﬁ": the letters that a printer's type has in one. */
static void scan_ligature(Scan *scan, int32_t ch)
{
    static const char *const LETTERS[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    for (const char *letter = LETTERS[ch - 0xFB00]; *letter; letter++)
        scan_byte(scan, *letter);
}

void scan_char(Scan *scan, int32_t ch)
{
    utf8proc_uint8_t bytes[4];
    if (cutter_is_apostrophe(ch)) {
        ch = '\'';
    } else if (ch == 0x2010 || ch == 0x2011 || ch == 0x2012 || ch == 0x2212) { /* hyphens, figure dash, minus */
        ch = '-';
    } else if (ch >= 0xFB00 && ch <= 0xFB06) {
        scan_ligature(scan, ch);
        return;
    }
    utf8proc_ssize_t n = utf8proc_encode_char(utf8proc_tolower(ch), bytes);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        scan_byte(scan, (char)bytes[i]);
}

/* The number of what was scanned. */
uint32_t scan_number(const Cutter *c, Scan *scan)
{
    if (!c->vocabulary || scan->len > WORD_BYTES)
        return 0;
    memset(scan->folded + scan->len, 0, 8);
    return vocabulary_find(c->vocabulary, scan->folded, scan->len);
}

Str token_fold(Arena *scratch, Str text)
{
    char *folded = arena_room(scratch, text.len * 2 + 1, 1, 1);
    size_t len = 0;
    Cutter c = {.out.text = text, .limit = (uint32_t)text.len};
    for (uint32_t at = 0, n = 0; at < text.len; at += n) {
        if ((unsigned char)text.ptr[at] < 0x80) {
            folded[len++] = char_lower(text.ptr[at]);
            n = 1;
            continue;
        }
        Scan one = {.len = 0};
        scan_char(&one, cutter_decode(&c, at, &n));
        memcpy(folded + len, one.folded, one.len);
        len += one.len;
    }
    return (Str){folded, len};
}

/* One ASCII byte of a word; false when it is none. */
static bool scan_ascii(Scan *scan, unsigned char byte, bool first)
{
    char kind = CUTTER_KINDS[byte];
    if (kind == 'l') {
        scan->letters++;
        scan->first_lower |= first;
    } else if (kind == 'u') {
        scan->letters++;
        scan->uppers++;
        scan->first_upper |= first;
        byte |= 0x20;
    } else if (kind != 'd') {
        return false;
    }
    scan_byte(scan, (char)byte);
    return true;
}

/* One other letter, mark or digit. Letters without case count as neither upper nor lower. */
static bool scan_other(Scan *scan, int32_t ch, bool first)
{
    utf8proc_category_t category = utf8proc_category(ch);
    if (ch == 0xAD || ch == 0x200C || ch == 0x200D || ch == 0x2060) /* soft hyphen, joiners */
        return true;
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_ND)
        return false;
    bool upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
    scan->letters += category <= UTF8PROC_CATEGORY_LO;
    scan->uppers += upper;
    scan->first_upper |= first && upper;
    scan->first_lower |= first && category == UTF8PROC_CATEGORY_LL;
    scan_char(scan, ch);
    return true;
}

/* Letters, marks, digits and underscores from at; returns the end. */
uint32_t scan_letters(const Cutter *c, uint32_t at, Scan *scan)
{
    const char *text = c->out.text.ptr;
    bool first = scan->len == 0;
    while (at < c->limit) {
        unsigned char byte = (unsigned char)text[at];
        uint32_t len = 1;
        if (byte < 0x80 ? !scan_ascii(scan, byte, first) : !scan_other(scan, cutter_decode(c, at, &len), first))
            break;
        at += len;
        first = false;
    }
    return at;
}
