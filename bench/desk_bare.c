/*
 * A bare libmicrohttpd that answers every request with the bytes of a file: what the desk's cached answers are measured against (bench/desk.sh).
 *     desk_bare PORT FILE
 */
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"

enum { FAILED = 5 };

// The parameters are the library's. NOLINTNEXTLINE(readability-function-size)
static enum MHD_Result give(void *response, struct MHD_Connection *connection, const char *url, const char *method,
                            const char *version, const char *bytes, size_t *count, void **state)
{
    (void)url;
    (void)method;
    (void)version;
    (void)bytes;
    *count = 0;
    if (!*state) {
        *state = response;
        return MHD_YES;
    }
    return MHD_queue_response(connection, MHD_HTTP_OK, response);
}

int main(int argc, char **argv)
{
    File file;
    Error err = {0};
    int64_t port = 0;
    if (argc != 3 || !str_number(str_from(argv[1]), &port) || !file_open(argv[2], SIZE_MAX / 2, &file, &err))
        return FAILED;
    sigset_t stop;
    int signal_number = 0;
    (void)sigemptyset(&stop);
    (void)sigaddset(&stop, SIGTERM);
    (void)pthread_sigmask(SIG_BLOCK, &stop, NULL);
    void *body = (void *)(uintptr_t)file.bytes.ptr; // NOLINT(performance-no-int-to-ptr): it is only read
    struct MHD_Response *response =
        MHD_create_response_from_buffer_with_free_callback_cls(file.bytes.len, body, NULL, NULL);
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)port, NULL, NULL, give, response, MHD_OPTION_END);
    if (!daemon)
        return FAILED;
    (void)sigwait(&stop, &signal_number);
    MHD_stop_daemon(daemon);
    MHD_destroy_response(response);
    file_close(&file);
    return 0;
}
