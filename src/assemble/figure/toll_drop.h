/*
 * toll_drop — which figures of one report are about some of the victims only, beside what it tells of all of them.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_DROP_H
#define DAYBOOK_ASSEMBLE_TOLL_DROP_H

#include "assemble/figure/told.h"

/* Takes them out of those of a report that stand from the index on. */
void toll_drop_partial(ToldList *out, size_t from);

#endif
