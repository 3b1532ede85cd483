#include "assemble/link/cluster.h"

#include <math.h>
#include <stdlib.h>

/* What a pair that is told of as two events takes off the likeness of two groups: a quarter more than the likest pair could add, so that reports
 * which are misread alone split no pile, and one that is told apart needs more than one that is as like as can be. */
static const float AGAINST = -1.25F;

/* A neighbour and the sum of likenesses to it. There are as many as pairs, twice. */
typedef struct {
    uint32_t group : 31;
    uint32_t apart : 1; /* some of the two groups' members are kept apart */
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

/* A group and the likest of those made before it. */
typedef struct {
    float likeness;
    uint32_t earlier;
    uint32_t group;
} Candidate;

/* A standing group has one candidate in the heap at most. As earlier groups only go, none is likelier than it says. */
typedef struct {
    Group *groups;
    size_t count;
    Candidate *heap;
    size_t heap_count;
    Edge *merged; /* room for a list in the making */
    double threshold;
    double most;
    Arena *arena;
} Clustering;

static Edge edge_to_group(uint32_t group, float sum, bool apart)
{
    enum { GROUP_BITS = 0x7FFFFFFF };
    return (Edge){.group = group & GROUP_BITS, .apart = apart, .sum = sum};
}

static bool is_before(const Candidate *x, const Candidate *y)
{
    if (x->likeness < y->likeness || x->likeness > y->likeness)
        return x->likeness > y->likeness;
    return x->earlier != y->earlier ? x->earlier < y->earlier : x->group < y->group;
}

static void heap_push(Clustering *c, Candidate candidate)
{
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

static bool stands(const Clustering *c, uint32_t group)
{
    return c->groups[group].parent == 0;
}

/* Room for some that are to come. */
static size_t roomy(size_t count)
{
    return count + count / 2 + 2;
}

/* Edges to groups that are gone make room; if they are few, the list gets a larger one. */
static void make_room(Clustering *c, Group *group)
{
    size_t kept = 0;
    for (size_t i = 0; i < group->count; i++)
        if (stands(c, group->edges[i].group))
            group->edges[kept++] = group->edges[i];
    group->count = kept;
    if (kept + kept / 4 < group->cap)
        return;
    group->cap = roomy(kept);
    Edge *edges = arena_room(c->arena, group->cap, sizeof *edges, alignof(Edge));
    if (kept > 0)
        memcpy(edges, group->edges, kept * sizeof *edges);
    group->edges = edges;
}

static void add_edge(Clustering *c, uint32_t from, Edge edge)
{
    Group *group = &c->groups[from];
    if (group->count == group->cap)
        make_room(c, group);
    group->edges[group->count++] = edge;
}

/* How many times as many pairs there are as are given: the rest is taken to be as alike. */
static double share_of(double pairs, double given)
{
    return pairs > given ? pairs / given : 1;
}

/* The square of the length of the group's sum, its members being alike as those that are paired. */
static double self_of(const Clustering *c, const Group *group)
{
    double size = group->size;
    return size + (group->self - size) * share_of(size, 2 * c->most);
}

static float likeness_of(const Clustering *c, const Group *x, const Group *y, double self_y, float sum)
{
    double members = (double)x->size * y->size;
    double given = c->most * (x->size < y->size ? x->size : y->size);
    double centroids = sqrt(self_of(c, x) * self_y);
    return (float)(sum * share_of(members, given) / sqrt(centroids * members));
}

/* Edges to groups that are gone go too: a large group is looked at again and again. */
static void propose(Clustering *c, uint32_t made)
{
    Group *group = &c->groups[made];
    Candidate best = {0, 0, made};
    double self = self_of(c, group);
    size_t kept = 0;
    size_t i = 0;
    for (; i < group->count && group->edges[i].group < made; i++) {
        Edge edge = group->edges[i];
        if (!stands(c, edge.group))
            continue;
        group->edges[kept++] = edge;
        float likeness = edge.apart ? 0 : likeness_of(c, &c->groups[edge.group], group, self, edge.sum);
        if (likeness > best.likeness) {
            best.likeness = likeness;
            best.earlier = edge.group;
        }
    }
    if (kept < i) {
        memmove(group->edges + kept, group->edges + i, (group->count - i) * sizeof *group->edges);
        group->count -= i - kept;
    }
    if (best.likeness >= c->threshold)
        heap_push(c, best);
}

/* To its groups' sum. */
static float likeness_in(const LikePair *pair)
{
    return pair->apart ? AGAINST : pair->likeness;
}

static void add_pairs(Clustering *c, const LikePair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        c->groups[pairs[i].a + 1].cap++;
        c->groups[pairs[i].b + 1].cap++;
    }
    for (size_t g = 1; g < c->count; g++) {
        c->groups[g].cap = roomy(c->groups[g].cap);
        c->groups[g].edges = arena_room(c->arena, c->groups[g].cap, sizeof(Edge), alignof(Edge));
    }
    for (size_t i = 0; i < count; i++)
        add_edge(c, pairs[i].b + 1, edge_to_group(pairs[i].a + 1, likeness_in(&pairs[i]), false));
    for (size_t i = 0; i < count; i++)
        add_edge(c, pairs[i].a + 1, edge_to_group(pairs[i].b + 1, likeness_in(&pairs[i]), false));
}

/* Where the edge to the group stands, or would. */
static size_t find_edge(const Group *from, uint32_t to)
{
    size_t low = 0;
    size_t high = from->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (from->edges[middle].group < to)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static float edge_to(const Group *from, uint32_t to)
{
    size_t at = find_edge(from, to);
    return at < from->count && from->edges[at].group == to ? from->edges[at].sum : 0;
}

static void keep_apart(Clustering *c, uint32_t from, uint32_t to)
{
    Group *group = &c->groups[from];
    size_t at = find_edge(group, to);
    if (at == group->count || group->edges[at].group != to) {
        add_edge(c, from, edge_to_group(to, 0, false));
        at = find_edge(group, to); /* room may have been made */
        for (size_t i = group->count - 1; i > at; i--)
            group->edges[i] = group->edges[i - 1];
        group->edges[at] = edge_to_group(to, 0, false);
    }
    group->edges[at].apart = true;
}

/* The neighbours of two groups in order, the sums of those that both have added. */
static size_t merge_edges(const Clustering *c, const Group *x, const Group *y, Edge *out)
{
    size_t count = 0;
    for (size_t i = 0, k = 0; i < x->count || k < y->count;) {
        uint32_t left = i < x->count ? x->edges[i].group : UINT32_MAX;
        uint32_t right = k < y->count ? y->edges[k].group : UINT32_MAX;
        Edge edge = edge_to_group(left < right ? left : right, 0, false);
        if (left <= right) {
            edge.sum = x->edges[i].sum;
            edge.apart = x->edges[i++].apart;
        }
        if (right <= left) {
            edge.sum += y->edges[k].sum;
            edge.apart = y->edges[k++].apart || edge.apart;
        }
        if (stands(c, edge.group))
            out[count++] = edge;
    }
    return count;
}

/* The list goes where one of the two was, if there is room. */
static void keep_edges(Clustering *c, const Group *x, const Group *y, size_t count, Group *made)
{
    const Group *roomier = x->cap >= y->cap ? x : y;
    made->edges = roomier->edges;
    made->cap = roomier->cap;
    if (made->cap < count) {
        made->cap = roomy(count);
        made->edges = arena_room(c->arena, made->cap, sizeof(Edge), alignof(Edge));
    }
    made->count = count;
    if (count > 0)
        memcpy(made->edges, c->merged, count * sizeof(Edge));
}

/* Two groups become one; each neighbour learns of it. */
static void merge(Clustering *c, uint32_t a, uint32_t b)
{
    uint32_t number = (uint32_t)c->count++;
    Group *x = &c->groups[a];
    Group *y = &c->groups[b];
    Group *made = &c->groups[number];
    made->self = x->self + y->self + 2 * edge_to(x, b);
    made->size = x->size + y->size;
    made->first = x->first < y->first ? x->first : y->first;
    x->parent = y->parent = number;
    keep_edges(c, x, y, merge_edges(c, x, y, c->merged), made);
    for (size_t i = 0; i < made->count; i++) {
        const Edge *edge = &made->edges[i];
        add_edge(c, edge->group, edge_to_group(number, edge->sum, edge->apart));
    }
}

static uint32_t root_of(const Clustering *c, uint32_t thing)
{
    uint32_t group = thing + 1;
    while (!stands(c, group))
        group = c->groups[group].parent;
    return group;
}

static void follow_rules(Clustering *c, const Likeness *likeness)
{
    for (size_t i = 0; i < likeness->rule_count; i++) {
        const PairRule *rule = &likeness->rules[i];
        if (!rule->apart)
            continue;
        keep_apart(c, rule->a + 1, rule->b + 1);
        keep_apart(c, rule->b + 1, rule->a + 1);
    }
    for (size_t i = 0; i < likeness->rule_count; i++) {
        uint32_t a = root_of(c, likeness->rules[i].a);
        uint32_t b = root_of(c, likeness->rules[i].b);
        if (!likeness->rules[i].apart && a != b)
            merge(c, a < b ? a : b, a < b ? b : a);
    }
}

/* The likest two, again and again. */
static void join_likest(Clustering *c)
{
    for (uint32_t g = 1; g < c->count; g++)
        if (stands(c, g))
            propose(c, g);
    while (c->heap_count > 0) {
        Candidate best = heap_pop(c);
        if (!stands(c, best.group))
            continue;
        if (!stands(c, best.earlier)) {
            propose(c, best.group);
            continue;
        }
        merge(c, best.earlier, best.group);
        propose(c, (uint32_t)c->count - 1);
    }
}

void cluster_groups(const Likeness *likeness, size_t count, double threshold, Arena *arena, uint32_t *out)
{
    ArenaMark before = arena_mark(arena);
    Clustering c = {.groups = ARENA_ARRAY(arena, Group, 2 * count + 2),
                    .count = count + 1,
                    .heap = ARENA_ARRAY(arena, Candidate, count + 2),
                    .merged = arena_room(arena, 2 * count + 2, sizeof(Edge), alignof(Edge)),
                    .threshold = threshold,
                    .most = (double)likeness->most,
                    .arena = arena};
    for (size_t i = 1; i <= count; i++) {
        c.groups[i].self = 1;
        c.groups[i].size = 1;
        c.groups[i].first = (uint32_t)(i - 1);
    }
    add_pairs(&c, likeness->pairs, likeness->pair_count);
    follow_rules(&c, likeness);
    join_likest(&c);
    for (size_t i = 0; i < count; i++)
        out[i] = c.groups[root_of(&c, (uint32_t)i)].first;
    arena_rewind(arena, before);
}
