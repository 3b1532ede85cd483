/*
 * when_parts — what a TIMEX mention says, as numbers: the captures that time.rules hands on.
 *
 * "last Friday, 31 January" = {op date, rel -1, wday 5, day 31, month 1}.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_PARTS_H
#define DAYBOOK_EXTRACT_WHEN_PARTS_H

#include "extract/analysis/analysis.h"
#include "extract/analysis/when_names.h"
#include "extract/when/when_value.h"

typedef struct {
    uint32_t first; /* tokens */
    uint32_t last;
    TimeOp op;
    unsigned known;           /* bits 1 << Field */
    int number[FIELD_COUNT_]; /* 0 where not known; N is -1 for "several" */
    bool chained;             /* rel points to the last day named: "that year", "the same day" */
    Grain unit;
    Str part;        /* of the day */
    Str half_of_day; /* "am", "pm" */
    Str fixed;       /* a value as it stands: PAST_REF, P1D */
    Str holiday;     /* "12/25", "11/4/4" (fourth Thursday), "easter-2" */
    bool before_christ;
    bool past;       /* the last one that is over or begun: "over the weekend" */
    bool entry;      /* opens an entry of a list: when_entry.h */
    bool of_history; /* a time only where a history is told: "former", "that time" */
} TimeParts;

/* In text order, none over another. */
typedef struct {
    TimeParts *items;
    size_t count;
    size_t cap;
} PartsList;

static inline bool parts_have(const TimeParts *p, Field field)
{
    return (p->known >> (unsigned)field & 1U) != 0;
}

/* An hour and no day. */
bool parts_are_hour(const TimeParts *p);

/* Reads the attributes of a TIMEX mention. */
TimeParts when_parts_read(const Analysis *a, const TimeNames *names, const Mention *m);

/* Stands "in", "within" or "over" right before a token, or as it? */
bool when_is_inside(const Analysis *a, const TimeNames *names, uint32_t token);

/* The first token of the preposition right before a token; the token itself where there is none. */
uint32_t when_preposition_first(const Analysis *a, const TimeNames *names, uint32_t token);

/* The value of the preposition right before a token, "" where there is none. */
Str when_preposition(const Analysis *a, const TimeNames *names, uint32_t token);

#endif
