/*
 * draft_find — the draft that an incident of a report goes into: the event of the reports that belong together, the same part of it, the
 * same event told beside another or as background.
 */
#ifndef DAYBOOK_ASSEMBLE_DRAFT_FIND_H
#define DAYBOOK_ASSEMBLE_DRAFT_FIND_H

#include "assemble/situation/draft.h"

/* An event that is no part, where and when. */
typedef struct {
    PlaceHash place;
    Window window;
    int32_t draft;
} Event;

/* In order of making. */
typedef struct {
    Event *items;
    size_t count;
    size_t cap;
} Events;

/* Drafts by what they are looked for, by number; -1: none. All lies in the situation's arena. */
typedef struct {
    Drafts *d;
    int32_t *whole_of;   /* by group: its first draft that is no part */
    int32_t *first_part; /* by group: its parts in order of making, each with the next */
    int32_t *last_part;
    int32_t *next; /* by draft */
    size_t next_cap;
    Events backgrounds;
    Events wholes; /* that groups are about */
} Finder;

Finder draft_find_begin(Drafts *d);

/* A new draft of the incident, known to the finder. Returns its number. */
int32_t draft_find_add(Finder *f, const Incident *incident, uint32_t group, int32_t whole);

/* Of an incident that its report x is not about. */
int32_t draft_find_lesser(const Finder *f, uint32_t group, const Extraction *x, const Incident *incident);

/* The event of the incident's town, days and kind that reports of other groups are about, if there is only one; -1. */
int32_t draft_find_told_of(const Finder *f, uint32_t group, const Incident *incident);

/* An event that a report tells beside its own: no part of what the report is about. */
bool draft_is_beside(const Incident *incident);

#endif
