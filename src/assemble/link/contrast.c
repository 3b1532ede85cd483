#include "assemble/link/contrast.h"

#include <stdlib.h>

enum {
    LEAST_SIDE = 5, /* reports of each event: what fewer share may be chance or one outlet's habit */
    LEAST_GROUP = 2 * LEAST_SIDE,
    LEAST_SUPPORT = 2, /* words of its own that each side must have */
    MAX_KEYS = 256,    /* of a group, commonest first */
    SET_BITS = 64,
};

static const double COVERED = .6; /* share of the group that the two opposed words cover */
static const double BOTH = .1;    /* share of the rarer word's reports that may have both */
static const double INSIDE = .5;  /* share of its own side's reports that a supporting word stands in */
static const double OUTSIDE = .1; /* and of the other side's */

/* A word of the group, and which members have it. */
typedef struct {
    uint32_t word;
    uint32_t count;
    uint64_t *members; /* a bit each */
} Key;

typedef struct {
    const WordbagList *bags;
    const Pairs *pairs;
    uint32_t *group;
    uint32_t *counts; /* one a word of the pile: 0 between groups */
    uint8_t *side;    /* one a report: SIDE_NONE between groups */
    double *sums[2];  /* one a report: how like it is to either side; 0 between groups */
    Arena *arena;
} Pile;

typedef struct {
    const Pile *pile;
    const uint32_t *members;
    size_t count;
    size_t sets; /* words of SET_BITS that hold a bit for each member */
    Key *keys;
    size_t key_count;
} Group;

/* Two keys that oppose each other, and how well the rest bears them out. */
typedef struct {
    const Key *left;
    const Key *right;
    size_t support; /* of the side that has less */
    size_t covered;
} Split;

static size_t count_bits(const uint64_t *a, const uint64_t *b, size_t sets)
{
    size_t n = 0;
    for (size_t i = 0; i < sets; i++)
        n += (size_t)__builtin_popcountll(a[i] & b[i]);
    return n;
}

static bool has_bit(const uint64_t *bits, size_t i)
{
    return bits[i / SET_BITS] >> (i % SET_BITS) & 1;
}

static int by_count(const void *a, const void *b)
{
    const Key *x = a;
    const Key *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->word < y->word ? -1 : x->word > y->word;
}

static const Wordbag *bag_of(const Group *g, size_t member)
{
    return &g->pile->bags->bags[g->members[member]];
}

/* Words that could tell a side of the group from the other. */
static void choose_keys(Group *g)
{
    const WordbagList *bags = g->pile->bags;
    uint32_t *counts = g->pile->counts;
    Arena *arena = g->pile->arena;
    size_t cap = 0;
    for (size_t i = 0; i < g->count; i++)
        for (size_t k = 0; k < bag_of(g, i)->count; k++)
            counts[bag_of(g, i)->weights[k].word]++;
    for (size_t i = 0; i < g->count; i++)
        for (size_t k = 0; k < bag_of(g, i)->count; k++) {
            uint32_t word = bag_of(g, i)->weights[k].word;
            uint32_t count = counts[word];
            counts[word] = 0;
            if (count < LEAST_SIDE || count + LEAST_SIDE > g->count ||
                str_find_char(bags->words[word], ' ', 0) != SIZE_MAX)
                continue;
            g->keys = arena_grow(arena, g->keys, g->key_count, &cap, sizeof *g->keys);
            g->keys[g->key_count++] = (Key){word, count, NULL};
        }
    if (g->key_count > 0)
        qsort(g->keys, g->key_count, sizeof *g->keys, by_count);
    g->key_count = g->key_count < MAX_KEYS ? g->key_count : MAX_KEYS;
}

static void find_members(Group *g)
{
    uint32_t *at = g->pile->counts;
    for (uint32_t k = 0; k < g->key_count; k++) {
        at[g->keys[k].word] = k + 1;
        g->keys[k].members = ARENA_ARRAY(g->pile->arena, uint64_t, g->sets);
    }
    for (size_t i = 0; i < g->count; i++)
        for (size_t k = 0; k < bag_of(g, i)->count; k++) {
            uint32_t key = at[bag_of(g, i)->weights[k].word];
            if (key > 0)
                g->keys[key - 1].members[i / SET_BITS] |= 1ULL << (i % SET_BITS);
        }
    for (size_t k = 0; k < g->key_count; k++)
        at[g->keys[k].word] = 0;
}

/* Members that have the one key and not the other. Returns how many. */
static size_t take_side(const Group *g, const Key *own, const Key *other, uint64_t *out)
{
    for (size_t i = 0; i < g->sets; i++)
        out[i] = own->members[i] & ~other->members[i];
    return count_bits(out, out, g->sets);
}

/* Words that stand in most of the own side and hardly in the other. */
static size_t support_of(const Group *g, const uint64_t *own, size_t own_count, const uint64_t *other,
                         size_t other_count)
{
    size_t support = 0;
    for (size_t k = 0; k < g->key_count; k++) {
        double in = (double)count_bits(g->keys[k].members, own, g->sets);
        double out = (double)count_bits(g->keys[k].members, other, g->sets);
        support += in >= INSIDE * (double)own_count && out <= OUTSIDE * (double)other_count;
    }
    return support;
}

static bool is_better(const Split *a, const Split *b)
{
    return a->support != b->support ? a->support > b->support : a->covered > b->covered;
}

