/* libFuzzer target: any bytes as an input, through format detection and every format's reader. Holds: text is UTF-8,
 * blocks stand in order inside it, runs cover it in order and lead into the original, an id's parts are there. */
#include <stdlib.h>

#include "base/buf.h"
#include "read/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_blocks(const Document *document)
{
    uint32_t end = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        Span span = document->blocks[i].span;
        check(span.start >= end && span.end > span.start && span.end <= document->text.len);
        for (uint32_t b = end; b < span.start; b++)
            check(char_is_space(document->text.ptr[b]));
        end = span.end;
    }
}

static void check_runs(const Document *document)
{
    uint32_t next = 0;
    for (size_t i = 0; i < document->raw_run_count; i++) {
        const RawRun *run = &document->raw_runs[i];
        check(i == 0 ? run->text_start == 0 : run->text_start > next);
        check(run->raw_start <= run->raw_end && run->raw_end <= document->original.len);
        next = run->text_start;
    }
    check(document->raw_run_count == 0 || next < document->text.len);
    for (uint32_t at = 0; at < document->text.len; at++) {
        Span raw = document_raw_span(document, (Span){at, at + 1});
        check(raw.start <= raw.end && raw.end <= document->original.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_create();
    Problems problems = {0};
    Source source = {.name = STR("-"),
                     .bytes = arena_copy(arena, (Str){size ? (const char *)data : "", size}),
                     .arena = arena_create(),
                     .problems = &problems,
                     .markup = markup_load(arena)};
    source_begin(&source);
    Document *document = NULL;
    while (source.next && (document = source.next(&source, arena))) {
        check(text_valid_length(document->text) == document->text.len);
        check(text_valid_length(document->title) == document->title.len);
        check(document->sha256.len == 64);
        check_blocks(document);
        check_runs(document);
    }
    source_close(&source);
    arena_destroy(arena);
    return 0;
}
