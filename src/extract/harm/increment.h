/* increment — who died since the toll before: in a larger figure of their sentence already, or on top of those told. */
#ifndef DAYBOOK_EXTRACT_INCREMENT_H
#define DAYBOOK_EXTRACT_INCREMENT_H

#include "extract/analysis/analysis.h"

/* Marks who died of others than those told before; before claims that tell of the same people are dropped. */
void increment_of_others(Analysis *a);

/* Marks the rest of them, of all casualty claims. */
void increment_settle(Analysis *a);

#endif
