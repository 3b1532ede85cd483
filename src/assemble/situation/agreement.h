/*
 * agreement — how far coders agree who read the same claims independently (doc/review.md).
 *
 * Sources: J. Cohen, A Coefficient of Agreement for Nominal Scales (1960); R. J. Light, Measures of Response Agreement (1971), for
 * more than two coders; K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). The tests hold their worked examples.
 */
#ifndef DAYBOOK_ASSEMBLE_AGREEMENT_H
#define DAYBOOK_ASSEMBLE_AGREEMENT_H

#include "base/arena.h"
#include "model/situation.h"

typedef enum { MEASURE_NOMINAL, MEASURE_ORDINAL, MEASURE_INTERVAL } Measure;

/* What coders said of units: values[unit * coders + coder], NAN where one said nothing. */
typedef struct {
    const double *values;
    size_t units;
    size_t coders;
} Ratings;

/* NAN where it is not defined: nobody said anything of the same unit, or all said one and the same. */
double agreement_alpha(Ratings ratings, Measure measure, Arena *arena);

/* Cohen's kappa, the mean over pairs of coders where there are more than two; NAN as above. */
double agreement_kappa(Ratings ratings, Arena *arena);

/* One field, over all claims of the situation. */
typedef struct {
    Str field; /* verdict, outcome, class, count, place, day, party */
    Measure measure;
    size_t units;  /* claims of which two or more said something */
    size_t coders; /* who said something of them */
    size_t pairs;  /* of readings of one claim */
    size_t agreed; /* of those */
    double kappa;
    double alpha;
} FieldAgreement;

/* A row a field; none where no two coders read one claim. */
FieldAgreement *agreement_of(const Situation *s, Arena *arena, size_t *count);

/* A field of a contested claim in which two coders differ. */
typedef struct {
    uint32_t claim;
    Str field;
    Str people[2];
    Str values[2];
} Disagreement;

Disagreement *agreement_open(const Situation *s, Arena *arena, size_t *count);

#endif
