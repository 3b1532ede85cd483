/*
 * traits_type — what kind of attack the claims of an incident come to.
 *
 * "explosion" says that something blew up and not why: it speaks for any blast that is told beside it, and for an accident
 * ("a boiler exploded") where one is. Where nothing more is told the cause stays open; it is never taken for a bomb.
 */
#ifndef DAYBOOK_ASSEMBLE_TRAITS_TYPE_H
#define DAYBOOK_ASSEMBLE_TRAITS_TYPE_H

#include "model/claim.h"

/* Of attacks: one of the names in extract/event/event_type.c; "other" of an accident; STR_NONE where none tells of an attack. */
Str traits_type(const Claim *const *claims, size_t count);

#endif
