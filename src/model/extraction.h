/* extraction — everything that was found in one document: what `daybook extract` prints. */
#ifndef DAYBOOK_MODEL_EXTRACTION_H
#define DAYBOOK_MODEL_EXTRACTION_H

#include "model/incident.h"

typedef struct {
    const Document *document;
    Str dateline_place; /* STR_NONE where there is no dateline */
    Str outlet; /* who published it, as the language's list of outlets has it; STR_NONE: it is not on the list */
    Str credit; /* the outlet on the list that the report names as its source as a whole: "(Reuters)"; STR_NONE */
    Day dateline_day;
    Day anchor; /* the day that relative expressions count from: dateline, else publication; DAY_NONE */

    const Block *blocks; /* the document's structure, read or found in the text */
    size_t block_count;
    const Span *sentences;
    size_t sentence_count;

    const Flag *flags; /* the reader's and the text's own, in text order */
    size_t flag_count;
    const PlaceMention *places;
    size_t place_count;
    const TimeMention *times;
    size_t time_count;
    const Span *
        streets; /* names of streets where something may have happened, without their kind: nobody's address; each once */
    size_t street_count;
    const Attribution *attributions;
    size_t attribution_count;
    Claim *claims; /* in text order; incident and ids are set by assemble */
    size_t claim_count;
    Incident *incidents; /* set by assemble */
    size_t incident_count;
} Extraction;

#endif
