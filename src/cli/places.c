#include <stdio.h>

#include "cli/command.h"
#include "match/gazetteer_import.h"

const Option PLACES_IMPORT_OPTIONS[] = {
    {"output", 'o', "FILE", "write the gazetteer there; needed"},
    {"help", 'h', NULL, "this help"},
    {0},
};

static void tell(void *context, const char *path, size_t line, const char *what)
{
    (void)context;
    (void)fprintf(stderr, "daybook: %s:%zu: %s\n", path, line, what);
}

int run_places_import(Invocation *invocation)
{
    Error err = {0};
    const char *out = option_value(invocation, "output");
    if (!need_operands(invocation, "a GeoNames or Who's On First dump", &err))
        return fail(&err);
    if (out == NULL) {
        (void)error_set(&err, ERROR_USAGE, "places import needs -o FILE; see daybook places import --help");
        return fail(&err);
    }
    ImportReport counts = {.problem = tell};
    if (!gazetteer_import(invocation->operands, invocation->operand_count, out, &counts, &err))
        return fail(&err);
    (void)fprintf(stderr, "%zu places of %zu lines written to %s; %zu passed over, %zu broken\n", counts.places,
                  counts.lines, out, counts.passed, counts.broken);
    if (counts.broken > 0)
        return EXIT_INPUT_ERROR;
    return counts.places > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}
