/* terminal — what standard output can show. */
#ifndef DAYBOOK_CLI_TERMINAL_H
#define DAYBOOK_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Columns of the terminal, 0 where standard output is none (then nothing needs to be cut). */
size_t terminal_width(void);

/* A terminal with colours, and NO_COLOR is not set (no-color.org). */
bool terminal_has_colour(void);

#endif
