/*
 * command — what a command of the program is: a row of the table in main.c, with its options. Help and completion are
 * made from these rows.
 */
#ifndef DAYBOOK_CLI_COMMAND_H
#define DAYBOOK_CLI_COMMAND_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum { EXIT_DONE = 0, EXIT_NOTHING_FOUND = 1, EXIT_USAGE_ERROR = 2, EXIT_INPUT_ERROR = 3, MAX_OPTIONS = 16 };

typedef struct {
    const char *name;     /* "as-of", without the dashes */
    char letter;          /* 'o', 0 = none */
    const char *argument; /* "TIME", NULL = a switch */
    const char *help;
} Option;

struct Invocation;

typedef struct Command {
    const char *name;                          /* "extract", "places import" */
    const char *synopsis;                      /* "[OPTION]... PILE..." */
    const char *summary;                       /* one line for the list */
    const char *help;                          /* paragraphs for its own --help */
    const Option *options;                     /* ends with a zeroed row */
    int (*run)(struct Invocation *invocation); /* returns the exit code */
} Command;

/* A command as it was called. Everything lives as long as the process. */
typedef struct Invocation {
    const Command *command;
    const char *values[MAX_OPTIONS]; /* by row of command->options: the argument, "" for a switch, NULL not given */
    const char *const *operands;
    size_t operand_count;
    Arena *arena;
} Invocation;

/* The option's argument, "" for a switch that was given, NULL where it was not. The name must be in the table. */
const char *option_value(const Invocation *invocation, const char *name);

/* Reads arguments after the command's name. Fills *out or says in *err what is wrong (ERROR_USAGE). */
bool options_parse(const Command *command, int count, char **arguments, Arena *arena, Invocation *out, Error *err);

/* At least one operand, or a usage error that says what is missing. */
bool need_operands(const Invocation *invocation, const char *what, Error *err);

/* Prints `daybook: TEXT` on stderr and returns the error's exit code. */
int fail(const Error *err);

/* Writes to standard output; a full disk is an ERROR_STORE. */
bool print_out(Str text, Error *err);

/* To the file that --output names, as a whole or not at all; without it to standard output. */
bool write_result(const Invocation *invocation, Str result, Error *err);

/* The command table (main.c), ended by a zeroed row. */
extern const Command COMMANDS[];

int run_add(Invocation *invocation);
int run_follow(Invocation *invocation);
int run_decide(Invocation *invocation);
int run_changes(Invocation *invocation);
int run_rebuild(Invocation *invocation);
int run_verify(Invocation *invocation);
int run_show(Invocation *invocation);
int run_export(Invocation *invocation);
int run_extract(Invocation *invocation);
int run_report(Invocation *invocation);
int run_explain(Invocation *invocation);
int run_check(Invocation *invocation);
int run_places_import(Invocation *invocation);
int run_serve(Invocation *invocation);
int run_completion(Invocation *invocation);

extern const Option ADD_OPTIONS[];
extern const Option FOLLOW_OPTIONS[];
extern const Option DECIDE_OPTIONS[];
extern const Option CHANGES_OPTIONS[];
extern const Option REBUILD_OPTIONS[];
extern const Option VERIFY_OPTIONS[];
extern const Option SHOW_OPTIONS[];
extern const Option EXPORT_OPTIONS[];
extern const Option EXTRACT_OPTIONS[];
extern const Option REPORT_OPTIONS[];
extern const Option EXPLAIN_OPTIONS[];
extern const Option CHECK_OPTIONS[];
extern const Option PLACES_IMPORT_OPTIONS[];
extern const Option SERVE_OPTIONS[];
extern const Option COMPLETION_OPTIONS[];

#endif
