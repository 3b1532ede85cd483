/* plain — a file of plain text is one document. */
#include "read/source.h"
#include "read/text.h"

static const size_t TEXT_LIMIT_BYTES = (size_t)64 << 20;

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
    Document *document = source_document(source, source->bytes, arena);
    source_set_text(document, document->original, arena);
    document->title = text_heading(document->text);
    return document;
}
