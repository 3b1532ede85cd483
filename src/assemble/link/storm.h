/*
 * storm — groups of reports that tell of one named storm are one event, however far it came: "Typhoon Odell" has one name and no other
 * storm of that season has it. What the reports say besides may be of two countries and two weeks.
 */
#ifndef DAYBOOK_ASSEMBLE_STORM_H
#define DAYBOOK_ASSEMBLE_STORM_H

#include "assemble/link/cluster.h"
#include "assemble/link/compare.h"

/* Hashes of the names that the report's main event, a storm, is given; each once, in the arena. */
HashList storm_names(const Extraction *extraction, const Incident *main, Arena *arena);

/* Joins groups of so many reports: the smaller index stands for both. Groups that people keep apart from another stay as they are. */
void storm_join(const EventTraits *events, size_t count, const PairRule *rules, size_t rule_count, Arena *arena,
                uint32_t *group);

#endif
