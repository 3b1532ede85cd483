/*
 * json — writes JSON into a Buf and keeps track of the commas.
 *
 *     Json j = {.out = &buf};
 *     json_open(&j, '{');
 *     json_str(&j, "name", name);          "name": "…" (null for STR_NONE)
 *     json_open_key(&j, "spans", '[');
 *     json_int(&j, NULL, 7);               an element of a list has no key
 *     json_close(&j, ']');
 *     json_close(&j, '}');
 */
#ifndef DAYBOOK_BASE_JSON_H
#define DAYBOOK_BASE_JSON_H

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

typedef struct {
    Buf *out;
    bool comma; /* the next value needs one before it */
} Json;

/* What stands before a value: comma, key, colon. key is a fixed word of ours, which holds nothing to be escaped; NULL inside a
 * list. Here and not in json.c, so that a key's length is known when it is compiled and it is laid down by a few moves: a report
 * has thousands. */
static inline void json_lead(Json *j, const char *key)
{
    enum { SIGNS = 4 };
    Str name = key ? str_from(key) : STR_NONE;
    char *to = buf_room(j->out, name.len + SIGNS);
    if (j->comma)
        *to++ = ',';
    j->comma = true;
    if (key) {
        *to++ = '"';
        memcpy(to, name.ptr, name.len);
        to += name.len;
        *to++ = '"';
        *to++ = ':';
    }
    buf_end(j->out, to);
}

static inline void json_open_key(Json *j, const char *key, char bracket)
{
    json_lead(j, key);
    buf_char(j->out, bracket);
    j->comma = false;
}

static inline void json_open(Json *j, char bracket)
{
    json_open_key(j, NULL, bracket);
}

void json_close(Json *j, char bracket);

static inline void json_str(Json *j, const char *key, Str value) /* STR_NONE is null */
{
    json_lead(j, key);
    buf_json(j->out, value);
}

static inline void json_text(Json *j, const char *key, Str value) /* as json_str, but "" is null as well */
{
    json_str(j, key, value.len > 0 ? value : STR_NONE);
}

static inline void json_int(Json *j, const char *key, int64_t value)
{
    json_lead(j, key);
    buf_int(j->out, value);
}

static inline void json_fixed(Json *j, const char *key, double value, int decimals)
{
    json_lead(j, key);
    buf_fixed(j->out, value, decimals);
}

static inline void json_raw(Json *j, const char *key, Str json) /* what is JSON already */
{
    json_lead(j, key);
    buf_put(j->out, json);
}

static inline void json_bool(Json *j, const char *key, bool value)
{
    json_raw(j, key, value ? STR("true") : STR("false"));
}

static inline void json_null(Json *j, const char *key)
{
    json_raw(j, key, STR("null"));
}

#endif
