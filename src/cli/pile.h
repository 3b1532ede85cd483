/*
 * pile — from operands of the command line to extractions, on several threads, in input order. The result does not
 * depend on the number of threads.
 */
#ifndef DAYBOOK_CLI_PILE_H
#define DAYBOOK_CLI_PILE_H

#include "assemble/assemble.h"
#include "cli/codebook.h"
#include "extract/extract.h"
#include "read/reader.h"

/* What every command that reads reports needs. */
typedef struct {
    Language language;
    const Gazetteer *gazetteer; /* of a command on a book: with the book's places before it (book_engine) */
    Gazetteer *opened;          /* to be closed */
    const Profile *profile;
    const Profile *of_book; /* what a book is to be counted by: NULL: by what it says itself */
    unsigned threads;
    Str rules; /* names what finds the claims: language, its data, the program's version */
} Engine;

/* The rows of an engine's options in a command's table. */
#define ENGINE_OPTIONS                                                                                                 \
    PROFILE_OPTION, {"threads", 0, "N", "how many threads to use (default: one a core)"},                              \
        {"data", 0, "FOLDER", "language data in place of the built-in English"},                                       \
    {                                                                                                                  \
        "help", 'h', NULL, "this help"                                                                                 \
    }

/* Engine.rules of the embedded language, without an engine. */
Str engine_default_rules(Arena *arena);

/* Loads language (--data FOLDER or the embedded one), gazetteers ($DAYBOOK_PLACES), --profile and --threads. */
bool engine_open(const Invocation *invocation, Engine *out, Error *err);

/* The embedded language and the gazetteers alone, for what only edits what was found. */
bool engine_open_words(const Invocation *invocation, Engine *out, Error *err);
void engine_close(Engine *engine);

/* --data FOLDER, or the embedded English. */
bool engine_language(const Invocation *invocation, Language *out, Error *err);

/* What readers say of what they cannot read, as a line on stderr. */
ReaderProblem pile_print_problem;

typedef struct Pile Pile;

/* What is made of each extraction, on the thread that made it; lives in the arena. */
typedef void *PileStep(const Engine *engine, Extraction *extraction, Arena *arena);

/* Opens the operands from number first on; problems are printed on stderr as they come. */
Pile *pile_open(const Invocation *invocation, size_t first, const Engine *engine);

/* Makes something else of the extractions than to assemble them alone. */
void pile_set_step(Pile *pile, PileStep *step);

/* Opens them for a book: versions of a report keep its id, and each is prepared by the step in place of assembling it. */
Pile *pile_open_for_book(const Invocation *invocation, size_t first, const Engine *engine, PileStep *step);

/* The next document, made in the arena; NULL at the end. */
typedef Document *PileNext(void *context, Arena *arena);

/* Documents that next gives, in place of files. */
Pile *pile_open_from(const Invocation *invocation, const Engine *engine, PileNext *next, void *context, PileStep *step);

/* What the step made of the number-th of the extractions that pile_next returned. */
void *pile_made(const Pile *pile, size_t number);

/* The next extractions in input order, assembled; NULL at the end. They live until the next call, or where keep is
 * set until pile_close. */
Extraction **pile_next(Pile *pile, bool keep, size_t *count);

/* All of them, kept, as a book has them: in order of publication, then of id; the very same report once; reports that share an id told apart by a number
 * behind it, in that order. */
Extraction **pile_all(Pile *pile, size_t *count);

/* The events of data sets among what was read. */
const Baseline *pile_baseline(const Pile *pile);

/* 3 when something could not be read, 1 when nothing was found, else 0. */
int pile_exit_code(const Pile *pile);
void pile_close(Pile *pile);

#endif
