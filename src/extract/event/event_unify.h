/*
 * event_unify — one name for one target: of the names that a report gives to somebody or something it attacks, the fullest
 * replaces the others.
 *
 *     the bank … Andes Bank                         Andes Bank
 *     Judge Diaz … the judge … Ana Maria Diaz Paz   Ana Maria Diaz Paz
 *     Ana Diaz … the home of Ana Diaz               two targets: what belongs to somebody is not that person
 */
#ifndef DAYBOOK_EXTRACT_EVENT_UNIFY_H
#define DAYBOOK_EXTRACT_EVENT_UNIFY_H

#include "extract/event/event_words.h"

/* Renames the targets of all claims. */
void event_unify_targets(Analysis *a, const EventWords *w);

#endif
