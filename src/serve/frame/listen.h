/* listen — the socket at which the desk is asked. */
#ifndef DAYBOOK_SERVE_LISTEN_H
#define DAYBOOK_SERVE_LISTEN_H

#include "serve/frame/options.h"

/* At the options' address and port. -1 on error: ERROR_USAGE for an address that is none, ERROR_NETWORK. */
int listen_at(const ServeOptions *options, Error *err);

/* The port that it listens at; 0 where that can't be told. */
uint16_t listen_port(int socket);

#endif
