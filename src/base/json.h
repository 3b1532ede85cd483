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

#include "base/buf.h"

typedef struct {
    Buf *out;
    bool comma; /* the next value needs one before it */
} Json;

/* key is a fixed word of ours; NULL inside a list. */
void json_open(Json *j, char bracket);
void json_open_key(Json *j, const char *key, char bracket);
void json_close(Json *j, char bracket);
void json_str(Json *j, const char *key, Str value);  /* STR_NONE is null */
void json_text(Json *j, const char *key, Str value); /* as json_str, but "" is null as well */
void json_int(Json *j, const char *key, int64_t value);
void json_fixed(Json *j, const char *key, double value, int decimals);
void json_bool(Json *j, const char *key, bool value);
void json_null(Json *j, const char *key);
void json_raw(Json *j, const char *key, Str json); /* what is JSON already */

#endif
