/* The program: finds the command in the table and runs it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/terminal.h"
#include "cli/version.h"

const Command COMMANDS[] = {
    {"report", "[OPTION]... BOOK|PILE...", "read a pile of reports, write the situation page",
     "Reads every report in PILE, keeps each claim with its passage, speaker, place and day, links incidents,\n"
     "reconciles the figures and writes one self-contained HTML page. PILE is any mix of files and folders, or -\n"
     "for standard input: HTML pages, plain text, RSS/Atom, CSV tables, NDJSON, WARC, e-mail, also in archives or\n"
     "compressed. In place of a pile, a BOOK.\n",
     REPORT_OPTIONS, run_report},
    {"add", "[OPTION]... BOOK PILE...", "keep reports in a book, a file that is made where there is none",
     "Reads every report in PILE into BOOK and prints a line for each once it is kept. A report that the book has already\n"
     "changes nothing. Afterwards the figures are up to date.\n",
     ADD_OPTIONS, run_add},
    {"follow", "[OPTION]... BOOK [FEED-or-FOLDER]...", "keep a book up to date from feeds and folders",
     "Asks feeds (RSS, Atom, or a page itself) over the network when their time has come, reads files as they appear in\n"
     "folders, and prints a line for each. What is followed is kept in BOOK: without names it goes on with those. Ends at\n"
     "an interrupt. daybook show BOOK feeds, and fetches, list what is followed and what was done.\n",
     FOLLOW_OPTIONS, run_follow},
    {"show", "[OPTION]... BOOK LIST", "list what a book holds: figures, incidents, claims …",
     "LIST is one of: figures, incidents, claims, timeline, sources, changes, conflicts, unverified, pending, waves,\n"
     "decisions, notes, queue, agreement, disagreements, feeds, fetches.\n",
     SHOW_OPTIONS, run_show},
    {"decide", "--as PERSON --action WHAT --target ID --reason TEXT [OPTION]... BOOK",
     "accept, edit or reject a claim, merge incidents, undo …",
     "Keeps what PERSON decides in the book's log and prints which figures it moves. WHAT is one of: accept, edit, reject,\n"
     "unverifiable, move, origin (of a claim); merge, split (of an incident); place, day (of either); copy (of a claim or\n"
     "report); add (to a report); note (on any). --undo takes one back. JSON says what it becomes, for example\n"
     "'{\"count\": 12}'; daybook(1) lists the fields of each.\n",
     DECIDE_OPTIONS, run_decide},
    {"changes", "--from TIME [--to TIME] BOOK", "which figures moved between two moments, and by which claim",
     "Compares the book as it stood at two moments: each figure that moved, from what to what, the claim that moved it,\n"
     "and the claim whose place that took.\n",
     CHANGES_OPTIONS, run_changes},
    {"rebuild", "[OPTION]... BOOK", "find all claims and figures of a book anew",
     "Reads every report in BOOK again with this program's language data and makes all derived tables anew, in one go:\n"
     "after a failure the book is as it was. The file is then as small as it can be.\n",
     REBUILD_OPTIONS, run_rebuild},
    {"serve", "[OPTION]... BOOK", "open the review desk of a book, in a browser",
     "Serves BOOK, which is made where there is none, to browsers on this machine until it is stopped (Ctrl-C). The first start prints\n"
     "a link, good once, for the first administrator. doc/desk.md says how to run it for others.\n",
     SERVE_OPTIONS, run_serve},
    {"verify", "BOOK", "check a book: hashes, passages, figures",
     "Checks the file, the SHA-256 of each report, the way of each passage back into it, and that the kept figures are\n"
     "those that the reports give. Changes nothing. Exit code 5 where something is wrong.\n",
     VERIFY_OPTIONS, run_verify},
    {"export", "[OPTION]... --format NAME BOOK|PILE...",
     "write figures, incidents or claims in a form that others read",
     "Formats: json (everything), csv (claims), geojson, hxl, ged, acled (incidents), claimreview (what is disputed or\n"
     "unverified), markdown (the day book, with a footnote for each figure).\n",
     EXPORT_OPTIONS, run_export},
    {"extract", "[OPTION]... PILE...", "print the claims of each report as NDJSON",
     "Prints one JSON object a document, in input order: claims, places, times, attributions, flags, incidents.\n",
     EXTRACT_OPTIONS, run_extract},
    {"explain", "[OPTION]... --id ID BOOK|PILE...", "show why: passage, rule, speaker, tokens of a claim or figure",
     "Prints how the claim, or the figures of the incident, with that id came about.\n", EXPLAIN_OPTIONS, run_explain},
    {"check", "[OPTION]... [FOLDER]", "compile language data and run the examples inside it",
     "Compiles FOLDER (such as data/en; default: the built-in English) and runs every rule's yes and no examples.\n",
     CHECK_OPTIONS, run_check},
    {"places import", "-o FILE DUMP...", "make a gazetteer of GeoNames or Who's On First dumps",
     "Reads GeoNames dumps (19 columns; admin1CodesASCII.txt beside them names the divisions) and Who's On First\n"
     "GeoJSON features, one a line; plain or gzip. Name the file in DAYBOOK_PLACES to have it asked with the built-in one.\n",
     PLACES_IMPORT_OPTIONS, run_places_import},
    {"completion", "SHELL", "print a completion script for bash or zsh",
     "For example: daybook completion bash > /etc/bash_completion.d/daybook\n", COMPLETION_OPTIONS, run_completion},
    {0},
};

static void print_commands(FILE *to)
{
    (void)fputs("daybook keeps the day book of a situation: every claim with its passage, speaker, place and day.\n\n"
                "usage: daybook COMMAND [OPTION]... [ARGUMENT]...\n\n",
                to);
    for (const Command *c = COMMANDS; c->name; c++)
        (void)fprintf(to, "  %-14s %s\n", c->name, c->summary);
    (void)fputs(
        "\n  daybook COMMAND --help says more; daybook --version prints the version.\n"
        "  Exit code: 0 done, 1 nothing found, 2 usage, 3 input, 4 data files, 5 output, 6 network, 70 internal.\n",
        to);
}

static void print_help(const Command *command)
{
    enum { READABLE = 80, LEFT = 27 };
    size_t width = terminal_width();
    size_t columns = width > 0 && width < READABLE ? width : READABLE;
    char usage[256];
    (void)snprintf(usage, sizeof usage, "usage: daybook %s %s", command->name, command->synopsis);
    terminal_print_words(usage, 0, strlen("usage: "), columns);
    (void)putchar('\n');
    terminal_print_words(command->help, 0, 0, columns);
    (void)putchar('\n');
    for (const Option *o = command->options; o->name; o++) {
        char left[64];
        (void)snprintf(left, sizeof left, "%c%c%s--%s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
                       o->letter ? ", " : "  ", o->name, o->argument ? " " : "", o->argument ? o->argument : "");
        int printed = printf("  %-24s ", left);
        terminal_print_words(o->help, printed > 0 ? (size_t)printed : 0, LEFT, columns);
    }
}

/* The command that the first words name; *words says how many they are. */
static const Command *find_command(int count, char **arguments, int *words)
{
    for (const Command *c = COMMANDS; c->name; c++) {
        const char *space = strchr(c->name, ' ');
        size_t first = space ? (size_t)(space - c->name) : strlen(c->name);
        if (count < 1 || strlen(arguments[0]) != first || memcmp(arguments[0], c->name, first) != 0)
            continue;
        if (space && (count < 2 || strcmp(arguments[1], space + 1) != 0))
            continue;
        *words = space ? 2 : 1;
        return c;
    }
    return NULL;
}

