#include "assemble/situation/situation.h"

#include <stdlib.h>

#include "assemble/assemble.h"
#include "assemble/basis/bucket.h"
#include "assemble/copies/copies.h"
#include "assemble/copies/lineage.h"

/* For sorting documents by publication, then by id, so that it does not matter how a pile was given; equal ids as given. */
typedef struct {
    Extraction *extraction;
    int64_t time;
    size_t given;
} Dated;

static int by_time(const void *a, const void *b)
{
    const Dated *x = a;
    const Dated *y = b;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    int order = str_compare(x->extraction->document->id, y->extraction->document->id);
    return order != 0 ? order : (x->given > y->given) - (x->given < y->given);
}

static Extraction **in_order(Extraction *const *extractions, size_t count, Arena *arena)
{
    Dated *dated = ARENA_ARRAY(arena, Dated, count + 1);
    for (size_t i = 0; i < count; i++)
        dated[i] = (Dated){extractions[i], link_time(extractions[i]), i};
    qsort(dated, count, sizeof *dated, by_time);
    Extraction **out = ARENA_ARRAY(arena, Extraction *, count + 1);
    for (size_t i = 0; i < count; i++)
        out[i] = dated[i].extraction;
    return out;
}

/* Without --as-of the latest publication time, never the clock. */
static Moment latest(Extraction *const *documents, size_t count)
{
    Moment as_of = {.seconds = 0, .precision = MOMENT_NONE};
    for (size_t i = 0; i < count; i++) {
        Moment published = documents[i]->document->published;
        if (published.precision != MOMENT_NONE &&
            (as_of.precision == MOMENT_NONE || published.seconds >= as_of.seconds))
            as_of = published;
        if (published.precision == MOMENT_NONE && documents[i]->dateline_day != DAY_NONE) {
            Moment day = {.seconds = link_time(documents[i]), .precision = MOMENT_DAY};
            if (as_of.precision == MOMENT_NONE || day.seconds > as_of.seconds)
                as_of = day;
        }
    }
    as_of.zone_seconds = 0; /* a moment of all of them */
    return as_of;
}

/* What is only known to be of a month or year counts from its end: an edition must not know what came later. */
static bool is_after(const Extraction *x, int64_t last)
{
    Moment published = x->document->published;
    if (published.precision == MOMENT_MONTH || published.precision == MOMENT_YEAR)
        return moment_last_second(published) > last;
    return link_time(x) != INT64_MAX && link_time(x) > last;
}

/* Lists for each report those that copy it. */
static void set_origins(Situation *s, const int32_t *copy_of, Arena *arena)
{
    Buckets copies = bucket_by(copy_of, s->document_count, s->document_count, arena);
    for (size_t i = 0; i < s->document_count; i++) {
        s->documents[i].origin_of = copies.items + copies.starts[i];
        s->documents[i].origin_of_count = copies.starts[i + 1] - copies.starts[i];
    }
}

/* Reports published after the last second are left out of the figures. */
static void set_documents(Builder *b, size_t count, Moment as_of, int64_t last)
{
    Situation *s = b->s;
    s->documents = ARENA_ARRAY(b->arena, SituationDocument, count + 1);
    s->document_count = count;
    s->as_of = as_of.precision == MOMENT_NONE ? latest(b->documents, count) : as_of;
    TextCopies texts = copies_of_texts(b->documents, count, b->arena);
    decide_report_copies(&b->decided, b->documents, count, texts.holds);
    decide_report_copies(&b->decided, b->documents, count, texts.copy_of);
    int32_t *same = ARENA_ARRAY(b->arena, int32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        SituationDocument *d = &s->documents[i];
        d->extraction = b->documents[i];
        d->copy_of = texts.copy_of[i];
        d->holds = texts.holds[i];
        same[i] = d->copy_of >= 0 ? d->copy_of : d->holds >= 0 ? d->holds : texts.furniture[i] ? LINK_BY_TITLE : -1;
        d->after_as_of = is_after(b->documents[i], last);
    }
    set_origins(s, texts.copy_of, b->arena);
    LinkRules rules = decide_links(&b->decided, b->documents, count);
    b->links = link_documents(b->documents, count, same, rules, b->arena);
}

static void set_claims(Builder *b)
{
    Situation *s = b->s;
    uint32_t *offsets = ARENA_ARRAY(b->arena, uint32_t, s->document_count + 1);
    for (size_t i = 0; i < s->document_count; i++)
        offsets[i + 1] = offsets[i] + (uint32_t)b->documents[i]->claim_count;
    b->offsets = offsets;
    s->claim_count = offsets[s->document_count];
    s->claims = ARENA_ARRAY(b->arena, SituationClaim, s->claim_count + 1);
    for (size_t d = 0; d < s->document_count; d++)
        for (size_t i = 0; i < b->documents[d]->claim_count; i++)
            s->claims[offsets[d] + i] =
                (SituationClaim){&b->documents[d]->claims[i], (uint32_t)d, -1, -1, -1, STR_NONE, false};
}

