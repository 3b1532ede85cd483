#include "assemble/conflict/disruption.h"

#include <stdlib.h>

#include "assemble/basis/traits.h"

enum { LONGEST_DAYS = 1000 };

/* A claim with the days by which it is put in order. */
typedef struct {
    const Claim *claim;
    uint32_t index;
    Day first;
    Day last;
} Told;

Day disruption_counted_from(const Situation *situation, uint32_t claim)
{
    const SituationClaim *told = &situation->claims[claim];
    const Claim *c = told->claim;
    bool days = c->has_count && (str_equal(c->unit, STR("days")) || str_equal(c->unit, STR("day")));
    if (c->kind != KIND_DISRUPTION || !days || c->count.low < 1 || c->count.low > LONGEST_DAYS)
        return DAY_NONE;
    bool stated = claim_states_days(c);
    Day day = stated ? c->window.last : situation->documents[told->document].extraction->anchor;
    return day == DAY_NONE ? DAY_NONE : day - (Day)c->count.low + 1;
}

/* Those without a day stand last. */
static int by_day(const void *a, const void *b)
{
    const Told *x = a;
    const Told *y = b;
    if (x->first != y->first)
        return y->first == DAY_NONE || (x->first != DAY_NONE && x->first < y->first) ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* The disruptions told, those without a day last. */
static Told *find_told(const Situation *s, Arena *arena, size_t *count)
{
    Told *told = ARENA_ARRAY(arena, Told, s->claim_count + 1);
    *count = 0;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        const SituationClaim *c = &s->claims[i];
        if (c->claim->kind != KIND_DISRUPTION || c->claim->background || c->copy_of >= 0 ||
            s->documents[c->document].after_as_of)
            continue;
        Day counted = disruption_counted_from(s, i);
        Day first = c->claim->window.first != DAY_NONE ? c->claim->window.first : c->claim->window.last;
        Day last = c->claim->window.last != DAY_NONE ? c->claim->window.last : first;
        bool earlier = counted != DAY_NONE && (first == DAY_NONE || counted < first);
        told[(*count)++] = (Told){c->claim, i, earlier ? counted : first, last};
    }
    if (*count > 0)
        qsort(told, *count, sizeof *told, by_day);
    return told;
}

static bool is_attempt(const Claim *claim)
{
    return (claim->status & (STATUS_ATTEMPTED | STATUS_FOILED)) != 0;
}

static bool meet(const PlaceMention *a, const PlaceMention *b)
{
    return !a || !b || place_meets(&a->place, &b->place);
}

static bool takes(const Disruption *period, const Told *told)
{
    return str_equal(period->type, told->claim->type) && period->attempted == is_attempt(told->claim) &&
           meet(period->place, told->claim->place) && (!period->ended || told->first <= period->last);
}

static void join(Disruption *period, const Told *told)
{
    const PlaceMention *place = told->claim->place;
    if (place && (!period->place || place_holds(&place->place, &period->place->place)))
        period->place = place;
    if (period->first == DAY_NONE)
        period->first = told->first;
    if (period->last == DAY_NONE || told->last > period->last)
        period->last = told->last;
    period->ended = period->ended || told->claim->ended;
    period->claim_count++;
}

const Disruption *disruptions_of(const Situation *situation, Arena *arena, size_t *count)
{
    size_t told_count = 0;
    const Told *told = find_told(situation, arena, &told_count);
    Disruption *periods = ARENA_ARRAY(arena, Disruption, told_count + 1);
    size_t *period_of = ARENA_ARRAY(arena, size_t, told_count + 1);
    *count = 0;
    for (size_t i = 0; i < told_count; i++) {
        size_t at = *count;
        while (at > 0 && !takes(&periods[at - 1], &told[i]))
            at--;
        if (at == 0) {
            periods[(*count)++] = (Disruption){.type = told[i].claim->type,
                                               .first = DAY_NONE,
                                               .last = DAY_NONE,
                                               .attempted = is_attempt(told[i].claim)};
            at = *count;
        }
        period_of[i] = at - 1;
        join(&periods[at - 1], &told[i]);
    }
    for (size_t p = 0; p < *count; p++) {
        uint32_t *claims = ARENA_ARRAY(arena, uint32_t, periods[p].claim_count);
        size_t n = 0;
        for (size_t i = 0; i < told_count; i++)
            if (period_of[i] == p)
                claims[n++] = told[i].index;
        periods[p].claims = claims;
    }
    return periods;
}
