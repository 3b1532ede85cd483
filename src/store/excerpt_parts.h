/* excerpt_parts — what the files that make excerpts share. */
#ifndef DAYBOOK_STORE_EXCERPT_PARTS_H
#define DAYBOOK_STORE_EXCERPT_PARTS_H

#include "store/book.h"
#include "store/excerpt.h"

/* A report of the excerpt while it is read. */
typedef struct {
    SituationDocument document;
    Extraction *extraction;
    int64_t key;
    Moment since;
    int64_t seq;
    int64_t copy_of; /* seq of a report, -1 */
} ExcerptReport;

/* A claim of the excerpt while it is read: where it stands, by seqs of the book. */
typedef struct {
    SituationClaim claim;
    Str id;
    int64_t seq;
    int64_t incident;
    int64_t superseded_by;
    int64_t copy_of;
} ExcerptClaim;

typedef struct {
    Store *store;
    int64_t situation;
    Arena *arena;
    ExcerptReport *reports;
    size_t report_count;
    size_t report_cap;
    ExcerptClaim *claims; /* by report, then text order: not in order of seq between reports */
    size_t claim_count;
    size_t claim_cap;
    Incident *incidents;
    int64_t *incident_seqs;
    size_t incident_count;
    size_t incident_cap;
    size_t incident_seq_cap;
    bool wants_all; /* not only of the claims wished for it is said to which incidents they belong */
} ExcerptWork;

/* What excerpt_incident_row reads; further conditions are the caller's, from ?2 on. */
#define EXCERPT_INCIDENT_COLUMNS                                                                                                \
    "SELECT id, name, type, disaster, place, country, precision, lat_deg, lon_deg, first, last, responsibility, perpetrators, " \
    "targets, status, background, reports FROM incidents WHERE situation = ?1 "

/* The report of that seq, with all its claims, if it is not in the excerpt yet. */
void excerpt_need_report(ExcerptWork *w, int64_t seq);

/* The excerpt's number of the book's claim or incident; -1 where it has none. An incident is read where it is new. */
int32_t excerpt_claim_of(const ExcerptWork *w, int64_t seq);
int32_t excerpt_incident_of(ExcerptWork *w, int64_t seq);

/* The row's incident, without claims and figures. */
Incident excerpt_incident_row(const Query *q, Arena *arena);

/* What was read so far becomes the situation. */
void excerpt_settle(ExcerptWork *w, StoreExcerpt *out);

#endif
