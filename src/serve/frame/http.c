#include "serve/frame/http.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "serve/frame/events.h"
#include "serve/frame/held.h"
#include "serve/frame/listen.h"
#include "serve/frame/seat.h"
#include "serve/frame/who.h"

enum {
    MAX_CONNECTIONS = 1024,
    MAX_PER_ADDRESS = 256,
    HEAD_LIMIT_BYTES = 16 << 10,
    IDLE_SECONDS = 60,
    STOP_SECONDS = 10,
};

struct Http {
    struct MHD_Daemon *daemon;
    Desk *desk;
    Work *work;
    Seats *seats;
    atomic_size_t exchanges;
    atomic_size_t working; /* of these, on workers */
};

/* One request and its answer, from the first line of the one to the last byte of the other. */
typedef struct {
    Job job; /* first: the queue knows it by this */
    Http *http;
    struct MHD_Connection *connection;
    Seat *seat;
    Arena *arena;
    Request request;
    Reply reply;
    Buf body;
    size_t body_limit;
    bool begun;
    bool asked_early; /* who it is, before much is read */
    bool read;
    bool answered;
    Listener *listener; /* of a stream of events */
    struct timespec started;
} Exchange;

static int64_t seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec;
}

static void on_connection(void *context, struct MHD_Connection *connection, void **seat,
                          enum MHD_ConnectionNotificationCode code)
{
    const Http *http = context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *seat = info ? seats_take(http->seats, info->connect_fd) : NULL;
    } else if (*seat) {
        seats_give_back(http->seats, *seat);
        *seat = NULL;
    }
}

static Seat *seat_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

void http_tick(Http *http)
{
    seats_tick(http->seats, seconds());
}

/* ---- asking ---- */

Str http_header(const void *sent, const char *name)
{
    const Exchange *exchange = sent;
    const char *value = MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, name);
    return value ? str_from(value) : STR_NONE;
}

static Str client_address(const Exchange *exchange)
{
    Str forwarded = http_header(exchange, "X-Forwarded-For");
    if (exchange->http->desk->options->behind_proxy && str_present(forwarded)) {
        Str last = forwarded;
        while (str_cut(&forwarded, ',', &last)) {}
        return str_trim(last);
    }
    char *text = arena_alloc(exchange->arena, INET6_ADDRSTRLEN, 1);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *from = info ? info->client_addr : NULL;
    if (from && from->sa_family == AF_INET6)
        (void)inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)from)->sin6_addr, text, INET6_ADDRSTRLEN);
    else if (from)
        (void)inet_ntop(AF_INET, &((const struct sockaddr_in *)from)->sin_addr, text, INET6_ADDRSTRLEN);
    return str_from(text);
}

/* The request's first line is there: the only moment at which the address is seen as it was sent. */
static void *on_first_line(void *context, const char *uri, struct MHD_Connection *connection)
{
    Seat *seat = seat_of(connection);
    Exchange *exchange = seat ? calloc(1, sizeof *exchange) : NULL;
    if (!exchange)
        return NULL;
    exchange->http = context;
    exchange->connection = connection;
    exchange->seat = seat;
    exchange->arena = arena_create();
    (void)clock_gettime(CLOCK_MONOTONIC, &exchange->started);
    Str rest = arena_copy(exchange->arena, str_from(uri));
    Request *request = &exchange->request;
    (void)str_cut(&rest, '?', &request->path);
    request->query = str_present(rest) ? rest : STR("");
    request->desk = exchange->http->desk;
    request->arena = exchange->arena;
    request->sent = exchange;
    exchange->reply = (Reply){.status = MHD_HTTP_OK, .type = "text/html; charset=utf-8"};
    atomic_fetch_add(&exchange->http->exchanges, 1);
    seats_set(exchange->http->seats, seat, SEAT_READING);
    return exchange;
}

static void log_line(const Exchange *exchange, size_t bytes)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    double took_ms =
        (double)(now.tv_sec - exchange->started.tv_sec) * 1e3 + (double)(now.tv_nsec - exchange->started.tv_nsec) / 1e6;
    const Request *request = &exchange->request;
    (void)fprintf(stderr, "%.*s %s %.*s %d %zu %.1f ms\n", (int)request->address.len, request->address.ptr,
                  request->route ? request->route->method : "-", (int)request->path.len, request->path.ptr,
                  exchange->reply.status, bytes, took_ms);
}

