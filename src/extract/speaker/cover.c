#include "extract/speaker/cover.h"

enum { STRETCH = 64 };

/* What hangs at a node. */
typedef struct {
    uint32_t *numbers; /* of the passages, rising */
    size_t count;
    size_t cap;
} Hung;

/* A tree over stretches of the text: node 1 is all of it, nodes 2n and 2n + 1 are the halves of node n. A passage hangs at
 * the few nodes that make it up, so that whatever reaches over a stretch hangs at its node or at one of those above. */
struct Cover {
    Hung *nodes;
    uint32_t stretches; /* a power of two */
};

Cover *cover_new(Arena *arena, size_t text_length)
{
    Cover *cover = ARENA_NEW(arena, Cover);
    cover->stretches = 1;
    while (cover->stretches <= text_length / STRETCH)
        cover->stretches *= 2;
    cover->nodes = ARENA_ARRAY(arena, Hung, 2 * (size_t)cover->stretches);
    return cover;
}

static void hang(Arena *arena, Cover *cover, uint32_t node, uint32_t number)
{
    Hung *hung = &cover->nodes[node];
    hung->numbers = arena_grow(arena, hung->numbers, hung->count, &hung->cap, sizeof *hung->numbers);
    hung->numbers[hung->count++] = number;
}

void cover_add(Arena *arena, Cover *cover, Span passage, uint32_t number)
{
    if (span_is_empty(passage))
        return;
    uint32_t first = cover->stretches + passage.start / STRETCH;
    uint32_t end = cover->stretches + (passage.end - 1) / STRETCH + 1;
    for (; first < end; first /= 2, end /= 2) { /* a stretch that is no left half of what it makes up hangs alone */
        if (first & 1U)
            hang(arena, cover, first++, number);
        if (end & 1U)
            hang(arena, cover, --end, number);
    }
}

/* The least number at the node that is not less than from, COVER_NONE. */
static uint32_t least_from(const Hung *hung, uint32_t from)
{
    if (hung->count == 0 || hung->numbers[hung->count - 1] < from)
        return COVER_NONE;
    size_t low = 0;
    size_t high = hung->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hung->numbers[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return hung->numbers[low];
}

uint32_t cover_find(const Cover *cover, uint32_t place, uint32_t from)
{
    uint32_t least = COVER_NONE;
    for (uint32_t node = cover->stretches + place / STRETCH; node > 0; node /= 2) {
        uint32_t number = least_from(&cover->nodes[node], from);
        least = number < least ? number : least;
    }
    return least;
}
