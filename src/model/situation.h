/* situation — a pile of reports assembled: what `daybook report` prints as JSON and as a page. */
#ifndef DAYBOOK_MODEL_SITUATION_H
#define DAYBOOK_MODEL_SITUATION_H

#include "model/baseline.h"
#include "model/decision.h"
#include "model/extraction.h"
#include "model/profile.h"

/* What changed in the words between an origin and its copy. */
typedef struct {
    uint32_t document; /* the copy */
    Str field;         /* class, count, outcome, window, speaker, place */
    Str from;
    Str to;
    int32_t from_claim; /* indices into Situation.claims, -1 */
    int32_t to_claim;
} Drift;

/* Documents that tell in one voice. */
typedef struct {
    uint32_t origin; /* document index */
    const uint32_t *copies;
    size_t copy_count;
    Str basis; /* "text" (shared wording), "excerpt" (they hold the origin among words of their own), "quotation" (somebody's words that
                  both give) or "speaker" (the same speaker's figure) */
    const Drift *drift;
    size_t drift_count;
} CopyGroup;

typedef struct {
    ConflictKind kind;
    const uint32_t *claims; /* the smallest set that can't all be true */
    size_t claim_count;
    int32_t document; /* within-page and calendar conflicts: the document, else -1 */
    Span span;        /* of a calendar conflict's expression in that document */
    Str note;         /* "145 + 22 = 167, not 177" */
} Conflict;

/* A sum that the texts bear out: 67 + 41 = 108. */
typedef struct {
    const uint32_t *terms; /* claims */
    size_t term_count;
    uint32_t total; /* claim */
    Str note;
} DerivedSum;

/* A wave held against a baseline: the space–time permutation scan of both together (assemble/situation/scan.h). */
typedef struct {
    bool done;            /* false: no baseline, or too few of its events lie near */
    size_t event_count;   /* of the baseline that were compared */
    unsigned place_count; /* incidents of the wave that have a point and a day */
    int replicates;
    bool found; /* some cylinder holds more than was to be expected */
    unsigned observed;
    double expected;
    double radius_km;
    Window days;
    double p_value;
    double p_gumbel;
} WaveScan;

/* A superlative of a report ("the deadliest in years") held against a baseline. */
typedef struct {
    uint32_t document;
    uint32_t flag;               /* index into the document's flags */
    int64_t deaths;              /* of the headline incident: what was compared */
    size_t event_count;          /* events of the baseline near it, before it */
    size_t deadlier_count;       /* of those with at least as many deaths */
    const BaselineEvent *latest; /* of the deadlier ones, NULL where there is none */
    const BaselineEvent *first;  /* the earliest event that was compared */
} SuperlativeCheck;

typedef struct {
    Str id;
    uint32_t whole;            /* the incident that stands for the whole wave */
    const uint32_t *incidents; /* its parts */
    size_t incident_count;
    unsigned place_count;
    bool has_span_hours;
    double span_hours;
    double diameter_km; /* negative: fewer than two placed points */
    Str from_place;     /* the farthest pair */
    Str to_place;
    Str claimant; /* STR_NONE where no party claims it */
    Str operation;
    WaveScan scan;
} Wave;

typedef struct {
    const Extraction *extraction;
    int32_t copy_of;           /* document index, -1 */
    int32_t holds;             /* a shorter report that stands in it among words of its own, -1 */
    const uint32_t *origin_of; /* documents that copy this one */
    size_t origin_of_count;
    bool after_as_of; /* left out of the figures: published later than --as-of */
} SituationDocument;

/* A claim in a situation: the document's claim and where it stands now. */
typedef struct {
    const Claim *claim;
    uint32_t document;
    int32_t incident;      /* index into Situation.incidents, -1 */
    int32_t superseded_by; /* index into claims, -1 */
    int32_t copy_of;       /* claim of the origin that this one repeats, -1 */
    Str origin;            /* who first said it: speaker's key; claims with equal keys are one voice */
    bool altered;          /* miscopied by its outlet, as it looks (assemble/copies/slip.h): that outlet's word */
} SituationClaim;

/* A decision that stands, and what it is on now. Indices are -1 where it is on none; attached is false where nothing here is what
 * it was made on. */
typedef struct {
    const Decision *decision;
    bool attached;
    int32_t document;
    int32_t claim;
    int32_t incident;
} SituationDecision;

typedef struct {
    Moment as_of;
    const Profile *profile;       /* whose rules made the figures; a public edition's too */
    SituationDocument *documents; /* in order of publication, then of id */
    size_t document_count;
    SituationClaim *claims; /* by document, then text order */
    size_t claim_count;
    Incident *incidents; /* most reported first; claims are indices into this situation's claims */
    size_t incident_count;
    Wave *waves;
    size_t wave_count;
    const SuperlativeCheck *superlatives; /* only where there is a baseline */
    size_t superlative_count;
    const CopyGroup *copies;
    size_t copy_count;
    const Conflict *conflicts;
    size_t conflict_count;
    const DerivedSum *sums;
    size_t sum_count;
    const uint32_t *unverified; /* claims */
    size_t unverified_count;
    const uint32_t *pending; /* claims */
    size_t pending_count;
    SituationDecision *decisions; /* oldest first; undone ones left out */
    size_t decision_count;
    int32_t headline;   /* the incident that the page is about, -1 */
    const Str *notices; /* of a public edition: what it leaves out, a sentence each; none: the full edition */
    size_t notice_count;
} Situation;

#endif
