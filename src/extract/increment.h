/* increment — figures that a larger one of their sentence holds already: those who died since the toll before. */
#ifndef DAYBOOK_EXTRACT_INCREMENT_H
#define DAYBOOK_EXTRACT_INCREMENT_H

#include "extract/analysis.h"

/* Marks them, of all casualty claims. */
void increment_settle(Analysis *a);

#endif
