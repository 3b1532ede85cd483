/*
 * lineage — which claims repeat others' figures (rule 3): in a copied text, in a quotation that two reports share, or as one
 * speaker's figure wherever it is printed. What changed between origin and copy is drift.
 */
#ifndef DAYBOOK_ASSEMBLE_LINEAGE_H
#define DAYBOOK_ASSEMBLE_LINEAGE_H

#include "assemble/basis/voice.h"

/*
 * Groups and drift. Sets copy_of and origin of the situation's claims; documents with what they copy and hold, and claims are
 * filled already. documents: the situation's, in its order; event: by document, equal for reports of one event, beyond which
 * no speaker's figure is a repetition.
 */
void lineage_claims(Situation *situation, Extraction *const *documents, const uint32_t *event, Arena *arena);

/* The situation's figure: the speaker as the origin has it. */
Figure lineage_figure(const Situation *situation, uint32_t claim, Arena *arena);

#endif
