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

enum { HEADLINE_GAP_BYTES = 2 }; /* the blank line between body and headline */

Str document_body(const Document *document)
{
    Str all = document->text;
    if (span_is_empty(document->headline))
        return all;
    return str_slice(all, 0, document->headline.start - HEADLINE_GAP_BYTES);
}

Str document_cell(const Document *document, RowField field)
{
    for (size_t i = 0; i < document->cell_count; i++)
        if (document->cells[i].field == field)
            return span_text(document->text, document->cells[i].span);
    return STR("");
}

bool document_in_headline(const Document *document, Span s)
{
    return !span_is_empty(document->headline) && s.start >= document->headline.start;
}

Span document_headline_span(const Document *document, Span s)
{
    return (Span){s.start - document->headline.start, s.end - document->headline.start};
}

/* Where the text of a run ends. */
static uint32_t text_end(const Document *document, const RawRun *run)
{
    size_t index = (size_t)(run - document->raw_runs);
    return index + 1 < document->raw_run_count ? run[1].text_start : (uint32_t)document_body(document).len;
}

/* The byte of the text at offset, as the original bytes that it stands for: all of a run's that was decoded. */
static Span raw_byte(const Document *document, uint32_t offset)
{
    const RawRun *run = run_at(document, offset);
    bool verbatim = run->raw_end - run->raw_start == text_end(document, run) - run->text_start;
    uint32_t into = offset > run->text_start ? offset - run->text_start : 0;
    if (!verbatim || run->raw_start + into >= run->raw_end)
        return (Span){run->raw_start, run->raw_end};
    return (Span){run->raw_start + into, run->raw_start + into + 1};
}

Span document_raw_span(const Document *document, Span s)
{
    if (document->raw_run_count == 0)
        return s;
    Span first = raw_byte(document, s.start);
    if (span_is_empty(s))
        return (Span){first.start, first.start};
    return (Span){first.start, raw_byte(document, s.end - 1).end};
}