static void on_completed(void *context, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode code)
{
    (void)connection;
    (void)code;
    Exchange *exchange = *state;
    *state = NULL;
    if (!exchange)
        return;
    seats_set(exchange->http->seats, exchange->seat, SEAT_READING);
    for (size_t i = 0; i < MAX_HELD; i++)
        held_release(exchange->request.held[i]);
    held_release(exchange->reply.held);
    if (exchange->listener)
        events_leave(exchange->listener);
    buf_free(&exchange->body);
    buf_free(&exchange->reply.body);
    arena_destroy(exchange->arena);
    free(exchange);
    atomic_fetch_sub(&((Http *)context)->exchanges, 1);
}

/* ---- answering ---- */

static bool is_sendable(Str value)
{
    return str_find_char(value, '\r', 0) == SIZE_MAX && str_find_char(value, '\n', 0) == SIZE_MAX &&
           str_find_char(value, '\0', 0) == SIZE_MAX;
}

static void add_header(struct MHD_Response *response, Arena *arena, const char *name, Str value)
{
    if (is_sendable(value))
        (void)MHD_add_response_header(response, name, arena_copy(arena, value).ptr);
}

/* ---- streams ---- */

static void sleep_stream(void *context)
{
    MHD_suspend_connection(((Exchange *)context)->connection);
}

static void wake_stream(void *context)
{
    MHD_resume_connection(((Exchange *)context)->connection);
}

static ssize_t read_stream(void *context, uint64_t position, char *out, size_t most)
{
    (void)position;
    Exchange *exchange = context;
    size_t count = events_take(exchange->listener, out, most, sleep_stream, wake_stream, exchange);
    return count == SIZE_MAX ? MHD_CONTENT_READER_END_OF_STREAM : (ssize_t)count;
}

static struct MHD_Response *stream_response(Exchange *exchange)
{
    enum { BLOCK_BYTES = 4096 };
    exchange->listener = events_listen(exchange->http->desk->events, &exchange->request.person, exchange->request.now);
    if (exchange->listener)
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK_BYTES, read_stream, exchange, NULL);
    exchange->reply.stream = false;
    reply_error(&exchange->request, &exchange->reply, MHD_HTTP_SERVICE_UNAVAILABLE, "Too many pages listen already.",
                "Close some.");
    return NULL;
}

/* ---- answering ---- */

static void drop_response(void *response)
{
    MHD_destroy_response(response);
}

static void add_headers(Exchange *exchange, struct MHD_Response *response)
{
    const Reply *reply = &exchange->reply;
    (void)MHD_add_response_header(response, "Content-Type", reply->type);
    for (size_t i = 0; true; i++) {
        Header guard = answer_guard(&exchange->request, reply, i);
        if (!guard.name)
            break;
        add_header(response, exchange->arena, guard.name, guard.value);
    }
    for (size_t i = 0; i < reply->header_count; i++)
        add_header(response, exchange->arena, reply->headers[i].name, reply->headers[i].value);
}

/* The daemon frees the bytes, which a Buf got from malloc. */
static struct MHD_Response *own_response(Exchange *exchange)
{
    Buf *body = &exchange->reply.body;
    struct MHD_Response *response = body->ptr
                                        ? MHD_create_response_from_buffer(body->len, body->ptr, MHD_RESPMEM_MUST_FREE)
                                        : MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
    if (response) {
        *body = (Buf){0};
        add_headers(exchange, response);
    }
    return response;
}

/*
 * The answer that is the same for everybody is put together once; each exchange only refers to it. It lives in the Held, which the exchange
 * keeps until the last byte is sent.
 */
static struct MHD_Response *held_response(Exchange *exchange)
{
    Held *held = exchange->reply.held;
    void *prepared = atomic_load(&held->prepared);
    if (prepared)
        return prepared;
    struct MHD_Response *made = MHD_create_response_from_buffer(held->body.len, held->body.ptr, MHD_RESPMEM_PERSISTENT);
    if (!made)
        return NULL;
    add_headers(exchange, made);
    held->drop_prepared = drop_response;
    if (atomic_compare_exchange_strong(&held->prepared, &prepared, made))
        return made;
    MHD_destroy_response(made);
    return prepared;
}

