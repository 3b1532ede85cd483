#include "read/problem.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/error.h"

enum { TOLD_OF_A_CONTAINER = 20 };

/* false: there were too many like it. */
static bool is_told(Problems *problems)
{
    if (!problems->bounded || problems->told < TOLD_OF_A_CONTAINER) {
        problems->told++;
        return true;
    }
    problems->left_out++;
    return false;
}

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
    problems->count++;
    if (is_told(problems))
        report(problems, line);
    else
        problems->lost_then++;
}

void problem_warn(Problems *problems, const char *format, ...)
{
    char line[ERROR_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(line, sizeof line, format, args); // NOLINT(clang-analyzer-valist.Uninitialized): it is
    va_end(args);
    if (is_told(problems))
        report(problems, line);
}

void problem_bound(Problems *problems)
{
    if (problems->bounded)
        return;
    problems->bounded = true;
    problems->told = 0;
    problems->left_out = 0;
    problems->lost_then = 0;
}

void problem_sum_up(Problems *problems, Str name)
{
    size_t left_out = problems->left_out;
    size_t lost = problems->lost_then;
    problems->bounded = false;
    problems->left_out = 0;
    problems->lost_then = 0;
    if (left_out > 0)
        problem_warn(problems, "%.*s: %zu more such lines are left out; %zu of them are of what can't be read",
                     (int)name.len, name.ptr, left_out, lost);
}
