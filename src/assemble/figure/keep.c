#include "assemble/figure/keep.h"

static const uint32_t *keep_claims(Arena *arena, const uint32_t *was, size_t was_count, const uint32_t *now,
                                   size_t count)
{
    if (count == 0)
        return NULL;
    if (was_count == count && memcmp(was, now, count * sizeof *now) == 0)
        return was;
    uint32_t *kept = arena_room(arena, count, sizeof *kept, alignof(uint32_t));
    memcpy(kept, now, count * sizeof *kept);
    return kept;
}

static void keep_claimed(Arena *arena, const Estimate *was, Estimate *cell)
{
    if (cell->claimed_count == 0) {
        cell->claimed = NULL;
        return;
    }
    ClaimedFigure *kept = ARENA_ARRAY(arena, ClaimedFigure, cell->claimed_count);
    for (size_t i = 0; i < cell->claimed_count; i++) {
        const ClaimedFigure *before = i < was->claimed_count ? &was->claimed[i] : NULL;
        kept[i] = cell->claimed[i];
        kept[i].claims = keep_claims(arena, before ? before->claims : NULL, before ? before->claim_count : 0,
                                     kept[i].claims, kept[i].claim_count);
    }
    cell->claimed = kept;
}

void keep_estimate(Arena *arena, const Estimate *was, Estimate *cell)
{
    cell->working = str_present(was->working) && str_present(cell->working) && str_equal(was->working, cell->working)
                        ? was->working
                        : arena_copy(arena, cell->working);
    cell->claims = keep_claims(arena, was->claims, was->claim_count, cell->claims, cell->claim_count);
    cell->superseded =
        keep_claims(arena, was->superseded, was->superseded_count, cell->superseded, cell->superseded_count);
    keep_claimed(arena, was, cell);
}
