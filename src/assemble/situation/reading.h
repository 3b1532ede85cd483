/*
 * reading — one claim as people read it: decisions laid over what was found, field by field; coders' independent readings apart
 * until they agree or somebody adjudicates (model/decision.h, Verdict). What was found is never altered.
 */
#ifndef DAYBOOK_ASSEMBLE_READING_H
#define DAYBOOK_ASSEMBLE_READING_H

#include "base/arena.h"
#include "model/decision.h"

/* A claim as somebody reads it. */
typedef struct {
    Str person;
    Claim claim;
    Verdict verdict;
    unsigned fields;
} Reading;

typedef struct {
    Reading now;     /* after all decisions made with the others in view */
    Reading *coders; /* those made without, since */
    size_t count;
    size_t cap;
    const Decision **by;
    size_t by_count;
    size_t by_cap;
    Arena *arena;
} Readings;

/* Sets the fields that the decision's edit has. */
void reading_set(Claim *claim, const Decision *decision, Arena *arena);

/* A place as a decision names it, for a claim or incident with that passage. */
const PlaceMention *reading_place(const Decision *decision, Span passage, Arena *arena);

/* claim: as found, or as a person added it. */
Readings readings_begin(const Claim *claim, Arena *arena);
void readings_take(Readings *readings, const Decision *decision);

/* *out: the claim as it stands, with its ClaimDecided; found: what that says was found. */
void readings_finish(Readings *readings, const Claim *found, Claim *out);

/* The independent readings of a claim in a situation, one a coder, in order of their first; adjudicated ones too. */
Reading *readings_of_coders(const Claim *claim, Arena *arena, size_t *count);

#endif
