#include "model/baseline.h"

void baseline_add(Baseline *baseline, BaselineEvent event)
{
    baseline->items =
        arena_grow(baseline->arena, baseline->items, baseline->count, &baseline->cap, sizeof *baseline->items);
    baseline->items[baseline->count++] = event;
}
