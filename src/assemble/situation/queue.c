#include "assemble/situation/queue.h"

#include <stdlib.h>

#include "assemble/basis/traits.h"
#include "assemble/copies/lineage.h"
#include "assemble/figure/reconcile.h"

enum {
    MOVES_SHOWN = 3,
    MANY_FIGURES = 400, /* in an incident with more, only the first claims of each cell are tried */
    FIRST_CLAIMS = 8,
};

Str urgency_name(unsigned bit)
{
    static const char *const NAMES[] = {"contested", "figures turn on it", "in a conflict", "one origin", "flagged",
                                        "no place"};
    return bit < sizeof NAMES / sizeof *NAMES ? str_from(NAMES[bit]) : STR_NONE;
}

typedef struct {
    const Situation *s;
    const Profile *profile;
    Arena *arena;
    QueueItem *items; /* by claim */
    Figure *figures;  /* of the incident at hand */
    size_t figure_count;
    Figure *rest; /* those without one claim */
} Queue;

/* ---- without one claim ---- */

static bool repeats(const Situation *s, const SituationClaim *c)
{
    return c->copy_of >= 0 && !s->documents[s->claims[c->copy_of].document].after_as_of;
}

static void list_figures(Queue *q, const Incident *incident)
{
    q->figure_count = 0;
    for (size_t i = 0; i < incident->claim_count; i++) {
        const SituationClaim *c = &q->s->claims[incident->claims[i]];
        if (!claim_counts(c->claim) || q->s->documents[c->document].after_as_of || repeats(q->s, c))
            continue;
        Figure figure = lineage_figure(q->s, incident->claims[i], q->arena);
        figure.local = claim_is_local(c->claim, incident);
        q->figures[q->figure_count++] = figure;
    }
}

/* The first report that repeats the claim says it then. */
static bool stands_in(Queue *q, const Incident *incident, uint32_t claim, Figure *out)
{
    for (size_t i = 0; i < incident->claim_count; i++) {
        const SituationClaim *c = &q->s->claims[incident->claims[i]];
        if (c->copy_of != (int32_t)claim || !claim_counts(c->claim) || q->s->documents[c->document].after_as_of)
            continue;
        *out = lineage_figure(q->s, incident->claims[i], q->arena);
        out->local = claim_is_local(c->claim, incident);
        return true;
    }
    return false;
}

static size_t leave_out(Queue *q, const Incident *incident, uint32_t claim)
{
    Figure other;
    bool again = stands_in(q, incident, claim, &other);
    size_t count = 0;
    for (size_t i = 0; i < q->figure_count; i++) {
        if (again && q->figures[i].document > other.document) {
            q->rest[count++] = other;
            again = false;
        }
        if (q->figures[i].index != claim)
            q->rest[count++] = q->figures[i];
    }
    if (again)
        q->rest[count++] = other;
    return count;
}

static int64_t distance(bool known_a, int64_t a, bool known_b, int64_t b)
{
    int64_t x = known_a ? a : 0;
    int64_t y = known_b ? b : 0;
    return x > y ? x - y : y - x;
}

static int64_t moved_by(const Estimate *was, const Estimate *now)
{
    return 2 * distance(was->has_best, was->best, now->has_best, now->best) +
           distance(was->has_low, was->low, now->has_low, now->low) +
           distance(was->has_high, was->high, now->has_high, now->high);
}

typedef enum { END_BEST, END_LOW, END_HIGH } End;

static void put_end(Buf *out, const Estimate *e, End end)
{
    bool known = end == END_BEST ? e->has_best : end == END_LOW ? e->has_low : e->has_high;
    int64_t value = end == END_BEST ? e->best : end == END_LOW ? e->low : e->high;
    if (known)
        buf_int(out, value);
    else
        buf_put(out, end == END_HIGH && e->high_open ? STR("open") : STR("none"));
}

/* "killed civilian best 11 → 9": the end that moved, best before low before high. */
static void put_move(Buf *out, Outcome outcome, CellKind cell, const Estimate *was, const Estimate *now)
{
    static const char *const CELLS[CELL_COUNT_] = {"", " civilian", " security", " militant", " women", " children"};
    static const char *const ENDS[] = {" best ", " low ", " high "};
    End end = END_HIGH;
    if (distance(was->has_best, was->best, now->has_best, now->best) > 0)
        end = END_BEST;
    else if (distance(was->has_low, was->low, now->has_low, now->low) > 0)
        end = END_LOW;
    buf_put(out, out->len > 0 ? STR("; ") : STR(""));
    buf_put(out, outcome_name(outcome));
    buf_put(out, str_from(CELLS[cell]));
    buf_put(out, str_from(ENDS[end]));
    put_end(out, was, end);
    buf_put(out, STR(" → "));
    put_end(out, now, end);
}

