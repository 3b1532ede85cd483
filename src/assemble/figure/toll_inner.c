#include "assemble/figure/toll_inner.h"

bool toll_states_days(const Claim *claim)
{
    return claim_states_days(claim) && claim->count_form != COUNT_DESCRIBED;
}

/* The largest figure of a class that is told of some days. */
typedef struct {
    Window window;
    VictimClass of_class;
    int64_t point;
} Period;

typedef struct {
    Period *items;
    size_t count;
    size_t cap;
} Periods;

static void note_period(Arena *arena, Periods *periods, const Claim *claim)
{
    if (!toll_states_days(claim) || window_days(claim->window) > TOLL_WIDEST_DAYS)
        return;
    int64_t point = victims_point(claim);
    for (size_t i = 0; i < periods->count; i++) {
        Period *period = &periods->items[i];
        if (period->of_class == claim->victim_class && window_equal(period->window, claim->window)) {
            period->point = point > period->point ? point : period->point;
            return;
        }
    }
    periods->items = arena_grow(arena, periods->items, periods->count, &periods->cap, sizeof *periods->items);
    periods->items[periods->count++] = (Period){claim->window, claim->victim_class, point};
}

/* "67 on Saturday" beside "108 over 48 hours": the days lie inside and the figure is no larger. */
static bool is_inner(const Periods *periods, const Claim *claim)
{
    if (!window_is_known(claim->window) || !toll_states_days(claim))
        return false;
    for (size_t i = 0; i < periods->count; i++) {
        const Period *period = &periods->items[i];
        if (period->of_class == claim->victim_class && window_holds(period->window, claim->window) &&
            !window_equal(period->window, claim->window) && victims_point(claim) <= period->point)
            return true;
    }
    return false;
}

Pool toll_take_inner(Arena *arena, Pool *pool)
{
    Periods periods = {NULL, 0, 0};
    for (size_t i = 0; i < pool->count; i++)
        note_period(arena, &periods, pool->items[i]->claim);
    Pool taken = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    Pool rest = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    for (size_t i = 0; i < pool->count; i++) {
        Pool *to = is_inner(&periods, pool->items[i]->claim) ? &taken : &rest;
        to->items[to->count++] = pool->items[i];
    }
    *pool = rest;
    return taken;
}
