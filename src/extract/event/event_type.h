/*
 * event_type — the closed list of attack types and how they relate: which of them may be two words for one attack,
 * and which says more. Source: GTD codebook (attack types), ACLED codebook (sub-event types), in our own grouping.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_TYPE_H
#define DAYBOOK_EXTRACT_EVENT_TYPE_H

#include "base/str.h"

typedef enum {
    FAMILY_ANY, /* "attack": fits every family */
    FAMILY_BLAST,
    FAMILY_ARMS,
    FAMILY_CAPTURE,
    FAMILY_FIRE,
    FAMILY_SABOTAGE,
    FAMILY_ROBBERY,
    FAMILY_SIEGE,
    FAMILY_RIOT,
    FAMILY_FIGHT, /* between armed sides: never a word for an attack */
} EventFamily;

EventFamily event_family(Str type); /* FAMILY_ANY for names that are not in the list */

/* May both be said of one attack? */
bool event_types_agree(Str a, Str b);

/* Is an attack of the second type told by an incident of the first: by arms, explosives, fire, capture, robbery …?
 * "attack" may be a word for any attack; fighting is none. */
bool event_same_kind(Str told, Str type);

/* Is the type so much of its own that an attack told beside it without a type may be another: a bombing, not a shooting? */
bool event_type_is_apart(Str type);

/* Is it done to a person, so that whoever is named as its object is its target? */
bool event_type_befalls_people(Str type);

/* What the type is where such a tactic or weapon was used: an attack with explosives is a bombing. */
Str event_type_with(Str type, Str tactic);

/* The one that says more; a on a tie. */
Str event_finer_type(Str a, Str b);

#endif
