/*
 * public — the public edition: what a situation may say to everybody, made once, between Situation and every writer.
 *
 *     const PublicPolicy *policy = public_policy_load(arena, &err);
 *     situation = public_edition(policy, &language, gazetteer, situation, arena);
 *
 * The result is a Situation as any other, with texts, titles, addresses, names of speakers, targets, notes and places already rewritten,
 * so that no writer can forget it: withheld bytes read "[withheld]", every span fits the new text, originals are gone, points are coarse.
 * Ids are those of the full edition. Situation.notices says what was done, a sentence a rule; writers print it.
 * What is withheld is data: data/profiles/public.tsv (the policy) and data/LANG/public/withhold.tsv (the language's words).
 *
 * Where in doubt it withholds: a name in a sentence that tells of victims is taken for a victim's, unless an official speaker or a title
 * bears it. It can still miss a name that is written like common words: an edition is for a person to read before it goes out.
 */
#ifndef DAYBOOK_REPORT_PUBLIC_H
#define DAYBOOK_REPORT_PUBLIC_H

#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "model/public_choice.h"
#include "model/situation.h"

typedef struct PublicPolicy PublicPolicy;

/* The embedded policy and words, as much stricter as the choice says (NULL: not at all; what is looser counts as not chosen). NULL and ERROR_DATA
 * where they cannot be read. Lives in the arena, names are borrowed. */
const PublicPolicy *public_policy_load(const PublicChoice *choice, Arena *arena, Error *err);

/* Is nothing chosen that would be looser than the policy? False: *err (ERROR_USAGE) says what. */
bool public_policy_allows(const PublicPolicy *policy, const PublicChoice *choice, Error *err);

/* What it says in every edition, a sentence a rule. */
const Str *public_policy_statements(const PublicPolicy *policy, size_t *count);

/* What holds, for forms; of the policy without a choice it is the least that may be chosen. */
double public_policy_grid_deg(const PublicPolicy *policy);
int64_t public_policy_delay_hours(const PublicPolicy *policy);
bool public_policy_names(const PublicPolicy *policy, Party party); /* are the party's speakers named? */

/* A new situation in the arena; the old one is not changed and must outlive it. gazetteer may be NULL. */
Situation *public_edition(const PublicPolicy *policy, const Language *language, const Gazetteer *gazetteer,
                          const Situation *situation, Arena *arena);

#endif
