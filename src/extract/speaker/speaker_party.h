/* speaker_party — which side and body the words for a speaker name: "[army] spokesman Omar Diallo", "residents of Goma". */
#ifndef DAYBOOK_EXTRACT_SPEAKER_PARTY_H
#define DAYBOOK_EXTRACT_SPEAKER_PARTY_H

#include "extract/speaker/saying.h"
#include "extract/speaker/speaker_known.h"

/* "close to", "such as", "like": what follows the token is somebody else, or some of them. */
bool speaker_leads_others(const Sayings *all, uint32_t token);

/* "[the military] blogger": whether a longer name of somebody else begins inside the party's. */
bool speaker_is_cut(const Sayings *all, const Mention *party);

/* "The army and the rebels": two who fight each other say it, so that it is the word of neither side. */
bool speaker_is_of_two_sides(const Sayings *all, Range phrase);

/* The party, body and grade that the phrases inside the tokens give. */
Speaker speaker_of_tokens(const Sayings *all, Range tokens);

#endif
