#include "assemble/figure/cell_sum.h"

#include "base/buf.h"

static const uint32_t *joined(const uint32_t *a, size_t *count, const uint32_t *b, size_t more, Arena *arena)
{
    uint32_t *both = ARENA_ARRAY(arena, uint32_t, *count + more + 1);
    for (size_t i = 0; i < *count; i++)
        both[i] = a[i];
    for (size_t i = 0; i < more; i++)
        both[*count + i] = b[i];
    *count += more;
    return both;
}

void cell_join_claims(Estimate *total, const Estimate *cell, Arena *arena)
{
    total->claims = joined(total->claims, &total->claim_count, cell->claims, cell->claim_count, arena);
}

static Window wider(Window a, Window b)
{
    return window_days(b) > window_days(a) ? b : a;
}

/* "6 + 3", "61 (Caribbean) + 13 (United States)" */
static Str working_of(const Estimate *total, const Estimate *cell, Str label, Arena *arena)
{
    Buf working = {0};
    if (total->has_best && total->derived)
        buf_put(&working, total->working);
    else if (total->has_best)
        buf_int(&working, total->best);
    buf_put(&working, total->has_best ? STR(" + ") : STR(""));
    buf_int(&working, cell->best);
    if (label.len > 0) {
        buf_put(&working, STR(" ("));
        buf_put(&working, label);
        buf_char(&working, ')');
    }
    Str text = arena_copy(arena, buf_str(&working));
    buf_free(&working);
    return text;
}

void cell_add(Estimate *total, const Estimate *cell, Str label, Str rule, Arena *arena)
{
    total->working = working_of(total, cell, label, arena);
    total->present = total->has_best = total->has_low = true;
    total->best += cell->best;
    total->low += cell->low;
    total->high_open = total->high_open || cell->high_open;
    total->high += cell->high;
    total->has_high = !total->high_open;
    total->high = total->has_high ? total->high : 0;
    total->window = wider(total->window, cell->window);
    total->origins = total->origins > cell->origins ? total->origins : cell->origins;
    total->derived = true;
    total->rule = rule;
    cell_join_claims(total, cell, arena);
    total->superseded =
        joined(total->superseded, &total->superseded_count, cell->superseded, cell->superseded_count, arena);
}

void cell_note_classes(Estimate *total, const Estimate *classes, Arena *arena)
{
    if (!total->has_best || !classes->has_best || total->best >= classes->best)
        return;
    Buf working = {0};
    buf_put(&working, total->working);
    buf_put(&working, STR("; its classes alone come to "));
    buf_put(&working, classes->working);
    total->working = arena_copy(arena, buf_str(&working));
    buf_free(&working);
}

void cell_note_in_one(Estimate *cell, const Current *current, Arena *arena)
{
    bool vouched = false;
    for (size_t i = 0; i < current->count; i++)
        vouched = vouched || (current->items[i]->in_one > 0 && current->items[i]->in_one == cell->low &&
                              current->items[i]->range.low > cell->low);
    if (!vouched)
        return;
    Buf working = {0};
    buf_put(&working, cell->working);
    buf_put(&working, STR("; most told in one sentence: "));
    buf_int(&working, cell->low);
    cell->working = arena_copy(arena, buf_str(&working));
    buf_free(&working);
}

void cell_note_above(Estimate *row, Arena *arena)
{
    const Estimate *total = &row[CELL_ALL];
    for (CellKind cell = CELL_ALL + 1; total->has_best && cell < CELL_COUNT_; cell++) {
        if (!row[cell].has_best || row[cell].best <= total->best)
            continue;
        Buf working = {0};
        buf_put(&working, row[cell].working);
        buf_put(&working, STR("; above the total of "));
        buf_int(&working, total->best);
        row[cell].working = arena_copy(arena, buf_str(&working));
        buf_free(&working);
    }
}
