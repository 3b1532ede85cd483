#include "read/problem.h"

#include <stdarg.h>
#include <stdio.h>

static void report(const Problems *problems, const char *format, va_list args)
{
    char line[ERROR_TEXT_BYTES];
    (void)vsnprintf(line, sizeof line, format, args);
    if (problems->report)
        problems->report(problems->context, line);
}

void problem_lost(Problems *problems, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(problems, format, args);
    va_end(args);
    problems->count++;
}

void problem_warn(Problems *problems, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(problems, format, args);
    va_end(args);
}
