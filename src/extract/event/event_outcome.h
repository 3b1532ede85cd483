/*
 * event_outcome — what became of people, told by a participle ("…, killing three"), and whether an attack or something else had
 * done it.
 */
#ifndef DAYBOOK_EXTRACT_EVENT_OUTCOME_H
#define DAYBOOK_EXTRACT_EVENT_OUTCOME_H

#include "extract/event/event_list.h"

/* Does the trigger only tell what became of people: behind a comma, joined to another verb, or before their number? */
bool event_is_outcome(const EventWords *w, EventWord kind, const Mention *trigger);

/* Did nature or an accident do what the trigger tells ("a storm hit a school")? */
bool event_is_by_nature(const EventWords *w, const Mention *trigger, const EventArgs *args);

/* Whether the outcome that the trigger token tells is of something else than an attack: "A bus left the road, killing nine". */
bool event_is_of_other(const EventWords *w, const Event *event, const Sentence *sentence, uint32_t trigger);

#endif