/* The best of all pairs of names or numbers that together cover the group and never meet; support 0: there is none. */
static Split find_split(const Group *g, uint64_t *left, uint64_t *right)
{
    Split best = {NULL, NULL, 0, 0};
    double covered = COVERED * (double)g->count;
    for (const Key *x = g->keys; x < g->keys + g->key_count; x++) {
        for (const Key *y = x + 1; y < g->keys + g->key_count && x->count + y->count >= covered; y++) {
            if (!g->pile->bags->sharp[x->word] || !g->pile->bags->sharp[y->word])
                continue;
            size_t both = count_bits(x->members, y->members, g->sets);
            Split split = {x, y, 0, x->count + y->count - both};
            if ((double)both > BOTH * y->count || (double)split.covered < covered)
                continue;
            size_t n = take_side(g, x, y, left);
            size_t m = take_side(g, y, x, right);
            size_t s = support_of(g, left, n, right, m);
            size_t t = support_of(g, right, m, left, n);
            split.support = s < t ? s : t;
            if (split.support >= LEAST_SUPPORT && is_better(&split, &best))
                best = split;
        }
    }
    return best;
}

enum { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT, SIDE_OPEN };

/* How like each open report is to either side. */
static void weigh_open(const Group *g)
{
    const Pile *pile = g->pile;
    const uint8_t *side = pile->side;
    for (size_t i = 0; i < g->count; i++) {
        size_t end = pairs_from(pile->pairs, g->members[i] + 1);
        for (size_t n = pairs_from(pile->pairs, g->members[i]); n < end; n++) {
            const LikePair *p = &pile->pairs->items[n];
            if (side[p->a] == SIDE_OPEN && (side[p->b] == SIDE_LEFT || side[p->b] == SIDE_RIGHT))
                pile->sums[side[p->b] - SIDE_LEFT][p->a] += p->likeness;
            if (side[p->b] == SIDE_OPEN && (side[p->a] == SIDE_LEFT || side[p->a] == SIDE_RIGHT))
                pile->sums[side[p->a] - SIDE_LEFT][p->b] += p->likeness;
        }
    }
}

/* Reports that have neither word, or both, go to the side that they are likest to. */
static void settle_open(const Group *g, const size_t sizes[2])
{
    const Pile *pile = g->pile;
    weigh_open(g);
    for (size_t i = 0; i < g->count; i++) {
        uint32_t d = g->members[i];
        if (pile->side[d] == SIDE_OPEN)
            pile->side[d] =
                pile->sums[0][d] * (double)sizes[1] >= pile->sums[1][d] * (double)sizes[0] ? SIDE_LEFT : SIDE_RIGHT;
        pile->sums[0][d] = pile->sums[1][d] = 0;
    }
}

static void divide(const Group *g, const Split *split, uint64_t *left, uint64_t *right)
{
    const Pile *pile = g->pile;
    size_t sizes[2] = {take_side(g, split->left, split->right, left), take_side(g, split->right, split->left, right)};
    for (size_t i = 0; i < g->count; i++)
        pile->side[g->members[i]] = has_bit(left, i) ? SIDE_LEFT : has_bit(right, i) ? SIDE_RIGHT : SIDE_OPEN;
    settle_open(g, sizes);
    uint32_t first[2] = {UINT32_MAX, UINT32_MAX};
    for (size_t i = 0; i < g->count; i++) {
        uint32_t d = g->members[i];
        uint32_t *smallest = &first[pile->side[d] - SIDE_LEFT];
        *smallest = *smallest == UINT32_MAX ? d : *smallest;
        pile->group[d] = *smallest;
        pile->side[d] = SIDE_NONE;
    }
}

/* Divides the group once. Returns whether it held two events. */
static bool split_once(const Pile *pile, const uint32_t *members, size_t count)
{
    Group g = {.pile = pile, .members = members, .count = count, .sets = (count + SET_BITS - 1) / SET_BITS};
    choose_keys(&g);
    find_members(&g);
    uint64_t *left = ARENA_ARRAY(pile->arena, uint64_t, g.sets);
    uint64_t *right = ARENA_ARRAY(pile->arena, uint64_t, g.sets);
    Split split = find_split(&g, left, right);
    if (split.support == 0)
        return false;
    divide(&g, &split, left, right);
    return true;
}

/* The members of the group whose first is d, in order. */
static size_t list_members(const Pile *pile, uint32_t d, uint32_t *out)
{
    size_t n = 0;
    for (uint32_t e = d; e < pile->bags->count; e++)
        if (pile->group[e] == d)
            out[n++] = e;
    return n;
}

void contrast_split(const WordbagList *bags, const Pairs *pairs, Arena *arena, uint32_t *group)
{
    Pile pile = {.bags = bags, .pairs = pairs, .arena = arena};
    pile.group = group;
    pile.counts = ARENA_ARRAY(arena, uint32_t, bags->word_count + 1);
    pile.side = ARENA_ARRAY(arena, uint8_t, bags->count + 1);
    for (size_t s = 0; s < 2; s++)
        pile.sums[s] = ARENA_ARRAY(arena, double, bags->count + 1);
    uint32_t *members = ARENA_ARRAY(arena, uint32_t, bags->count + 1);
    for (uint32_t d = 0; d < bags->count; d++) {
        if (group[d] != d)
            continue;
        /* A part keeps the first member and may hold two events itself; the other part's turn comes later. */
        size_t count = list_members(&pile, d, members);
        while (count >= LEAST_GROUP && split_once(&pile, members, count))
            count = list_members(&pile, d, members);
    }
}
