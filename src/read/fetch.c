#include "read/fetch.h"

#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/map.h"
#include "read/address.h"
#include "read/curl_library.h"
#include "read/encoding.h"
#include "read/http_message.h"
#include "read/inflate.h"

enum { CONNECT_TIMEOUT_S = 20, SLOWEST_BYTES_A_SECOND = 50, SLOW_FOR_S = 30, TICK_NS = 200000000 };

static const char PROTOCOLS[] = "http,https";

struct Fetcher {
    const FetchPolicy *policy;
    CurlLibrary library;
    CURL *curl;
    Arena *arena;
    Map *hosts;
    int64_t *asked_ms; /* when each host was asked last, by number - 1 */
    size_t host_count;
    size_t host_cap;
};

/* One request under way. */
typedef struct {
    const FetchPolicy *policy;
    Buf body;
    Str encoding; /* how the body is packed, STR_NONE */
    Fetched *out;
    Arena *arena;
    bool too_large;
    bool private_address;
} Transfer;

bool fetch_is_address(Str text)
{
    static const char *const SCHEMES[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        Str scheme = str_from(SCHEMES[i]);
        if (str_begins_caseless(text, scheme) && text.len > scheme.len)
            return true;
    }
    return false;
}

Fetcher *fetch_open(Arena *arena, const FetchPolicy *policy, Error *err)
{
    Fetcher *fetcher = ARENA_NEW(arena, Fetcher);
    *fetcher = (Fetcher){.policy = policy, .arena = arena, .hosts = map_create(arena)};
    if (!curl_library_open(&fetcher->library, err))
        return NULL;
    if (fetcher->library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
        fetcher->curl = fetcher->library.easy_init();
    if (fetcher->curl)
        return fetcher;
    (void)error_set(err, ERROR_NETWORK, "the network library can't be started");
    return NULL;
}

void fetch_close(Fetcher *fetcher)
{
    if (!fetcher)
        return;
    fetcher->library.easy_cleanup(fetcher->curl);
    fetcher->library.global_cleanup();
}

/* ---- politeness ---- */

static int64_t now_ms(void)
{
    enum { MS = 1000, NS_A_MS = 1000000 };
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * MS + now.tv_nsec / NS_A_MS;
}

static bool is_stopped(const FetchPolicy *policy)
{
    return policy->stop && *policy->stop != 0;
}

/* The host in an address, its port too. */
static Str host_of(Str url)
{
    size_t at = str_find(url, STR("://"), 0);
    Str rest = str_drop(url, at == SIZE_MAX ? 0 : at + 3);
    size_t end = 0;
    while (end < rest.len && rest.ptr[end] != '/' && rest.ptr[end] != '?' && rest.ptr[end] != '#')
        end++;
    return str_slice(rest, 0, end);
}

/* Waits until the host may be asked again. False when told to stop. */
static bool wait_turn(Fetcher *fetcher, Str url)
{
    enum { MS = 1000 };
    uint32_t number = map_add(fetcher->hosts, host_of(url));
    if (number > fetcher->host_count) {
        fetcher->asked_ms = arena_grow(fetcher->arena, fetcher->asked_ms, fetcher->host_count, &fetcher->host_cap,
                                       sizeof *fetcher->asked_ms);
        fetcher->asked_ms[fetcher->host_count++] = INT64_MIN / 2;
    }
    int64_t *asked = &fetcher->asked_ms[number - 1];
    while (!is_stopped(fetcher->policy) && now_ms() - *asked < (int64_t)fetcher->policy->pause_s * MS)
        (void)nanosleep(&(struct timespec){.tv_nsec = TICK_NS}, NULL);
    *asked = now_ms();
    return !is_stopped(fetcher->policy);
}

/* ---- what the library calls ---- */

/* Not const: the signature is the library's. */
// NOLINTNEXTLINE(readability-non-const-parameter)
static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    Transfer *transfer = context;
    size_t got = size * count;
    transfer->too_large = got > transfer->policy->limit_bytes - transfer->body.len;
    if (transfer->too_large)
        return CURL_WRITEFUNC_ERROR;
    buf_put(&transfer->body, (Str){bytes, got});
    return got;
}

