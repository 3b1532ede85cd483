/* html — a page is one document. */
#include "read/page.h"
#include "read/source.h"

static const size_t PAGE_LIMIT_BYTES = (size_t)64 << 20;

Document *html_next(Source *source, Arena *arena)
{
    if (source->at > 0)
        return NULL;
    source->at = source->bytes.len;
    if (source->bytes.len > PAGE_LIMIT_BYTES) {
        problem_lost(source->problems, "%.*s: can't be read: a page of more than %zu bytes", (int)source->name.len,
                     source->name.ptr, PAGE_LIMIT_BYTES);
        return NULL;
    }
    Document *document = source_document(source, source->bytes, arena);
    page_read(arena, source->markup, document->original, source->charset, PAGE_WHOLE, document);
    for (size_t i = 0; i < document->flag_count; i++) {
        if (document->flags[i].kind == FLAG_TRUNCATED)
            problem_warn(source->problems, "%.*s: is cut off; read as far as it goes", (int)source->name.len,
                         source->name.ptr);
    }
    return document;
}
