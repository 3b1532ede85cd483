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

#include "extract/event_words.h"

enum { ARGS_MAX = 12 };

typedef struct {
    Str items[ARGS_MAX];
    size_t count;
} Names;

typedef struct {
    Names targets;
    Names perpetrators;
    Names tactics;
    bool actor;      /* somebody is told to have done it, named or not */
    unsigned status; /* Status bits: attempted, foiled */
    bool denied;     /* not told as a fact: "could attack", "no attack" */
    uint32_t first;  /* tokens from the first to behind the last of what was found, trigger included */
    uint32_t last;
} EventArgs;

/* Adds name unless an equal one (caseless) is there or there is no room. */
void names_add(Names *names, Str name);

/* What stands around the trigger (a mention of the kind). */
void event_args_find(const EventWords *w, EventWord kind, const Mention *trigger, EventArgs *out);

/* The printed noun phrase around tokens [first, last), without its article. */
Span event_phrase(const EventWords *w, uint32_t first, uint32_t last);

/* The text's bytes as one line: a line break inside a phrase becomes a space. */
Str event_printed(const EventWords *w, Span span);

/* What a party's mention is, as an actor. */
typedef enum {
    ACTOR_NONE,  /* a witness, an outlet, a mayor: nobody who attacks */
    ACTOR_ROLE,  /* "militants": an armed group without a name */
    ACTOR_GROUP, /* a named armed group */
    ACTOR_STATE, /* army, police, government */
} Actor;

Actor event_actor(const Analysis *a, const Mention *m);

/* The name of a party's mention: its value; of a mere role ("army") as printed. */
Str event_party_name(const Analysis *a, const Mention *m);

#endif
