/* serve — the desk as a program that runs: started by cli, stopped by SIGINT or SIGTERM. */
#ifndef DAYBOOK_SERVE_SERVE_H
#define DAYBOOK_SERVE_SERVE_H

#include "serve/frame/options.h"

/* Serves until a signal asks to stop; then what is being answered is finished. Prints the address on stdout once it listens. */
bool serve_run(const ServeOptions *options, Error *err);

#endif
