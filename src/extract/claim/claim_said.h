/*
 * claim_said — when something was said or a toll was so, which is no day of what it tells where the sentences behind name another. Asks only, owns
 * nothing, no errors. Internal to claim*.c.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_SAID_H
#define DAYBOOK_EXTRACT_CLAIM_SAID_H

#include "extract/analysis/analysis.h"

/* "Police said [on Monday]": whether somebody's words are told in the time's sentence, and it is no part of them. */
bool said_tells_when(const Analysis *a, const TimeMention *time);

/* The same, of a time right beside somebody's word of saying. */
bool said_stands_beside(const Analysis *a, const TimeMention *time);

/* "[The raid] on Alba was on Sunday": whether what happened opens the time's sentence, as something known. */
bool said_is_day_of_event(const Analysis *a, const TimeMention *time);

/* "Nine died, police said [on Monday]. The raid was on Sunday": the earlier day that the next sentences tell of it; that of the time where they tell none. */
Window said_day_behind(const Analysis *a, const TimeMention *said);

/* "Nine died [at the weekend]. The blast was on Saturday": the one day of a week or weekend that the next sentences tell; all its days where they tell none. */
Window said_day_of_week(const Analysis *a, Span passage, const TimeMention *week);

#endif
