#include "read/headline.h"

#include <string.h>

#include "read/text.h"

enum {
    OPENING_BYTES = 400, /* a title that stands in a text at all stands at its head */
    GAP_BYTES = 2,
};

/* The byte at an offset: lower-cased, any white space being as good as another; NUL behind the end. */
static char folded(Str s, size_t at)
{
    char c = text_byte(s, at);
    if (char_is_space(c))
        return ' ';
    return char_lower(c);
}

/* Whether title stands in text at the offset. */
static bool stands_at(Str text, size_t at, Str title)
{
    for (size_t i = 0; i < title.len; i++) {
        if (folded(title, i) != folded(text, at + i))
            return false;
    }
    return true;
}

static bool opens_with(Str text, Str title)
{
    for (size_t at = 0; at < text.len && at < OPENING_BYTES; at++)
        if (stands_at(text, at, title))
            return true;
    return false;
}

void headline_join(Document *document, Arena *arena)
{
    Str title = str_trim(document->title);
    Str body = document->text;
    if (title.len == 0 || opens_with(body, title) || body.len + GAP_BYTES + title.len > UINT32_MAX)
        return;
    char *all = ARENA_ARRAY(arena, char, body.len + GAP_BYTES + title.len);
    if (body.len > 0)
        memcpy(all, body.ptr, body.len);
    memset(all + body.len, '\n', GAP_BYTES);
    memcpy(all + body.len + GAP_BYTES, title.ptr, title.len);
    document->headline.start = (uint32_t)(body.len + GAP_BYTES);
    document->headline.end = (uint32_t)(body.len + GAP_BYTES + title.len);
    document->text = (Str){all, document->headline.end};
}
