/* speaker_known — who a phrase names, and whom the text has let speak so far. */
#ifndef DAYBOOK_EXTRACT_SPEAKER_KNOWN_H
#define DAYBOOK_EXTRACT_SPEAKER_KNOWN_H

#include "extract/speaker/saying.h"
#include "model/terms.h"

enum { SPEAKER_MEMORY = 24 };

typedef struct {
    Str name;    /* as printed, with office */
    Str surname; /* last word of the name, "" for bodies */
    Str full;    /* the name without office; of a body its own name, "" where it has none */
    Str office;
    Str handle;
    Str sex; /* of one person, "women" or "men" as the lexicon has it; "" where the words do not say it */
    Str group;
    Party party;
    bool person;
    bool identified;
    bool first_hand;
    uint32_t block;
} Speaker;

typedef struct {
    Speaker items[SPEAKER_MEMORY];
    size_t count;
} SpeakerMemory;

/* What the words of a phrase, or a pronoun, say of the sex of the person; "" where they do not. */
Str speaker_sex(const Sayings *all, Range phrase);

/* Whom a pronoun in that block means: the last who spoke, not far before, and is a person or not as `person` says, of no other sex. one: a single
 * body, which residents are not. NULL where nobody is. */
const Speaker *speaker_recall(const SpeakerMemory *memory, uint32_t block, bool person, bool one, Str sex);

/* Who was told under the surname before: under the same first name, too, where both have one. */
const Speaker *speaker_recall_name(const SpeakerMemory *memory, const Speaker *speaker);

/* Name, office, party and the rest as the attribution has them; a handle that it has stays. */
void speaker_write(const Speaker *speaker, Attribution *out);

void speaker_remember(SpeakerMemory *memory, Speaker speaker);

#endif
