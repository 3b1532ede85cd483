/* plain — a file of plain text is one document. */
#include "read/source.h"
#include "read/text.h"

static const size_t TEXT_LIMIT_BYTES = (size_t)64 << 20;

/* Bytes that no text has, one in ten or more: a picture, a program, a packed file of a kind that is not read. UTF-16 has
 * its NULs behind a byte-order mark. */
static bool is_binary(Str bytes)
{
    enum { LOOKED_AT_BYTES = 4096, ONE_IN = 10 };
    size_t looked = bytes.len < LOOKED_AT_BYTES ? bytes.len : LOOKED_AT_BYTES;
    bool wide = bytes.len >= 2 && (unsigned char)(bytes.ptr[0] ^ bytes.ptr[1]) == 1;
    size_t control = 0;
    for (size_t i = 0; i < looked && !wide; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        control += (c < ' ' && !char_is_space(bytes.ptr[i])) || c == 0x7f;
    }
    return control * ONE_IN > looked;
}

Document *plain_next(Source *source, Arena *arena)
{
    if (source->at > 0)
        return NULL;
    source->at = source->bytes.len;
    if (source->bytes.len > TEXT_LIMIT_BYTES) {
        problem_lost(source->problems, "%.*s: can't be read: a text of more than %zu bytes", (int)source->name.len,
                     source->name.ptr, TEXT_LIMIT_BYTES);
        return NULL;
    }
    if (is_binary(source->bytes)) {
        problem_lost(source->problems, "%.*s: is no text, page, feed or NDJSON that can be read", (int)source->name.len,
                     source->name.ptr);
        return NULL;
    }
    Document *document = source_document(source, source->bytes, arena);
    source_set_text(document, document->original, arena);
    document->title = text_heading(document->text);
    return document;
}
