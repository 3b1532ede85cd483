/* export_parts — what the formats share: which incidents stand in a list of events, and their sides. Private to export*.c. */
#ifndef DAYBOOK_REPORT_EXPORT_PARTS_H
#define DAYBOOK_REPORT_EXPORT_PARTS_H

#include "assemble/basis/profile.h"
#include "report/csv_row.h"
#include "report/export.h"

ExportWriter export_claims_csv;   /* export_claims.c */
ExportWriter export_hxl;          /* export_hxl.c */
ExportWriter export_geojson;      /* export_geojson.c */
ExportWriter export_ged;          /* export_ged.c */
ExportWriter export_acled;        /* export_acled.c */
ExportWriter export_claim_review; /* export_review.c */
ExportWriter export_markdown;     /* export_markdown.c */

/* Told of as news, with victims or violence: neither background nor an election. */
bool export_is_event(const Situation *s, const Incident *incident);

/* Such an event that is no disaster: what a data set of political violence may hold. */
bool export_is_violence(const Situation *s, const Incident *incident);

/* The cell of an outcome, NULL where nothing is claimed in it. */
const Estimate *export_cell(const Incident *incident, Outcome outcome, CellKind kind);

/* Somebody of the class was killed by anybody's word: a figure stands in the cell, or a party claims one. */
bool export_has_dead(const Incident *incident, CellKind kind);

/* The day's; 0 where none is known. */
int export_year(Day day);

/* best, else empty. */
void export_best(CsvRow *row, const Estimate *estimate);

/* Where the codes of places and days come from: the situation's profile if it has codes, else the built-in codebook. */
const Profile *export_codes(const Situation *s, Str codebook, Arena *arena);

/* The codebook's code for how exactly the place, or the days, are known; 0: it has none for it. */
int export_place_code(const Profile *codes, const Incident *incident);
int export_day_code(const Profile *codes, Window window);

/* Publishers (else addresses, else ids) of the reports that tell of it, each once; at most limit. */
size_t export_sources(const Situation *s, const Incident *incident, Str *out, size_t limit);

/* A sentence for whoever adds rows up: the row is a part of another, or holds others. "" where neither is so. */
void export_nesting(Buf *out, const Situation *s, size_t index);

/* For formats whose rows are added up: are the incident's dead in the figures of a row that it is a part of? Its own columns of deaths are
 * then left empty, and the sentence says how many they are. */
bool export_is_counted_above(const Situation *s, size_t index);
void export_nesting_of_events(Buf *out, const Situation *s, size_t index);

/* For formats of violent events: of an explosion of which no report tells the cause, a sentence that says so (it may have been an accident). */
void export_open_cause(Buf *out, const Incident *incident);

#endif
