/*
 * telling — when something was told, by a report's own words: "by noon", the stamp of a log's post.
 *
 * In seconds since 1970, as the report counts its days; no time zone is known. Nothing is allocated.
 */
#ifndef DAYBOOK_ASSEMBLE_TELLING_H
#define DAYBOOK_ASSEMBLE_TELLING_H

#include "model/extraction.h"

typedef struct {
    bool known;
    int64_t from;
    int64_t to; /* the same where an hour and its minutes are told */
} Telling;

/* From when to when the time lasts: "2026-01-31TEV", "2026-01-31T18:05", "2026-01-31". */
Telling telling_of(const TimeMention *time);

/* The stamp of the post of a log that holds the byte; not known in a report that is no log. */
Telling telling_of_post(const Extraction *report, uint32_t byte);

/* The latest time of the claim's sentence that is one of telling, none behind the moment (its report's), else that of the post of a log that
 * it stands in. */
Telling telling_of_claim(const Extraction *report, const Claim *claim, int64_t moment);

#endif
