#include "model/document.h"

/* The last run that begins at or before the offset; there is at least one. */
static const RawRun *run_at(const Document *document, uint32_t offset)
{
    size_t low = 0;
    size_t high = document->raw_run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (document->raw_runs[middle].text_start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &document->raw_runs[low];
}

static uint32_t raw_offset(const Document *document, uint32_t offset)
{
    const RawRun *run = run_at(document, offset);
    uint32_t into = offset > run->text_start ? offset - run->text_start : 0;
    uint32_t raw = run->raw_start + into;
    return raw < run->raw_end ? raw : run->raw_end;
}

Span document_raw_span(const Document *document, Span s)
{
    if (document->raw_run_count == 0)
        return s;
    uint32_t start = raw_offset(document, s.start);
    uint32_t end = s.end > s.start ? raw_offset(document, s.end - 1) + 1 : start;
    const RawRun *last = run_at(document, s.end > s.start ? s.end - 1 : s.start);
    return (Span){start, end < last->raw_end ? end : last->raw_end};
}
