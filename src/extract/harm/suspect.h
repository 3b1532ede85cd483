/* suspect — whom guards shot, and who is told of as "the suspect" elsewhere in the report: one person. */
#ifndef DAYBOOK_EXTRACT_SUSPECT_H
#define DAYBOOK_EXTRACT_SUSPECT_H

#include "extract/analysis/analysis.h"

/* "Police shot and killed a man. ... The suspect died at the scene": the claim of the man becomes that of an attacker. After all claims of
 * casualties are made, before those told again are dropped. */
void suspect_join(const Analysis *a);

#endif
