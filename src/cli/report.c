#include <stdio.h>

#include "base/file.h"
#include "cli/book.h"
#include "cli/pile.h"
#include "report/json.h"
#include "report/page.h"

const Option REPORT_OPTIONS[] = {
    {"output", 'o', "FILE", "write there (default: standard output)"},
    {"json", 0, NULL, "print the situation as JSON in place of the page"},
    {"as-of", 0, "TIME", "only what was published by then (of a book: read by then): 2026-02-01 or 2026-02-01T18:00Z"},
    SITUATION_OPTION,
    ENGINE_OPTIONS,
    {0},
};

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

/* A situation put together, and what the command's exit code will be. */
static Situation *from_book(const Invocation *invocation, const Engine *engine, Moment as_of, int *code, Error *err)
{
    int64_t situation = 0;
    Situation *made = NULL;
    Store *store = book_open(invocation, STORE_READ, err);
    if (store && book_situation(invocation, store, false, &situation, err))
        made = store_edition(store, situation, as_of, engine->profile, invocation->arena, err);
    (void)store_close(store, NULL);
    *code = made && made->claim_count == 0 ? EXIT_NOTHING_FOUND : EXIT_DONE;
    return made;
}

static bool print_situation(const Invocation *invocation, const Engine *engine, const Situation *situation, Error *err)
{
    Buf out = {0};
    if (option_value(invocation, "json")) {
        json_situation(&out, situation);
        buf_char(&out, '\n');
    } else {
        page_situation(&out, situation, &engine->language, engine->gazetteer);
    }
    bool ok = write_result(invocation, buf_str(&out), err);
    buf_free(&out);
    if (ok)
        say_what_was_done(invocation, situation);
    return ok;
}

static int report_book(const Invocation *invocation, const Engine *engine, Moment as_of)
{
    Error err = {0};
    int code = EXIT_DONE;
    const Situation *situation = from_book(invocation, engine, as_of, &code, &err);
    return situation && print_situation(invocation, engine, situation, &err) ? code : fail(&err);
}

static int report_pile(const Invocation *invocation, const Engine *engine, Moment as_of)
{
    Error err = {0};
    size_t count = 0;
    Pile *pile = pile_open(invocation, 0, engine);
    Extraction **all = pile_all(pile, &count);
    const Situation *situation = assemble_situation(all, count, engine->profile, as_of, invocation->arena);
    int code = print_situation(invocation, engine, situation, &err) ? pile_exit_code(pile) : fail(&err);
    pile_close(pile);
    return code;
}

int run_report(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    Moment as_of;
    bool is_book = false;
    if (!need_operands(invocation, "a PILE of reports, or a BOOK", &err) || !book_named(invocation, &is_book, &err) ||
        !read_moment(invocation, "as-of", &as_of, &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    int code = is_book ? report_book(invocation, &engine, as_of) : report_pile(invocation, &engine, as_of);
    engine_close(&engine);
    return code;
}
