/*
 * assemble — claims to incidents and figures: within one document, then across a pile. Pure.
 */
#ifndef DAYBOOK_ASSEMBLE_ASSEMBLE_H
#define DAYBOOK_ASSEMBLE_ASSEMBLE_H

#include "assemble/basis/profile.h"
#include "base/arena.h"
#include "model/situation.h"

/*
 * Sets incidents of one extraction, the incident and id of its claims, and its estimates.
 */
void assemble_document(Extraction *extraction, const Profile *profile, Arena *arena);

/* The same where the claims have their ids and some were altered: only incidents and estimates are made anew. */
void assemble_document_again(Extraction *extraction, const Profile *profile, Arena *arena);

/* Links extractions (each already assembled) into a situation. as_of with MOMENT_NONE: the latest publication time. */
Situation *assemble_situation(Extraction *const *extractions, size_t count, const Profile *profile, Moment as_of,
                              Arena *arena);

/* The same where the caller has chosen what was known, as_of being only what the edition is called: every report counts, and so does
 * every decision of the log. The extractions are left as they are. */
Situation *assemble_edition(Extraction *const *extractions, size_t count, DecisionLog decisions, const Profile *profile,
                            Moment as_of, Arena *arena);

#endif