static void set_figures(Builder *b)
{
    b->figures = ARENA_ARRAY(b->arena, Figure, b->s->claim_count + 1);
    b->figure_at = bucket_nowhere(b->s->claim_count, b->arena);
    b->all_figures = ARENA_ARRAY(b->arena, Figure, b->s->claim_count + 1);
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        const SituationClaim *c = &b->s->claims[i];
        bool repeats = c->copy_of >= 0 && !b->s->documents[b->s->claims[c->copy_of].document].after_as_of;
        if (!claim_counts(c->claim) || b->s->documents[c->document].after_as_of)
            continue;
        Figure figure = lineage_figure(b->s, i, b->arena);
        b->all_figures[b->all_figure_count++] = figure;
        if (repeats)
            continue;
        b->figure_at[i] = (int32_t)b->figure_count;
        b->figures[b->figure_count++] = figure;
    }
}

/* Claims of a kind or status, of documents known by then. */
static const uint32_t *list_claims(const Builder *b, ClaimKind kind, unsigned status, size_t *count)
{
    uint32_t *out = ARENA_ARRAY(b->arena, uint32_t, b->s->claim_count + 1);
    *count = 0;
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        const SituationClaim *c = &b->s->claims[i];
        bool rejected = c->claim->decided && c->claim->decided->verdict == VERDICT_REJECTED;
        if ((c->claim->kind == kind || (c->claim->status & status)) && !rejected &&
            !b->s->documents[c->document].after_as_of)
            out[(*count)++] = i;
    }
    return out;
}

static bool is_violent(const Incident *incident)
{
    const Estimates *e = &incident->estimates;
    return e->cells[OUTCOME_KILLED][CELL_ALL].present || e->cells[OUTCOME_INJURED][CELL_ALL].present ||
           !str_equal(incident->type, STR("other"));
}

/* The violent event that most documents report; the incidents stand in that order. */
static int32_t headline_of(const Situation *s)
{
    for (size_t i = 0; i < s->incident_count; i++)
        if (is_violent(&s->incidents[i]) && s->incidents[i].part_of < 0 && !s->incidents[i].background)
            return (int32_t)i;
    return s->incident_count > 0 && !s->incidents[0].background ? 0 : -1;
}

int64_t situation_point(const Situation *s, uint32_t claim)
{
    const Claim *c = s->claims[claim].claim;
    return interval_point(c->count_form, c->count);
}

static Situation *build(Builder b, size_t count, Moment as_of, int64_t last)
{
    Situation *s = b.s;
    Arena *arena = b.arena;
    set_documents(&b, count, as_of, last);
    set_claims(&b);
    decide_number_claims(&b.decided, b.offsets);
    lineage_claims(s, b.documents, b.links.group, arena);
    decide_claim_copies(&b.decided, b.documents, b.offsets, s);
    set_figures(&b);
    situation_incidents(&b);
    situation_figures(&b);
    situation_supersede(&b);
    situation_conflicts(&b);
    situation_waves(&b);
    s->unverified = list_claims(&b, KIND_UNVERIFIED, STATUS_UNVERIFIED, &s->unverified_count);
    s->pending = list_claims(&b, KIND_PENDING, 0, &s->pending_count);
    s->headline = headline_of(s);
    s->decisions = b.decided.items;
    s->decision_count = b.decided.count;
    return s;
}

static Builder begin(Extraction *const *extractions, size_t count, const Profile *profile, Arena *arena)
{
    Situation *s = ARENA_NEW(arena, Situation);
    s->profile = profile;
    return (Builder){.s = s,
                     .profile = profile,
                     .arena = arena,
                     .documents = in_order(extractions, count, arena),
                     .decided = {.arena = arena}};
}

Situation *assemble_situation(Extraction *const *extractions, size_t count, const Profile *profile, Moment as_of,
                              Arena *arena)
{
    return build(begin(extractions, count, profile, arena), count, as_of, moment_last_second(as_of));
}

Situation *assemble_edition(Extraction *const *extractions, size_t count, DecisionLog decisions, const Profile *profile,
                            Moment as_of, Arena *arena)
{
    Builder b = begin(extractions, count, profile, arena);
    b.decided = decide_begin(decisions, b.documents, count, arena);
    decide_claims(&b.decided, b.documents, count, profile);
    return build(b, count, as_of, INT64_MAX);
}