static void try_without(Queue *q, const Incident *incident, uint32_t claim)
{
    ArenaMark mark = arena_mark(q->arena);
    Estimates *without = ARENA_NEW(q->arena, Estimates);
    Buf moves = {0};
    int64_t weight = 0;
    int shown = 0;
    reconcile(q->rest, leave_out(q, incident, claim), q->profile, q->arena, without);
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
        for (int k = 0; k < CELL_COUNT_; k++) {
            const Estimate *was = &incident->estimates.cells[o][k];
            const Estimate *now = &without->cells[o][k];
            int64_t by = moved_by(was, now);
            weight += by;
            if (by > 0 && shown++ < MOVES_SHOWN)
                put_move(&moves, (Outcome)o, (CellKind)k, was, now);
        }
    arena_rewind(q->arena, mark);
    QueueItem *item = &q->items[claim];
    if (weight > item->weight) {
        item->weight = weight;
        item->moves = arena_copy(q->arena, buf_str(&moves));
        item->why |= URGENT_MOVES;
    }
    buf_free(&moves);
}

/* ---- one incident ---- */

/* Marks the claims that a cell rests on. */
static void mark_cell(Queue *q, const Estimate *cell, bool *wanted)
{
    size_t limit = q->figure_count > MANY_FIGURES ? FIRST_CLAIMS : SIZE_MAX;
    for (size_t i = 0; i < cell->claim_count && i < limit; i++)
        wanted[cell->claims[i]] = true;
    for (size_t i = 0; i < cell->claim_count && cell->origins == 1; i++)
        q->items[cell->claims[i]].why |= URGENT_ONE_ORIGIN;
}

static void weigh_incident(Queue *q, const Incident *incident, bool *wanted)
{
    list_figures(q, incident);
    for (size_t i = 0; i < incident->claim_count; i++)
        wanted[incident->claims[i]] = false;
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
        for (int k = 0; k < CELL_COUNT_; k++)
            mark_cell(q, &incident->estimates.cells[o][k], wanted);
    for (size_t i = 0; i < incident->claim_count; i++)
        if (wanted[incident->claims[i]])
            try_without(q, incident, incident->claims[i]);
}

/* ---- other reasons ---- */

static void mark_conflicts(Queue *q)
{
    for (size_t i = 0; i < q->s->conflict_count; i++)
        for (size_t k = 0; k < q->s->conflicts[i].claim_count; k++)
            q->items[q->s->conflicts[i].claims[k]].why |= URGENT_CONFLICT;
}

static bool is_flagged(const Extraction *x, const Claim *claim)
{
    Span sentence = span_join(claim->sentence, claim->evidence);
    for (size_t i = 0; i < x->flag_count; i++)
        if (span_overlaps(x->flags[i].span, sentence))
            return true;
    return false;
}

static void mark_claims(Queue *q)
{
    for (size_t i = 0; i < q->s->claim_count; i++) {
        const SituationClaim *c = &q->s->claims[i];
        if (c->claim->decided)
            q->items[i].why |= URGENT_CONTESTED; /* queue_of leaves other verdicts out */
        if (is_flagged(q->s->documents[c->document].extraction, c->claim))
            q->items[i].why |= URGENT_FLAG;
        if (claim_tells_event(c->claim) && !c->claim->place)
            q->items[i].why |= URGENT_UNPLACED;
    }
}

/* ---- the order ---- */

static int by_urgency(const void *a, const void *b)
{
    const QueueItem *x = a;
    const QueueItem *y = b;
    unsigned contested = (x->why ^ y->why) & URGENT_CONTESTED;
    if (contested)
        return x->why & URGENT_CONTESTED ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    for (unsigned bit = 1; bit <= URGENT_UNPLACED; bit <<= 1)
        if ((x->why ^ y->why) & bit)
            return (x->why & bit) ? -1 : 1;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static bool is_open(const Situation *s, const SituationClaim *c)
{
    bool decided = c->claim->decided && c->claim->decided->verdict != VERDICT_CONTESTED;
    return !decided && c->copy_of < 0 && !c->claim->background && !s->documents[c->document].after_as_of;
}

QueueItem *queue_of(const Situation *s, const Profile *profile, Arena *arena, size_t *count)
{
    Queue q = {.s = s, .profile = profile, .arena = arena};
    q.items = ARENA_ARRAY(arena, QueueItem, s->claim_count + 1);
    q.figures = ARENA_ARRAY(arena, Figure, s->claim_count + 1);
    q.rest = ARENA_ARRAY(arena, Figure, s->claim_count + 2);
    bool *wanted = ARENA_ARRAY(arena, bool, s->claim_count + 1);
    for (uint32_t i = 0; i < s->claim_count; i++)
        q.items[i] = (QueueItem){.claim = i, .moves = STR_NONE};
    for (size_t i = 0; i < s->incident_count; i++)
        weigh_incident(&q, &s->incidents[i], wanted);
    mark_conflicts(&q);
    mark_claims(&q);
    *count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++)
        if (is_open(s, &s->claims[i]))
            q.items[(*count)++] = q.items[i];
    if (*count > 0)
        qsort(q.items, *count, sizeof *q.items, by_urgency);
    return q.items;
}
