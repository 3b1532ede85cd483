/* problem — what can't be read, told to whoever opened the reader, in one line for a person, and counted. */
#ifndef DAYBOOK_READ_PROBLEM_H
#define DAYBOOK_READ_PROBLEM_H

#include <stddef.h>

/* Called for every problem, with a line for a person: "pile.ndjson:12: not JSON: ...". */
typedef void ReaderProblem(void *context, const char *line);

typedef struct {
    ReaderProblem *report; /* may be NULL */
    void *context;
    size_t count;
} Problems;

/* Something is lost: reported and counted. */
void problem_lost(Problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Something is odd, but everything was read: reported only. */
void problem_warn(Problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
