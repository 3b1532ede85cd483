/*
 * queue — which claims to review first: those on which figures turn. Each claim that nobody decided on is taken out of its incident
 * for a moment, and the incident's cells are reckoned again without it. Pure.
 */
#ifndef DAYBOOK_ASSEMBLE_QUEUE_H
#define DAYBOOK_ASSEMBLE_QUEUE_H

#include "assemble/basis/profile.h"
#include "base/arena.h"
#include "model/situation.h"

/* Reasons to look at a claim, the more pressing first. */
typedef enum {
    URGENT_CONTESTED = 1 << 0,  /* coders differ */
    URGENT_MOVES = 1 << 1,      /* figures turn on it */
    URGENT_CONFLICT = 1 << 2,   /* it cannot be true together with others */
    URGENT_ONE_ORIGIN = 1 << 3, /* a figure rests on it, and on no other origin */
    URGENT_FLAG = 1 << 4,       /* its sentence has a flag: loaded, machine-written … */
    URGENT_UNPLACED = 1 << 5,   /* an attack or figure without a place */
} Urgency;

typedef struct {
    uint32_t claim;
    unsigned why; /* Urgency bits */
    int64_t
        weight; /* how far cells would move without it: |best| twice, |low|, |high|, added up over the incident's cells */
    Str moves; /* "killed best 11 → 9; killed civilian best 11 → 9"; at most MOVES_SHOWN cells */
} QueueItem;

/* All claims without a standing verdict, copies and background left out, the most pressing first. */
QueueItem *queue_of(const Situation *s, const Profile *profile, Arena *arena, size_t *count);

/* The name of an urgency bit by number, STR_NONE after the last. */
Str urgency_name(unsigned bit);

#endif
