/*
 * baseline — incidents of an event data set (UCDP GED, ACLED) that new incidents are held against: is a cluster of attacks unusual,
 * is a day the deadliest in years? They are no claims and never enter a figure.
 *
 * Sources: UCDP GED codebook 24.1 (best, low, high; one row an event), ACLED codebook 2023 (fatalities).
 */
#ifndef DAYBOOK_MODEL_BASELINE_H
#define DAYBOOK_MODEL_BASELINE_H

#include "base/arena.h"
#include "model/day.h"

typedef struct {
    Str id;  /* as the data set has it, with the set's name in front: "ged:412700" */
    Str set; /* "ged" or "acled" */
    Str type;
    Str country;
    Str place;
    Window days;
    double lat_deg;
    double lon_deg;
    int64_t low; /* deaths; equal to best where the set states one figure */
    int64_t best;
    int64_t high;
} BaselineEvent;

typedef struct {
    Arena *arena; /* of the items and their strings */
    BaselineEvent *items;
    size_t count;
    size_t cap;
} Baseline;

void baseline_add(Baseline *baseline, BaselineEvent event);

#endif
