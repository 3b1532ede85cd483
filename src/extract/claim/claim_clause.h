/*
 * claim_clause — which times stand in another clause than what a passage tells: "despite a truce that began [on Sunday], nine were killed". Asks
 * only, owns nothing, no errors. Internal to claim*.c.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_CLAUSE_H
#define DAYBOOK_EXTRACT_CLAIM_CLAUSE_H

#include "extract/analysis/analysis.h"

/* "Nine were killed in Goma, which fell to the army [in January]": the time is of what a name's bearer went through, and the passage stands
 * outside of that. An empty passage: whether the time is of such a clause at all. */
bool clause_is_described(const Analysis *a, Span passage, Span time);

/* The time stands before the passage, and a relative clause parts the two: it holds the passage ("[on Wednesday] divers reached the ferry | that
 * sank"), or the time, and tells of no harm ("a truce that began [on Sunday], | nine were killed"). */
bool clause_parts(const Analysis *a, Span passage, Span time);

/* "The [11 May] crash | that killed nine": the time belongs to the noun of which the clause with the passage tells. */
bool clause_is_of_noun(const Analysis *a, Span passage, Span time);

/* "Nine were killed, and [on Monday] the mayor resigned": the time opens a clause behind the passage with something of its own. */
bool clause_is_next(const Analysis *a, Span passage, Span time);

/* "A bomb killed nine at the burial of a man who had been shot [some days earlier]": a relative clause begins between the two. */
bool clause_is_relative(const Analysis *a, Span passage, Span time);

/* "[Monday]'s raid": the time has an event. */
bool clause_has_event(const Analysis *a, Span time);

/* Whether an attack or somebody's harm is told in tokens [first, last). */
bool clause_tells_event(const Analysis *a, uint32_t first, uint32_t last);

#endif
