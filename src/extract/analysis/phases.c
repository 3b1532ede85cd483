#include "extract/analysis/phases.h"

#include <stddef.h>

const char *const EXTRACT_PHASES[] = {"count",    "time",    "place", "name",  "source", "past", "group",
                                      "casualty", "subject", "event", "claim", "flag",   NULL};
