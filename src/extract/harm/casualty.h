/* casualty — figures of people killed, injured, abducted, detained, missing, escaped, displaced. */
#ifndef DAYBOOK_EXTRACT_CASUALTY_H
#define DAYBOOK_EXTRACT_CASUALTY_H

#include "extract/analysis/analysis.h"

void casualty_find(Analysis *a);

#endif
