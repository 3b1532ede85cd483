/* terminal — what standard output can show. */
#ifndef DAYBOOK_CLI_TERMINAL_H
#define DAYBOOK_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Columns of the terminal, 0 where standard output is none (then nothing needs to be cut). */
size_t terminal_width(void);

/* A terminal with colours, and NO_COLOR is not set (no-color.org). */
bool terminal_has_colour(void);

/* Prints words up to that many columns a line, further lines behind the indent; an empty line stays one. The first line has begun at
 * column at. */
void terminal_print_words(const char *words, size_t at, size_t indent, size_t columns);

#endif
