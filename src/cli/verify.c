#include "base/json.h"
#include "cli/book.h"
#include "report/words.h"

const Option VERIFY_OPTIONS[] = {
    {"json", 0, NULL, "print an object for each thing that is wrong, and one that says what was looked at"},
    {"help", 'h', NULL, "this help"},
    {0},
};

typedef struct {
    bool json;
    Error *err; /* of printing */
} Telling;

static void print_line(const Telling *telling, Buf *line)
{
    buf_char(line, '\n');
    (void)print_out(buf_str(line), telling->err);
    buf_free(line);
}

static void print_problem(void *context, const char *text)
{
    const Telling *telling = context;
    Buf line = {0};
    if (telling->json) {
        Json j = {.out = &line};
        json_open(&j, '{');
        json_str(&j, "problem", str_from(text));
        json_close(&j, '}');
    } else {
        buf_put(&line, str_from(text));
    }
    print_line(telling, &line);
}

static void print_check(const Telling *telling, const char *path, const StoreCheck *check)
{
    Buf line = {0};
    if (telling->json) {
        Json j = {.out = &line};
        json_open(&j, '{');
        json_str(&j, "book", str_from(path));
        json_int(&j, "reports", (int64_t)check->documents);
        json_int(&j, "claims", (int64_t)check->claims);
        json_int(&j, "situations", (int64_t)check->situations);
        json_int(&j, "problems", (int64_t)check->problems);
        json_close(&j, '}');
    } else if (check->problems == 0) {
        buf_format(&line, "%s: ", path);
        words_counted(&line, check->documents, "report");
        buf_put(&line, STR(", "));
        words_counted(&line, check->claims, "claim");
        buf_put(&line, STR(", "));
        words_counted(&line, check->situations, "situation");
        buf_put(&line, STR(": nothing is wrong"));
    }
    if (line.len > 0)
        print_line(telling, &line);
}

static bool verify(const Invocation *invocation, Store *store, Error *err)
{
    StoreCheck check;
    const char *path = invocation->operands[0];
    Telling telling = {option_value(invocation, "json") != NULL, err};
    if (!store_verify(store, print_problem, &telling, &check, err))
        return false;
    print_check(&telling, path, &check);
    if (err->kind != ERROR_NONE)
        return false;
    return check.problems == 0 || error_set(err, ERROR_STORE, "%s: %zu %s wrong in %zu %s", path, check.problems,
                                            check.problems == 1 ? "thing is" : "things are", check.documents,
                                            check.documents == 1 ? "report" : "reports");
}

int run_verify(Invocation *invocation)
{
    Error err = {0};
    if (invocation->operand_count != 1) {
        (void)error_set(&err, ERROR_USAGE, "verify needs one BOOK; see daybook verify --help");
        return fail(&err);
    }
    Store *store = book_open(invocation, STORE_READ, &err);
    bool ok = store && verify(invocation, store, &err);
    if (ok)
        book_note_rules(invocation, store, engine_default_rules(invocation->arena));
    (void)store_close(store, NULL);
    return ok ? EXIT_DONE : fail(&err);
}
