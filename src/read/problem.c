#include "read/problem.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/error.h"

static void report(const Problems *problems, const char *line)
{
    if (problems->report)
        problems->report(problems->context, line);
}

void problem_lost(Problems *problems, const char *format, ...)
{
    char line[ERROR_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(line, sizeof line, format, args); // NOLINT(clang-analyzer-valist.Uninitialized): it is
    va_end(args);
    report(problems, line);
    problems->count++;
}

void problem_warn(Problems *problems, const char *format, ...)
{
    char line[ERROR_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(line, sizeof line, format, args); // NOLINT(clang-analyzer-valist.Uninitialized): it is
    va_end(args);
    report(problems, line);
}
