/* keep — an estimate made in passing, kept: what it points to is copied into another arena, or shared with an earlier estimate that
 * holds the same. */
#ifndef DAYBOOK_ASSEMBLE_KEEP_H
#define DAYBOOK_ASSEMBLE_KEEP_H

#include "base/arena.h"
#include "model/incident.h"

/* was: the cell as it stood before, kept already; its arrays may become the cell's. Texts of claims and of the profile stay where
 * they are. */
void keep_estimate(Arena *arena, const Estimate *was, Estimate *cell);

#endif
