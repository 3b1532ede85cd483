#include "assemble/situation/change.h"

#include <stdlib.h>

#include "base/map.h"

typedef struct {
    const Situation *s;
    Arena *arena;
    Change *items;
    size_t count;
    size_t cap;
} Changes;

static bool same_claimed(const Estimate *a, const Estimate *b)
{
    if (a->claimed_count != b->claimed_count)
        return false;
    for (size_t i = 0; i < a->claimed_count; i++) {
        const ClaimedFigure *x = &a->claimed[i];
        const ClaimedFigure *y = &b->claimed[i];
        if (x->party != y->party || x->words != y->words || !interval_equal(x->count, y->count) ||
            !str_equal(x->text, y->text))
            return false;
    }
    return true;
}

static bool same_number(bool known_a, int64_t a, bool known_b, int64_t b)
{
    return known_a == known_b && (!known_a || a == b);
}

static bool same_estimate(const Estimate *a, const Estimate *b)
{
    return a->present == b->present && a->high_open == b->high_open && same_claimed(a, b) &&
           same_number(a->has_low, a->low, b->has_low, b->low) &&
           same_number(a->has_best, a->best, b->has_best, b->best) &&
           same_number(a->has_high, a->high, b->has_high, b->high);
}

/* ---- what moved a cell ---- */

/* A claim is new when it is of a document that became known since, or was not in the earlier edition. */
typedef struct {
    int64_t after;    /* the last document that was known before, -1 */
    int64_t document; /* the last that became known, -1: known is asked */
    const bool *known;
} News;

static bool is_new(const Changes *c, const News *news, uint32_t claim)
{
    if (news->document >= 0)
        return c->s->claims[claim].document > news->after && c->s->claims[claim].document <= news->document;
    return !news->known[claim];
}

static int32_t first_new(const Changes *c, const News *news, const uint32_t *claims, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_new(c, news, claims[i]))
            return (int32_t)claims[i];
    return -1;
}

/* Does the claim give one of the numbers that moved? */
static bool gives_moved(const Claim *claim, const Estimate *was, const Estimate *now)
{
    Interval count = claim->count;
    return (!same_number(was->has_best, was->best, now->has_best, now->best) && count.low == now->best) ||
           (!same_number(was->has_low, was->low, now->has_low, now->low) && count.low == now->low) ||
           (!same_number(was->has_high, was->high, now->has_high, now->high) && count.high == now->high);
}

/* Of reports that became known together, the first that gives a number that moved. */
static int32_t mover(const Changes *c, const News *news, const Estimate *was, const Estimate *now)
{
    for (size_t i = 0; i < now->claim_count; i++)
        if (is_new(c, news, now->claims[i]) && gives_moved(c->s->claims[now->claims[i]].claim, was, now))
            return (int32_t)now->claims[i];
    int32_t claim = first_new(c, news, now->claims, now->claim_count);
    for (size_t i = 0; claim < 0 && i < now->claimed_count; i++)
        claim = first_new(c, news, now->claimed[i].claims, now->claimed[i].claim_count);
    return claim;
}

static int32_t superseded_by(const Changes *c, const Estimate *now, int32_t claim)
{
    for (size_t i = 0; claim >= 0 && i < now->superseded_count; i++)
        if (c->s->claims[now->superseded[i]].superseded_by == claim)
            return (int32_t)now->superseded[i];
    return -1;
}

static void compare(Changes *c, uint32_t incident, const Estimates *was, const Estimates *now, const News *news)
{
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        for (int k = 0; k < CELL_COUNT_; k++) {
            const Estimate *a = &was->cells[o][k];
            const Estimate *b = &now->cells[o][k];
            if (same_estimate(a, b))
                continue;
            int32_t claim = mover(c, news, a, b);
            int32_t document = claim >= 0 ? (int32_t)c->s->claims[claim].document : (int32_t)news->document;
            c->items = arena_grow(c->arena, c->items, c->count, &c->cap, sizeof *c->items);
            c->items[c->count++] =
                (Change){incident, (Outcome)o, (CellKind)k, a, b, document, claim, superseded_by(c, b, claim)};
        }
    }
}

/* ---- along the history ---- */

static int by_document(const void *a, const void *b)
{
    const Change *x = a;
    const Change *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->incident != y->incident)
        return x->incident < y->incident ? -1 : 1;
    if (x->outcome != y->outcome)
        return x->outcome < y->outcome ? -1 : 1;
    return x->cell < y->cell ? -1 : x->cell > y->cell;
}

