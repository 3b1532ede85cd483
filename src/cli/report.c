#include <stdio.h>

#include "cli/edition.h"
#include "report/json.h"
#include "report/page.h"
#include "report/words.h"

const Option REPORT_OPTIONS[] = {
    {"output", 'o', "FILE", "write there (default: standard output)"},
    {"json", 0, NULL, "print the situation as JSON in place of the page"},
    {"as-of", 0, "TIME", "only what was published by then (of a book: read by then): 2026-02-01 or 2026-02-01T18:00Z"},
    PUBLIC_OPTION,
    SITUATION_OPTION,
    ENGINE_OPTIONS,
    {0},
};

/* Of what the page shows: reports of later than --as-of are left out. */
static void say_what_was_done(const Invocation *invocation, const Situation *situation)
{
    const char *path = option_value(invocation, "output");
    size_t reports = 0;
    size_t claims = 0;
    for (size_t i = 0; i < situation->document_count; i++)
        reports += !situation->documents[i].after_as_of;
    for (size_t i = 0; i < situation->claim_count; i++)
        claims += !situation->documents[situation->claims[i].document].after_as_of;
    Buf out = {0};
    words_counted(&out, reports, "report");
    buf_put(&out, STR(", "));
    words_counted(&out, claims, "claim");
    buf_put(&out, STR(", "));
    words_counted(&out, situation->incident_count, "incident");
    if (path)
        (void)fprintf(stderr, "daybook: %.*s: %s\n", (int)out.len, out.ptr, path);
    buf_free(&out);
}

static bool print_situation(const Invocation *invocation, const Engine *engine, const Edition *edition, Error *err)
{
    const Situation *situation = edition->situation;
    Buf out = {0};
    if (option_value(invocation, "json")) {
        json_situation(&out, situation);
        buf_char(&out, '\n');
    } else {
        page_situation(&out, situation, &engine->language, edition->gazetteer);
    }
    bool ok = write_result(invocation, buf_str(&out), err);
    buf_free(&out);
    if (ok)
        say_what_was_done(invocation, situation);
    return ok;
}

int run_report(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    Moment as_of;
    Edition edition;
    if (!need_operands(invocation, "a PILE of reports, or a BOOK", &err) ||
        !read_moment(invocation, "as-of", &as_of, &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    bool ok = edition_open(invocation, &engine, as_of, &edition, &err) &&
              print_situation(invocation, &engine, &edition, &err);
    edition_close(&edition);
    engine_close(&engine);
    return ok ? edition.code : fail(&err);
}
