#include "cli/pile.h"
#include "report/json.h"

const Option EXTRACT_OPTIONS[] = {
    {"text", 0, NULL, "add each document's text"},
    ENGINE_OPTIONS,
    {0},
};

static bool print_batch(Extraction *const *extractions, size_t count, bool with_text, Error *err)
{
    Buf out = {0};
    for (size_t i = 0; i < count; i++) {
        json_extraction(&out, extractions[i], with_text);
        buf_char(&out, '\n');
    }
    bool ok = print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

int run_extract(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    if (!need_operands(invocation, "a PILE of reports", &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    Pile *pile = pile_open(invocation, 0, &engine);
    bool with_text = option_value(invocation, "text") != NULL;
    size_t count = 0;
    bool ok = true;
    Extraction **batch = NULL;
    while (ok && (batch = pile_next(pile, false, &count)))
        ok = print_batch(batch, count, with_text, &err);
    int code = ok ? pile_exit_code(pile) : fail(&err);
    pile_close(pile);
    engine_close(&engine);
    return code;
}
