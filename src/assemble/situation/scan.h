/*
 * scan — is a cluster of incidents more than chance? The space–time permutation scan statistic of Kulldorff et al., "A space–time
 * permutation scan statistic for disease outbreak detection", PLoS Medicine 2(3), 2005: cylinders around each incident, with any radius and any run of days that
 * ends with the last, compared with what place and day alone would lead to expect; the p-value from replicates in which the days are dealt out anew
 * among the places, and, in its tail, from a Gumbel distribution fitted to them (Abrams, Kulldorff, Kleinman, 2010).
 *
 *     ScanResult r = scan_permutation(points, count, (ScanLimits){.days = 7, .km = 300, .replicates = 999, .seed = 1}, arena);
 *
 * Deterministic: the same points in the same order, limits and seed give the same result.
 */
#ifndef DAYBOOK_ASSEMBLE_SCAN_H
#define DAYBOOK_ASSEMBLE_SCAN_H

#include "base/arena.h"
#include "model/day.h"

/* One incident of the baseline or of the pile. */
typedef struct {
    double lat_deg;
    double lon_deg;
    Day day;
} ScanPoint;

typedef struct {
    int days;       /* longest run of days that is looked at */
    double km;      /* largest radius */
    int replicates; /* 999 for a p-value of a thousandth */
    uint64_t seed;
} ScanLimits;

typedef struct {
    bool found;    /* some cylinder holds more than was to be expected */
    size_t center; /* index of the point it is drawn around */
    double radius_km;
    Day first; /* of the run of days; it ends with the last day of all points */
    unsigned observed;
    double expected;
    double likelihood; /* logarithm of the ratio */
    double p_value;    /* by rank among the replicates: (1 + how many are as large) / (1 + replicates) */
    double p_gumbel;   /* from the fitted tail: also below 1 / (1 + replicates) */
} ScanResult;

ScanResult scan_permutation(const ScanPoint *points, size_t count, ScanLimits limits, Arena *arena);

#endif
