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
        const Flag *flag = &document->flags[i];
        if (flag->kind == FLAG_TRUNCATED || document->text.len == 0)
            problem_warn(source->problems, "%.*s: %.*s", (int)source->name.len, source->name.ptr, (int)flag->note.len,
                         flag->note.ptr);
    }
    return document;
}