/* Where a redirect was followed, the headers of the last answer count. */
// NOLINTNEXTLINE(readability-non-const-parameter)
static size_t take_header(char *bytes, size_t size, size_t count, void *context)
{
    static const Str ETAG = {"etag:", 5};
    static const Str MODIFIED = {"last-modified:", 14};
    static const Str ENCODING = {"content-encoding:", 17};
    static const Str TYPE = {"content-type:", 13};
    Transfer *transfer = context;
    Str line = {bytes, size * count};
    if (str_begins_caseless(line, STR("HTTP/"))) {
        transfer->out->etag = STR_NONE;
        transfer->out->last_modified = STR_NONE;
        transfer->out->charset = STR_NONE;
        transfer->encoding = STR_NONE;
        buf_clear(&transfer->body);
    } else if (str_begins_caseless(line, ETAG)) {
        transfer->out->etag = arena_copy(transfer->arena, str_trim(str_drop(line, ETAG.len)));
    } else if (str_begins_caseless(line, MODIFIED)) {
        transfer->out->last_modified = arena_copy(transfer->arena, str_trim(str_drop(line, MODIFIED.len)));
    } else if (str_begins_caseless(line, ENCODING)) {
        transfer->encoding = arena_copy(transfer->arena, str_trim(str_drop(line, ENCODING.len)));
    } else if (str_begins_caseless(line, TYPE)) {
        transfer->out->charset = arena_copy(transfer->arena, encoding_of_type(str_drop(line, TYPE.len)));
    }
    return line.len;
}

/* The address that is about to be connected to is looked at, not the name: names can change what they mean. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    Transfer *transfer = context;
    (void)purpose;
    if (!transfer->policy->private_allowed && !address_is_public(&address->addr)) {
        transfer->private_address = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int look_for_stop(void *context, curl_off_t down_all, curl_off_t down, curl_off_t up_all, curl_off_t up)
{
    const Transfer *transfer = context;
    (void)down_all;
    (void)down;
    (void)up_all;
    (void)up;
    return is_stopped(transfer->policy);
}

/* ---- one request ---- */

static struct curl_slist *add_condition(const Fetcher *fetcher, struct curl_slist *list, const char *name, Str value)
{
    if (!str_present(value) || value.len == 0)
        return list;
    Buf line = {0};
    buf_put(&line, str_from(name));
    buf_put(&line, STR(": "));
    buf_put(&line, value);
    buf_char(&line, '\0');
    struct curl_slist *longer = fetcher->library.slist_append(list, line.ptr);
    buf_free(&line);
    return longer ? longer : list;
}

static void set_limits(const Fetcher *fetcher, Str url)
{
    const CurlLibrary *library = &fetcher->library;
    const FetchPolicy *policy = fetcher->policy;
    CURL *curl = fetcher->curl;
    bool is_safe = str_begins_caseless(url, STR("https:"));
    (void)library->easy_setopt(curl, CURLOPT_PROTOCOLS_STR, PROTOCOLS);
    (void)library->easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, is_safe ? "https" : PROTOCOLS);
    (void)library->easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    (void)library->easy_setopt(curl, CURLOPT_MAXREDIRS, (long)policy->redirect_limit);
    (void)library->easy_setopt(curl, CURLOPT_TIMEOUT, (long)policy->timeout_s);
    (void)library->easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_TIMEOUT_S);
    (void)library->easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, (long)SLOWEST_BYTES_A_SECOND);
    (void)library->easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)SLOW_FOR_S);
    (void)library->easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    (void)library->easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    (void)library->easy_setopt(curl, CURLOPT_HTTP_CONTENT_DECODING, 0L); /* it takes half of a packed answer for all */
    if (!policy->private_allowed)
        (void)library->easy_setopt(curl, CURLOPT_PROXY, ""); /* behind a proxy nobody sees which address is asked */
}

