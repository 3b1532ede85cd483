/* json_parts — the pieces that both of the contract's documents are made of: claims, places, estimates, incidents. */
#ifndef DAYBOOK_REPORT_JSON_PARTS_H
#define DAYBOOK_REPORT_JSON_PARTS_H

#include "base/json.h"
#include "model/situation.h"

/* Where the indices of an incident or estimate lead: the ids of the claims and incidents they mean. */
typedef struct {
    const void *owner;
    Str (*claim_id)(const void *owner, uint32_t index);
    Str (*incident_id)(const void *owner, int32_t index); /* STR_NONE for -1 */
} JsonIds;

void json_span_fields(Json *j, Span span);

/* The same where the passage may stand in the title: then start and end are null and title_start, title_end count from
 * the title's first byte. */
void json_passage_fields(Json *j, const Document *document, Span span);
void json_window(Json *j, const char *key, Window window, Str text);
void json_moment(Json *j, const char *key, Moment moment);
void json_place(Json *j, const char *key, const PlaceMention *place);
void json_strings(Json *j, const char *key, const Str *items, size_t count);
void json_count(Json *j, const char *key, Interval count);

/* The claim's fields, without the braces, so that a situation can add its own. */
void json_claim_fields(Json *j, const Claim *claim, const Document *document, Str incident_id, Str part_of_id);

void json_estimates(Json *j, const char *key, const Estimates *estimates, const JsonIds *ids);

/* The incident's fields, without the braces. */
void json_incident_fields(Json *j, const Incident *incident, const JsonIds *ids);

/* The document's own fields as extract prints them first (id … sha256). */
void json_document_fields(Json *j, const Extraction *extraction);
void json_flags(Json *j, const Extraction *extraction);

/* What came of holding the situation against a baseline (json_baseline.c): the wave's p_value and scan; superlatives, if any. */
void json_wave_scan(Json *j, const WaveScan *scan);
void json_superlatives(Json *j, const Situation *s);

/* What people decided (json_decided.c): on a claim, nothing where nobody did; and the situation's list of decisions. */
void json_decided(Json *j, const Claim *claim);
void json_decisions(Json *j, const Situation *s);

/* "edition" and "withheld", the sentences of a public edition; nothing for a full one. */
void json_notices(Json *j, const Situation *situation);

#endif
