/*
 * outgrown — a total that one class of the victims has passed: "14 died", and hours later "17 soldiers died"; and of the missing a
 * class that all of them have fallen below. The rules are in doc/counts.md.
 */
#ifndef DAYBOOK_ASSEMBLE_OUTGROWN_H
#define DAYBOOK_ASSEMBLE_OUTGROWN_H

#include "assemble/figure/toll.h"
#include "model/profile.h"

/* told: by cell; totals: those that may stand for all; row: estimates of the class cells. False where the profile lets no figure lapse. */
bool outgrown_by_class(const Profile *profile, const ToldList *told, const ToldList *totals, int64_t total,
                       const Estimate *row);

/* "40 passengers are missing", and hours later "12 people are missing": does a later count of all stand for every figure of the class? */
bool outgrown_by_finds(const Profile *profile, const ToldList *of_class, const ToldList *totals);

/* "Hundreds are missing" by one report's own word, and by another "his wife is missing": where nobody counts them, those who are described are
 * some of those, and leave the list. */
void outgrown_by_words(ToldList *totals);

#endif
