/*
 * event_phrase — noun phrases and parties as the event stage sees them: where the words that name a target begin and
 * end, how a target and a party are called, and which parties may be the agent of an attack.
 *
 * Ownership: strings are slices of the text or lexicon, or lie in the document's arena.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_PHRASE_H
#define DAYBOOK_EXTRACT_EVENT_PHRASE_H

#include "extract/event/event_words.h"

enum { ARGS_MAX = 32 };

typedef struct {
    Str items[ARGS_MAX];
    size_t count;
    bool armed[ARGS_MAX]; /* of a target: it is a side in a fight itself */
    bool bare[ARGS_MAX];  /* of a target: neither article nor number nor name goes with it: "judges" */
} Names;

/* Adds name unless an equal one (caseless) is there or there is no room; returns whether it did. */
bool names_add(Names *names, Str name);

/* A copy of the names that lives as long as the arena. */
const Str *names_keep(Arena *arena, const Names *names);

/* An article, number or possessive: what makes a phrase one of somebody in particular. */
bool event_is_specifier(const EventWords *w, uint32_t t);

/* A verb that tells of an attack. */
bool event_is_verb(const EventWords *w, uint32_t t);

/* May the token stand inside a noun phrase? */
bool event_in_phrase(const EventWords *w, uint32_t t);

/* Is the word joined to the next by a hyphen: "well | -known"? */
bool event_joins_next(const EventWords *w, uint32_t t);

/* The first token of the phrase whose head begins at first, without its article; and the token behind the phrase
 * whose head ends before last, with a name or "of the …" that follows. */
uint32_t event_phrase_left(const EventWords *w, uint32_t first);
uint32_t event_phrase_right(const EventWords *w, uint32_t last);

/* "threw a bomb from | a car at the bank": does the phrase whose head begins at first stand behind "from"? */
bool event_is_origin(const EventWords *w, uint32_t first);

/* A thing is called by the lexicon's name, unless the report names it; people are as printed. */
Str event_target_name(const EventWords *w, const Mention *m, bool human);

/* Adds a target whose phrase has the tokens [first, last), and whether it is a side in a fight. */
void event_target_add(const EventWords *w, Str name, uint32_t first, uint32_t last, Names *targets);

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

/* The name of a party's mention: of an armed group its value with its acronym; of the state's forces, which every report
 * names its own way, and of a mere role ("guerrillas") as printed. */
Str event_party_name(const Analysis *a, const Mention *m);

/* The actor whose name begins at the token. */
Actor event_actor_at(const EventWords *w, uint32_t t);

/* Does an armed group's name or role begin at the token? */
bool event_is_armed(const EventWords *w, uint32_t t);

/* Where the noun in [first, last) only says who the one named before it is ("Ana Diaz, secretary of the bank and deputy,"):
 * the token behind that name; 0 elsewhere. */
uint32_t event_apposed_to(const EventWords *w, uint32_t first, uint32_t last);

/* Where the noun in [first, last) says with the one behind "and" who one person is ("senator and candidate Ana Diaz"): the token
 * behind that name; 0 elsewhere. */
uint32_t event_joined_to(const EventWords *w, uint32_t first, uint32_t last);

/* Where a name that stands behind the noun in [first, last), alone or behind a comma, begins, if both are one person ("his clerk,
 * Ana Diaz,", "the clerk Ana Diaz"), and *end the token behind it; 0 where none does. */
uint32_t event_named_behind(const EventWords *w, uint32_t first, uint32_t last, uint32_t *end);

#endif
