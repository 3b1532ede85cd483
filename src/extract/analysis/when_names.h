/*
 * when_names — the language's numbers of the attributes, values and classes that the stage of times goes by, worked out
 * once when the language is loaded.
 */
#ifndef DAYBOOK_EXTRACT_WHEN_NAMES_H
#define DAYBOOK_EXTRACT_WHEN_NAMES_H

#include "match/lexicon.h"
#include "match/mention.h"

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
    FIELD_MONTH_REL,
    FIELD_DIR,
    FIELD_HALF, /* and a half */
    FIELD_COUNT_
} Field;

typedef enum { OP_NONE, OP_DATE, OP_MOVE, OP_CHAIN, OP_SPAN, OP_EVERY, OP_REF, OP_COUNT_ } TimeOp;

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
typedef struct TimeNames {
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
    ClassSet verb_harm; /* tells of people hurt or of an attack */
    uint16_t verb_done; /* what a toll does: "rose", "reached", "died" */
} TimeNames;

const TimeNames *when_names(Arena *arena, const Lexicon *lexicon);

#endif
