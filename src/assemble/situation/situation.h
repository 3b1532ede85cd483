/*
 * situation — the stages that turn a pile's claims into a Situation, in the order in which they run. Each fills the
 * part named after it and reads those before.
 */
#ifndef DAYBOOK_ASSEMBLE_SITUATION_H
#define DAYBOOK_ASSEMBLE_SITUATION_H

#include "assemble/basis/voice.h"
#include "assemble/link/link.h"
#include "assemble/situation/decide.h"
#include "model/profile.h"

/* Shared by the stages. */
typedef struct {
    Situation *s;
    const Profile *profile;
    Arena *arena;
    Extraction **documents;  /* in the situation's order */
    const uint32_t *offsets; /* of each document's first claim; one more at the end */
    Figure *figures;         /* every claim that counts, by claim order; copies and documents after as_of left out */
    size_t figure_count;
    int32_t *figure_at;  /* by claim: its figure, -1 */
    Figure *all_figures; /* with copies */
    size_t all_figure_count;
    Links links;
    Decided decided;
} Builder;

void situation_incidents(Builder *b); /* incidents, without figures; claims' incident */
void situation_figures(Builder *b);   /* estimates, versions, history */
void situation_supersede(Builder *b); /* claims' superseded_by */
void situation_conflicts(Builder *b); /* conflicts, and the sums that hold */
void situation_waves(Builder *b);     /* waves */

/* Told of one town of the incident's region: by its own sentence, or because its whole report is about that town. */
bool situation_is_local(const Builder *b, const Figure *figure, const Incident *incident);

/* A claim's figure in a median. */
int64_t situation_point(const Situation *s, uint32_t claim);

#endif
