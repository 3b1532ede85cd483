#include "cli/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/str.h"

size_t terminal_width(void)
{
    enum { USUAL = 80, LEAST = 40 };
    struct winsize size;
    int64_t columns = 0;
    const char *stated = getenv("COLUMNS");
    if (isatty(STDOUT_FILENO) != 1)
        return 0;
    if (stated && str_number(str_from(stated), &columns) && columns >= LEAST)
        return (size_t)columns;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST)
        return size.ws_col;
    return USUAL;
}

bool terminal_has_colour(void)
{
    const char *refused = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    return isatty(STDOUT_FILENO) == 1 && !(refused && *refused) && kind && *kind && strcmp(kind, "dumb") != 0;
}

void terminal_print_words(const char *words, size_t at, size_t indent, size_t columns)
{
    bool begun = false; /* something stands on the line */
    while (*words) {
        size_t gap = strspn(words, " \n");
        bool paragraph = strncmp(words, "\n\n", 2) == 0;
        words += gap;
        size_t word = strcspn(words, " \n");
        if (word == 0)
            break;
        if (paragraph || (begun && at + 1 + word > columns)) {
            (void)printf("%s%*s", paragraph ? "\n\n" : "\n", (int)indent, "");
            at = indent;
            begun = false;
        }
        (void)printf("%s%.*s", begun ? " " : "", (int)word, words);
        at += word + begun;
        begun = true;
        words += word;
    }
    (void)putchar('\n');
}
