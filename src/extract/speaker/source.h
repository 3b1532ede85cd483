/* source — who says a passage. */
#ifndef DAYBOOK_EXTRACT_SOURCE_H
#define DAYBOOK_EXTRACT_SOURCE_H

#include "extract/analysis/analysis.h"

/* The innermost attribution whose content covers the passage, or whose blanket ("According to officials:") governs
 * it (*blanket set); NULL where the narrator speaks. */
const Attribution *source_for(const Analysis *a, Span evidence, bool *blanket);

#endif