static enum MHD_Result send_reply(Exchange *exchange)
{
    Reply *reply = &exchange->reply;
    bool is_shared = reply->held && reply->status == MHD_HTTP_OK;
    size_t bytes = is_shared ? reply->held->body.len : reply->body.len;
    struct MHD_Response *response = NULL;
    if (reply->stream && (response = stream_response(exchange)))
        add_headers(exchange, response);
    if (is_shared)
        response = held_response(exchange);
    else if (!response)
        response = own_response(exchange);
    if (!response)
        return MHD_NO;
    if (exchange->http->desk->options->verbose)
        log_line(exchange, bytes);
    enum MHD_Result sent = MHD_queue_response(exchange->connection, (unsigned)reply->status, response);
    if (!is_shared)
        MHD_destroy_response(response);
    return sent;
}

/* On a worker, last: from here on the exchange is the daemon's again. */
static void come_back(Exchange *exchange)
{
    Http *http = exchange->http;
    MHD_resume_connection(exchange->connection);
    atomic_fetch_sub(&http->working, 1);
}

/* The connection sleeps until a worker has run the job. false: too many wait, and it does not sleep. */
static bool hand_over(Exchange *exchange)
{
    Http *http = exchange->http;
    atomic_fetch_add(&http->working, 1);
    MHD_suspend_connection(exchange->connection);
    if (work_add(http->work, &exchange->job))
        return true;
    come_back(exchange);
    return false;
}

/* On a worker. */
static void run_exchange(Job *job, Store *store, const Error *err)
{
    Exchange *exchange = (Exchange *)job;
    exchange->request.store = store;
    if (store)
        answer(&exchange->request, &exchange->reply);
    else
        reply_failed(&exchange->request, &exchange->reply, err);
    exchange->answered = true;
    come_back(exchange);
}

/* Before the body: nobody fills the memory without an account. */
static enum MHD_Result refuse_early(Exchange *exchange)
{
    return answer_may_send(&exchange->request, &exchange->reply) ? MHD_YES : send_reply(exchange);
}

/* On a worker. */
static void ask_early(Job *job, Store *store, const Error *err)
{
    (void)err;
    Exchange *exchange = (Exchange *)job;
    exchange->request.store = store;
    if (store)
        (void)who_ask(&exchange->request, NULL);
    come_back(exchange);
}

static enum MHD_Result check_early(Exchange *exchange)
{
    if (exchange->request.route->least == ROLE_NOBODY || exchange->request.route->body_limit == 0)
        return MHD_YES;
    if (who_remember(&exchange->request))
        return refuse_early(exchange);
    exchange->asked_early = true;
    exchange->job.run = ask_early;
    (void)hand_over(exchange);
    return MHD_YES;
}

static enum MHD_Result count_length(void *context, enum MHD_ValueKind kind, const char *name, const char *value)
{
    (void)kind;
    (void)value;
    unsigned *count = context;
    *count += str_equal_caseless(str_from(name), STR("Content-Length")) ||
              str_equal_caseless(str_from(name), STR("Transfer-Encoding"));
    return MHD_YES;
}

/* Where the body ends must not be told in two ways: a proxy before us might believe the other (RFC 9112, 6.3). */
static bool has_two_lengths(const Exchange *exchange)
{
    unsigned count = 0;
    (void)MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, count_length, &count);
    return count > 1;
}

