/*
 * str — a borrowed slice of UTF-8 text. Never owns, never needs a final NUL.
 * Pass it by value; it is valid for as long as the text it points into.
 * An absent text is STR_NONE (ptr NULL), which is told from "" by str_present.
 */
#ifndef DAYBOOK_BASE_STR_H
#define DAYBOOK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *ptr;
    size_t len; /* bytes */
} Str;

static const Str STR_NONE = {NULL, 0};

static inline Str str_from(const char *text)
{
    return (Str){text, strlen(text)};
}

static inline bool str_present(Str s)
{
    return s.ptr != NULL;
}

/* The slice without its first n bytes; n must not exceed s.len. */
static inline Str str_drop(Str s, size_t n)
{
    return (Str){s.ptr + n, s.len - n};
}

/* Bytes [start, end) of s; both must lie inside it. */
static inline Str str_slice(Str s, size_t start, size_t end)
{
    return (Str){s.ptr + start, end - start};
}

/* ASCII only, whatever the locale: <ctype.h> is undefined on bytes above 127. */
static inline bool char_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline char char_lower(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c;
}

static inline char char_upper(char c)
{
    if (c >= 'a' && c <= 'z')
        return (char)(c - 'a' + 'A');
    return c;
}

static inline bool char_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool char_is_letter(char c)
{
    return char_lower(c) >= 'a' && char_lower(c) <= 'z';
}

/* A byte of a word: an ASCII letter or digit, or of a character beyond ASCII. */
static inline bool char_is_word(char c)
{
    return char_is_letter(c) || char_is_digit(c) || (unsigned char)c >= 0x80;
}

static inline bool char_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool str_equal(Str a, Str b)
{
    return a.len == b.len &&
           (a.ptr == b.ptr || a.len == 0 || (a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0));
}

/* Whether a slice is the text: told by the first bytes mostly, so that the text's length need not be known where a slice is
 * held against many. */
static inline bool str_is(Str s, const char *text)
{
    return (s.len == 0 || s.ptr[0] == text[0]) && str_equal(s, str_from(text));
}

/* Equal but for the case of ASCII letters. */
bool str_equal_caseless(Str a, Str b);

/* Byte order, as memcmp, the shorter first among equals: a total order for sorting. */
int str_compare(Str a, Str b);

bool str_begins(Str s, Str prefix);
bool str_begins_caseless(Str s, Str prefix);
bool str_ends(Str s, Str suffix);

/* The first place of needle in s at or after from, or SIZE_MAX. */
size_t str_find(Str s, Str needle, size_t from);
size_t str_find_char(Str s, char c, size_t from);

/* Whether c is one of the bytes; a zero byte is none where it does not stand among them. */
bool str_has_char(Str s, char c);

/* Without leading and trailing white space (ASCII), of which most slices have none. */
Str str_trim_ends(Str s);

static inline Str str_trim(Str s)
{
    bool bare = s.len == 0 || !(char_is_space(s.ptr[0]) || char_is_space(s.ptr[s.len - 1]));
    return bare ? s : str_trim_ends(s);
}

/* No letter and no digit (ASCII) in it. */
bool str_is_wordless(Str s);

/* Cuts the text before the first sep off *rest and returns it; all of it if there is no sep.
 * Returns false once *rest is used up (ptr NULL afterwards). */
bool str_cut(Str *rest, char sep, Str *out);

/* All of s as a decimal number of at most 18 digits; false, *out untouched, if it is none. */
bool str_number(Str s, int64_t *out);

#endif
