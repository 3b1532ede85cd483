/* when_context — what an expression of time is read by besides its own words: the report's day, the times named before, the verb beside it. */
#ifndef DAYBOOK_EXTRACT_WHEN_CONTEXT_H
#define DAYBOOK_EXTRACT_WHEN_CONTEXT_H

#include "extract/when/when_parts.h"

typedef enum { TENSE_NONE, TENSE_PAST, TENSE_FUTURE } Tense;

/* What the verb beside an expression says of when that is. */
typedef struct {
    Tense tense;
    bool near;    /* stands right beside it */
    bool clause;  /* nothing parts the two */
    bool now;     /* "as of Monday": how things stand as the report is written */
    bool of_harm; /* tells of people hurt or of an attack: what was done is over */
} TenseSign;

typedef struct {
    TimeValue anchor;  /* the report's day, month or year; GRAIN_NONE */
    TimeValue last;    /* the last time named from which the text goes on; GRAIN_NONE */
    TimeValue named;   /* the last date named, an aside or not: what "that year" is; GRAIN_NONE */
    TimeValue told;    /* the time with a year of its own of which this sentence or the one before tells; GRAIN_NONE */
    TimeValue quarter; /* which a report tells of: the first that it names and that is over; GRAIN_NONE */
    bool last_is_near; /* named in this sentence or the one before */
    int sentence_year; /* the year that this sentence has stated; YEAR_UNKNOWN */
    int written; /* minutes from the start of the anchor's day, UTC, to the publication; INT32_MAX where no hour is known */
    bool narrative; /* a history: the anchor says nothing */
    bool guessed;   /* the anchor is only the first day that the text names: others may lie behind it */
    TenseSign verb;
    bool apposed; /* right behind another: "on 9 May, two days after the feast" */
    bool inside;  /* "in", "within", "over" a span */
} TimeContext;

#endif
