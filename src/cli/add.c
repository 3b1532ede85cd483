#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/json.h"
#include "cli/book.h"
#include "cli/pile.h"
#include "cli/read_anew.h"
#include "cli/stop.h"
#include "report/words.h"

const Option ADD_OPTIONS[] = {
    SITUATION_OPTION,
    {"read-at", 0, "TIME", "when the reports were read (default: now): to replay a day"},
    {"json", 0, NULL, "print an object a report in place of a line"},
    ENGINE_OPTIONS,
    {0},
};

typedef struct {
    const Invocation *invocation;
    Store *store;
    int64_t situation;
    Moment read_at; /* MOMENT_NONE: the clock */
    size_t new_count;
    const volatile sig_atomic_t *stop;
} Adding;

static int64_t reading_time(const Adding *adding)
{
    return adding->read_at.precision == MOMENT_NONE ? (int64_t)time(NULL) : adding->read_at.seconds;
}

static void put_line(Buf *out, const Adding *adding, const StoreReport *report, bool is_new)
{
    const Document *document = report->document;
    if (option_value(adding->invocation, "json")) {
        Json j = {.out = out};
        json_open(&j, '{');
        json_str(&j, "id", document->id);
        json_bool(&j, "new", is_new);
        json_int(&j, "claims", (int64_t)report->claim_count);
        json_text(&j, "title", document->title);
        json_close(&j, '}');
    } else {
        buf_put(out, is_new ? STR("added  ") : STR("known  "));
        buf_put(out, document->id);
        buf_put(out, STR("  "));
        words_counted(out, report->claim_count, "claim");
    }
    buf_char(out, '\n');
}

/* What is printed is kept: the lines go out after the commit. */
static bool add_batch(Adding *adding, const Pile *pile, size_t count, Error *err)
{
    Buf out = {0};
    int64_t read_at = reading_time(adding);
    store_begin(adding->store);
    for (size_t i = 0; i < count; i++) {
        const StoreReport *report = pile_made(pile, i);
        bool is_new = false;
        store_add(adding->store, adding->situation, report, read_at, &is_new);
        put_line(&out, adding, report, is_new);
        adding->new_count += is_new;
    }
    bool ok = store_commit(adding->store, err) && print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

/* Events of data sets in the pile, for waves and superlatives to be held against. */
static bool add_baseline(const Adding *adding, const Pile *pile, Error *err)
{
    const Baseline *baseline = pile_baseline(pile);
    if (baseline->count == 0)
        return true;
    store_begin(adding->store);
    size_t new_count = store_add_baseline(adding->store, baseline, reading_time(adding));
    Buf out = {0};
    if (option_value(adding->invocation, "json")) {
        Json j = {.out = &out};
        json_open(&j, '{');
        json_int(&j, "baseline", (int64_t)baseline->count);
        json_int(&j, "new", (int64_t)new_count);
        json_close(&j, '}');
        buf_char(&out, '\n');
    } else {
        buf_put(&out, STR("baseline  "));
        words_counted(&out, baseline->count, "event");
        buf_format(&out, ", %zu new\n", new_count);
    }
    bool ok = store_commit(adding->store, err) && print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

static bool add_all(Adding *adding, Pile *pile, Error *err)
{
    size_t count = 0;
    while (!*adding->stop && pile_next(pile, false, &count))
        if (!add_batch(adding, pile, count, err))
            return false;
    return (*adding->stop || add_baseline(adding, pile, err)) && store_assemble(adding->store, adding->situation, err);
}

/* Interrupted: what is in the book, and what to do for the rest. */
static void say_what_is_kept(const Adding *adding)
{
    (void)fprintf(stderr,
                  "daybook: stopped: %zu new %s kept in %s, its figures are up to date; the same command goes on with "
                  "the rest\n",
                  adding->new_count, adding->new_count == 1 ? "report is" : "reports are",
                  adding->invocation->operands[0]);
}

static int add(const Invocation *invocation, const Engine *opened, Moment read_at)
{
    Error err = {0};
    Engine own;
    const Engine *engine = &own;
    Adding adding = {.invocation = invocation, .read_at = read_at};
    adding.store = book_open_current(invocation, STORE_CREATE, &err);
    if (!adding.store)
        return fail(&err);
    int code = EXIT_DONE;
    if (book_engine(opened, invocation, adding.store, &own, &err) &&
        book_situation(invocation, adding.store, true, &adding.situation, &err)) {
        book_note_rules(invocation, adding.store, engine->rules);
        adding.stop =
            stop_catch("\ndaybook: stopping: the reports at hand are kept first (once more ends it at once)\n");
        Pile *pile = pile_open_for_book(invocation, 1, engine, book_prepare);
        code = add_all(&adding, pile, &err) ? pile_exit_code(pile) : fail(&err);
        store_compact(adding.store);
        if (code == EXIT_NOTHING_FOUND && pile_baseline(pile)->count > 0)
            code = EXIT_DONE;
        pile_close(pile);
    } else {
        code = fail(&err);
    }
    if (!store_close(adding.store, &err) && code < EXIT_USAGE_ERROR)
        code = fail(&err);
    if (adding.stop && *adding.stop && (code < EXIT_USAGE_ERROR || code == EXIT_INPUT_ERROR)) {
        say_what_is_kept(&adding);
        stop_end();
    }
    return code;
}

/* A book behind a pile: the operands were swapped. */
static bool is_in_order(const Invocation *invocation, Error *err)
{
    const char *const *words = invocation->operands;
    if (invocation->operand_count < 2)
        return error_set(err, ERROR_USAGE, "add needs a BOOK and a PILE of reports; see daybook add --help");
    for (size_t i = 1; i < invocation->operand_count && access(words[0], F_OK) == 0 && !store_is_book(words[0]); i++)
        if (store_is_book(words[i]))
            return error_set(err, ERROR_USAGE, "%s is no book: the book comes first, daybook add %s %s", words[0],
                             words[i], words[0]);
    return true;
}

/* Is there anything to read? Where not, no book is made of nothing; a book that exists says itself what it could not read. */
static bool has_pile(const Invocation *invocation, Error *err)
{
    const char *const *words = invocation->operands;
    if (access(words[0], F_OK) == 0)
        return true;
    for (size_t i = 1; i < invocation->operand_count; i++)
        if (strcmp(words[i], "-") == 0 || access(words[i], F_OK) == 0)
            return true;
    bool is_missing = errno == ENOENT || errno == ENOTDIR;
    return error_set(err, ERROR_INPUT, "%s: %s; no book was made", words[invocation->operand_count - 1],
                     is_missing ? "no such file or folder" : strerror(errno));
}

int run_add(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    Moment read_at;
    if (!is_in_order(invocation, &err) || !has_pile(invocation, &err) ||
        !read_moment(invocation, "read-at", &read_at, &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    int code = add(invocation, &engine, read_at);
    engine_close(&engine);
    return code;
}
