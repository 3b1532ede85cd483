/*
 * stop — an interrupt (Ctrl-C) or SIGTERM as a wish to end, which a command looks at between two pieces of work, so that what is at
 * hand is finished first.
 */
#ifndef DAYBOOK_CLI_STOP_H
#define DAYBOOK_CLI_STOP_H

#include <signal.h>

/* From now on a signal sets what is returned. Where said is present, it is printed on the standard error as the signal comes, and a
 * second signal ends the program at once. */
const volatile sig_atomic_t *stop_catch(const char *said);

/* Ends the program as the signal that was caught would have, so that whoever started it sees that it was interrupted. */
void stop_end(void);

#endif
