/*
 * dateline — the place that a report opens with: "QUETTA, Pakistan (Reuters) — At least …",
 * "SANTIAGO, 5 JAN 90 -- [TEXT] …", "Quetta, Balochistan — January 31, 2026:". Read by its shape
 * alone: capitals, a comma, figures or an agency in brackets, then a dash or colon.
 */
#ifndef DAYBOOK_EXTRACT_DATELINE_H
#define DAYBOOK_EXTRACT_DATELINE_H

#include "base/str.h"

/* The first name of the dateline that block begins with (a slice of it), STR_NONE where it has none. */
Str dateline_place(Str block);

#endif
