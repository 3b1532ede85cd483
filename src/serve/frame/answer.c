/* answer — how a request becomes an answer, whatever carried it: the guards before a handler and the headers after it. */
#include "base/hash.h"
#include "serve/frame/compress.h"
#include "serve/frame/core.h"
#include "serve/frame/form.h"
#include "serve/frame/held.h"
#include "serve/frame/live.h"
#include "serve/frame/multipart.h"
#include "serve/frame/routes.h"
#include "serve/frame/secret.h"
#include "serve/frame/who.h"

enum { FORM_LIMIT_BYTES = 64 << 10 };

size_t answer_body_limit(const Route *route)
{
    return route->body_limit > 0 ? route->body_limit : FORM_LIMIT_BYTES;
}

/* ---- headers ---- */

static const char POLICY[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

Header answer_guard(const Request *request, const Reply *reply, size_t number)
{
    bool kept = request->route && request->route->everyone && reply->status < 400;
    const Header guards[] = {
        {"Content-Security-Policy", str_from(reply->policy ? reply->policy : POLICY)},
        {"X-Content-Type-Options", STR("nosniff")},
        {"X-Frame-Options", STR("DENY")},
        {"Referrer-Policy", STR("same-origin")},
        {"Cross-Origin-Opener-Policy", STR("same-origin")},
        {"Cross-Origin-Resource-Policy", STR("same-origin")},
        {"Cache-Control", kept ? STR("public, max-age=60") : STR("no-store")},
    };
    return number < sizeof guards / sizeof *guards ? guards[number] : (Header){NULL, STR_NONE};
}

/* ---- guards: false, and the reply says why ---- */

static Str without_port(Str host)
{
    size_t bracket = str_find_char(host, ']', 0);
    size_t colon = str_find_char(host, ':', bracket == SIZE_MAX ? 0 : bracket);
    return colon == SIZE_MAX ? host : str_slice(host, 0, colon);
}

/* A page elsewhere can make a name of its own point to this machine; then the host is its name. */
static bool is_our_host(const Request *request)
{
    Str host = request_header(request, "Host");
    const char *origin = request->desk->options->origin;
    if (!str_present(host))
        return false;
    if (origin) {
        size_t slashes = str_find(str_from(origin), STR("//"), 0);
        if (slashes != SIZE_MAX && str_equal_caseless(host, str_drop(str_from(origin), slashes + 2)))
            return true;
    }
    Str name = without_port(host);
    bool local =
        str_equal_caseless(name, STR("localhost")) || str_begins(name, STR("127.")) || str_equal(name, STR("[::1]"));
    return local || (!request->desk->is_loopback && !origin);
}

static bool is_our_origin(const Request *request)
{
    Str site = request_header(request, "Sec-Fetch-Site");
    if (str_present(site) && !str_equal(site, STR("same-origin")) && !str_equal(site, STR("none")))
        return false;
    Str origin = request_header(request, "Origin");
    if (!str_present(origin))
        return true; /* no browser, or an old one: the form token decides */
    const char *known = request->desk->options->origin;
    if (known && str_equal_caseless(origin, str_from(known)))
        return true;
    Str host = request_header(request, "Host");
    size_t slashes = str_find(origin, STR("://"), 0);
    return slashes != SIZE_MAX && str_equal_caseless(str_drop(origin, slashes + 3), host);
}

static Str field_of_body(const Request *request, Str name)
{
    Multipart multipart;
    Part part;
    if (str_begins_caseless(request->body_type, STR("application/x-www-form-urlencoded")))
        return form_value(request->body, name, request->arena);
    if (!multipart_begin(request->body_type, request->body, request->arena, &multipart))
        return STR_NONE;
    while (multipart_next(&multipart, &part))
        if (str_equal(part.name, name) && !str_present(part.file))
            return part.bytes;
    return STR_NONE;
}

static bool has_form_token(const Request *request)
{
    Str sent = request_header(request, "X-Form-Token");
    if (!str_present(sent))
        sent = field_of_body(request, STR("form_token"));
    return str_present(sent) && str_present(request->secret) && secret_equal(sent, request->secret);
}

/* Sent on once: a browser leaves out the cookie of a session when a link of another site led here. */
static bool came_by_a_link(const Request *request)
{
    Str site = request_header(request, "Sec-Fetch-Site");
    return str_equal(site, STR("cross-site")) && str_equal(request_header(request, "Sec-Fetch-Mode"), STR("navigate"));
}

static Str address_of(const Request *request, Arena *arena)
{
    Buf text = {0};
    buf_put(&text, request->path);
    buf_put(&text, request->query.len > 0 ? STR("?") : STR(""));
    buf_put(&text, request->query);
    Str address = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return address;
}

static void come_again(Request *request, Reply *reply)
{
    buf_put(
        &reply->body,
        STR("<!doctype html><meta charset=\"utf-8\"><title>daybook</title><meta http-equiv=\"refresh\" content=\"0;url="));
    buf_html(&reply->body, address_of(request, request->arena));
    buf_put(&reply->body, STR("\">"));
}

static void ask_to_sign_in(Request *request, Reply *reply)
{
    if (request_is_api(request) || request->by_token || request->route->writes) {
        reply_error(request, reply, 401, "You are not signed in.",
                    "Sign in at /sign-in, or send a token: Authorization: Bearer TOKEN.");
        reply_header(reply, "WWW-Authenticate", STR("Bearer"));
        return;
    }
    if (came_by_a_link(request)) {
        come_again(request, reply);
        return;
    }
    Buf path = {0};
    buf_put(&path, STR("/sign-in?next="));
    buf_url(&path, address_of(request, request->arena));
    reply_redirect(request, reply, buf_str(&path));
    buf_free(&path);
}

static bool admit(Request *request, Reply *reply)
{
    const Route *route = request->route;
    if (!is_our_host(request)) {
        reply_error(request, reply, 421, "The desk is not at this address.",
                    "Use the address that daybook serve printed, or set --origin.");
    } else if (request->person.role < route->least) {
        if (request->person.id == 0)
            ask_to_sign_in(request, reply);
        else
            reply_error(request, reply, 403, "Your role does not allow that.",
                        "Ask an administrator of the desk if you need it.");
    } else if (route->writes && !request->by_token && !is_our_origin(request)) {
        reply_error(request, reply, 403, "This was sent from another site.",
                    "Go to the desk's own page and send it from there.");
    } else if (route->writes && !request->by_token && !has_form_token(request)) {
        reply_error(request, reply, 403, "The page was too old, or you have signed in anew since.",
                    "Go back, reload the page and send it again. What you wrote is still in the form.");
    } else {
        request->admitted = true;
    }
    return request->admitted;
}

bool answer_may_send(Request *request, Reply *reply)
{
    if (request->person.role >= request->route->least)
        return true;
    bool unknown = request->person.id == 0;
    reply_error(request, reply, unknown ? 401 : 403,
                unknown ? "You are not signed in." : "Your role does not allow that.",
                unknown ? "Sign in at /sign-in, or send a token: Authorization: Bearer TOKEN."
                        : "Ask an administrator of the desk if you need it.");
    return false;
}

bool answer_find_route(Request *request, Reply *reply, Str method)
{
    bool other = false;
    request->route = route_find(method, request->path, request->arena, request->parameters, &other);
    if (request->route)
        return true;
    if (other)
        reply_error(request, reply, 405, "This address does not take that method.",
                    "Go back and use the page's own links and buttons.");
    else
        reply_error(request, reply, 404, "There is nothing at this address.",
                    "Check the address, or begin at the list of situations.");
    return false;
}

/* ---- answers ---- */

/* As gzip, where that pays and the client takes it. */
static void pack(const Request *request, Reply *reply)
{
    if (reply->stream || reply->status == 304 || !compress_pays(reply->type, reply->body.len))
        return;
    reply_header(reply, "Vary", STR("Accept-Encoding"));
    if (compress_accepted(request_header(request, "Accept-Encoding")) && compress_body(&reply->body))
        reply_header(reply, "Content-Encoding", STR("gzip"));
}

static void handle(Request *request, Reply *reply)
{
    const Route *route = request->route;
    bool is_visit = request->person.id == 0 && !route->everyone && !route->at_once && !route->shared;
    if (is_visit)
        who_welcome(request, reply);
    route->handle(request, reply);
    if (request->store)
        store_let_go(request->store);
    if (route->writes && request->store)
        live_wrote(request->desk->live, request->store);
}

/* ---- answers that are shared ---- */

/* What is sent as gzip is an answer of its own, with an ETag of its own. */
static uint64_t address_key(const Request *request)
{
    bool packed = compress_accepted(request_header(request, "Accept-Encoding"));
    uint64_t parts[] = {hash_of(request->path), hash_of(request->query), packed};
    return hash_of((Str){(const char *)parts, sizeof parts});
}

/* The answer is the held one, or that the client has it already. */
static void give(Request *request, Reply *reply, Held *held)
{
    reply->held = held;
    reply->type = held->type;
    reply->policy = held->policy;
    for (size_t i = 0; i < held->header_count; i++)
        reply_header(reply, held->headers[i].name, held->headers[i].value);
    if (str_equal(request_header(request, "If-None-Match"), held->headers[0].value))
        reply->status = 304;
}

static bool find_shared(Request *request, Reply *reply)
{
    Held *held = helds_find(request->desk->helds, address_key(request), live_version(request->desk->live));
    if (held)
        give(request, reply, held);
    return held != NULL;
}

/* The first of a held answer's headers is its ETag. */
static void put_headers(Held *held, const Reply *reply)
{
    Buf tag = {0};
    buf_char(&tag, '"');
    buf_hex(&tag, hash_of(buf_str(&held->body)), 16);
    buf_char(&tag, '"');
    held->headers[held->header_count++] = (Header){"ETag", arena_copy(held->arena, buf_str(&tag))};
    buf_free(&tag);
    for (size_t i = 0; i < reply->header_count && held->header_count < MAX_REPLY_HEADERS; i++)
        held->headers[held->header_count++] =
            (Header){reply->headers[i].name, arena_copy(held->arena, reply->headers[i].value)};
}

static void share(Request *request, Reply *reply, uint64_t version)
{
    Held *held = held_create();
    held->key = address_key(request);
    held->version = version;
    held->body = reply->body;
    held->bytes = reply->body.len;
    held->type = reply->type;
    held->policy = reply->policy;
    put_headers(held, reply);
    reply->body = (Buf){0};
    reply->header_count = 0;
    helds_keep(request->desk->helds, held);
    give(request, reply, held);
}

/* One at a time: who waits for the same answer then finds it. */
static void make_shared(Request *request, Reply *reply)
{
    Helds *helds = request->desk->helds;
    helds_begin(helds, MAKING_ANSWER);
    uint64_t version = live_version(request->desk->live);
    if (!find_shared(request, reply)) {
        handle(request, reply);
        pack(request, reply);
        if (reply->status == 200 && reply->body.len > 0)
            share(request, reply, version);
    }
    helds_end(helds, MAKING_ANSWER);
}

bool answer_at_once(Request *request, Reply *reply)
{
    if (!who_remember(request))
        return false;
    if (!admit(request, reply))
        return true;
    if (request->route->shared)
        return find_shared(request, reply);
    if (!request->route->at_once)
        return false;
    handle(request, reply);
    return true;
}

void answer(Request *request, Reply *reply)
{
    Error err = {0};
    if (!request->admitted && !who_ask(request, &err))
        reply_failed(request, reply, &err);
    else if (!request->admitted && !admit(request, reply))
        return;
    else if (request->route->shared)
        make_shared(request, reply);
    else {
        handle(request, reply);
        if (!reply->held)
            pack(request, reply);
    }
}
