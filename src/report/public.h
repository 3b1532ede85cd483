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

#include "extract/language.h"
#include "match/gazetteer.h"
#include "model/situation.h"

typedef struct PublicPolicy PublicPolicy;

/* The embedded policy and words; NULL and ERROR_DATA where they cannot be read. Lives in the arena. */
const PublicPolicy *public_policy_load(Arena *arena, Error *err);

/* A new situation in the arena; the old one is not changed and must outlive it. gazetteer may be NULL. */
Situation *public_edition(const PublicPolicy *policy, const Language *language, const Gazetteer *gazetteer,
                          const Situation *situation, Arena *arena);

#endif
