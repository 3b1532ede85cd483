/*
 * error — what went wrong in the environment or in a data file, for the person who runs the
 * program. Functions that can fail so return bool and fill an Error passed last; a false return
 * must be checked. Odd news text is no error: the claim is absent or flagged.
 */
#ifndef DAYBOOK_BASE_ERROR_H
#define DAYBOOK_BASE_ERROR_H

#include <stdbool.h>

/* The values are the command's exit codes (contract). */
typedef enum {
    ERROR_NONE = 0,
    ERROR_USAGE = 2,
    ERROR_INPUT = 3, /* a report could not be read */
    ERROR_DATA = 4,  /* lexicon, rules, gazetteer, profile */
    ERROR_STORE = 5, /* book, output, full disk */
    ERROR_NETWORK = 6,
} ErrorKind;

enum { ERROR_TEXT_BYTES = 1024 };

typedef struct {
    ErrorKind kind;
    char text[ERROR_TEXT_BYTES]; /* says what, where (file:line or byte) and what to do; NUL-terminated */
} Error;

/* Fills *err (if not NULL) and returns false, so that `return error_set(...)` reads well. */
bool error_set(Error *err, ErrorKind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
