/*
 * when_parts — what a TIMEX mention says, as numbers: the captures that time.rules hands on.
 *
 * "last Friday, 31 January" = {op date, rel -1, wday 5, day 31, month 1}.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_PARTS_H
#define DAYBOOK_EXTRACT_WHEN_PARTS_H

#include "extract/analysis.h"
#include "extract/when_value.h"

/* Fields that are numbers. */
typedef enum {
    FIELD_YEAR,
    FIELD_SHORT,    /* two figures of a year */
    FIELD_HUNDREDS, /* nineteen of "nineteen ninety-one" */
    FIELD_MONTH,
    FIELD_DAY,
    FIELD_WDAY, /* 1 = Monday */
    FIELD_SEASON,
    FIELD_QUARTER,
    FIELD_HALF_YEAR,
    FIELD_DECADE,  /* its first year */
    FIELD_CENTURY, /* 19 = the years 1800 to 1899 */
    FIELD_CLOCK,   /* minutes since midnight */
    FIELD_HOUR,
    FIELD_ISO,     /* a Day */
    FIELD_DEICTIC, /* days from today */
    FIELD_N,
    FIELD_REL,      /* last -1, this 0, next 1 */
    FIELD_YEAR_REL, /* the same of the year */
    FIELD_DIR,
    FIELD_HALF, /* and a half */
    FIELD_COUNT_
} Field;

typedef enum { OP_NONE, OP_DATE, OP_MOVE, OP_CHAIN, OP_SPAN, OP_EVERY, OP_REF, OP_COUNT_ } TimeOp;

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
    bool of_history; /* a time only where a history is told: "former", "that time" */
} TimeParts;

static inline bool parts_have(const TimeParts *p, Field field)
{
    return (p->known >> (unsigned)field & 1U) != 0;
}

/* Fields that are words. */
typedef enum {
    WORD_UNIT,
    WORD_PART,
    WORD_AMPM,
    WORD_FIXED,
    WORD_HOLIDAY,
    WORD_ERA,
    WORD_PAST,
    WORD_HISTORY,
    WORD_COUNT_
} WordField;

/* The language's numbers of the names that the stage goes by; 0 for those it does not have. */
typedef struct {
    uint32_t op[OP_COUNT_];
    uint16_t field[FIELD_COUNT_];
    uint16_t word[WORD_COUNT_];
    uint16_t timex; /* classes */
    uint16_t time;
    uint16_t range;       /* what stands between the ends of one */
    uint16_t preposition; /* since, from, until, in */
    uint16_t modifier;    /* early, the end of */
    uint16_t inside;      /* in, within, over a span */
    uint16_t verb_past;
    uint16_t verb_future;
} TimeNames;

TimeNames when_names(const Analysis *a);

/* Reads the attributes of a TIMEX mention. */
TimeParts when_parts_read(const Analysis *a, const TimeNames *names, const Mention *m);

/* Stands "in", "within" or "over" right before a token, or as it? */
bool when_is_inside(const Analysis *a, const TimeNames *names, uint32_t token);

/* The value of the preposition right before a token, "" where there is none. */
Str when_preposition(const Analysis *a, const TimeNames *names, uint32_t token);

#endif
