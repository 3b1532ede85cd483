#include "assemble/cluster.h"

#include <math.h>
#include <stdlib.h>

/* A neighbour and the sum of likenesses to it. */
typedef struct {
    uint32_t group;
    float sum;
} Edge;

/* Groups are numbered in order of making; edges stand in that order, and those to groups that are gone are passed over. */
typedef struct {
    Edge *edges;
    size_t count;
    size_t cap;
    float self;      /* the square of the length of the group's sum */
    uint32_t parent; /* the group that it went into, 0 while it stands */
    uint32_t first;  /* smallest member */
    uint32_t size;   /* members */
} Group;

typedef struct {
    float likeness;
    uint32_t a;
    uint32_t b;
} Candidate;

typedef struct {
    Group *groups;
    size_t count;
    Candidate *heap;
    size_t heap_count;
    size_t heap_cap;
    double threshold;
    Arena *arena;
} Clustering;

static bool is_before(const Candidate *x, const Candidate *y)
{
    if (x->likeness < y->likeness || x->likeness > y->likeness)
        return x->likeness > y->likeness;
    return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static void heap_push(Clustering *c, Candidate candidate)
{
    c->heap = arena_grow(c->arena, c->heap, c->heap_count, &c->heap_cap, sizeof *c->heap);
    size_t at = c->heap_count++;
    while (at > 0 && is_before(&candidate, &c->heap[(at - 1) / 2])) {
        c->heap[at] = c->heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    c->heap[at] = candidate;
}

static Candidate heap_pop(Clustering *c)
{
    Candidate top = c->heap[0];
    Candidate last = c->heap[--c->heap_count];
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= c->heap_count)
            break;
        if (child + 1 < c->heap_count && is_before(&c->heap[child + 1], &c->heap[child]))
            child++;
        if (!is_before(&c->heap[child], &last))
            break;
        c->heap[at] = c->heap[child];
        at = child;
    }
    c->heap[at] = last;
    return top;
}

static void add_edge(Clustering *c, uint32_t from, uint32_t to, float sum)
{
    Group *group = &c->groups[from];
    group->edges = arena_grow(c->arena, group->edges, group->count, &group->cap, sizeof *group->edges);
    group->edges[group->count++] = (Edge){to, sum};
}

static void propose(Clustering *c, uint32_t a, uint32_t b, float sum)
{
    const Group *x = &c->groups[a];
    const Group *y = &c->groups[b];
    double centroids = sqrt((double)x->self * y->self);
    double members = (double)x->size * y->size;
    float likeness = (float)(sum / sqrt(centroids * members));
    if (likeness >= c->threshold)
        heap_push(c, (Candidate){likeness, a, b});
}

static int by_ends(const void *a, const void *b)
{
    const LikePair *x = a;
    const LikePair *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static void add_pairs(Clustering *c, const LikePair *pairs, size_t count)
{
    LikePair *sorted = ARENA_ARRAY(c->arena, LikePair, count + 1);
    if (count > 0)
        memcpy(sorted, pairs, count * sizeof *pairs);
    qsort(sorted, count, sizeof *sorted, by_ends);
    for (size_t i = 0; i < count; i++) {
        uint32_t a = sorted[i].a + 1;
        uint32_t b = sorted[i].b + 1;
        add_edge(c, b, a, sorted[i].likeness);
        propose(c, a, b, sorted[i].likeness);
    }
    for (size_t i = 0; i < count; i++)
        add_edge(c, sorted[i].a + 1, sorted[i].b + 1, sorted[i].likeness);
}

static float edge_to(const Group *group, uint32_t to)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->edges[i].group == to)
            return group->edges[i].sum;
    return 0;
}

/* Two sorted lists of neighbours become one; each neighbour learns of the new group. */
static void merge(Clustering *c, uint32_t a, uint32_t b)
{
    uint32_t made = (uint32_t)c->count++;
    Group *x = &c->groups[a];
    Group *y = &c->groups[b];
    float between = edge_to(x, b);
    c->groups[made].self = x->self + y->self + 2 * between;
    c->groups[made].size = x->size + y->size;
    c->groups[made].first = x->first < y->first ? x->first : y->first;
    x->parent = y->parent = made;
    size_t i = 0;
    size_t k = 0;
    while (i < x->count || k < y->count) {
        uint32_t left = i < x->count ? x->edges[i].group : UINT32_MAX;
        uint32_t right = k < y->count ? y->edges[k].group : UINT32_MAX;
        uint32_t to = right;
        float sum = 0;
        if (left <= right) {
            to = left;
            sum = x->edges[i++].sum;
        }
        if (right <= left)
            sum += y->edges[k++].sum;
        if (c->groups[to].parent != 0)
            continue;
        add_edge(c, made, to, sum);
        add_edge(c, to, made, sum);
        propose(c, to, made, sum);
    }
}

static uint32_t root_of(const Clustering *c, uint32_t thing)
{
    uint32_t group = thing + 1;
    while (c->groups[group].parent != 0)
        group = c->groups[group].parent;
    return group;
}

static void join_by_rule(Clustering *c, const Likeness *likeness)
{
    for (size_t i = 0; i < likeness->rule_count; i++) {
        uint32_t a = root_of(c, likeness->rules[i].a);
        uint32_t b = root_of(c, likeness->rules[i].b);
        if (!likeness->rules[i].apart && a != b)
            merge(c, a < b ? a : b, a < b ? b : a);
    }
}

static bool is_kept_apart(const Clustering *c, const Likeness *likeness, const Candidate *pair)
{
    for (size_t i = 0; i < likeness->rule_count; i++) {
        if (!likeness->rules[i].apart)
            continue;
        uint32_t a = root_of(c, likeness->rules[i].a);
        uint32_t b = root_of(c, likeness->rules[i].b);
        if ((a == pair->a && b == pair->b) || (a == pair->b && b == pair->a))
            return true;
    }
    return false;
}

void cluster_groups(const Likeness *likeness, size_t count, double threshold, Arena *arena, uint32_t *out)
{
    Clustering c = {
        .groups = ARENA_ARRAY(arena, Group, 2 * count + 2), .count = count + 1, .threshold = threshold, .arena = arena};
    for (size_t i = 1; i <= count; i++) {
        c.groups[i].self = 1;
        c.groups[i].size = 1;
        c.groups[i].first = (uint32_t)(i - 1);
    }
    add_pairs(&c, likeness->pairs, likeness->pair_count);
    join_by_rule(&c, likeness);
    while (c.heap_count > 0) {
        Candidate best = heap_pop(&c);
        if (c.groups[best.a].parent == 0 && c.groups[best.b].parent == 0 && !is_kept_apart(&c, likeness, &best))
            merge(&c, best.a, best.b);
    }
    for (size_t i = 0; i < count; i++)
        out[i] = c.groups[root_of(&c, (uint32_t)i)].first;
}
