/* victim_name — the name in what a text calls a victim. */
#ifndef DAYBOOK_EXTRACT_VICTIM_NAME_H
#define DAYBOOK_EXTRACT_VICTIM_NAME_H

#include "extract/analysis/analysis.h"

/* "Senator Juan Perez, 35": Juan Perez, as a slice of the text; all of it where no name is told apart. */
Str victim_name(const Analysis *a, Span victims);

#endif
