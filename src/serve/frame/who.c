#include "serve/frame/who.h"

#include <pthread.h>
#include <sodium.h>

#include "base/hash.h"
#include "serve/frame/secret.h"

enum {
    IDLE_SECONDS = 12 * 3600,
    MOST_SECONDS = 7 * 24 * 3600,
    SEEN_SECONDS = 300, /* how old the book's note of the last request may get */
    VISIT_SECONDS = 24 * 3600,
    HASH_BYTES = 32,
    NAME_BYTES = 128,
    PLACES = 4096,
};

typedef struct {
    char hash[HASH_BYTES];
    int64_t person;
    Role role;
    char name[NAME_BYTES];
    size_t name_bytes;
    int64_t until; /* must be asked for again */
} Memory;

struct Known {
    pthread_mutex_t lock;
    Memory memories[PLACES];
};

Known *known_create(Arena *arena)
{
    Known *known = ARENA_NEW(arena, Known);
    (void)pthread_mutex_init(&known->lock, NULL);
    return known;
}

void known_forget(Known *known)
{
    (void)pthread_mutex_lock(&known->lock);
    for (size_t i = 0; i < PLACES; i++)
        known->memories[i].person = 0;
    (void)pthread_mutex_unlock(&known->lock);
}

static Memory *memory_of(Known *known, Str hash)
{
    return &known->memories[hash_name(hash) % PLACES];
}

static bool recall(Known *known, Str hash, int64_t now, Person *out, Arena *arena)
{
    (void)pthread_mutex_lock(&known->lock);
    const Memory *m = memory_of(known, hash);
    bool is = m->person != 0 && m->until > now && memcmp(m->hash, hash.ptr, HASH_BYTES) == 0;
    if (is)
        *out = (Person){m->person, arena_copy(arena, (Str){m->name, m->name_bytes}), m->role};
    (void)pthread_mutex_unlock(&known->lock);
    return is;
}

static void remember(Known *known, Str hash, const Person *person, int64_t until)
{
    if (person->name.len > NAME_BYTES)
        return;
    (void)pthread_mutex_lock(&known->lock);
    Memory *m = memory_of(known, hash);
    *m = (Memory){.person = person->id, .role = person->role, .name_bytes = person->name.len, .until = until};
    memcpy(m->hash, hash.ptr, HASH_BYTES);
    memcpy(m->name, person->name.ptr, person->name.len);
    (void)pthread_mutex_unlock(&known->lock);
}

/* ---- cookies ---- */

/* Over https the name's prefix makes browsers refuse it from anywhere but this host. */
static Str cookie_name(const Request *request, bool session)
{
    if (request->desk->is_https)
        return session ? STR("__Host-daybook") : STR("__Host-daybook-visit");
    return session ? STR("daybook") : STR("daybook-visit");
}

static Str cookie(const Request *request, bool session)
{
    Str wanted = cookie_name(request, session);
    Str rest = request_header(request, "Cookie");
    Str pair;
    while (str_cut(&rest, ';', &pair)) {
        pair = str_trim(pair);
        if (pair.len > wanted.len && str_begins(pair, wanted) && pair.ptr[wanted.len] == '=') {
            Str value = str_drop(pair, wanted.len + 1);
            return secret_is_token(value) ? value : STR_NONE;
        }
    }
    return STR_NONE;
}

static void set_cookie(const Request *request, Reply *reply, bool session, Str value, int64_t seconds)
{
    Buf text = {0};
    buf_put(&text, cookie_name(request, session));
    buf_char(&text, '=');
    buf_put(&text, value);
    buf_format(&text, "; Path=/; Max-Age=%lld; HttpOnly; SameSite=Strict", (long long)seconds);
    buf_put(&text, request->desk->is_https ? STR("; Secure") : STR(""));
    reply_header(reply, "Set-Cookie", arena_copy(request->arena, buf_str(&text)));
    buf_free(&text);
}

/* ---- finding ---- */

