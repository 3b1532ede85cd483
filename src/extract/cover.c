#include "extract/cover.h"

enum { STRETCH = 64, NO_PIECE = UINT32_MAX };

typedef struct {
    uint32_t number; /* of its passage */
    uint32_t older;  /* the piece that was hung at the same node before it, NO_PIECE */
} Piece;

/* A tree over stretches of the text: node 1 is all of it, nodes 2n and 2n + 1 are the halves of node n. A passage hangs at
 * the few nodes that make it up, so that whatever reaches over a stretch hangs at its node or at one of those above. */
struct Cover {
    uint32_t *newest;   /* by node: a piece, NO_PIECE */
    uint32_t stretches; /* a power of two */
    Piece *pieces;
    size_t count;
    size_t cap;
};

Cover *cover_new(Arena *arena, size_t text_length)
{
    Cover *cover = ARENA_NEW(arena, Cover);
    cover->stretches = 1;
    while (cover->stretches <= text_length / STRETCH)
        cover->stretches *= 2;
    size_t nodes = 2 * (size_t)cover->stretches;
    cover->newest = arena_room(arena, nodes, sizeof *cover->newest, alignof(uint32_t));
    memset(cover->newest, 0xff, nodes * sizeof *cover->newest); /* NO_PIECE */
    return cover;
}

static void hang(Arena *arena, Cover *cover, uint32_t node, uint32_t number)
{
    cover->pieces = arena_grow(arena, cover->pieces, cover->count, &cover->cap, sizeof *cover->pieces);
    cover->pieces[cover->count] = (Piece){number, cover->newest[node]};
    cover->newest[node] = (uint32_t)cover->count++;
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

uint32_t cover_find(const Cover *cover, uint32_t place, uint32_t from)
{
    uint32_t least = COVER_NONE;
    for (uint32_t node = cover->stretches + place / STRETCH; node > 0; node /= 2) {
        for (uint32_t i = cover->newest[node]; i != NO_PIECE; i = cover->pieces[i].older) {
            uint32_t number = cover->pieces[i].number;
            least = number >= from && number < least ? number : least;
        }
    }
    return least;
}
