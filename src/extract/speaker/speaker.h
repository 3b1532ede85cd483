/*
 * speaker — who the source of a saying is: name as printed, office, party, body; and what "he said" leads back to.
 *
 * People and bodies are remembered in the order in which the text has them speak; a pronoun, a surname alone or a
 * definite description ("the spokesman") takes the last that fits, inside reach of MEMORY_BLOCKS blocks.
 */
#ifndef DAYBOOK_EXTRACT_SPEAKER_H
#define DAYBOOK_EXTRACT_SPEAKER_H

#include "extract/speaker/saying.h"
#include "extract/speaker/speaker_known.h"

/* Fills speaker, office, party, group, identified and first_hand of *out from the saying's source, and remembers it. */
void speaker_read(const Sayings *all, SpeakerMemory *memory, const Saying *saying, Attribution *out);

#endif