Change *change_history(const Situation *s, Arena *arena, size_t *count)
{
    Changes c = {.s = s, .arena = arena};
    const Estimates *nothing = ARENA_NEW(arena, Estimates);
    for (uint32_t i = 0; i < s->incident_count; i++) {
        const Estimates *was = nothing;
        int64_t after = -1;
        for (size_t k = 0; k < s->incidents[i].history_count; k++) {
            const HistoryStep *step = &s->incidents[i].history[k];
            if (step->estimates != was)
                compare(&c, i, was, step->estimates, &(News){.after = after, .document = step->document});
            was = step->estimates;
            after = step->document;
        }
    }
    if (c.count > 0)
        qsort(c.items, c.count, sizeof *c.items, by_document);
    *count = c.count;
    return c.items;
}

/* ---- between two editions ---- */

static int32_t root_of(const Situation *s, int32_t incident)
{
    while (incident >= 0 && s->incidents[incident].part_of >= 0)
        incident = s->incidents[incident].part_of;
    return incident;
}

/* Incidents of the earlier edition: by id, and the claims that lead to them. */
typedef struct {
    const Situation *s;
    const Map *claims;    /* by id: number - 1 is the index */
    const Map *incidents; /* the same */
    bool *taken;          /* goes on under its own id */
} Earlier;

/* The earlier incident that most of the incident's claims were told of, and that does not go on by itself; -1 for none. */
static int32_t most_of(const Changes *c, const Earlier *earlier, const Incident *incident)
{
    uint32_t *votes = ARENA_ARRAY(c->arena, uint32_t, earlier->s->incident_count + 1);
    int32_t best = -1;
    for (size_t i = 0; i < incident->claim_count; i++) {
        uint32_t number = map_find(earlier->claims, c->s->claims[incident->claims[i]].claim->id);
        int32_t other = number > 0 ? earlier->s->claims[number - 1].incident : -1;
        other = incident->part_of < 0 ? root_of(earlier->s, other) : other;
        if (other < 0 || earlier->taken[other])
            continue;
        votes[other]++;
        if (best < 0 || votes[other] > votes[best])
            best = other;
    }
    return best;
}

static Map *ids_of_claims(const Situation *s, Arena *arena)
{
    Map *map = map_create(arena);
    for (size_t i = 0; i < s->claim_count; i++)
        (void)map_add(map, s->claims[i].claim->id);
    return map;
}

static Map *ids_of_incidents(const Situation *s, Arena *arena)
{
    Map *map = map_create(arena);
    for (size_t i = 0; i < s->incident_count; i++)
        (void)map_add(map, s->incidents[i].id);
    return map;
}

/* By incident of s: the earlier one that it was, -1 where there was none. */
static int32_t *match(const Changes *c, const Earlier *earlier)
{
    int32_t *same = ARENA_ARRAY(c->arena, int32_t, c->s->incident_count + 1);
    for (size_t i = 0; i < c->s->incident_count; i++) {
        same[i] = (int32_t)map_find(earlier->incidents, c->s->incidents[i].id) - 1;
        if (same[i] >= 0)
            earlier->taken[same[i]] = true;
    }
    for (size_t i = 0; i < c->s->incident_count; i++)
        if (same[i] < 0)
            same[i] = most_of(c, earlier, &c->s->incidents[i]);
    return same;
}

static Earlier look_back(const Situation *earlier, Arena *arena)
{
    return (Earlier){earlier, ids_of_claims(earlier, arena), ids_of_incidents(earlier, arena),
                     ARENA_ARRAY(arena, bool, earlier->incident_count + 1)};
}

Change *change_between(const Situation *earlier, const Situation *s, Arena *arena, size_t *count)
{
    Changes c = {.s = s, .arena = arena};
    const Estimates *nothing = ARENA_NEW(arena, Estimates);
    Earlier old = look_back(earlier, arena);
    const int32_t *same = match(&c, &old);
    bool *known = ARENA_ARRAY(arena, bool, s->claim_count + 1);
    for (size_t i = 0; i < s->claim_count; i++)
        known[i] = map_find(old.claims, s->claims[i].claim->id) != 0;
    for (uint32_t i = 0; i < s->incident_count; i++) {
        const Estimates *was = same[i] >= 0 ? &earlier->incidents[same[i]].estimates : nothing;
        compare(&c, i, was, &s->incidents[i].estimates, &(News){.document = -1, .known = known});
    }
    *count = c.count;
    return c.items;
}

uint32_t *change_gone(const Situation *earlier, const Situation *s, Arena *arena, size_t *count)
{
    Changes c = {.s = s, .arena = arena};
    Earlier old = look_back(earlier, arena);
    const int32_t *same = match(&c, &old);
    for (size_t i = 0; i < s->incident_count; i++)
        if (same[i] >= 0)
            old.taken[same[i]] = true;
    uint32_t *gone = ARENA_ARRAY(arena, uint32_t, earlier->incident_count + 1);
    *count = 0;
    for (uint32_t i = 0; i < earlier->incident_count; i++)
        if (!old.taken[i])
            gone[(*count)++] = i;
    return gone;
}