static void set_calls(const Fetcher *fetcher, Transfer *transfer)
{
    const CurlLibrary *library = &fetcher->library;
    CURL *curl = fetcher->curl;
    static const curl_write_callback TAKE_BODY = take_body;
    static const curl_write_callback TAKE_HEADER = take_header;
    (void)library->easy_setopt(curl, CURLOPT_WRITEFUNCTION, TAKE_BODY);
    (void)library->easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    (void)library->easy_setopt(curl, CURLOPT_HEADERFUNCTION, TAKE_HEADER);
    (void)library->easy_setopt(curl, CURLOPT_HEADERDATA, transfer);
    (void)library->easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    (void)library->easy_setopt(curl, CURLOPT_OPENSOCKETDATA, transfer);
    (void)library->easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_for_stop);
    (void)library->easy_setopt(curl, CURLOPT_XFERINFODATA, transfer);
    (void)library->easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

static void read_answer(const Fetcher *fetcher, Transfer *transfer)
{
    const CurlLibrary *library = &fetcher->library;
    CURL *curl = fetcher->curl;
    long status = 0;
    curl_off_t wait_s = 0;
    const char *url = NULL;
    (void)library->easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    (void)library->easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait_s);
    (void)library->easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &url);
    transfer->out->status = (int)status;
    transfer->out->retry_after_s = (int64_t)wait_s;
    transfer->out->url = arena_copy(transfer->arena, str_from(url ? url : ""));
    transfer->out->bytes = arena_copy(transfer->arena, buf_str(&transfer->body));
}

static bool failed(const Transfer *transfer, const char *why, Error *err)
{
    if (transfer->private_address)
        return error_set(err, ERROR_NETWORK,
                         "leads into a private network, which is not asked unless --allow-private is given");
    if (transfer->too_large)
        return error_set(err, ERROR_NETWORK, "is larger than %zu MiB and was not read",
                         transfer->policy->limit_bytes >> 20);
    return error_set(err, ERROR_NETWORK, "%s", is_stopped(transfer->policy) ? "stopped" : why);
}

/* Takes the body out of its packing. NULL, else why it can't be read as a whole. */
static const char *unpack(Transfer *transfer)
{
    ContentCoding coding = content_coding(transfer->encoding);
    if (coding == CODING_NONE || transfer->body.len == 0)
        return NULL;
    if (coding == CODING_OTHER)
        return "is packed in a way that was not asked for";
    Buf plain = {0};
    bool whole = inflate_content(buf_str(&transfer->body), transfer->policy->limit_bytes, &plain);
    transfer->too_large = !whole && plain.len >= transfer->policy->limit_bytes;
    buf_free(&transfer->body);
    transfer->body = plain;
    return whole ? NULL : "breaks off in the middle of what is packed";
}

static CURLcode perform(const Fetcher *fetcher, const FetchRequest *request, Transfer *transfer, char *why)
{
    const CurlLibrary *library = &fetcher->library;
    CURL *curl = fetcher->curl;
    Str url = arena_copy(transfer->arena, request->url); /* with a NUL behind it */
    Str agent = arena_copy(transfer->arena, fetcher->policy->agent);
    struct curl_slist *headers = add_condition(fetcher, NULL, "If-None-Match", request->etag);
    headers = add_condition(fetcher, headers, "If-Modified-Since", request->last_modified);
    library->easy_reset(curl);
    set_limits(fetcher, url);
    set_calls(fetcher, transfer);
    (void)library->easy_setopt(curl, CURLOPT_URL, url.ptr);
    (void)library->easy_setopt(curl, CURLOPT_USERAGENT, agent.ptr);
    (void)library->easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    (void)library->easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
    CURLcode code = library->easy_perform(curl);
    library->slist_free_all(headers);
    return code;
}

bool fetch_get(Fetcher *fetcher, const FetchRequest *request, Arena *arena, Fetched *out, Error *err)
{
    char why[CURL_ERROR_SIZE] = "";
    *out = (Fetched){.url = STR_NONE};
    Transfer transfer = {.policy = fetcher->policy, .out = out, .arena = arena};
    if (!wait_turn(fetcher, request->url))
        return failed(&transfer, "", err);
    CURLcode code = perform(fetcher, request, &transfer, why);
    const char *broken = code == CURLE_OK ? unpack(&transfer) : NULL;
    if (code == CURLE_OK && !broken)
        read_answer(fetcher, &transfer);
    buf_free(&transfer.body);
    if (code == CURLE_OK && !broken)
        return true;
    return failed(&transfer, broken ? broken : why[0] ? why : fetcher->library.easy_strerror(code), err);
}
