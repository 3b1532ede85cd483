#include <stdio.h>

#include "base/json.h"
#include "cli/book.h"
#include "cli/pile.h"

const Option REBUILD_OPTIONS[] = {
    {"json", 0, NULL, "print an object that says how many reports were read"},
    ENGINE_OPTIONS,
    {0},
};

/* The book's reports as a pile, and the keys of those in the batch. */
typedef struct {
    Store *store;
    Arena *arena;
    int64_t last;
    int64_t *keys;
    size_t count;
    size_t cap;
} Reports;

static Document *next_report(void *context, Arena *arena)
{
    Reports *reports = context;
    Document *document = store_next_document(reports->store, &reports->last, arena);
    reports->keys = arena_grow(reports->arena, reports->keys, reports->count, &reports->cap, sizeof *reports->keys);
    reports->keys[reports->count++] = reports->last;
    return document;
}

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
    Reports reports = {.store = store, .arena = invocation->arena};
    size_t all = 0;
    size_t count = 0;
    store_rebuild_begin(store);
    Pile *pile = pile_open_from(invocation, engine, next_report, &reports, book_prepare);
    while (pile_next(pile, false, &count)) {
        for (size_t i = 0; i < count; i++)
            store_keep_finding(store, reports.keys[i], pile_made(pile, i));
        reports.count = 0;
        all += count;
    }
    pile_close(pile);
    return store_rebuild_end(store, err) && tell(invocation, all, err);
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
