/*
 * draft — incidents of a situation in the making: which incidents of which reports go into each. Made from the groups of reports
 * (situation_incident.c), then altered as people decided (situation_decide.c), then filled.
 */
#ifndef DAYBOOK_ASSEMBLE_DRAFT_H
#define DAYBOOK_ASSEMBLE_DRAFT_H

#include "assemble/situation/situation.h"

enum { DRAFT_NO_SOURCE = UINT32_MAX }; /* the report only has claims that people moved here */

typedef struct {
    Incident incident;
    uint32_t group;    /* of the documents whose event it is */
    uint32_t *members; /* documents, in order */
    uint32_t *sources; /* each member's incident */
    size_t member_count;
    size_t member_cap;
    size_t source_cap;
    size_t reported;           /* members known by as_of */
    int32_t whole;             /* index among the drafts, -1 */
    int32_t into;              /* the draft that it was merged into, -1 */
    const PlaceMention *place; /* as people say, NULL */
    Window days;               /* as people say */
} Draft;

typedef struct {
    Builder *b;
    Draft *items;
    size_t count;
    size_t cap;
    int32_t *
        moved_to; /* by claim of the situation: the draft that it was moved to, by its day or by people, -1; NULL where none was */
} Drafts;

Draft *draft_add(Drafts *d, Draft draft);
void draft_add_member(Drafts *d, Draft *draft, uint32_t document, uint32_t source);

/* The incident of a member's report that went into the draft, NULL where only claims of it were moved there. */
const Incident *draft_source(const Builder *b, const Draft *draft, size_t member);

/* Is the claim, told in the member's source, one of the draft's: not moved elsewhere? */
bool draft_keeps(const Drafts *d, size_t draft, uint32_t claim);

/* The claim of the situation goes into that draft, and its parts with it. */
void draft_move(Drafts *d, uint32_t claim, int32_t to);

/* Merges, splits and moves as people decided, and the places and days that they gave to incidents. */
void drafts_decide(Drafts *d);

/* Afterwards: the decisions' incident. numbers: by draft, the incident made of it, or -1. */
void drafts_number(Drafts *d, const int32_t *numbers);

#endif
