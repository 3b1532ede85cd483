#include "cli/book.h"

const Option VERIFY_OPTIONS[] = {
    {"help", 'h', NULL, "this help"},
    {0},
};

static void print_problem(void *context, const char *text)
{
    Buf line = {0};
    buf_put(&line, str_from(text));
    buf_char(&line, '\n');
    (void)print_out(buf_str(&line), context);
    buf_free(&line);
}

static bool verify(Store *store, const char *path, Error *err)
{
    StoreCheck check;
    if (!store_verify(store, print_problem, err, &check, err) || err->kind != ERROR_NONE)
        return false;
    if (check.problems > 0)
        return error_set(err, ERROR_STORE, "%s: %zu things are wrong in %zu reports", path, check.problems,
                         check.documents);
    Buf line = {0};
    buf_format(&line, "%s: %zu reports, %zu claims, %zu situations: nothing is wrong\n", path, check.documents,
               check.claims, check.situations);
    bool ok = print_out(buf_str(&line), err);
    buf_free(&line);
    return ok;
}

int run_verify(Invocation *invocation)
{
    Error err = {0};
    if (invocation->operand_count != 1) {
        (void)error_set(&err, ERROR_USAGE, "verify needs one BOOK; see daybook verify --help");
        return fail(&err);
    }
    Store *store = book_open(invocation, STORE_READ, &err);
    bool ok = store && verify(store, invocation->operands[0], &err);
    (void)store_close(store, NULL);
    return ok ? EXIT_DONE : fail(&err);
}
