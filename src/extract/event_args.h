/*
 * event_args — who and what stands around an attack's trigger word: targets, perpetrators, tactics, status.
 *
 *     A bomb exploded outside a police station in …        target: police station, tactic: explosives
 *     The mayor was kidnapped by the Northern Front        target: The mayor, perpetrator: Northern Front
 *
 * The search keeps to the clause and is bounded, so it is linear in the sentence. Strings lie in the document's
 * arena or are slices of its text.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_ARGS_H
#define DAYBOOK_EXTRACT_EVENT_ARGS_H

#include "extract/event_phrase.h"

typedef struct {
    Names targets;
    Names perpetrators;
    Names tactics;
    bool somebody;   /* a person without name or office was the target: "a man" */
    bool actor;      /* somebody is told to have done it, named or not */
    unsigned status; /* Status bits: attempted, foiled */
    bool denied;     /* not told as a fact: "could attack", "no attack" */
    uint32_t first;  /* tokens from the first to behind the last of what was found, trigger included */
    uint32_t last;
} EventArgs;

/* What stands around the trigger (a mention of the kind). */
void event_args_find(const EventWords *w, EventWord kind, const Mention *trigger, EventArgs *out);

#endif
