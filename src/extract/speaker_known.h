/* speaker_known — who a phrase names, and whom the text has let speak so far. */
#ifndef DAYBOOK_EXTRACT_SPEAKER_KNOWN_H
#define DAYBOOK_EXTRACT_SPEAKER_KNOWN_H

#include "base/str.h"
#include "model/terms.h"

enum { SPEAKER_MEMORY = 24 };

typedef struct {
    Str name;    /* as printed, with office */
    Str surname; /* last word of the name, "" for bodies */
    Str full;    /* the name without office */
    Str office;
    Str handle;
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

#endif