/* "name:TOKEN", as feed readers send a password (RFC 7617). Browsers send it by themselves, so it reads and never writes. */
static Str basic_token(const Request *request, Str encoded)
{
    enum { MOST = 400 };
    size_t length = 0;
    char *plain = ARENA_ARRAY(request->arena, char, MOST);
    if (!request->route || request->route->writes ||
        sodium_base642bin((unsigned char *)plain, MOST, encoded.ptr, encoded.len, NULL, &length, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return STR("");
    Str pair = {plain, length};
    Str name;
    (void)str_cut(&pair, ':', &name);
    return str_present(pair) ? pair : STR("");
}

/* Of a program; STR_NONE: none was sent. */
static Str sent_token(const Request *request)
{
    Str value = request_header(request, "Authorization");
    Str bearer = STR("Bearer ");
    Str basic = STR("Basic ");
    if (str_begins_caseless(value, basic))
        return basic_token(request, str_trim(str_drop(value, basic.len)));
    return str_begins_caseless(value, bearer) ? str_trim(str_drop(value, bearer.len)) : STR_NONE;
}

/* What the request shows: a program's token, else a session's, else a visit's. */
static Str shown_token(Request *request)
{
    Str token = sent_token(request);
    request->by_token = str_present(token);
    if (request->by_token)
        return secret_is_token(token) ? token : STR_NONE;
    Str session = cookie(request, true);
    Str visit = str_present(session) ? STR_NONE : cookie(request, false);
    if (str_present(session) || str_present(visit))
        request->secret = secret_form_token(str_present(session) ? session : visit, request->arena);
    return session;
}

bool who_remember(Request *request)
{
    Str token = shown_token(request);
    if (!str_present(token))
        return true;
    request->proof = secret_hash(token, request->arena);
    return recall(request->desk->known, request->proof, request->now, &request->person, request->arena);
}

static bool ask_for_token(Request *request, Error *err)
{
    AccessToken token;
    if (!access_token_find(request->store, request->proof, request->arena, &token, err))
        return false;
    request->person = token.person;
    if (token.id != 0)
        remember(request->desk->known, request->proof, &token.person, request->now + SEEN_SECONDS);
    return true;
}

bool who_ask(Request *request, Error *err)
{
    if (request->by_token)
        return ask_for_token(request, err);
    Session session;
    if (!session_find(request->store, request->proof, request->arena, &session, err))
        return false;
    bool holds = session.person.id != 0 && session.seen_at + IDLE_SECONDS > request->now &&
                 session.made_at + MOST_SECONDS > request->now;
    if (!holds)
        return true;
    if (session.seen_at + SEEN_SECONDS <= request->now &&
        !session_seen(request->store, request->proof, request->now, err))
        return false;
    request->person = session.person;
    remember(request->desk->known, request->proof, &session.person, request->now + SEEN_SECONDS);
    return true;
}

/* ---- in and out ---- */

bool who_sign_in(Request *request, Reply *reply, int64_t person, Error *err)
{
    if (str_present(request->proof) && !request->by_token && !session_end(request->store, request->proof, err))
        return false;
    known_forget(request->desk->known);
    Str token = secret_token(request->arena);
    set_cookie(request, reply, true, token, MOST_SECONDS);
    return session_drop_older(request->store, request->now - IDLE_SECONDS, request->now - MOST_SECONDS, err) &&
           session_add(request->store, secret_hash(token, request->arena), person, request->now, err);
}

bool who_sign_out(Request *request, Reply *reply, Error *err)
{
    set_cookie(request, reply, true, STR(""), 0);
    if (!str_present(request->proof))
        return true;
    bool ok = session_end(request->store, request->proof, err);
    known_forget(request->desk->known);
    return ok;
}

void who_welcome(Request *request, Reply *reply)
{
    if (str_present(request->secret) || request->by_token)
        return;
    Str token = secret_token(request->arena);
    request->secret = secret_form_token(token, request->arena);
    set_cookie(request, reply, false, token, VISIT_SECONDS);
}
