/* speaker_party — which side and body the words for a speaker name: "[army] spokesman Omar Diallo", "residents of Goma". */
#ifndef DAYBOOK_EXTRACT_SPEAKER_PARTY_H
#define DAYBOOK_EXTRACT_SPEAKER_PARTY_H

#include "extract/saying.h"
#include "extract/speaker_known.h"

/* "close to", "such as", "like": what follows the token is somebody else, or some of them. */
bool speaker_leads_others(const Sayings *all, uint32_t token);

/* The party, body and grade that the phrases inside the tokens give. */
Speaker speaker_of_tokens(const Sayings *all, Range tokens);

#endif
