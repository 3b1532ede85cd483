/* setting_parts — what setting.c and setting_place.c share. */
#ifndef DAYBOOK_STORE_SETTING_PARTS_H
#define DAYBOOK_STORE_SETTING_PARTS_H

#include "read/json_value.h"
#include "store/book.h"
#include "store/setting.h"

/* The object that a setting's value is; ERROR_USAGE for anything else. */
bool setting_read_object(Str value, Arena *arena, JsonValue *out, Error *err);

/* A list of texts, none empty. */
bool setting_read_texts(const JsonValue *list, Arena *arena, const Str **out, size_t *count);

/* Checks a place that is set, and sets the decision's target. */
bool setting_read_target(StoreDecision *decision, Arena *arena, Error *err);

#endif
