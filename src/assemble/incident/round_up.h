/* round_up — the towns with events of their own that a report tells of: "In Alba four died. In Brena six died. …" */
#ifndef DAYBOOK_ASSEMBLE_ROUND_UP_H
#define DAYBOOK_ASSEMBLE_ROUND_UP_H

#include "model/claim.h"

enum {
    ROUND_UP_AT = 3,    /* such towns that make a report a round-up */
    ROUND_UP_ROOM = 40, /* of one report */
};

typedef struct {
    const PlaceMention *towns[ROUND_UP_ROOM];
    size_t count;
} RoundUp;

/* Notes the towns of which the claim tells an event, each once; those that others hold by their name are one with them. */
void round_up_note(RoundUp *round_up, const Claim *claim);

#endif
