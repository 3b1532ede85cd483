/*
 * decide — people's decisions laid over what the program found (model/decision.h). Each is found again by its anchor; one that fits
 * nothing stays in the list, not attached. What was found is never altered: claims that a decision changes are copies.
 *
 *     Decided d = decide_begin(log, count, documents, document_count, arena);
 *     decide_claims(&d, documents, profile);           documents[i] are replaced where a decision is on their claims
 */
#ifndef DAYBOOK_ASSEMBLE_DECIDE_H
#define DAYBOOK_ASSEMBLE_DECIDE_H

#include "assemble/basis/profile.h"
#include "assemble/link/link.h"
#include "model/situation.h"

/* Those that stand, and the document each is on. */
typedef struct {
    SituationDecision *items;
    size_t count;
    Arena *arena;
} Decided;

/* The document of the anchor: the same original, and the same id if there is one; -1. */
int32_t decide_find_document(Extraction *const *documents, size_t count, const Anchor *anchor);

/* The claim of the document that the anchor means: the same id; else of the same kind, with an overlapping passage. -1. */
int32_t decide_find_claim(const Extraction *x, const Anchor *anchor);

Decided decide_begin(DecisionLog log, Extraction *const *documents, size_t count, Arena *arena);

/* Lays decisions on claims over the documents, each as assemble_document left it; sets the items' claim (index within the
 * document) and attached. */
void decide_claims(Decided *decided, Extraction **documents, size_t count, const Profile *profile);

/* copy_of: as lineage_texts wrote it, now as people say. */
void decide_report_copies(const Decided *decided, Extraction *const *documents, size_t count, int32_t *copy_of);

/* Which reports tell of one event, as people merged and split incidents. Where decisions contradict each other the later holds. */
LinkRules decide_links(const Decided *decided, Extraction *const *documents, size_t count);

/* From here on the items' claim is the situation's index. */
void decide_number_claims(Decided *decided, const uint32_t *offsets);

/* Copies among claims. Runs after lineage_claims. */
void decide_claim_copies(const Decided *decided, Extraction *const *documents, const uint32_t *offsets, Situation *s);

#endif
