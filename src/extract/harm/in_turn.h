/* in_turn — figures of several blows that a report tells one by one: "the first killed four and the second seven". */
#ifndef DAYBOOK_EXTRACT_IN_TURN_H
#define DAYBOOK_EXTRACT_IN_TURN_H

#include "extract/analysis/analysis.h"

/* Marks whom the next blow hit as others than those of the first, unless the report counts them together. After the claims' places,
 * speakers and parts are known. */
void in_turn_settle(Analysis *a);

#endif
