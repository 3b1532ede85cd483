/*
 * decision_value — a decision as the log keeps it, to and from model/decision.h. store.h says what JSON each action takes; the log adds
 * where target and ids stood ("anchor", "other", "parts", "rest").
 */
#ifndef DAYBOOK_STORE_DECISION_VALUE_H
#define DAYBOOK_STORE_DECISION_VALUE_H

#include "base/error.h"
#include "model/decision.h"
#include "store/store.h"

/* Ids that the value names; STR_NONE and NULL where it names none. */
typedef struct {
    Str other; /* with, to, of */
    const Str *parts;
    size_t part_count;
    TargetKind part_kind;
} DecisionIds;

/* Reads what somebody decides, without anchors; *ids are to be looked up. False, with *err naming the field, where it is not as store.h
 * says. Texts are slices of the decision's, or lie in the arena. */
bool decision_parse(const StoreDecision *given, Arena *arena, Decision *out, DecisionIds *ids, Error *err);

/* Reads a decision that is in the log. */
bool decision_read(const StoreDecision *kept, Arena *arena, Decision *out, Error *err);

/* The value with the decision's anchors, as it is kept. */
Str decision_write(Str value, const Decision *decision, Arena *arena);

#endif
