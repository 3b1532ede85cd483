/*
 * claim_clause — which times stand in another clause than what a passage tells: "despite a truce that began [on Sunday], nine were killed". Asks
 * only, owns nothing, no errors. Internal to claim*.c.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_CLAUSE_H
#define DAYBOOK_EXTRACT_CLAIM_CLAUSE_H

#include "extract/analysis.h"

/* "Nine were killed in Goma, which fell to the army [in January]": the time is of what a name's bearer went through, and the passage stands
 * outside of that. An empty passage: whether the time is of such a clause at all. */
bool clause_is_described(const Analysis *a, Span passage, Span time);

/* The time stands before the passage, and a relative clause parts the two: it holds the passage ("[on Wednesday] divers reached the ferry | that
 * sank"), or the time, and tells of no harm ("a truce that began [on Sunday], | nine were killed"). */
bool clause_parts(const Analysis *a, Span passage, Span time);

#endif
