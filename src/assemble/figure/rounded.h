/*
 * rounded — numbers that a report rounds, and tells otherwise itself.
 *
 * A headline's number that the report below it tells less exactly ("400 bodies found" over "nearly 400 bodies"): the headline only has no room for
 * the word. And a rough number whose exact one the report gives ("nearly 290 died ... the railway said 288 had").
 */
#ifndef DAYBOOK_ASSEMBLE_ROUNDED_H
#define DAYBOOK_ASSEMBLE_ROUNDED_H

#include "assemble/basis/voice.h"

/* The figure is no figure of its own: the report tells the number better. */
bool rounded_is(const Figure *figure);

/* Does the exact number lie where who rounds would put it: below "nearly 290", around "about 290", a tenth at most over "more than 280"?
 * Of other forms never. */
bool rounded_holds(const Claim *rough, int64_t exact);

#endif
