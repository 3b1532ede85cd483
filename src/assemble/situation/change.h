/*
 * change — which figures moved, by which claim, in place of which: between two editions, or along a situation's own history.
 * Pure, as all of assemble.
 */
#ifndef DAYBOOK_ASSEMBLE_CHANGE_H
#define DAYBOOK_ASSEMBLE_CHANGE_H

#include "base/arena.h"
#include "model/situation.h"

/* One cell that moved. Indices are the newer situation's. */
typedef struct {
    uint32_t incident;
    Outcome outcome;
    CellKind cell;
    const Estimate *was; /* present is false where nothing was claimed */
    const Estimate *now;
    int32_t document;   /* the report that moved it, -1 */
    int32_t claim;      /* its claim, -1 where the cell only lost claims */
    int32_t supersedes; /* the claim whose place it took, -1 */
} Change;

/* Along each incident's history: in order of publication, then of incidents and cells. */
Change *change_history(const Situation *s, Arena *arena, size_t *count);

/* From an earlier edition of the same situation to s: by incidents and cells. An incident is the same where its id is; else it is the
 * one that most of its claims were told of, if that does not go on by itself. */
Change *change_between(const Situation *earlier, const Situation *s, Arena *arena, size_t *count);

/* The earlier incidents that none of s is. */
uint32_t *change_gone(const Situation *earlier, const Situation *s, Arena *arena, size_t *count);

#endif
