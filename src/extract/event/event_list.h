/*
 * event_list — the attacks of one sentence while its words are gathered: what triggers and rules tell, several words
 * for one attack put together.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_LIST_H
#define DAYBOOK_EXTRACT_EVENT_LIST_H

#include "extract/event/event_args.h"

enum { EVENTS_MAX = 16 /* attacks told in one sentence; more are not told apart */ };

/* One attack as a sentence tells it, while its words are gathered. */
typedef struct {
    Str type;
    Str rule;
    Str unit;
    Str operation;
    EventArgs args;
    const CountRecord *count;
    bool said;     /* a rule says it, more than the trigger word does */
    bool told;     /* more than a mere mention: a verb, a count, or somebody it happened to */
    bool relative; /* only says who or what is meant: "those who were kidnapped" */
    bool cause;    /* what the sentence's own event answered or followed: never one with it */
    bool outcome;  /* what became of people in the attack told before it: "…, killing three" */
    bool known;    /* a definite noun, of an attack told before: "the bombing" */
    bool habit;    /* a plural without article or number: "executions", "terrorist attacks" */
} Event;

typedef struct {
    Event items[EVENTS_MAX];
    size_t count;
} EventList;

/* Adds what words tell of an attack to the sentence's attack of the same family, else as one more. */
void event_gather(EventList *list, const Event *event);

/* What the rules of phase "event" say of attacks: counts, places, foiled attempts, names. */
typedef enum { SAID_COUNT, SAID_PLACES, SAID_PROPERTY, SAID_FOILED, SAID_TRIED, SAID_OPERATION, SAID_COUNT_ } EventSaid;

/* Their classes. */
typedef struct {
    uint16_t classes[SAID_COUNT_];
    ClassSet set;
} EventSaidWords;

EventSaidWords event_said_words(const Analysis *a);

/* Adds what they say in the sentence. */
void event_gather_rules(const EventWords *w, const EventSaidWords *said, const Sentence *sentence, EventList *list);

/* The count that an attribute of a mention holds, NULL where it has none. */
const CountRecord *event_count(const Analysis *a, const Mention *m, const char *attr);

#endif
