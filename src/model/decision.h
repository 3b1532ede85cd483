/*
 * decision — what a person decided about a claim, an incident or a report: the values that assemble/situation/decide applies. The log
 * of decisions, with its JSON, is the book's (store/store.h).
 *
 * A decision never alters what the program found. It is laid over it each time figures are made, and an undone one
 * leaves nothing behind. It is tied to a passage (Anchor), not to a row, so that it outlives new language data.
 *
 * Ownership: strings and arrays lie in the arena of whoever read the log.
 */
#ifndef DAYBOOK_MODEL_DECISION_H
#define DAYBOOK_MODEL_DECISION_H

#include "model/claim.h"

/* What may be decided, and on what. */
typedef enum {
    ACTION_NONE,
    ACTION_ACCEPT,       /* claim: it is as the book has it */
    ACTION_EDIT,         /* claim: some of its fields are otherwise */
    ACTION_REJECT,       /* claim: not so; it stays to be seen and sets no figure */
    ACTION_UNVERIFIABLE, /* claim: cannot be checked; it is listed as unverified and sets no figure */
    ACTION_MERGE,        /* incident: it and another are one */
    ACTION_SPLIT,        /* incident: some of its reports or claims are another */
    ACTION_MOVE,         /* claim: belongs to another incident, or to one of its own */
    ACTION_COPY,         /* claim or report: repeats another, or repeats none */
    ACTION_ORIGIN,       /* claim: who first said it */
    ACTION_PLACE,        /* claim or incident: where */
    ACTION_DAY,          /* claim or incident: when */
    ACTION_ADD,          /* report: a claim that the program did not find */
    ACTION_NOTE,         /* claim, incident or report: words for whoever comes next; they change no figure */
    ACTION_UNDO,         /* decision: as if it had not been made; undoing an undo makes it again */
    ACTION_COUNT_
} Action;

Str action_name(Action action);
Action action_parse(Str name); /* ACTION_NONE where it is none */

/* What an id names. */
typedef enum { TARGET_NONE, TARGET_CLAIM, TARGET_INCIDENT, TARGET_REPORT, TARGET_DECISION, TARGET_COUNT_ } TargetKind;

Str target_name(TargetKind kind);
TargetKind target_parse(Str name);
bool action_takes(Action action, TargetKind target);

/*
 * Where a claim, incident or report stood when it was decided on. Found again by its id; else, for a claim, by the same report and kind
 * and an overlapping passage (the same outcome and figure first, then the longest overlap). An incident is known by a claim
 * of its own; a main one by its report.
 */
typedef struct {
    TargetKind kind;
    Str id;
    Str document; /* its id as printed */
    Str sha256;   /* of its original */
    bool has_claim;
    ClaimKind claim_kind;
    Outcome outcome;
    bool has_count;
    Interval count;
    Span evidence;
    bool main; /* incident: the one that the report is about */
} Anchor;

/* Fields of a claim that a decision sets; what is not set stays as it was found. */
typedef enum {
    FIELD_OUTCOME = 1 << 0,
    FIELD_CLASS = 1 << 1,
    FIELD_COUNT = 1 << 2,
    FIELD_PLACE = 1 << 3,
    FIELD_DAYS = 1 << 4,
    FIELD_PARTY = 1 << 5,
    FIELD_SPEAKER = 1 << 6,
    FIELD_STANCE = 1 << 7,
    FIELD_BACKGROUND = 1 << 8,
    FIELD_KIND = 1 << 9,
    FIELD_TYPE = 1 << 10,
} ClaimField;

typedef struct {
    unsigned fields; /* ClaimField bits: those below that are set */
    ClaimKind kind;
    Outcome outcome;
    VictimClass victim_class;
    bool has_count; /* false with FIELD_COUNT: it gives no figure */
    CountForm count_form;
    Interval count;
    Place place;
    Window days;
    Party party;
    Str speaker;
    Stance stance;
    bool background;
    Str type; /* of an attack */
} ClaimEdit;

typedef struct {
    int64_t seq;
    int64_t made_at; /* seconds since 1970 */
    Str person;
    Str reason;
    Action action;
    bool independent; /* a coder's own reading, made without seeing others' (see Verdict) */
    Anchor target;
    int64_t of;          /* undo: the decision */
    ClaimEdit edit;      /* edit, add, origin, place, day */
    Span passage;        /* add */
    Anchor other;        /* merge: with; move: to; copy: of. kind TARGET_NONE: to one of its own; a copy of none */
    const Anchor *parts; /* split: claims, or reports */
    size_t part_count;
    const Anchor *rest; /* split, merge: the other reports of the incident, or all those of both */
    size_t rest_count;
    Str text; /* note */
} Decision;

/* Decisions in the order in which they were made, undone ones and undos too. */
typedef struct {
    const Decision *items;
    size_t count;
} DecisionLog;

/*
 * How a claim stands after all decisions on it. The last decision on a field holds. Independent readings of one claim by several coders
 * hold where they agree; where they differ the claim is contested, and stands as it did before them until somebody who has
 * seen them decides (any decision that is not independent): that is the adjudication.
 */
typedef enum {
    VERDICT_NONE,
    VERDICT_ACCEPTED,
    VERDICT_EDITED,
    VERDICT_REJECTED,
    VERDICT_UNVERIFIABLE,
    VERDICT_CONTESTED,
    VERDICT_ADDED,
    VERDICT_COUNT_
} Verdict;

Str verdict_name(Verdict verdict); /* "" for none */

/* What people decided on a claim: Claim.decided. */
typedef struct ClaimDecided {
    Verdict verdict;
    unsigned fields;           /* ClaimField bits: what people set */
    const Decision *const *by; /* what stands on it, oldest first */
    size_t by_count;
    const Claim *found; /* as the program has it; NULL for a claim that a person added */
} ClaimDecided;

/* Does the claim count for nothing because somebody rejected it or found that it cannot be checked? */
static inline bool claim_is_aside(const Claim *claim)
{
    return claim->decided &&
           (claim->decided->verdict == VERDICT_REJECTED || claim->decided->verdict == VERDICT_UNVERIFIABLE);
}

/* Did a person set that field? */
static inline bool claim_is_set(const Claim *claim, ClaimField field)
{
    return claim->decided && (claim->decided->fields & field);
}

/* undone_by: for each decision of the log the seq of the undo that stands against it, 0 where it stands itself. */
void decisions_undone(DecisionLog log, int64_t *undone_by);

#endif
