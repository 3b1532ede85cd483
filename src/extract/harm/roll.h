/* roll — the dead or hurt called by name, all of them, behind a sentence that has told how many of which kind they are. */
#ifndef DAYBOOK_EXTRACT_ROLL_H
#define DAYBOOK_EXTRACT_ROLL_H

#include "extract/analysis/analysis.h"

/* "He killed his parents and three sisters. The victims were named as Ana Bek, her husband and three of their children": the claims from
 * first on, which are as many as those of a sentence before, become parts of those of whom they can be. */
void roll_settle(const Analysis *a, size_t first);

#endif
