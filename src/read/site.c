#include "read/site.h"

#include "read/text.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { LONGEST_BYTES = 60, LINE_BYTES = 200 };

static const char *const SEPARATORS[] = {" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", ": "};

bool site_is_home(Str address)
{
    address = str_trim(address);
    size_t host = str_find(address, STR("://"), 0);
    if (host == SIZE_MAX)
        return str_equal(address, STR("/"));
    size_t path = str_find_char(address, '/', host + 3);
    return path == SIZE_MAX || path + 1 == address.len;
}

static bool is_inside_home_link(const Node *n)
{
    for (; n; n = n->parent)
        if (n->tag == TAG_A && site_is_home(dom_attribute(n, STR("href"))))
            return true;
    return false;
}

static bool contains(Str s, Str part)
{
    for (size_t i = 0; i + part.len <= s.len; i++)
        if (str_begins_caseless(str_drop(s, i), part))
            return true;
    return false;
}

/* "Hill Post" in "www.hillpost.example": its letters and digits, without signs. */
static bool is_in_host(Str url, Str name)
{
    size_t at = str_find(url, STR("://"), 0);
    if (at == SIZE_MAX)
        return false;
    at += 3;
    if (str_begins_caseless(str_drop(url, at), STR("www.")))
        at += 4;
    for (size_t i = 0; i < name.len; i++) {
        if (!char_is_letter(name.ptr[i]) && !char_is_digit(name.ptr[i]) && !((unsigned char)name.ptr[i] & 0x80))
            continue;
        while (text_byte(url, at) == '-')
            at++;
        if (char_lower(text_byte(url, at)) != char_lower(name.ptr[i]))
            return false;
        at++;
    }
    return text_byte(url, at) == '.';
}

/* Does the page call its site so? */
static bool is_called(Arena *arena, const Node *root, Str url, Str name)
{
    static const char *const SIGN = "\xc2\xa9";
    if (is_in_host(url, name))
        return true;
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->tag == TAG_IMG && is_inside_home_link(n) && contains(dom_attribute(n, STR("alt")), name))
            return true;
        if (!n->is_text || n->verbatim || n->raw.len > LINE_BYTES || n->parent->tag == TAG_TITLE)
            continue;
        Str text = str_trim(n->raw);
        if (text.len < name.len)
            continue;
        text = dom_decode(arena, text);
        bool home = str_equal_caseless(text, name) && is_inside_home_link(n);
        if (home || (contains(text, name) && str_find(text, str_from(SIGN), 0) != SIZE_MAX))
            return true;
    }
    return false;
}

/* A name and no headline: by its length. */
static bool may_be_name(Str s)
{
    return s.len > 1 && s.len <= LONGEST_BYTES;
}

Str site_in_title(Arena *arena, const Node *root, Str title, Str url)
{
    size_t tail = 0;
    size_t head = title.len;
    for (size_t i = 0; i < COUNT_OF(SEPARATORS); i++) {
        Str separator = str_from(SEPARATORS[i]);
        for (size_t at = 0; (at = str_find(title, separator, at)) != SIZE_MAX; at += separator.len) {
            tail = at + separator.len > tail ? at + separator.len : tail;
            head = at < head ? at : head;
        }
    }
    Str last = tail > 0 ? str_trim(str_drop(title, tail)) : STR_NONE;
    Str first = tail > 0 ? str_trim(str_slice(title, 0, head)) : STR_NONE;
    if (may_be_name(last) && is_called(arena, root, url, last))
        return last;
    return may_be_name(first) && is_called(arena, root, url, first) ? first : STR_NONE;
}
