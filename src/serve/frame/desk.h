/*
 * desk — what a page or an API call of the desk is made of: a Request comes in, a handler fills a Reply, and a row of a table says who
 * may call it. One function a page.
 *
 *     static void show_claim(Request *request, Reply *reply)
 *     {
 *         Str id = request_parameter(request, "claim");
 *         ... request->store ... request->arena ...
 *         Buf *out = layout_open(request, reply, "Claim");          (layout.h: heading, menu, style, script)
 *         buf_put(out, STR("<h1>"));  buf_html(out, words);
 *         layout_close(request, reply);
 *     }
 *     const Route CLAIM_ROUTES[] = {
 *         {.method = "GET", .path = "/s/{situation}/claims/{claim}", .least = ROLE_READER, .handle = show_claim, .summary = "One claim"},
 *         {0},
 *     };
 *
 * and one line in routes.c. Before a handler runs, the core has matched method and path, bounded the body, found the person, held his role
 * against `least`, and for a route that `writes` checked the form's token and the Origin. Afterwards it adds the headers that guard every
 * answer. A handler runs on a worker thread with a Store of its own; it may block. Nothing of a request outlives it.
 *
 * Texts in a Request are borrowed, UTF-8 or whatever the client sent: checked by nobody but the handler.
 */
#ifndef DAYBOOK_SERVE_DESK_H
#define DAYBOOK_SERVE_DESK_H

#include "base/buf.h"
#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "model/situation.h"
#include "store/people.h"
#include "store/store.h"

typedef struct Desk Desk; /* what all requests share: serve.c */
typedef struct Route Route;
typedef struct Held Held; /* an edition or an answer that several requests share: held.h */

enum { MAX_PARAMETERS = 4, MAX_REPLY_HEADERS = 8, MAX_HELD = 4 };

typedef struct {
    Desk *desk;
    const Route *route;
    Store *store; /* this thread's */
    Arena *arena; /* until the answer is made */
    Str path;     /* as it was sent, percent-encoded, without the query */
    Str query;    /* behind the '?', percent-encoded; "" without one */
    Str body;
    Str body_type;                  /* Content-Type, "" without one */
    Str address;                    /* of the client, for limits; no name, no port */
    Person person;                  /* id 0, ROLE_NOBODY: not signed in */
    bool by_token;                  /* a program with a token, not a browser with a session */
    int64_t now;                    /* seconds since 1970-01-01T00:00Z */
    Str parameters[MAX_PARAMETERS]; /* the path's {…}, decoded, in order; ask request_parameter */
    Str secret;                     /* the form token; ask request_form_token */
    Str proof;                      /* hash of the session's or program's token; STR_NONE without one */
    const void *sent;               /* the adapter's own: other headers */
    Held *held[MAX_HELD];           /* given back when the request ends */
    bool admitted;                  /* the guards let it pass */
} Request;

typedef struct {
    const char *name;
    Str value;
} Header;

typedef struct {
    int status;       /* 200 unless set */
    const char *type; /* "text/html; charset=utf-8" unless set */
    Buf body;
    Header headers[MAX_REPLY_HEADERS]; /* a value with a line break in it is not sent */
    size_t header_count;
    const char *policy; /* Content-Security-Policy in place of the desk's own; NULL: the desk's */
    Held *held;         /* the body in place of the one above */
    bool stream;        /* stays open for events: events.h */
} Reply;

typedef void Handler(Request *request, Reply *reply);

/* What may be in a query or in a body; for /openapi.json and for people. */
typedef struct {
    const char *name;
    const char *about;
} FormField;

struct Route {
    const char *method; /* "GET" (HEAD too), "POST", "DELETE" */
    const char *path;   /* "/s/{situation}/claims/{claim}": {…} is one segment, decoded */
    Handler *handle;
    size_t body_limit;       /* bytes; 0: 64 KiB, enough for a form */
    const char *summary;     /* a few words */
    const FormField *fields; /* of the query (GET) or the form (POST), ended by a zeroed row; NULL: none */
    const char *takes;       /* API: name of the body's schema in schemas.json; NULL: a form, or nothing */
    const char *gives;       /* API: name of the answer's schema, or a media type with a '/' in it; NULL: HTML */
    Role least;
    bool writes;   /* may change the book: form token and Origin are checked. Every POST and DELETE must */
    bool shared;   /* its answer hangs on address and book alone, not on who asks: kept until the book changes */
    bool everyone; /* the same for the whole world and no secret: browsers and proxies may keep it for a minute */
    bool at_once;  /* the handler needs no store and never waits: it runs where requests are read */
};

/* ---- asking ---- */

Str request_parameter(const Request *request, const char *name); /* of the path, decoded; the name must be in it */
Str request_query(const Request *request, const char *name);     /* decoded; STR_NONE where it is not there */
Str request_field(const Request *request,
                  const char *name); /* of a form's body, decoded; STR_NONE where it is not there */
Str request_trimmed(const Request *request, const char *name); /* a field without white space around; else "" */
Str request_header(const Request *request, const char *name);  /* STR_NONE where it is not there */
int64_t request_number(const Request *request, const char *name, int64_t otherwise,
                       int64_t most);        /* of the query: 0..most */
bool request_is_api(const Request *request); /* below /api */

/* Whether it is a path of the desk's, fit to be led to: "//host" and "/\host" are other places. */
bool path_is_ours(Str path);

/* The situation that the path's {situation} names; 0, and the reply is a 404, where there is none. */
int64_t request_situation(Request *request, Reply *reply);

/* That situation, put together, with all decisions: shared with other requests, so read only, and valid until this one ends. NULL, and
 * the reply says why, on error. For books whose situations fit in memory; lists of a large one come page by page from the store. */
const Situation *request_edition(Request *request, Reply *reply, int64_t situation);

/* What a form must send back in its field "form_token", a script in the header X-Form-Token. */
Str request_form_token(const Request *request);

/* What reads reports, for pages that print them. */
const Language *desk_language(const Desk *desk);
const Gazetteer *desk_gazetteer(const Desk *desk);

/* ---- answering ---- */

void reply_header(Reply *reply, const char *name, Str value);

/* 303: the browser asks for path next. path is ours, with its parts encoded by buf_url. */
void reply_redirect(Request *request, Reply *reply, Str path);

/* An error: a page, or below /api a JSON object. what says what is wrong, todo what to do; both ours, sentences. */
void reply_error(Request *request, Reply *reply, int status, const char *what, const char *todo);

/* The same of a failed call of the store: 503, or what its kind asks for. */
void reply_failed(Request *request, Reply *reply, const Error *err);

#endif
