#include <stdio.h>

#include "base/json.h"
#include "cli/read_anew.h"

const Option REBUILD_OPTIONS[] = {
    {"json", 0, NULL, "print an object that says how many reports were read"},
    ENGINE_OPTIONS,
    {0},
};

static bool tell(const Invocation *invocation, size_t reports, Error *err)
{
    if (!option_value(invocation, "json")) {
        (void)fprintf(stderr, "daybook: %zu %s read anew: %s\n", reports, reports == 1 ? "report" : "reports",
                      invocation->operands[0]);
        return true;
    }
    Buf out = {0};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_str(&j, "book", str_from(invocation->operands[0]));
    json_int(&j, "reports", (int64_t)reports);
    json_close(&j, '}');
    buf_char(&out, '\n');
    bool ok = print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

static bool rebuild(const Invocation *invocation, const Engine *engine, Store *store, Error *err)
{
    size_t reports = 0;
    return read_anew(invocation, engine, store, &reports, err) && tell(invocation, reports, err);
}

int run_rebuild(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    if (invocation->operand_count != 1)
        (void)error_set(&err, ERROR_USAGE, "rebuild needs one BOOK; see daybook rebuild --help");
    if (invocation->operand_count != 1 || !engine_open(invocation, &engine, &err))
        return fail(&err);
    Store *store = book_open(invocation, STORE_WRITE, &err);
    Engine own;
    bool ok = store && book_engine(&engine, invocation, store, &own, &err) && rebuild(invocation, &own, store, &err);
    ok = store_close(store, ok ? &err : NULL) && ok;
    engine_close(&engine);
    return ok ? EXIT_DONE : fail(&err);
}
