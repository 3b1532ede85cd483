/* anchor — where a claim, incident or report stands (model/decision.h): looked up in the book, and as JSON in a decision's value. */
#ifndef DAYBOOK_STORE_ANCHOR_H
#define DAYBOOK_STORE_ANCHOR_H

#include "base/json.h"
#include "model/decision.h"
#include "read/json_value.h"
#include "store/book.h"

/* The claim, incident or report of that id in the situation, whose rows must be up to date; kind TARGET_NONE: any of them. False where
 * there is none. */
bool anchor_find(Store *store, int64_t situation, Str id, TargetKind kind, Arena *arena, Anchor *out);

/* The reports of an incident, in order of publication. */
Anchor *anchor_reports(Store *store, int64_t situation, Str incident, Arena *arena, size_t *count);

void anchor_write(Json *j, const char *key, const Anchor *anchor);

/* False where it is not as anchor_write writes it. */
bool anchor_read(const JsonValue *value, Anchor *out);

#endif
