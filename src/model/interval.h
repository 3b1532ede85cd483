/*
 * interval — the range of counts that a claim asserts: "at least 10" is 10 or more, "37–70" is 37 to 70.
 *
 * Unit:    whole things; which thing (people, attacks, cities) the claim says.
 * Source:  product.md's rule 1; every word's range is argued in doc/counts.md.
 */
#ifndef DAYBOOK_MODEL_INTERVAL_H
#define DAYBOOK_MODEL_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* The upper end of "at least 10": the text states no limit. */
#define INTERVAL_OPEN INT64_MAX

/* Every count c with low <= c <= high. Invariant: 0 <= low <= high. */
typedef struct {
    int64_t low;
    int64_t high; /* INTERVAL_OPEN when unlimited */
} Interval;

/* How a count was put. Decides its point in a median (rule 5). */
typedef enum {
    COUNT_EXACT,     /* 10 */
    COUNT_AT_LEAST,  /* at least 10 */
    COUNT_MORE_THAN, /* more than 10, over 10: [11, open] */
    COUNT_UP_TO,     /* up to 10, at most 10 */
    COUNT_NEARLY,    /* nearly 10, almost 10 */
    COUNT_AROUND,    /* around 10, about 10, some 10 */
    COUNT_RANGE,     /* 10–12, between 10 and 12 */
    COUNT_WORD,      /* dozens, several, many: supports or contradicts, never sets best */
    COUNT_DESCRIBED, /* "a policeman", "his wife": one described victim */
    COUNT_FORMS
} CountForm;

/* Applies rule 1 to a quantity (low = high unless the quantity is a range or a word). */
Interval interval_of(CountForm form, Interval quantity);

/* The number that the claim contributes to a median; INTERVAL_OPEN never. COUNT_WORD has none: -1. */
int64_t interval_point(CountForm form, Interval range);

/* The number as it is printed: that of "more than 300", whose range begins at 301, is 300. */
int64_t interval_printed(CountForm form, Interval range);

/* "10", "at least 10", "37–70". */
void interval_write(Buf *out, Interval interval);

bool interval_overlaps(Interval a, Interval b);
bool interval_equal(Interval a, Interval b);

/* Sums that don't overflow; an open end stays open. */
Interval interval_add(Interval a, Interval b);

#endif
