#include <stdio.h>

#include "base/file.h"
#include "cli/pile.h"
#include "report/json.h"
#include "report/page.h"

const Option REPORT_OPTIONS[] = {
    {"output", 'o', "FILE", "write there (default: standard output)"},
    {"json", 0, NULL, "print the situation as JSON in place of the page"},
    {"as-of", 0, "TIME", "only what was published by then: 2026-02-01 or 2026-02-01T18:00Z"},
    ENGINE_OPTIONS,
    {0},
};

static bool read_as_of(const Invocation *invocation, Moment *out, Error *err)
{
    const char *text = option_value(invocation, "as-of");
    *out = (Moment){0, MOMENT_NONE};
    if (!text)
        return true;
    *out = moment_parse(str_from(text));
    if (out->precision != MOMENT_NONE)
        return true;
    return error_set(err, ERROR_USAGE, "--as-of: \"%s\" is no day or time; write 2026-02-01 or 2026-02-01T18:00Z",
                     text);
}

static bool write_result(const Invocation *invocation, Str result, Error *err)
{
    const char *path = option_value(invocation, "output");
    return path ? file_write(path, result, err) : print_out(result, err);
}

static void say_what_was_done(const Invocation *invocation, const Situation *situation)
{
    const char *path = option_value(invocation, "output");
    if (path)
        (void)fprintf(stderr, "daybook: %zu reports, %zu claims, %zu incidents: %s\n", situation->document_count,
                      situation->claim_count, situation->incident_count, path);
}

static int report(const Invocation *invocation, const Engine *engine, Pile *pile, Moment as_of)
{
    Error err = {0};
    size_t count = 0;
    Extraction **all = pile_all(pile, &count);
    Situation *situation = assemble_situation(all, count, engine->profile, as_of, invocation->arena);
    Buf out = {0};
    if (option_value(invocation, "json")) {
        json_situation(&out, situation);
        buf_char(&out, '\n');
    } else {
        page_situation(&out, situation, &engine->language, engine->gazetteer);
    }
    bool ok = write_result(invocation, buf_str(&out), &err);
    buf_free(&out);
    if (ok)
        say_what_was_done(invocation, situation);
    return ok ? pile_exit_code(pile) : fail(&err);
}

int run_report(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    Moment as_of;
    if (!need_operands(invocation, "a PILE of reports", &err) || !read_as_of(invocation, &as_of, &err) ||
        !engine_open(invocation, &engine, &err))
        return fail(&err);
    Pile *pile = pile_open(invocation, &engine);
    int code = report(invocation, &engine, pile, as_of);
    pile_close(pile);
    engine_close(&engine);
    return code;
}
