#include <stdio.h>

#include "base/buf.h"
#include "cli/data_folder.h"
#include "cli/pile.h"
#include "extract/check.h"

const Option CHECK_OPTIONS[] = {
    {"tap", 0, NULL, "print TAP, one line an example that holds and one for those that don't"},
    {"help", 'h', NULL, "this help"},
    {0},
};

static bool load(const Invocation *invocation, Language *out, Error *err)
{
    if (invocation->operand_count > 1)
        return error_set(err, ERROR_USAGE, "check takes one folder; see daybook check --help");
    return invocation->operand_count == 1 ? data_folder_load(invocation->arena, invocation->operands[0], out, err)
                                          : language_default(invocation->arena, STR("en"), out, err);
}

static void print_tap(Buf *out, size_t passed, size_t failed)
{
    for (size_t i = 1; i <= passed + failed; i++)
        buf_format(out, i <= passed ? "ok %zu\n" : "not ok %zu\n", i);
}

int run_check(Invocation *invocation)
{
    Error err = {0};
    Language language;
    Gazetteer *gazetteer = gazetteer_open(invocation->arena, STR(""), &err);
    if (!gazetteer || !load(invocation, &language, &err))
        return fail(&err);
    Buf out = {0};
    size_t passed = 0;
    size_t failed = 0;
    bool all_hold = check_language(&language, gazetteer, invocation->arena, &out, &passed, &failed);
    if (option_value(invocation, "tap"))
        print_tap(&out, passed, failed);
    else
        buf_format(&out, "%zu passed, %zu failed\n", passed, failed);
    bool ok = print_out(buf_str(&out), &err);
    buf_free(&out);
    gazetteer_close(gazetteer);
    if (!ok)
        return fail(&err);
    return all_hold ? EXIT_DONE : (int)ERROR_DATA;
}
