#include "serve/serve.h"

#include "cli/book.h"
#include "cli/read_anew.h"

enum { DEFAULT_PORT = 8460, MAX_PORT = 65535 };

const Option SERVE_OPTIONS[] = {
    {"port", 0, "N", "where to listen (default: 8460; 0: any free one)"},
    {"bind", 0, "ADDRESS", "the address to listen at, in numbers (default: 127.0.0.1, this machine alone)"},
    {"origin", 0, "URL", "the desk's address as browsers see it, where a proxy stands before it: https://desk.example"},
    {"behind-proxy", 0, NULL, "clients' addresses are the last in X-Forwarded-For"},
    {"verbose", 0, NULL, "print a line a request on stderr"},
    ENGINE_OPTIONS,
    {0},
};

static bool read_port(const Invocation *invocation, uint16_t *out, Error *err)
{
    const char *text = option_value(invocation, "port");
    int64_t port = DEFAULT_PORT;
    if (text && (!str_number(str_from(text), &port) || port > MAX_PORT))
        return error_set(err, ERROR_USAGE, "--port takes a number from 0 to %d, not \"%s\"", MAX_PORT, text);
    *out = (uint16_t)port;
    return true;
}

/* Nobody is to meet a desk without figures. */
static bool bring_up_to_date(const Invocation *invocation, Error *err)
{
    Store *store = book_open_current(invocation, STORE_CREATE, err);
    return store && store_close(store, err);
}

int run_serve(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    uint16_t port = 0;
    if (invocation->operand_count != 1)
        (void)error_set(&err, ERROR_USAGE, "serve needs a BOOK; see daybook serve --help");
    if (invocation->operand_count != 1 || !read_port(invocation, &port, &err) ||
        !engine_open(invocation, &engine, &err))
        return fail(&err);
    const char *address = option_value(invocation, "bind");
    ServeOptions options = {
        .book = invocation->operands[0],
        .address = address ? address : "127.0.0.1",
        .port = port,
        .workers = option_value(invocation, "threads") ? engine.threads : 0,
        .origin = option_value(invocation, "origin"),
        .behind_proxy = option_value(invocation, "behind-proxy") != NULL,
        .verbose = option_value(invocation, "verbose") != NULL,
        .language = &engine.language,
        .gazetteer = engine.gazetteer,
        .profile = engine.of_book,
        .rules = engine.rules,
    };
    bool ok = bring_up_to_date(invocation, &err) && serve_run(&options, &err);
    engine_close(&engine);
    return ok ? EXIT_DONE : fail(&err);
}
