/* baseline_check — a situation held against an event data set: are its waves more than chance, are its superlatives so? */
#ifndef DAYBOOK_ASSEMBLE_BASELINE_CHECK_H
#define DAYBOOK_ASSEMBLE_BASELINE_CHECK_H

#include "model/situation.h"

enum { BASELINE_NEAR_KM = 500 }; /* events farther from every incident are not looked at */

/* Sets the scan of each wave and the situation's superlatives. Without events nothing is set. The baseline must outlive the
 * situation. */
void baseline_check(Situation *situation, const Baseline *baseline, Arena *arena);

#endif
