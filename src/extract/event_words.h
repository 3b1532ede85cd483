/*
 * event_words — what the event stage asks of the language: the numbers of its classes, and small questions about
 * the tokens of a sentence. Classes: lexicon/events.tsv, targets.tsv, grammar.tsv and the rules.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_WORDS_H
#define DAYBOOK_EXTRACT_EVENT_WORDS_H

#include "extract/analysis.h"
#include "extract/syntax.h"

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
    WORDS_TACTIC,
    WORDS_WEAPON,
    WORDS_BE,
    WORDS_BY,
    WORDS_ON,
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
    WORDS_ROLL, /* "the victims were identified as": names of those hit follow */
    WORDS_COUNT_
} EventWord;

typedef struct {
    const Analysis *a;
    uint16_t classes[WORDS_COUNT_]; /* 0 where the language has no such class */
    ClassSet triggers;              /* of the words that event_trigger_at looks for */
    const Syntax *syntax;           /* every token's part of speech */
    Str only_group;                 /* the one armed group that the document names, none where there are several */
    ClassSet stops;
    ClassSet harms;
    const uint64_t *stop_words; /* words that stop wherever they stand, a bit each */
} EventWords;

/* Lives in the analysis' arena. */
EventWords event_words(Analysis *a);

/* The longest mention of the kind that begins at a token, MENTION_NONE: not of bare classes (language.c). */
static inline uint32_t event_at(const EventWords *w, uint32_t token, EventWord kind)
{
    uint16_t cls = w->classes[kind];
    return cls != 0 ? mention_at(&w->a->mentions, token, cls) : MENTION_NONE;
}

/* Whether a phrase of the kind begins at the token, or covers it. */
static inline bool event_begins(const EventWords *w, uint32_t token, EventWord kind)
{
    return mention_begins(&w->a->mentions, token, w->classes[kind]);
}

static inline bool event_covers(const EventWords *w, uint32_t token, EventWord kind)
{
    return mention_covers(&w->a->mentions, token, w->classes[kind]);
}

/* Whether the token is never inside a noun phrase. */
static inline bool event_stops(const EventWords *w, uint32_t token)
{
    if (token >= w->a->tokens.count)
        return false;
    uint32_t word = w->a->tokens.tokens[token].word;
    return (w->stop_words[word / 64] >> (word & 63) & 1U) || mention_covers_any(&w->a->mentions, token, &w->stops);
}

/* Whether it tells what became of people, which ends what is said of the attack. */
static inline bool event_harms(const EventWords *w, uint32_t token)
{
    return token < w->a->tokens.count && mention_covers_any(&w->a->mentions, token, &w->harms);
}

/* The first kind of trigger whose mention begins at the token (its index in *mention), else WORDS_COUNT_. */
EventWord event_trigger_at(const EventWords *w, uint32_t token, uint32_t *mention);

const Sentence *event_sentence(const EventWords *w, uint32_t token);

/* Is the sentence part of the report's own body? */
bool event_in_body(const Analysis *a, uint32_t sentence);

#endif
