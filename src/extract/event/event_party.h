/*
 * event_party — who did it: the parties around the word that tells of an attack. A role ("guerrillas") is an actor
 * without a name; the name may stand beside it ("Northern Front guerrillas", "guerrillas of the Northern Front") or be
 * understood, where the report knows one armed group only.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_PARTY_H
#define DAYBOOK_EXTRACT_EVENT_PARTY_H

#include "extract/event/event_phrase.h"

/* What stands around the word that tells of an attack. */
typedef struct {
    Names targets;
    Names perpetrators;
    Names tactics;
    bool somebody;   /* a person without name or office was the target: "a man" */
    bool state;      /* of the actors one is a force of the state */
    bool enemy;      /* a force of the state was attacked: "ambushed an army unit" */
    bool actor;      /* somebody is told to have done it, named or not */
    unsigned status; /* Status bits: attempted, foiled */
    bool denied;     /* not told as a fact: "could attack", "no attack" */
    uint32_t first;  /* tokens from the first to behind the last of what was found, trigger included */
    uint32_t last;
} EventArgs;

/* Takes the tokens into the passage that tells of the attack. */
void event_cover(EventArgs *out, uint32_t first, uint32_t last);

/* The name of the armed group that the document is about: the only one it names, or the one that it names far more often
 * than all others; none where there is no such group. */
Str event_party_only(const EventWords *w);

/* The subject of a verb: the nearest party before it, back to start. */
void event_party_left(const EventWords *w, uint32_t start, uint32_t verb, EventArgs *out);

/* The party in a noun's own phrase: "a Northern Front attack". */
void event_party_before(const EventWords *w, uint32_t start, uint32_t noun, EventArgs *out);

/* The party close behind "by", from behind to end. */
void event_party_by(const EventWords *w, uint32_t behind, uint32_t end, EventArgs *out);

/* Parties that a rule made the agent somewhere in the sentence; a country only of the attack told right behind it: "Kenyan
 * jets bombed". */
void event_party_agents(const EventWords *w, const Sentence *sentence, const Mention *trigger, EventArgs *out);

/* Does a force of the state, or what it acts with, stand right behind the token, over articles and numbers? */
bool event_party_attacked(const EventWords *w, uint32_t behind, uint32_t end);

#endif
