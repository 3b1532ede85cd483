/* refer — how many are meant by "them", "the hostages" or "their bodies": the group that was told of last. */
#ifndef DAYBOOK_EXTRACT_REFER_H
#define DAYBOOK_EXTRACT_REFER_H

#include "extract/analysis/analysis.h"

/* The count (index into a->counts) of the group that a->groups[index], plural and told of before, stands for: the nearest
 * plural before it in its sentence or the one before that may be the same people. MENTION_NONE where the text gives
 * none. died: told of as dead, as whoever is called by a word for anybody is of the dead told of already, where these are far fewer. After
 * group_find. */
uint32_t refer_count(Analysis *a, uint32_t index, bool died);

#endif
