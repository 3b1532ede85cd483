/*
 * scene — the second shooting of a report: on another street at another hour of the day, or on another day, than its own.
 */
#ifndef DAYBOOK_EXTRACT_SCENE_H
#define DAYBOOK_EXTRACT_SCENE_H

#include "extract/analysis/analysis.h"

/* Numbers the claims of each such spot where people are hit whom the report has not told of before (Claim.scene): an event of its own;
 * and those of each event that its words set apart (Claim.elsewhere).
 * After the claims of attacks. */
void scene_settle(Analysis *a);

/* The names of streets where something may have happened, without their kind ("[Elm] Street"); each once, in the analysis' arena. */
void scene_streets(const Analysis *a, Extraction *out);

#endif
