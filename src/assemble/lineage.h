/*
 * lineage — which reports repeat others: copies share wording (five-word runs), and figures of one speaker are one
 * figure wherever they are printed (rule 3). What changed between origin and copy is drift.
 */
#ifndef DAYBOOK_ASSEMBLE_LINEAGE_H
#define DAYBOOK_ASSEMBLE_LINEAGE_H

#include "assemble/voice.h"

/* Writes for each document (in order of publication) the document that it copies in words, or -1: the earliest that holds
 * at least two fifths of the shorter one's five-word runs. */
void lineage_texts(Extraction *const *extractions, size_t count, int32_t *out, Arena *arena);

/*
 * Groups and drift. Sets copy_of and origin of the situation's claims; documents, claims and document copy_of are filled already.
 */
void lineage_claims(Situation *situation, Arena *arena);

/* The situation's figure: the speaker as the origin has it. */
Figure lineage_figure(const Situation *situation, uint32_t claim, Arena *arena);

#endif
