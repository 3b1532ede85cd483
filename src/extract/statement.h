/* statement — quotations and reactions as claims of their own. */
#ifndef DAYBOOK_EXTRACT_STATEMENT_H
#define DAYBOOK_EXTRACT_STATEMENT_H

#include "extract/analysis.h"

void statement_find(Analysis *a);

#endif
