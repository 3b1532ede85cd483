/*
 * place_reach — how far from a passage a place of its sentence stands, in clauses: "four died in Goma before shells hit Sake" has Goma's four,
 * and "Goma, where four died, is near Sake" too.
 */
#ifndef DAYBOOK_EXTRACT_PLACE_REACH_H
#define DAYBOOK_EXTRACT_PLACE_REACH_H

#include "extract/analysis/analysis.h"

/* How much further, in letters, a place counts that is a country (a town says more), and one that stands before the passage. */
enum { COUNTRY_FAR = 60, BEFORE_FAR = 20 };

/* The distance in letters (far, with COUNTRY_FAR and BEFORE_FAR where they hold) made one by clauses: each clause between counts as many
 * letters, so does a way there or from there ("coming from Goma"); a country where something is told to have happened is as good as a
 * town ("19 deaths in Haiti"). -1 of a country told of without such a word ("the Haiti band"). After the tags were read (syntax_read). */
int64_t place_reach(const Analysis *a, const PlaceMention *place, Span passage, uint32_t far);

/* How a word leads to a place right behind it by the lexicon ("at" of "in", "way" of "from"), STR_NONE where it does not. */
Str place_lead_at(const Analysis *a, uint32_t token);

/* "In Goma", "near Goma", not "from Goma". */
bool place_is_told_at(const Analysis *a, const PlaceMention *place);

/* "Four died[; in] Goma", "four died[, and in] Goma two were hurt": another clause begins between the passage and the place behind it. */
bool place_is_of_next_clause(const Analysis *a, const PlaceMention *place, Span passage);

/* "In Goma, shells fell": a sentence that opens with a place leaves the scene of what stands before it. */
bool place_opens_scene(const Analysis *a, Span place);

/* Whether the place only says where the one before it lies: "Umemger, 20 km east of [Goma]". */
bool place_says_where(const Analysis *a, const PlaceMention *place);

#endif
