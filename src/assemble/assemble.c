#include "assemble/assemble.h"

#include "assemble/basis/traits.h"
#include "assemble/figure/grade.h"
#include "assemble/incident/incident.h"
#include "base/hash.h"

/* Document, kind, outcome, class, figure and passage, and a number where all of these are equal. */
static Str claim_id(const Extraction *x, const Claim *claim, size_t twin, Arena *arena)
{
    Buf figure = {0};
    buf_int(&figure, claim->evidence.start);
    buf_char(&figure, '-');
    buf_int(&figure, claim->evidence.end);
    if (claim->has_count) {
        buf_char(&figure, ' ');
        buf_int(&figure, claim->count.low);
        buf_char(&figure, '-');
        buf_int(&figure, claim->count.high);
    }
    if (twin > 0) {
        buf_char(&figure, '#');
        buf_int(&figure, (int64_t)twin);
    }
    Str parts[] = {x->document->id, kind_name(claim->kind), outcome_name(claim->outcome),
                   class_name(claim->victim_class), buf_str(&figure)};
    Str id = hash_id(arena, parts, sizeof parts / sizeof parts[0]);
    buf_free(&figure);
    return id;
}

static bool is_twin(const Claim *a, const Claim *b)
{
    return a->kind == b->kind && a->outcome == b->outcome && a->victim_class == b->victim_class &&
           a->evidence.start == b->evidence.start && a->evidence.end == b->evidence.end &&
           a->has_count == b->has_count && interval_equal(a->count, b->count);
}

static void set_claim_ids(Extraction *x, Arena *arena)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        size_t twin = 0;
        for (size_t k = i; k-- > 0 && x->claims[k].evidence.start + 2000 > x->claims[i].evidence.start;)
            twin += is_twin(&x->claims[k], &x->claims[i]);
        x->claims[i].id = claim_id(x, &x->claims[i], twin, arena);
    }
}

static void set_estimates(const Extraction *x, Incident *incident, const Profile *profile, Arena *arena)
{
    Figure *figures = ARENA_ARRAY(arena, Figure, incident->claim_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < incident->claim_count; i++) {
        const Claim *claim = &x->claims[incident->claims[i]];
        if (!claim_counts(claim))
            continue;
        figures[count] = figure_of(x, claim, arena);
        figures[count++].local = claim_is_local(claim, incident);
    }
    grade_incident(figures, count, profile, arena, incident);
}

void assemble_document_again(Extraction *extraction, const Profile *profile, Arena *arena)
{
    incident_find(extraction, arena);
    for (size_t i = 0; i < extraction->incident_count; i++)
        set_estimates(extraction, &extraction->incidents[i], profile, arena);
}

void assemble_document(Extraction *extraction, const Profile *profile, Arena *arena)
{
    set_claim_ids(extraction, arena);
    assemble_document_again(extraction, profile, arena);
}
