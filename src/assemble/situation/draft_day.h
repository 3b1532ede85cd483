/*
 * draft_day — figures that a report of one event tells of another that other reports are about: "on Tuesday ten were killed at a
 * mosque" in a report of Friday's bombing, where Tuesday's has reports of its own. They go into that event.
 */
#ifndef DAYBOOK_ASSEMBLE_DRAFT_DAY_H
#define DAYBOOK_ASSEMBLE_DRAFT_DAY_H

#include "assemble/situation/draft_find.h"

/* Moves the figures. Before drafts_decide: what people say stands above. */
void draft_day_move(Finder *f);

#endif
