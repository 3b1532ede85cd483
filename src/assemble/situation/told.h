/*
 * told — where and when an event lies, by the reports that tell of it. The earliest report's word stands, as later ones repeat what it
 * said or speak of what came of it, unless so many say otherwise that it must err.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLD_H
#define DAYBOOK_ASSEMBLE_TOLD_H

#include "assemble/situation/draft.h"

/* earliest: the earliest report's place, NULL; so may the returned be. Of an event told of in several towns it is the region. */
const PlaceMention *told_place(const Drafts *d, const Draft *draft, const PlaceMention *earliest);

/* earliest: the earliest report's days. They stand unless that names no day and others state one shortly before, or next to no report tells of
 * days so early. */
Window told_days(const Drafts *d, const Draft *draft, Window earliest);

#endif
