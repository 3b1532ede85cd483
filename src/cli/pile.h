/*
 * pile — from operands of the command line to extractions, on several threads, in input order. The result does not
 * depend on the number of threads.
 */
#ifndef DAYBOOK_CLI_PILE_H
#define DAYBOOK_CLI_PILE_H

#include "assemble/assemble.h"
#include "cli/command.h"
#include "extract/extract.h"
#include "read/reader.h"

/* What every command that reads reports needs. */
typedef struct {
    Language language;
    Gazetteer *gazetteer;
    Profile profile;
    unsigned threads;
} Engine;

/* The rows of an engine's options in a command's table. */
#define ENGINE_OPTIONS                                                                                                 \
    {"profile", 0, "NAME", "codebook for the estimates: daybook (default) or raw"},                                    \
        {"threads", 0, "N", "how many threads to use (default: one a core)"},                                          \
        {"data", 0, "FOLDER", "language data in place of the built-in English"},                                       \
    {                                                                                                                  \
        "help", 'h', NULL, "this help"                                                                                 \
    }

/* Loads language (--data FOLDER or the embedded one), gazetteers ($DAYBOOK_PLACES), --profile and --threads. */
bool engine_open(const Invocation *invocation, Engine *out, Error *err);
void engine_close(Engine *engine);

/* --data FOLDER, or the embedded English. */
bool engine_language(const Invocation *invocation, Language *out, Error *err);

typedef struct Pile Pile;

/* Opens the operands; problems are printed on stderr as they come. */
Pile *pile_open(const Invocation *invocation, const Engine *engine);

/* The next extractions in input order, assembled; NULL at the end. They live until the next call, or where keep is
 * set until pile_close. */
Extraction **pile_next(Pile *pile, bool keep, size_t *count);

/* All of them, kept. */
Extraction **pile_all(Pile *pile, size_t *count);

/* 3 when something could not be read, 1 when nothing was found, else 0. */
int pile_exit_code(const Pile *pile);
void pile_close(Pile *pile);

#endif
