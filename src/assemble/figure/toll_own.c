#include "assemble/figure/toll_own.h"

/* Has an earlier one of the figures the same country? */
static bool is_again(const Told *const *items, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (items[k]->own && str_equal(items[k]->voice.state, items[i]->voice.state))
            return true;
    return false;
}

/* Does a country tell two numbers? */
static bool disputes_itself(const Told *const *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (items[i]->own && items[k]->own && str_equal(items[i]->voice.state, items[k]->voice.state) &&
                items[i]->point != items[k]->point)
                return true;
    return false;
}

bool own_losses_add(const Told **items, size_t *count)
{
    enum { MOST = 64 }; /* of more figures the median is taken */
    int64_t sum = 0;
    size_t states = 0;
    int64_t whole = -1;
    for (size_t i = 0; i < *count && *count <= MOST; i++) {
        bool first = items[i]->own && !is_again(items, i);
        states += first;
        sum += first ? items[i]->point : 0;
        whole = !items[i]->own && items[i]->point > whole ? items[i]->point : whole;
    }
    if (states < 2 || disputes_itself(items, *count))
        return false;
    if (whole < 0)
        return true;
    size_t kept = 0;
    for (size_t i = 0; i < *count && whole >= sum; i++)
        if (!items[i]->own)
            items[kept++] = items[i];
    *count = whole >= sum ? kept : *count;
    return false;
}

static void put_term(Buf *out, const Told *told)
{
    buf_put(out, out->len > 0 ? STR(" + ") : STR(""));
    if (told->range.low != told->range.high && told->text.len > 0)
        buf_put(out, told->text); /* "at least 20" */
    else
        buf_int(out, told->point);
    buf_put(out, STR(" ("));
    buf_put(out, told->voice.label);
    buf_put(out, STR(")"));
}

void own_losses_put(Estimate *cell, const Told *const *items, size_t count, Arena *arena)
{
    Buf working = {0};
    Interval sum = {0, 0};
    cell->best = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_again(items, i))
            continue;
        const Told *x = items[i];
        sum = interval_add(sum, x->range);
        cell->best += x->point;
        put_term(&working, x);
    }
    cell->low = sum.low;
    cell->high_open = sum.high == INTERVAL_OPEN;
    cell->has_high = !cell->high_open;
    cell->high = cell->has_high ? sum.high : 0;
    cell->derived = true;
    cell->working = arena_copy(arena, buf_str(&working));
    buf_free(&working);
}
