/*
 * disputed — whether the authorities are a side in what happened, and whether they stand by a count of what their own forces did that others have called far too low: doctors tell of 108, and
 * hours later a ministry of 46. What the doctors tell after that is then no news of the ministry's toll.
 */
#ifndef DAYBOOK_ASSEMBLE_DISPUTED_H
#define DAYBOOK_ASSEMBLE_DISPUTED_H

#include "assemble/figure/current.h"

/* Do more reports tell of disasters than of attacks? Authorities take sides in a fight; of a storm they count the dead as anybody does. Figures stand in
 * the order of their documents, here and below. */
bool disputed_is_unsided(const Figure *figures, size_t count);

/* Do more reports tell of what the state's forces did than of what others, whom they name, did? Then the authorities are a side. */
bool disputed_is_accused(const Figure *figures, size_t count);

/* list: what is told of one cell. */
bool disputed_by_authorities(const Profile *profile, const ToldList *list);

/* Is the figure one that, where they stand by theirs, only the authorities themselves pass? */
bool disputed_is_theirs(const Told *told);

#endif
