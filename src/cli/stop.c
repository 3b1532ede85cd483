#include "cli/stop.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Signal handlers have nothing but the file's own scope. */
static volatile sig_atomic_t caught;
static const char *volatile notice;

static void note(int number)
{
    int kept = errno;
    caught = number;
    if (notice && write(STDERR_FILENO, notice, strlen(notice)) < 0)
        notice = NULL;
    errno = kept;
}

const volatile sig_atomic_t *stop_catch(const char *said)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = said ? (int)(SA_RESTART | (int)SA_RESETHAND) : 0};
    notice = said;
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    return &caught;
}

void stop_end(void)
{
    (void)signal(caught, SIG_DFL);
    (void)raise(caught);
}
