#include "serve/frame/listen.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int listen_at(const ServeOptions *options, Error *err)
{
    enum { PORT_DIGITS = 8, BACKLOG = 511 };
    char port[PORT_DIGITS];
    (void)snprintf(port, sizeof port, "%u", options->port);
    struct addrinfo hints = {
        .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICHOST};
    struct addrinfo *found = NULL;
    if (getaddrinfo(options->address, port, &hints, &found) != 0) {
        (void)error_set(err, ERROR_USAGE, "--bind: \"%s\" is no address; write one in numbers, as 127.0.0.1",
                        options->address);
        return -1;
    }
    int on = 1;
    int s = socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, found->ai_protocol);
    bool ok = s >= 0 && setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
              bind(s, found->ai_addr, found->ai_addrlen) == 0 && listen(s, BACKLOG) == 0;
    freeaddrinfo(found);
    if (ok)
        return s;
    (void)error_set(err, ERROR_NETWORK,
                    "%s port %u can't be listened at: is another program there? Choose one with --port",
                    options->address, options->port);
    if (s >= 0)
        (void)close(s);
    return -1;
}

uint16_t listen_port(int socket)
{
    struct sockaddr_storage address = {0};
    socklen_t length = sizeof address;
    if (getsockname(socket, (struct sockaddr *)&address, &length) != 0)
        return 0;
    if (address.ss_family == AF_INET6) {
        struct sockaddr_in6 v6 = {0};
        memcpy(&v6, &address, sizeof v6);
        return ntohs(v6.sin6_port);
    }
    struct sockaddr_in v4 = {0};
    memcpy(&v4, &address, sizeof v4);
    return ntohs(v4.sin_port);
}
