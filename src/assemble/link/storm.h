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

/* A report and its incident that is about the event. */
typedef struct {
    const Extraction *extraction;
    const Incident *incident;
} StormReport;

/* What the reports call it, "Typhoon Odell": told twice at least, by half of the reports (of ten that tell it a quarter of all) and by two
 * thirds of those that name any storm; STR_NONE where they call it nothing. In the arena. */
Str storm_called(const StormReport *reports, size_t count, Arena *arena);

/* Joins groups of so many reports: the smaller index stands for both. Groups that people keep apart from another stay as they are. */
void storm_join(const EventTraits *events, size_t count, const PairRule *rules, size_t rule_count, Arena *arena,
                uint32_t *group);

#endif
