/*
 * storm — storms have names: "Hurricane Odell killed 12. Hurricane Bertha, which hit the same coast, killed 1,200." The second figure is of
 * another storm than the one that the report is about, whatever days it tells.
 */
#ifndef DAYBOOK_EXTRACT_STORM_H
#define DAYBOOK_EXTRACT_STORM_H

#include "extract/analysis/analysis.h"

/* Whether the passage at the token is told of another storm than the report's own, which is the one that it names most often, of two the
 * first. After past_mark. */
bool storm_is_other(const Analysis *a, uint32_t token);

/* Whether the tokens name a storm: it is nobody who was hurt ("Hurricane Odell hit the coast"). */
bool storm_is_named(const Analysis *a, uint32_t first, uint32_t last);

#endif
