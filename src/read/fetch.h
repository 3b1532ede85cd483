/*
 * fetch — one document over HTTP(S), as a polite and wary reader asks for it: only if it changed, not too often, bounded in
 * size, time and redirects, never from a private network unless allowed.
 *
 *     Fetcher *fetcher = fetch_open(arena, &policy, &err);
 *     FetchRequest request = {.url = STR("https://example.org/feed"), .etag = kept.etag};
 *     if (fetch_get(fetcher, &request, arena, &answer, &err) && answer.status == 200) ... answer.bytes ...
 *     fetch_close(fetcher);
 *
 * Conditional requests: RFC 9110, section 13. Redirects may not lead from https to http. Not for several threads at once.
 */
#ifndef DAYBOOK_READ_FETCH_H
#define DAYBOOK_READ_FETCH_H

#include <signal.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct Fetcher Fetcher;

typedef struct {
    bool private_allowed; /* addresses that are not the public Internet, and the proxy that the environment names */
    size_t limit_bytes;   /* of a body, unpacked */
    int timeout_s;        /* for one request in all */
    int pause_s;          /* between two requests to one host */
    int redirect_limit;
    Str agent;                         /* how the program names itself */
    const volatile sig_atomic_t *stop; /* becomes non-zero: give up at once. NULL: nobody asks */
} FetchPolicy;

typedef struct {
    Str url;
    Str etag; /* as the last answer gave them, STR_NONE where it gave none */
    Str last_modified;
} FetchRequest;

typedef struct {
    int status;  /* 200, 304, 404 …; redirects are followed */
    Str bytes;   /* the body, its content coding undone */
    Str charset; /* that its header says it is in; STR_NONE where it says nothing */
    Str url;     /* that answered in the end */
    Str etag;
    Str last_modified;
    int64_t retry_after_s; /* what the server asks to wait, 0 where it says nothing */
} Fetched;

enum { FETCH_OK = 200, FETCH_SAME = 304, FETCH_GONE = 410 };

/* Is it an address to fetch, http:// or https:// with a host? */
bool fetch_is_address(Str text);

/* The policy's texts are borrowed. NULL on error. */
Fetcher *fetch_open(Arena *arena, const FetchPolicy *policy, Error *err);

/* Any answer of the server's is true, whatever its status. False with ERROR_NETWORK, which says what stood in the
 * way; the caller names the address. The answer lies in the arena. */
bool fetch_get(Fetcher *fetcher, const FetchRequest *request, Arena *arena, Fetched *out, Error *err);

void fetch_close(Fetcher *fetcher); /* NULL is let pass */

#endif
