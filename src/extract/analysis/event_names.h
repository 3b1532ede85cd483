/*
 * event_names — the language's numbers of the classes that the event stage goes by, worked out once when the language is
 * loaded: a short report would spend more on its names than on its words.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_NAMES_H
#define DAYBOOK_EXTRACT_EVENT_NAMES_H

#include "match/lexicon.h"

typedef enum {
    WORDS_NOUN,    /* "bombing" */
    WORDS_PLURAL,  /* "bombings": a mere habit unless placed; EVENT_NOUN as well */
    WORDS_THING,   /* "bomb", "shots": what an attack is done with */
    WORDS_PAST,    /* "bombed" */
    WORDS_WEAK,    /* "hit": a verb that tells of an attack only with a target or party */
    WORDS_BASE,    /* "bomb", "attacks" */
    WORDS_ING,     /* "bombing the bridge" */
    WORDS_HIT,     /* "exploded" */
    WORDS_SUFFER,  /* "came under fire" */
    WORDS_DAMAGE,  /* "destroyed": an attack only with a weapon or an actor */
    WORDS_DAMAGED, /* "sustained damage": the same of what stands before it */
    WORDS_KILL,    /* "killed": an attack only with an actor */
    WORDS_OTHER,   /* "earthquake": not violent, for linking only */
    WORDS_TARGET,
    WORDS_TARGET_HUMAN,
    WORDS_COMBATANT, /* "soldiers", "barracks": a target that is itself a side in a fight */
    WORDS_GENERIC,   /* "people", "man": somebody, no target of its own */
    WORDS_PARTY,
    WORDS_FORCE_PART, /* "troops", "helicopters": what a force acts with */
    WORDS_MEMBERS,    /* "rebels": members of an organised armed group, as against "gunmen" */
    WORDS_AGENT,      /* a party that a rule made the agent of an attack */
    WORDS_HARM_ACT,   /* "killing": does harm to whoever stands behind it */
    WORDS_PLACE,      /* a place, not its people */
    WORDS_NATION,     /* a country or its people: "Kenya", "Kenyan" */
    WORDS_TACTIC,
    WORDS_WEAPON,
    WORDS_BE,
    WORDS_BY,
    WORDS_ON,
    WORDS_ASIDE, /* "for", "with": what follows is said of the noun before it, and is not hit itself */
    WORDS_AND,
    WORDS_OPEN,
    WORDS_OF,
    WORDS_FROM, /* "rebels from the Front": leads from members to their group */
    WORDS_STOP,
    WORDS_BREAK,
    WORDS_ATTEMPT,
    WORDS_FOIL,
    WORDS_NOT,
    WORDS_THE,
    WORDS_PRONOUN,
    WORDS_RELATIVE,  /* "who", "which" */
    WORDS_COMMON,    /* nouns that are no names */
    WORDS_BY_NATURE, /* "hit" of what a storm or a lorry hits */
    WORDS_ROLL,      /* "the victims were identified as": names of those hit follow */
    WORDS_COUNT_
} EventWord;

typedef struct EventNames {
    uint16_t classes[WORDS_COUNT_]; /* 0 where the language has no such class */
    ClassSet triggers;              /* what may trigger an attack */
    ClassSet stops;                 /* what ends a noun phrase */
    ClassSet harms;                 /* what became of people */
    ClassSet means;                 /* tactics and weapons */
    ClassSet agent;                 /* WORDS_AGENT alone */
} EventNames;

const EventNames *event_names(Arena *arena, const Lexicon *lexicon);

/* What may trigger an attack, the surest first. */
enum { EVENT_TRIGGERS = 12 };
extern const EventWord EVENT_TRIGGER_ORDER[EVENT_TRIGGERS];

#endif
