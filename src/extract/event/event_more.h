/*
 * event_more — the further members of a list of targets, known to the lexicon or not: "attacked the bank, two shops and
 * a bakery", "the murder of Ana Diaz, her son, and two other people".
 *
 * The list ends at a place, an armed party, a word for an attack, or a phrase that is the subject of a verb of its own.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_MORE_H
#define DAYBOOK_EXTRACT_EVENT_MORE_H

#include "extract/event/event_party.h"

/* Further members behind the first target, whose phrase ends before the token t. Among people a bare name is one too. Adds
 * to the targets of out. */
void event_more_targets(const EventWords *w, uint32_t t, uint32_t end, bool people, EventArgs *out);

/* The people listed behind those whose phrase ends before t: "killing Ana Diaz, | 42; Juan Paz, and a clerk". */
void event_people_behind(const EventWords *w, uint32_t t, EventArgs *out);

/* A list of names that begins at t: "the dead were identified as | Ana Diaz, 42, and Juan Paz". */
void event_people_named(const EventWords *w, uint32_t t, EventArgs *out);

/* "an attack | on Ana Diaz": the token behind what leads to whom it hit; 0 where no such word stands at t. */
uint32_t event_behind_on(const EventWords *w, uint32_t t);

/* "the attack on | Ana Diaz", "attacked | the ANVU": whoever has only a name, at t, right behind a word for an attack of no special
 * kind or one with arms ("shot Ana Diaz at home"). A place is none, nor what bears arms. Returns false, and adds nothing, where there is none or t is 0. */
bool event_named_target(const EventWords *w, EventWord kind, const Mention *attack, uint32_t t, uint32_t end,
                        EventArgs *out);

/* What may be a member of a list. */
typedef enum {
    LIST_OF_ALL,    /* whatever the lexicon knows as a target */
    LIST_OF_HIT,    /* as well a name, and what has an article or number: the verb befalls people */
    LIST_OF_PEOPLE, /* people only, by name or as the lexicon knows them */
} ListOf;

/* The list of two or more that is the subject of the verb: "Ana Diaz, a nurse, Juan Paz and his son | were murdered". It
 * is read as a whole: returns false, and adds nothing, where any part of it is no target. */
bool event_list_before(const EventWords *w, uint32_t verb, ListOf of, EventArgs *out);

/* "the Alba warehouse, a bank's store, was hit": does the phrase that ends before `last` only say what the target before the comma
 * is? An article stands behind the comma, and no "and" ends a list. */
bool event_apposes_thing(const EventWords *w, uint32_t comma, uint32_t last);

/* Does a list of owners go on at the comma at t: "the homes of the governor |, a mayor, and a clerk"? */
bool event_lists_owners(const EventWords *w, uint32_t t);

#endif
