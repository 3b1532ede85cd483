/*
 * traits_days — when an event was, by the claims that tell of it.
 */
#ifndef DAYBOOK_ASSEMBLE_TRAITS_DAYS_H
#define DAYBOOK_ASSEMBLE_TRAITS_DAYS_H

#include "model/extraction.h"

/* The days that the text states, before those inherited from the report; unknown where all span more than a month. Of an older event the
 * year is something. */
Window traits_days(const Claim *const *claims, size_t count, bool older);

#endif
