/*
 * event_voice — whether a verb tells what was done to its subject, and where that subject ends.
 *
 * Token numbers are those of the document; nothing is allocated and nothing fails. Source: the grammar of English news.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_VOICE_H
#define DAYBOOK_EXTRACT_EVENT_VOICE_H

#include "extract/event/event_words.h"

/* "was kidnapped", "killed by", "Ali Khan, kidnapped on Monday". start: of the clause. */
bool event_is_passive(const EventWords *w, uint32_t start, const Mention *trigger);

/* "two cars that | were in the street were damaged": does a relative pronoun stand before the clause? */
bool event_ends_relative(const EventWords *w, uint32_t clause);

/* "The bank[, whose owner is a clerk,] was bombed": where the clause about the subject begins, the verb's own place where none
 * stands there. */
uint32_t event_before_relative(const EventWords *w, uint32_t verb);

#endif
