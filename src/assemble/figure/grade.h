/*
 * grade — an incident's figures by the chosen codebook and by those that are to stand beside it, each with the grade that
 * the codebook gives (Airwars: Confirmed, Fair, Weak …).
 */
#ifndef DAYBOOK_ASSEMBLE_GRADE_H
#define DAYBOOK_ASSEMBLE_GRADE_H

#include "assemble/figure/reconcile.h"

/* Sets estimates and beside of the incident, whose responsibility is known. figures as reconcile takes them. */
void grade_incident(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Incident *incident);

/* Sets the grade of the table e, one of the incident's, by the first of the profile's grades that holds. */
void grade_give(const Profile *profile, const Incident *incident, Estimates *e);

/* What the incidents of the headline's grades add up to: killed civilians, wholes without their parts. */
typedef struct {
    size_t incidents;
    Interval killed; /* least to most; INTERVAL_OPEN where one of them is open */
    Str rule;
} Headline;

/* number: 0 the incidents' estimates, 1 + i the i-th of those beside. False where the profile has no headline. */
bool grade_headline(const Profile *profile, const Incident *incidents, size_t count, size_t number, Headline *out);

#endif
