#include "cli/pile.h"
#include "report/json.h"

const Option EXTRACT_OPTIONS[] = {
    {"text", 0, NULL, "add each document's text"},
    ENGINE_OPTIONS,
    {0},
};

/* A document's line: made on the thread that read the document, as writing is a good part of the work. */
static void *line_of(const Engine *engine, Extraction *extraction, Arena *arena, bool with_text)
{
    assemble_document(extraction, engine->profile, arena);
    Buf out = {0};
    json_extraction(&out, extraction, with_text);
    buf_char(&out, '\n');
    Str *line = ARENA_NEW(arena, Str);
    *line = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return line;
}

static void *line_step(const Engine *engine, Extraction *extraction, Arena *arena)
{
    return line_of(engine, extraction, arena, false);
}

static void *line_with_text_step(const Engine *engine, Extraction *extraction, Arena *arena)
{
    return line_of(engine, extraction, arena, true);
}

/* The lines of a batch at once, in room that is used again. */
static bool print_batch(const Pile *pile, size_t count, Buf *out, Error *err)
{
    buf_clear(out);
    for (size_t i = 0; i < count; i++)
        buf_put(out, *(const Str *)pile_made(pile, i));
    return print_out(buf_str(out), err);
}

int run_extract(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    if (!need_operands(invocation, "a PILE of reports", &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    Pile *pile = pile_open(invocation, 0, &engine);
    pile_set_step(pile, option_value(invocation, "text") ? line_with_text_step : line_step);
    Buf out = {0};
    size_t count = 0;
    bool ok = true;
    while (ok && pile_next(pile, false, &count))
        ok = print_batch(pile, count, &out, &err);
    buf_free(&out);
    int code = ok ? pile_exit_code(pile) : fail(&err);
    pile_close(pile);
    engine_close(&engine);
    return code;
}
