/*
 * json_value — JSON (RFC 8259) into a tree in an arena.
 *
 *     JsonValue value;
 *     if (json_parse(arena, line, &value, &problem)) ... json_value_text(json_get(&value, STR("id"))) ...
 *
 * Unlike the libraries in use elsewhere it keeps U+0000 in strings, refuses what is not UTF-8, and takes half a surrogate
 * pair as U+FFFD, so that one broken emoji loses no report. Nesting is limited, numbers are kept as written.
 */
#ifndef DAYBOOK_READ_JSON_VALUE_H
#define DAYBOOK_READ_JSON_VALUE_H

#include "base/arena.h"

typedef enum { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } JsonType;

typedef struct JsonValue JsonValue;
struct JsonValue {
    JsonType type;
    Str key;          /* in an object */
    Str text;         /* of a string, decoded; of a number, as written */
    JsonValue *first; /* of an array or object */
    JsonValue *next;  /* sibling */
};

typedef struct {
    const char *text; /* "a value is missing" */
    size_t at;        /* byte */
} JsonProblem;

/* The whole of s must be one value. false: *out is untouched, *problem says where and why. */
bool json_parse(Arena *arena, Str s, JsonValue *out, JsonProblem *problem);

/* The last member of that name; NULL if there is none or value is no object. value may be NULL. */
const JsonValue *json_get(const JsonValue *value, Str key);

/* The text of a string; STR_NONE for anything else, NULL too. */
Str json_value_text(const JsonValue *value);

#endif
