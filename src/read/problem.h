/* problem — what can't be read, told to whoever opened the reader, in one line for a person, and counted. */
#ifndef DAYBOOK_READ_PROBLEM_H
#define DAYBOOK_READ_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Called for every problem, with a line for a person: "pile.ndjson:12: not JSON: ...". */
typedef void ReaderProblem(void *context, const char *line);

typedef struct {
    ReaderProblem *report; /* may be NULL */
    void *context;
    size_t count;
    bool bounded;     /* since problem_bound */
    size_t told;      /* lines since then */
    size_t left_out;  /* of them, what was not told, */
    size_t lost_then; /* and how much of that is lost */
} Problems;

/* Something is lost: reported and counted. */
void problem_lost(Problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Something is odd, but everything was read: reported only. */
void problem_warn(Problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What follows is of one container, which may hold any number of broken things: a few of them are told line by line. */
void problem_bound(Problems *problems);

/* The container with that name is read: one line for all that was not told. Does nothing where nothing was bound. */
void problem_sum_up(Problems *problems, Str name);

#endif
