/*
 * event_told — whether a word for an attack tells of one: "the murdered mayor" only reminds of it, "the attack of flu" is none, and
 * "several homes were damaged" belongs to the attack before it.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_TOLD_H
#define DAYBOOK_EXTRACT_EVENT_TOLD_H

#include "extract/event/event_args.h"

/* Does the word, which takes the arguments, tell of an attack? */
bool event_is_told(const EventWords *w, EventWord kind, const Mention *trigger, const EventArgs *args);

/* "The attack", "the deadly attack": known already. */
bool event_is_definite(const EventWords *w, const Mention *trigger);

/* Does the sentence tell of anybody harmed? general: also if only of who is harmed there in general, "the murder of judges". */
bool event_is_harmful(const EventWords *w, const Sentence *sentence, bool general);

/* A sentence that is a heading or a headline. */
bool event_is_heading(const EventWords *w, const Sentence *sentence);

/* The type of the attack told a few sentences before, whose damage this may be; STR_NONE where there is none. */
Str event_type_before(const EventWords *w, const Mention *trigger);

#endif
