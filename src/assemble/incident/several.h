/*
 * several — the attacks of a report that opens with the number of all whom they killed: "Nine people died in raids on Saturday. In Alba
 * five were killed [...] In Brena four were."
 *
 * The figures that it tells of places behind the number are parts of it as long as they do not come to more. Where they come to just the
 * number, they are all of them: what is told of other places behind is of other attacks. Each place is a part of the round-up
 * (incident.h).
 */
#ifndef DAYBOOK_ASSEMBLE_SEVERAL_H
#define DAYBOOK_ASSEMBLE_SEVERAL_H

#include "model/extraction.h"

enum { SEVERAL_ROOM = 16 }; /* places of one number */

typedef struct {
    const Claim *total; /* tells the number of all; NULL: the report tells none of several attacks */
    Interval sum;       /* the number, with those whom its sentence tells beside ("fifteen guards and six clerks") */
    const PlaceMention *places[SEVERAL_ROOM]; /* where its parts were told to be */
    size_t count;
    size_t hurt; /* how many of them tell of people hurt */
    bool whole;  /* they come to just the number */
} Several;

Several several_find(const Extraction *x);

/* Whether the claim tells of one of the places, as a part. */
bool several_holds(const Several *several, const Claim *claim);

/* Whether the claim tells of as many as all of them, or of more. */
bool several_is_all(const Several *several, const Claim *claim);

#endif
