/* dom_tags — what is known of elements by their names, and character references. */
#include <libxml/HTMLparser.h>
#include <stdlib.h>

#include "read/dom.h"
#include "read/text.h"

typedef enum { INLINE = 0, BLOCK = 1, VOID = 2 } TagKind;

/* In the order of Tag. */
static const struct {
    const char *name;
    TagKind kind;
} TAGS[TAG_COUNT] = {
    {"", INLINE},        {"a", INLINE},        {"address", BLOCK}, {"article", BLOCK},    {"aside", BLOCK},
    {"audio", INLINE},   {"b", INLINE},        {"base", VOID},     {"blockquote", BLOCK}, {"body", BLOCK},
    {"br", VOID},        {"button", INLINE},   {"caption", BLOCK}, {"center", BLOCK},     {"cite", INLINE},
    {"dd", BLOCK},       {"details", BLOCK},   {"dialog", BLOCK},  {"div", BLOCK},        {"dl", BLOCK},
    {"dt", BLOCK},       {"em", INLINE},       {"embed", VOID},    {"fieldset", BLOCK},   {"figcaption", BLOCK},
    {"figure", BLOCK},   {"font", INLINE},     {"footer", BLOCK},  {"form", BLOCK},       {"frame", VOID},
    {"h1", BLOCK},       {"h2", BLOCK},        {"h3", BLOCK},      {"h4", BLOCK},         {"h5", BLOCK},
    {"h6", BLOCK},       {"head", BLOCK},      {"header", BLOCK},  {"hr", VOID},          {"html", BLOCK},
    {"i", INLINE},       {"iframe", INLINE},   {"img", VOID},      {"input", VOID},       {"label", INLINE},
    {"li", BLOCK},       {"link", VOID},       {"main", BLOCK},    {"meta", VOID},        {"nav", BLOCK},
    {"noscript", BLOCK}, {"object", INLINE},   {"ol", BLOCK},      {"optgroup", BLOCK},   {"option", BLOCK},
    {"p", BLOCK},        {"param", VOID},      {"pre", BLOCK},     {"script", INLINE},    {"section", BLOCK},
    {"select", INLINE},  {"source", VOID},     {"span", INLINE},   {"strong", INLINE},    {"style", INLINE},
    {"summary", BLOCK},  {"svg", INLINE},      {"table", BLOCK},   {"tbody", BLOCK},      {"td", BLOCK},
    {"template", BLOCK}, {"textarea", INLINE}, {"tfoot", BLOCK},   {"th", BLOCK},         {"thead", BLOCK},
    {"time", INLINE},    {"title", INLINE},    {"tr", BLOCK},      {"track", VOID},       {"u", INLINE},
    {"ul", BLOCK},       {"video", INLINE},    {"wbr", VOID},
};

Tag dom_tag(Str name)
{
    enum { LONGEST = 10 };
    char lower[LONGEST];
    if (name.len > LONGEST)
        return TAG_OTHER;
    for (size_t i = 0; i < name.len; i++)
        lower[i] = char_lower(name.ptr[i]);
    int low = 1;
    int high = TAG_COUNT;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = str_compare((Str){lower, name.len}, str_from(TAGS[middle].name));
        if (order == 0)
            return (Tag)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return TAG_OTHER;
}

bool dom_is_block(Tag tag)
{
    return TAGS[tag].kind == BLOCK || tag == TAG_HR;
}

bool dom_is_void(Tag tag)
{
    return TAGS[tag].kind == VOID;
}

int dom_heading_level(Tag tag)
{
    return tag >= TAG_H1 && tag <= TAG_H6 ? (int)(tag - TAG_H1) + 1 : 0;
}

/* "#8217" or "#x2019", with or without its semicolon. Windows-1252 numbers are read as browsers read them. */
static size_t numeric_reference(Str s, uint32_t *out)
{
    bool hex = s.len > 2 && char_lower(s.ptr[2]) == 'x';
    size_t start = hex ? 3 : 2;
    size_t at = start;
    uint64_t n = 0;
    for (; at < s.len && n < 0x110000; at++) {
        char c = char_lower(s.ptr[at]);
        if (char_is_digit(c))
            n = n * (hex ? 16 : 10) + (uint64_t)(c - '0');
        else if (hex && c >= 'a' && c <= 'f')
            n = n * 16 + (uint64_t)(c - 'a' + 10);
        else
            break;
    }
    if (at == start)
        return 0;
    *out = n >= 0x80 && n < 0xA0 ? text_windows_1252((unsigned char)n) : (uint32_t)n;
    return at < s.len && s.ptr[at] == ';' ? at + 1 : at;
}

size_t dom_reference(Str s, uint32_t *out)
{
    enum { LONGEST = 10 };
    if (s.len < 3 || s.ptr[0] != '&')
        return 0;
    if (s.ptr[1] == '#')
        return numeric_reference(s, out);
    char name[LONGEST + 1] = "";
    size_t n = 0;
    while (n < LONGEST && n + 1 < s.len && (char_is_letter(s.ptr[n + 1]) || char_is_digit(s.ptr[n + 1]))) {
        name[n] = s.ptr[n + 1];
        n++;
    }
    bool ended = n + 1 < s.len && s.ptr[n + 1] == ';';
    if (!ended)
        return 0;
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    if (!entity && strcmp(name, "apos") != 0)
        return 0;
    *out = entity ? entity->value : '\'';
    return n + 2;
}

Str dom_decode(Arena *arena, Str s)
{
    if (str_find_char(s, '&', 0) == SIZE_MAX)
        return arena_copy(arena, s);
    Buf out = {0};
    for (size_t at = 0; at < s.len;) {
        uint32_t c = 0;
        size_t n = dom_reference(str_drop(s, at), &c);
        if (n > 0) {
            text_put(&out, c);
            at += n;
        } else {
            buf_char(&out, s.ptr[at++]);
        }
    }
    Str decoded = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return decoded;
}
