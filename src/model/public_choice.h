/*
 * public_choice — by how much a book's public edition is stricter than the policy that the program carries (report/public.h). It can add to what
 * is withheld and never takes away from it: what is looser than the policy counts as not chosen.
 */
#ifndef DAYBOOK_MODEL_PUBLIC_CHOICE_H
#define DAYBOOK_MODEL_PUBLIC_CHOICE_H

#include "base/str.h"
#include "model/terms.h"

/* Coarser or later than this says nothing any more. */
static const double PUBLIC_GRID_MOST_DEG = 1;
enum { PUBLIC_DELAY_MOST_HOURS = 8760 };

typedef struct {
    double grid_deg;     /* points are rounded to it; 0: as the policy has it */
    int64_t delay_hours; /* of movements; 0: as the policy has it */
    const Str *names;    /* withheld wherever they stand, beside those that are found */
    size_t name_count;
    unsigned unnamed; /* bits 1 << Party: whose speakers are not named, though the policy would */
} PublicChoice;

#endif