static bool is_any(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* One letter too many, too few, wrong, or changed with its neighbour. */
static bool is_slip(const char *word, const char *meant)
{
    while (*word != '\0' && *word == *meant) {
        word++;
        meant++;
    }
    if (*word == '\0' || *meant == '\0')
        return strlen(word) + strlen(meant) == 1;
    bool swapped = word[1] == meant[0] && word[0] == meant[1] && strcmp(word + 2, meant + 2) == 0;
    return swapped || strcmp(word + 1, meant + 1) == 0 || strcmp(word + 1, meant) == 0 || strcmp(word, meant + 1) == 0;
}

static const Command *likely_command(const char *word)
{
    for (const Command *c = COMMANDS; c->name; c++) {
        const char *space = strchr(c->name, ' ');
        if (is_slip(word, c->name) ||
            (space && strlen(word) == (size_t)(space - c->name) && strncmp(c->name, word, strlen(word)) == 0))
            return c;
    }
    return NULL;
}

static int without_command(int count, char **arguments)
{
    if (count >= 1 && (is_any(arguments[0], "--help", "-h") || strcmp(arguments[0], "help") == 0)) {
        print_commands(stdout);
        return EXIT_DONE;
    }
    if (count >= 1 && is_any(arguments[0], "--version", "-V")) {
        (void)printf("daybook %s\n", DAYBOOK_VERSION);
        return EXIT_DONE;
    }
    const Command *likely = count >= 1 ? likely_command(arguments[0]) : NULL;
    if (likely && count >= 2 && is_any(arguments[1], "--help", "-h")) {
        print_help(likely);
        return EXIT_DONE;
    }
    if (likely) {
        (void)fprintf(stderr, "daybook: there is no command \"%s\"; is %s meant? See daybook %s --help\n", arguments[0],
                      likely->name, likely->name);
        return EXIT_USAGE_ERROR;
    }
    if (count >= 1)
        (void)fprintf(stderr, "daybook: there is no command \"%s\"\n\n", arguments[0]);
    print_commands(stderr);
    return EXIT_USAGE_ERROR;
}

static int run(int count, char **arguments, Arena *arena)
{
    Error err = {0};
    int words = 0;
    const Command *command = find_command(count, arguments, &words);
    if (!command)
        return without_command(count, arguments);
    Invocation invocation;
    if (!options_parse(command, count - words, arguments + words, arena, &invocation, &err))
        return fail(&err);
    if (option_value(&invocation, "help")) {
        print_help(command);
        return EXIT_DONE;
    }
    return command->run(&invocation);
}

int main(int argc, char **argv)
{
    Arena *arena = arena_create();
    (void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error that says so, as a full disk is */
    int code = run(argc - 1, argv + 1, arena);
    arena_destroy(arena);
    return code;
}
