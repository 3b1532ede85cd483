/*
 * speaker_body — a body that spoke before, told again without its name: "the association" for the River Medical Association, and
 * "its president", "the commission's chairwoman" for those who speak for it, whose party is the body's and not their role's.
 */
#ifndef DAYBOOK_EXTRACT_SPEAKER_BODY_H
#define DAYBOOK_EXTRACT_SPEAKER_BODY_H

#include "extract/speaker/saying.h"
#include "extract/speaker/speaker_known.h"

/* Whether the last word of a name is one for a body: "Rights [Commission]". Nobody's surname. */
bool speaker_is_body(const Sayings *all, Range name);

/* Whether what one person is ends at the token, in capitals or not: "the [Chairman]". */
bool speaker_is_office(const Sayings *all, uint32_t first, uint32_t end);

/* Whether the head of a phrase that ends at the token is what one person is: "the army's [spokesman]", "the [head] of the clinic"; not
 * "officials", "the ministry". */
bool speaker_is_role(const Sayings *all, uint32_t first, uint32_t end);

/* The last body in memory of whose name the phrase is the common noun, and who "the same officials" are; NULL where it is something
 * else. */
const Speaker *speaker_body_again(const Sayings *all, const SpeakerMemory *memory, Range phrase);

/* Whom "the group" means: the last who spoke and may be one, else the armed group that the text names last before the token; NULL where nobody
 * is. Never the authorities. */
const Speaker *speaker_band(const Sayings *all, const SpeakerMemory *memory, uint32_t token);

/* Gives the speaker the party and group of the body in memory that the phrase names as the one it speaks for, if there is any. */
void speaker_body_owns(const Sayings *all, const SpeakerMemory *memory, Range phrase, Speaker *speaker);

#endif
