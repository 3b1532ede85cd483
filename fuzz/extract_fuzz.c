/* libFuzzer target: whole cascade on any bytes as text. Holds: every claim's passage lies in the text. */
#include <stdlib.h>

#include "assemble/assemble.h"
#include "base/buf.h"
#include "extract/extract.h"
#include "report/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Arena *program;
static Language language;
static Gazetteer *gazetteer;

static void load_once(void)
{
    Error err = {0};
    if (program)
        return;
    program = arena_create();
    if (!language_default(program, STR("en"), &language, &err))
        abort();
    gazetteer = gazetteer_open(program, STR(""), &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    load_once();
    Arena *arena = arena_create();
    Document *document = ARENA_NEW(arena, Document);
    document->id = STR("fuzz");
    document->text = (Str){(const char *)data, size};
    document->published = moment_parse(STR("2026-01-31"));
    Extraction *extraction = extract_document(&language, gazetteer, document, arena);
    assemble_document(extraction, profile_default(arena), arena);
    for (size_t i = 0; i < extraction->claim_count; i++) {
        Span evidence = extraction->claims[i].evidence;
        if (evidence.end > size || evidence.start >= evidence.end)
            abort();
    }
    Buf out = {0};
    json_extraction(&out, extraction, true);
    buf_free(&out);
    arena_destroy(arena);
    return 0;
}
