#include "report/export.h"

#include "cli/edition.h"

const Option EXPORT_OPTIONS[] = {
    {"format", 'f', "NAME", "json, csv, geojson, hxl, ged, acled, claimreview or markdown"},
    {"output", 'o', "FILE", "write there (default: standard output)"},
    {"as-of", 0, "TIME", "only what was published by then (of a book: read by then): 2026-02-01 or 2026-02-01T18:00Z"},
    PUBLIC_OPTION,
    SITUATION_OPTION,
    ENGINE_OPTIONS,
    {0},
};

static bool read_format(const Invocation *invocation, const ExportFormat **out, Error *err)
{
    const char *name = option_value(invocation, "format");
    *out = name ? export_format(str_from(name)) : NULL;
    if (*out)
        return true;
    Buf names = {0};
    size_t count = 0;
    const ExportFormat *formats = export_formats(&count);
    for (size_t i = 0; i < count; i++) {
        buf_put(&names, i > 0 ? STR(", ") : STR(""));
        buf_put(&names, str_from(formats[i].name));
    }
    if (name)
        (void)error_set(err, ERROR_USAGE, "--format: there is no format \"%s\"; there are: %.*s", name, (int)names.len,
                        names.ptr);
    else
        (void)error_set(err, ERROR_USAGE, "export needs --format NAME; there are: %.*s", (int)names.len, names.ptr);
    buf_free(&names);
    return false;
}

static bool print_export(const Invocation *invocation, const ExportFormat *format, const Situation *situation,
                         Error *err)
{
    Buf out = {0};
    export_write(&out, format, situation);
    bool ok = write_result(invocation, buf_str(&out), err);
    buf_free(&out);
    return ok;
}

int run_export(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    Moment as_of;
    Edition edition;
    const ExportFormat *format = NULL;
    if (!need_operands(invocation, "a BOOK, or a PILE of reports", &err) || !read_format(invocation, &format, &err) ||
        !read_moment(invocation, "as-of", &as_of, &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    if (!option_value(invocation, "profile")) {
        engine.profile = profile_named(str_from(format->profile), invocation->arena, NULL);
        engine.of_book = strcmp(format->profile, "daybook") == 0 ? NULL : engine.profile;
    }
    bool ok = edition_open(invocation, &engine, as_of, &edition, &err) &&
              print_export(invocation, format, edition.situation, &err);
    edition_close(&edition);
    engine_close(&engine);
    return ok ? edition.code : fail(&err);
}
