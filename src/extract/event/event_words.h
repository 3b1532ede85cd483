/*
 * event_words — what the event stage asks of a document: small questions about the tokens of a sentence, by the names of
 * event_names. Classes: lexicon/events.tsv, targets.tsv, grammar.tsv and the rules.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_WORDS_H
#define DAYBOOK_EXTRACT_EVENT_WORDS_H

#include "extract/analysis/analysis.h"
#include "extract/analysis/event_names.h"
#include "extract/syntax/syntax.h"

/* A claim of harm, one of those whose evidence stands in a sentence. */
typedef struct EventHarm {
    uint32_t claim;
    const struct EventHarm *next; /* in the order of the claims */
} EventHarm;

typedef struct {
    const Analysis *a;
    const EventNames *names;
    const Syntax *syntax;       /* every token's part of speech */
    Str only_group;             /* the one armed group that the document names, none where there are several */
    const uint64_t *stop_words; /* words that stop wherever they stand, a bit each */
    EventHarm **harm;           /* by sentence: the first claim of harm whose evidence stands in it, NULL */
} EventWords;

/* Lives in the analysis' scratch. */
EventWords event_words(Analysis *a);

/* The longest mention of the kind that begins at a token, MENTION_NONE: not of bare classes (language.c). */
static inline uint32_t event_at(const EventWords *w, uint32_t token, EventWord kind)
{
    uint16_t cls = w->names->classes[kind];
    return cls != 0 ? mention_at(&w->a->mentions, token, cls) : MENTION_NONE;
}

/* Whether a phrase of the kind begins at the token, or covers it. */
static inline bool event_begins(const EventWords *w, uint32_t token, EventWord kind)
{
    return mention_begins(&w->a->mentions, token, w->names->classes[kind]);
}

static inline bool event_covers(const EventWords *w, uint32_t token, EventWord kind)
{
    return mention_covers(&w->a->mentions, token, w->names->classes[kind]);
}

/* The first byte of the token. */
static inline char event_sign(const EventWords *w, uint32_t token)
{
    return w->a->tokens.text.ptr[w->a->tokens.tokens[token].span.start];
}

/* The first of a sentence's tokens [token, last) where a phrase of the classes begins; last when none does. */
static inline uint32_t event_next(const EventWords *w, uint32_t token, uint32_t last, const ClassSet *classes)
{
    const MentionList *list = &w->a->mentions;
    bool may = token < last && mention_may_be_any_in(list, list->tokens[token].sentence, classes);
    return may ? mention_next_before(list, token, last, classes) : last;
}

/* Whether the token is never inside a noun phrase. */
static inline bool event_stops(const EventWords *w, uint32_t token)
{
    if (token >= w->a->tokens.count)
        return false;
    uint32_t word = w->a->tokens.tokens[token].word;
    return (w->stop_words[word / 64] >> (word & 63) & 1U) ||
           mention_covers_any(&w->a->mentions, token, &w->names->stops);
}

/* Whether it tells what became of people, which ends what is said of the attack. */
static inline bool event_harms(const EventWords *w, uint32_t token)
{
    return token < w->a->tokens.count && mention_covers_any(&w->a->mentions, token, &w->names->harms);
}

/* The first kind of trigger whose mention begins at the token (its index in *mention), else WORDS_COUNT_. */
EventWord event_trigger_at(const EventWords *w, uint32_t token, uint32_t *mention);

const Sentence *event_sentence(const EventWords *w, uint32_t token);

/* The first claim of harm whose evidence stands in the sentence, or part of it; NULL where there is none. */
static inline const EventHarm *event_harm(const EventWords *w, const Sentence *sentence)
{
    return w->harm[sentence - w->a->tokens.sentences];
}

/* Is the sentence part of the report's own body? */
bool event_in_body(const Analysis *a, uint32_t sentence);

/* Of a phrase of the tokens [first, last) that opens with what several people are, told before their names ("the reporters | Ana
 * Diaz, Juan Paz"): where the name begins; else first. */
uint32_t event_behind_role(const EventWords *w, uint32_t first, uint32_t last);

#endif