static enum MHD_Result begin(Exchange *exchange, const char *method)
{
    Request *request = &exchange->request;
    exchange->begun = true;
    request->address = client_address(exchange);
    request->now = (int64_t)time(NULL);
    Str type = http_header(exchange, "Content-Type");
    request->body_type = str_present(type) ? type : STR("");
    if (has_two_lengths(exchange)) {
        reply_header(&exchange->reply, "Connection", STR("close"));
        reply_error(request, &exchange->reply, MHD_HTTP_BAD_REQUEST, "The length of the body is told twice.",
                    "Send one Content-Length.");
        return send_reply(exchange);
    }
    if (!answer_find_route(request, &exchange->reply, str_from(method)))
        return send_reply(exchange);
    exchange->body_limit = answer_body_limit(request->route);
    Str length = http_header(exchange, "Content-Length");
    int64_t bytes = 0;
    if (str_present(length) && (!str_number(length, &bytes) || bytes > (int64_t)exchange->body_limit)) {
        reply_error(request, &exchange->reply, MHD_HTTP_CONTENT_TOO_LARGE, "That is more than this address takes.",
                    "Send it in smaller parts.");
        return send_reply(exchange);
    }
    return check_early(exchange);
}

static enum MHD_Result read_body(Exchange *exchange, const char *bytes, size_t *count)
{
    if (exchange->body.len + *count > exchange->body_limit)
        return MHD_NO; /* sent without a length, and too much: the connection is closed */
    seats_progress(exchange->seat, *count);
    buf_put(&exchange->body, (Str){bytes, *count});
    *count = 0;
    return MHD_YES;
}

// The parameters are the library's. NOLINTNEXTLINE(readability-function-size)
static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                                  const char *version, const char *bytes, size_t *count, void **state)
{
    (void)context;
    (void)connection;
    (void)url;
    (void)version;
    Exchange *exchange = *state;
    if (!exchange)
        return MHD_NO;
    if (exchange->answered)
        return send_reply(exchange);
    if (!exchange->begun)
        return begin(exchange, method);
    if (exchange->asked_early) {
        exchange->asked_early = false;
        return refuse_early(exchange);
    }
    if (*count > 0)
        return read_body(exchange, bytes, count);
    exchange->request.body = buf_str(&exchange->body);
    if (exchange->read)
        return MHD_YES;
    exchange->read = true;
    seats_set(exchange->http->seats, exchange->seat, SEAT_WORKING);
    if (answer_at_once(&exchange->request, &exchange->reply))
        return send_reply(exchange);
    exchange->job.run = run_exchange;
    if (hand_over(exchange))
        return MHD_YES;
    reply_error(&exchange->request, &exchange->reply, MHD_HTTP_SERVICE_UNAVAILABLE, "The desk is too busy.",
                "Try again in a few seconds.");
    exchange->answered = true; /* it is sent when the connection has come back */
    return MHD_YES;
}

/* ---- listening ---- */

Http *http_start(Desk *desk, Work *work, Error *err)
{
    Http *http = ARENA_NEW(desk->arena, Http);
    http->desk = desk;
    http->work = work;
    http->seats = seats_create(desk->arena, MAX_CONNECTIONS, seconds());
    int listening = listen_at(desk->options, err);
    if (listening < 0)
        return NULL;
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    http->daemon = MHD_start_daemon(
        flags, 0, NULL, NULL, on_request, http, MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)MAX_CONNECTIONS, MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)MAX_PER_ADDRESS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)HEAD_LIMIT_BYTES, MHD_OPTION_URI_LOG_CALLBACK, on_first_line, http, MHD_OPTION_NOTIFY_COMPLETED,
        on_completed, http, MHD_OPTION_NOTIFY_CONNECTION, on_connection, http, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_END);
    if (http->daemon)
        return http;
    (void)error_set(err, ERROR_NETWORK, "the desk can't start: too many open files?");
    (void)close(listening);
    return NULL;
}

uint16_t http_port(const Http *http)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_LISTEN_FD);
    return info ? listen_port(info->listen_fd) : 0;
}

void http_stop(Http *http)
{
    enum { STEP_NS = 20000000, STEPS_A_SECOND = 50 };
    int listening = MHD_quiesce_daemon(http->daemon);
    /* What is on a worker is waited for whatever it takes: its connection can't be closed before. */
    for (int i = 0;
         atomic_load(&http->working) > 0 || (i < STOP_SECONDS * STEPS_A_SECOND && atomic_load(&http->exchanges) > 0);
         i++)
        (void)nanosleep(&(struct timespec){.tv_nsec = STEP_NS}, NULL);
    MHD_stop_daemon(http->daemon);
    if (listening >= 0)
        (void)close(listening);
}
