/*
 * reader — bytes in the world become Documents: the only code that opens input.
 *
 *     Reader *reader = reader_open(arena, paths, path_count);
 *     while ((document = reader_next(reader, document_arena))) ...
 *     reader_close(reader);
 *
 * A path is a file, a folder (walked in byte order of names) or "-". The format is found from the content:
 * HTML page, plain text, RSS/Atom, NDJSON, CSV, WARC, zip and tar archives, mail. One file may hold many documents.
 * What can't be read is reported and counted; the rest is read.
 */
#ifndef DAYBOOK_READ_READER_H
#define DAYBOOK_READ_READER_H

#include "base/arena.h"
#include "base/error.h"
#include "model/baseline.h"
#include "model/document.h"
#include "read/item.h"
#include "read/problem.h"

typedef struct Reader Reader;

Reader *reader_open(Arena *arena, const char *const *paths, size_t path_count, ReaderProblem *problem, void *context);

/* The same for bytes that were had elsewhere, borrowed until reader_close. */
Reader *reader_open_item(Arena *arena, const Item *item, ReaderProblem *problem, void *context);

/* Documents with one id all keep it, where else the second is numbered: for who tells versions apart himself. */
void reader_keep_ids(Reader *reader);

/* Puts a number behind the document's id, in the arena, where one that was told apart before has it, and reports that: for who kept
 * the ids until it was known which comes first. */
void reader_tell_apart(Reader *reader, Document *document, Arena *arena);

/* The next document, in input order, made in the given arena; NULL at the end. The document's bytes stay valid until
 * reader_close. */
Document *reader_next(Reader *reader, Arena *arena);

/* How many inputs, lines or entries could not be read so far. */
size_t reader_problem_count(const Reader *reader);

/* The events of data sets (UCDP GED, ACLED) that stood among the inputs read so far: they are no documents. */
const Baseline *reader_baseline(const Reader *reader);

/* Bytes read and, where known, in all: for progress. */
void reader_progress(const Reader *reader, uint64_t *done_bytes, uint64_t *all_bytes);

void reader_close(Reader *reader);

#endif
