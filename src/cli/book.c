#include "cli/book.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/terminal.h"
#include "report/grid.h"
#include "store/setting.h"

static const char DEFAULT_SITUATION[] = "main";

bool book_named(const Invocation *invocation, bool *out, Error *err)
{
    size_t books = 0;
    for (size_t i = 0; i < invocation->operand_count; i++)
        books += store_is_book(invocation->operands[i]);
    *out = books > 0;
    if (books == 0 || invocation->operand_count == 1)
        return true;
    return error_set(err, ERROR_USAGE, "%s takes one book, or a pile of reports, not both", invocation->command->name);
}

void *book_prepare(const Engine *engine, Extraction *extraction, Arena *arena)
{
    return store_prepare(extraction, engine->rules, arena);
}

bool book_is_missing(const char *path)
{
    return access(path, F_OK) != 0 && errno == ENOENT;
}

void book_say_made(const char *path)
{
    (void)fprintf(stderr, "daybook: %s: a new book is made\n", path);
}

Store *book_open(const Invocation *invocation, StoreMode mode, Error *err)
{
    const char *path = invocation->operands[0];
    bool is_made = mode == STORE_CREATE && book_is_missing(path);
    Store *store = store_open(invocation->arena, path, mode, err);
    if (store && is_made)
        book_say_made(path);
    return store;
}

bool book_engine(const Engine *engine, const Invocation *invocation, Store *store, Engine *out, Error *err)
{
    *out = *engine;
    out->gazetteer = store_gazetteer(store, engine->gazetteer, invocation->arena, err);
    return out->gazetteer != NULL;
}

/* Where the book has situations, a new one may be a mistyped name. */
static void say_if_new(const Invocation *invocation, const StoreSituation *known, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(known[i].name, str_from(name)))
            return;
    if (count > 0)
        (void)fprintf(stderr, "daybook: %s: a new situation \"%s\" is made\n", invocation->operands[0], name);
}

bool book_situation(const Invocation *invocation, Store *store, bool create, int64_t *out, Error *err)
{
    const char *wanted = option_value(invocation, "situation");
    StoreSituation *all = NULL;
    size_t count = 0;
    if (!store_situations(store, invocation->arena, &all, &count, err))
        return false;
    if (!wanted && count == 1) {
        *out = all[0].id;
        return true;
    }
    const char *name = wanted ? wanted : DEFAULT_SITUATION;
    if (!store_situation(store, str_from(name), create, out, err))
        return false;
    if (*out != 0) {
        say_if_new(invocation, all, count, name);
        return true;
    }
    if (count == 0)
        return error_set(err, ERROR_USAGE, "%s: the book is empty; daybook add puts reports into it",
                         invocation->operands[0]);
    Buf names = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&names, i > 0 ? STR(", ") : STR(""));
        buf_put(&names, all[i].name);
    }
    (void)error_set(err, ERROR_USAGE, "%s: there is no situation \"%s\"; name one with --situation: %.*s",
                    invocation->operands[0], name, (int)names.len, names.ptr);
    buf_free(&names);
    return false;
}

void book_note_rules(const Invocation *invocation, Store *store, Str rules)
{
    if (store_read_otherwise(store, rules))
        (void)fprintf(stderr,
                      "daybook: %s: some reports were read with other language data or an earlier daybook; daybook "
                      "rebuild reads all anew\n",
                      invocation->operands[0]);
}

bool print_view(const Invocation *invocation, const View *view, Error *err)
{
    Buf out = {0};
    if (option_value(invocation, "json"))
        grid_json(&out, view);
    else
        grid_text(&out, view, terminal_width(), terminal_has_colour());
    bool ok = print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

bool read_moment(const Invocation *invocation, const char *option, Moment *out, Error *err)
{
    const char *text = option_value(invocation, option);
    *out = (Moment){.seconds = 0, .precision = MOMENT_NONE};
    if (!text)
        return true;
    *out = moment_parse(str_from(text));
    if (out->precision != MOMENT_NONE)
        return true;
    return error_set(err, ERROR_USAGE, "--%s: \"%s\" is no day or time; write 2026-02-01 or 2026-02-01T18:00Z", option,
                     text);
}
