/*
 * check — holds every rule's own examples against the whole cascade: `daybook check`.
 *
 * An example is read as a report of one sentence, published on 2026-01-31. `yes`: the rule must make a mention
 * (or, where its mentions become claims, a claim) of which every expected word is true (facts.h); `no`: it
 * must not. Every rule must have at least one of each.
 */
#ifndef DAYBOOK_EXTRACT_CHECK_H
#define DAYBOOK_EXTRACT_CHECK_H

#include "extract/analysis/analysis.h"

/* True when all hold. Appends a paragraph a failure (file:line, sentence, what fired instead) to report. */
bool check_language(const Language *language, const Gazetteer *gazetteer, Arena *arena, Buf *report, size_t *passed,
                    size_t *failed);

#endif
