/*
 * state — whose authorities speak, and whose soldiers the victims are: countries, by their ISO 3166-1 alpha-2 codes. Two governments
 * that fight are two parties: neither confirms the other, and each one's word on the other's losses is a word on its enemy.
 *
 * A speaker's country is the first that its phrase names ("Kenya's ministry", "Kenyan officials", a body that the lexicon gives a
 * country), else that of the same body or person told before ("the army"; not "local officials" behind "Kenyan officials"), else that of
 * the force whose word the phrase has ("the Kenyan army ... Army spokesman Musa Ali"), else the dateline's where the report names another
 * place in it.
 */
#ifndef DAYBOOK_EXTRACT_STATE_H
#define DAYBOOK_EXTRACT_STATE_H

#include "extract/analysis/analysis.h"

/* Sets Attribution.state of what authorities and their hospitals say. After source_find. */
void state_find(Analysis *a);

/* The country that the tokens of the span name, by its own name, its people's or one of its bodies'; "" where none. */
Str state_in(const Analysis *a, Span span);

enum { ATTACKERS_MAX = 32 /* countries of one report that are told to attack */ };

/* What a report tells of wars between states: who attacks, and whether it speaks of a front. */
typedef struct {
    Str states[ATTACKERS_MAX];
    size_t count;
    bool front;
} StateWar;

/* Sets Claim.perpetrator_state. After event_find. */
void state_mark_attackers(Analysis *a);

/* After event_find. */
StateWar state_war(const Analysis *a);

/* Does the report tell of a fight between the states: that one of them attacked, or of a front between them? */
bool state_at_war(const StateWar *war, Str one, Str other);

#endif
