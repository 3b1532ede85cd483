/* The sum over countries: which areas lie in which, which of them are sure, and what they come to. */
#include <stdlib.h>

#include "assemble/basis/traits.h"
#include "assemble/figure/cell.h"
#include "assemble/figure/cell_sum.h"
#include "assemble/figure/spread.h"

enum {
    SHARE = 16, /* of the reports that tell of a country one in so many tells of it, else it is none of the event's */
    FEW_REPORTS = 4, /* of more, what one alone tells may be another event */
    NEAR_PERCENT = 80,
    ROOT = SPREAD_MOST_AREAS,
    NOWHERE
};

/* An area, or (ROOT) all of them. */
typedef struct {
    ToldList own;
    size_t parent;
    size_t documents; /* that tell of it */
    bool used;
    bool linked;   /* a report tells of it and of another beside it */
    bool sure;     /* added up */
    bool doubtful; /* raises high only */
    size_t terms;  /* areas that are added up in it */
    bool summed;   /* its estimate is their sum */
    Estimate estimate;
} Node;

typedef struct {
    const Spread *spread;
    bool in_war;
    Arena *arena;
    size_t documents; /* that tell of any area */
    Node nodes[SPREAD_MOST_AREAS + 1];
} Tree;

static bool is_natural(const Spread *spread)
{
    return spread->natural > spread->others;
}

/* NOWHERE where an attack is told beside a storm. */
static size_t area_at(const Spread *spread, const Told *told)
{
    if (told->of_attack && is_natural(spread))
        return NOWHERE;
    return told->area > 0 && told->area <= spread->count ? told->area - 1U : ROOT;
}

/* How many reports tell of each area, and which areas are the event's. */
static void find_areas(Tree *t, const ToldList *list)
{
    for (size_t i = 0; i < list->count;) {
        uint64_t areas = 0;
        size_t start = i;
        for (; i < list->count && list->items[i].document == list->items[start].document; i++) {
            size_t area = area_at(t->spread, &list->items[i]);
            areas |= area < ROOT && list->items[i].point > 0 ? (uint64_t)1 << area : 0;
        }
        t->documents += areas != 0;
        for (size_t k = 0; areas != 0 && k < t->spread->count; k++)
            t->nodes[k].documents += areas >> k & 1;
    }
    for (size_t i = 0; i < t->spread->count; i++)
        t->nodes[i].used =
            t->nodes[i].documents > 0 && !t->spread->rows[i] && t->nodes[i].documents * SHARE >= t->documents;
}

/* The smallest area of the event that holds it, itself left out; ROOT where none does. */
static size_t holder_of(const Tree *t, size_t at)
{
    const Str *areas = t->spread->areas;
    size_t holder = ROOT;
    for (size_t i = 0; i < t->spread->count; i++)
        if (i != at && t->nodes[i].used && area_holds(areas[i], areas[at]) &&
            (holder == ROOT || area_holds(areas[holder], areas[i])))
            holder = i;
    return holder;
}

/* Where what is told of the area stands. A country that next to nobody tells of is none of the event's. */
static size_t node_of(const Tree *t, size_t area)
{
    if (area >= ROOT || t->nodes[area].used)
        return area;
    return area_is_country(t->spread->areas[area]) ? NOWHERE : t->nodes[area].parent;
}

static Told *append(ToldList *list, const Told *told, Arena *arena)
{
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count] = *told;
    return &list->items[list->count++];
}

static void put(Tree *t, const Told *told)
{
    size_t at = node_of(t, area_at(t->spread, told));
    if (at == NOWHERE)
        return;
    append(&t->nodes[at].own, told, t->arena)->local = told->local && at != ROOT;
}

static Tree tree_of(const Spread *spread, const ToldList *list, bool in_war, Arena *arena)
{
    Tree t = {.spread = spread, .in_war = in_war, .arena = arena};
    find_areas(&t, list);
    for (size_t i = 0; i < spread->count; i++)
        t.nodes[i].parent = holder_of(&t, i);
    for (size_t i = 0; i < list->count; i++)
        put(&t, &list->items[i]);
    return t;
}

/* The child of the node in which the area lies; ROOT or NOWHERE where it lies in none. */
static size_t child_towards(const Tree *t, size_t node, size_t area)
{
    area = node_of(t, area);
    while (area < ROOT && t->nodes[area].parent != node)
        area = t->nodes[area].parent;
    return area;
}

/* Which of its children one sentence tells beside another. */
static void link_children(Tree *t, size_t node)
{
    for (size_t i = 0; i < t->spread->count; i++)
        for (size_t k = 0; t->spread->beside[i] != 0 && k < i; k++) {
            size_t a = child_towards(t, node, i);
            size_t b = child_towards(t, node, k);
            if (!(t->spread->beside[i] >> k & 1) || a == b || a >= ROOT || b >= ROOT)
                continue;
            t->nodes[a].linked = t->nodes[b].linked = true;
        }
}

/* Does a sure area before it overlap it? Areas of which neither holds the other and which share a country are not added. */
static bool is_overlapped(const Tree *t, size_t at)
{
    for (size_t i = 0; i < t->spread->count; i++)
        if (i != at && t->nodes[i].used && t->nodes[i].parent == t->nodes[at].parent &&
            (t->nodes[i].sure || t->nodes[i].doubtful) && area_meets(t->spread->areas[i], t->spread->areas[at]))
            return true;
    return false;
}

static bool tells_number(const Node *x, int64_t number)
{
    for (size_t i = 0; i < x->own.count; i++)
        if (x->own.items[i].point == number)
            return true;
    return false;
}

static bool is_near(int64_t whole, int64_t sum)
{
    return whole * 100 >= sum * NEAR_PERCENT;
}

/* Do two reports give it about as many, and none that the other has: 58 and 64 beside the 61 of both? */
static bool is_told_apart(const Node *x, const Node *y)
{
    enum { SEVERAL = 2 };
    uint32_t last = UINT32_MAX;
    size_t reports = 0;
    for (size_t i = 0; i < x->own.count && reports < SEVERAL; i++) {
        const Told *told = &x->own.items[i];
        if (told->point <= 0 || told->document == last || !is_near(told->point, x->estimate.best) ||
            !is_near(x->estimate.best, told->point) || tells_number(y, told->point))
            continue;
        reports++;
        last = told->document;
    }
    return reports == SEVERAL;
}

/* The number of an area that many more reports tell of: one figure, given two places. Small numbers are alike by chance. */
static bool is_number_of_another(const Tree *t, size_t at)
{
    enum { SMALL = 5, MANY = 4 };
    const Node *x = &t->nodes[at];
    for (size_t i = 0; i < t->spread->count && x->estimate.best > SMALL; i++) {
        const Node *y = &t->nodes[i];
        bool same = y->estimate.best == x->estimate.best ||
                    (x->documents * MANY <= y->documents && tells_number(y, x->estimate.best));
        if (i != at && y->used && y->parent == x->parent && (y->sure || y->doubtful) && same && !is_told_apart(x, y))
            return true;
    }
    return false;
}

static const Place *spot_of(const Node *x)
{
    for (size_t i = 0; i < x->own.count; i++)
        if (x->own.items[i].place->has_point)
            return x->own.items[i].place;
    return NULL;
}

/* Half a world from what most reports tell of: another earthquake, another storm. */
static bool is_remote(const Tree *t, size_t at, size_t main)
{
    enum { REMOTE_KM = 5000 };
    const Place *a = main < ROOT ? spot_of(&t->nodes[main]) : NULL;
    const Place *b = spot_of(&t->nodes[at]);
    return a && b && place_is_far(a, b, REMOTE_KM);
}

/* main: the sibling that most reports tell of, ROOT: it is that itself. */
static void weigh(Tree *t, size_t at, size_t main)
{
    Node *x = &t->nodes[at];
    bool lone = x->documents == 1 && t->documents > FEW_REPORTS;
    bool remote = is_remote(t, at, main);
    bool another = remote && 2 * t->spread->near > t->spread->natural;
    bool apart = !is_natural(t->spread) || lone || remote;
    if (!x->estimate.has_best || is_overlapped(t, at) || another || (apart && !x->linked))
        return;
    x->doubtful = is_number_of_another(t, at);
    x->sure = !x->doubtful;
}

/* Of the children that are not weighed yet the one that most reports tell of. */
static size_t next_child(const Tree *t, size_t node, uint64_t weighed)
{
    size_t next = ROOT;
    for (size_t i = 0; i < t->spread->count; i++)
        if (t->nodes[i].used && t->nodes[i].parent == node && !(weighed >> i & 1) &&
            (next == ROOT || t->nodes[i].documents > t->nodes[next].documents))
            next = i;
    return next;
}

/* What the working calls the area: by a figure of the whole of it, else of a place in it, the one that is its best before others. */
static Str label_of(const Tree *t, size_t at)
{
    const Node *x = &t->nodes[at];
    const Place *label = NULL;
    int fits = -1;
    for (size_t i = 0; i < x->own.count; i++) {
        const Told *told = &x->own.items[i];
        int fit = (told->area == at + 1 && !told->local) * 2 + (told->point == x->estimate.best);
        if (fit > fits)
            label = told->place;
        fits = fit > fits ? fit : fits;
    }
    return label ? label->name : STR("");
}

/* The children of the node added up that are sure, or those in doubt; how many they are. */
static size_t sum_children(const Tree *t, size_t node, bool doubtful, Estimate *out)
{
    size_t terms = 0;
    *out = (Estimate){.window = WINDOW_NONE, .working = STR_NONE, .rule = STR_NONE};
    for (size_t i = 0; i < t->spread->count; i++) {
        const Node *x = &t->nodes[i];
        if (!x->used || x->parent != node || !(doubtful ? x->doubtful : x->sure))
            continue;
        cell_add(out, &x->estimate, label_of(t, i), t->spread->profile->by_setting[SETTING_COUNTRIES], t->arena);
        terms++;
    }
    return terms;
}

static void raise_high(Estimate *cell, const Estimate *by)
{
    int64_t high = by->has_high ? by->high : by->best;
    if (cell->has_high && high > cell->high)
        cell->high = high;
    if (cell->has_high && by->high_open && by->best >= cell->high) {
        cell->high_open = true;
        cell->has_high = false;
        cell->high = 0;
    }
}

static int64_t at_most(int64_t n, int64_t limit)
{
    return n < limit ? n : limit;
}

static Str with_note(Str working, Str note, Str text, Arena *arena)
{
    Buf both = {0};
    buf_put(&both, working);
    buf_put(&both, working.len > 0 ? STR("; ") : STR(""));
    buf_put(&both, note);
    buf_put(&both, text);
    Str s = arena_copy(arena, buf_str(&both));
    buf_free(&both);
    return s;
}

/* When the last of the figures that still stand was told; INT64_MIN where none is dated. */
static int64_t newest_of(const ToldList *list)
{
    int64_t newest = INT64_MIN;
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        if (!x->superseded && x->point >= 0 && x->time != INT64_MAX && x->time > newest)
            newest = x->time;
    }
    return newest;
}

/* Is the whole told after all that stands of the node's parts? */
static bool is_last(const Tree *t, const ToldList *whole, size_t node)
{
    int64_t newest = newest_of(whole);
    for (size_t i = 0; i < t->spread->count && newest != INT64_MIN; i++)
        if (t->nodes[i].used && (node == ROOT || child_towards(t, node, i) < ROOT) && i != node &&
            newest_of(&t->nodes[i].own) >= newest)
            return false;
    return newest != INT64_MIN;
}

/* The whole as it is told, and the sum of its parts: the whole rules where it is no less, or not far less and told last. */
static Estimate combined(const Tree *t, const Estimate *whole, const Estimate *sum, bool last)
{
    if (!sum->has_best || !whole->has_best)
        return sum->has_best ? *sum : *whole;
    bool near = is_near(whole->best, sum->best);
    bool rules = whole->best >= sum->best || (near && last);
    Estimate out = rules ? *whole : *sum;
    if (rules) {
        int64_t floor = at_most(sum->low, whole->best);
        out.low = floor > whole->low ? floor : whole->low;
        raise_high(&out, sum);
        out.working = with_note(out.working, STR("its parts: "), sum->working, t->arena);
        cell_join_claims(&out, sum, t->arena);
    } else if (near) {
        out.low = at_most(sum->low, whole->best);
        raise_high(&out, whole);
    }
    return out;
}

/* Whether a figure of no one area may be of all: no less than the sum, or, told of several countries or as the toll so far, not far
 * from it. */
static bool may_be_whole(const Tree *t, const Told *told, const Estimate *sum)
{
    bool of_all = told->total || area_at(t->spread, told) < ROOT;
    return told->point >= 0 && (told->point >= sum->best || (of_all && is_near(told->point, sum->best)));
}

/* What is told of all. Of several reports' sum a lone one without a name is no match: it may be of another event. */
static Estimate whole_of(const Tree *t, const Estimate *sum, bool *last)
{
    const ToldList *own = &t->nodes[ROOT].own;
    ToldList whole = {ARENA_ARRAY(t->arena, Told, own->count + 1), 0, own->count + 1};
    bool known = t->documents <= FEW_REPORTS;
    for (size_t i = 0; i < own->count; i++) {
        const Told *x = &own->items[i];
        if (!may_be_whole(t, x, sum))
            continue;
        known = known || (whole.count > 0 && whole.items[0].document != x->document) ||
                (x->voice.identified && !x->voice.narrator);
        whole.items[whole.count++] = *x;
    }
    if (!known)
        return (Estimate){.window = WINDOW_NONE, .working = STR_NONE, .rule = STR_NONE};
    Estimate estimate = cell_estimate(t->spread->profile, &whole, t->in_war, t->arena);
    *last = is_last(t, &whole, ROOT);
    return estimate;
}

/* Estimates what lies in the node, the deepest first, and says which of its children are added up. */
static void weigh_children(Tree *t, size_t node);

static void estimate_node(Tree *t, size_t node)
{
    weigh_children(t, node);
    Estimate sum;
    size_t terms = sum_children(t, node, false, &sum);
    Estimate whole = cell_estimate(t->spread->profile, &t->nodes[node].own, t->in_war, t->arena);
    t->nodes[node].terms = terms;
    bool last = terms > 0 && is_last(t, &t->nodes[node].own, node);
    t->nodes[node].estimate = combined(t, &whole, &sum, last);
    t->nodes[node].summed = sum.has_best && (!whole.has_best || t->nodes[node].estimate.rule.ptr != whole.rule.ptr);
}

static void weigh_children(Tree *t, size_t node)
{
    size_t children = 0;
    for (size_t i = 0; i < t->spread->count; i++) {
        if (!t->nodes[i].used || t->nodes[i].parent != node)
            continue;
        estimate_node(t, i);
        children++;
    }
    if (children > 1)
        link_children(t, node);
    uint64_t weighed = 0;
    size_t main = ROOT;
    for (size_t next = next_child(t, node, 0); next != ROOT; next = next_child(t, node, weighed)) {
        weigh(t, next, main);
        weighed |= (uint64_t)1 << next;
        main = main == ROOT ? next : main;
    }
}

static void append_all(ToldList *list, const ToldList *more, Arena *arena)
{
    for (size_t i = 0; i < more->count; i++)
        append(list, &more->items[i], arena);
}

static int by_time(const void *a, const void *b)
{
    const Told *x = a;
    const Told *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->claims[0] < y->claims[0] ? -1 : x->claims[0] > y->claims[0];
}

/* All lies in one region: what is told of it and what is told of no place are figures of one number, what is told of its countries
 * are parts. */
static Estimate of_region(const Tree *t, size_t region)
{
    ToldList all = {NULL, 0, 0};
    append_all(&all, &t->nodes[region].own, t->arena);
    append_all(&all, &t->nodes[ROOT].own, t->arena);
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, by_time);
    return cell_estimate(t->spread->profile, &all, t->in_war, t->arena);
}

/* The only area in which others are added up, ROOT where there is none or several. */
static size_t only_region(const Tree *t)
{
    size_t only = ROOT;
    size_t sure = 0;
    for (size_t i = 0; i < t->spread->count; i++)
        if (t->nodes[i].used && t->nodes[i].parent == ROOT && t->nodes[i].sure) {
            only = i;
            sure++;
        }
    return sure == 1 && t->nodes[only].terms > 1 ? only : ROOT;
}

static Estimate total_of(const Tree *t, size_t sure, const Estimate *sum, const Estimate *plain)
{
    size_t region = only_region(t);
    if (sure < 2 && region == ROOT)
        return *plain;
    bool stated = region != ROOT && !t->nodes[region].summed;
    bool last = false;
    Estimate whole = stated ? of_region(t, region) : whole_of(t, sum, &last);
    Estimate out = stated ? whole : combined(t, &whole, sum, last);
    if (!out.has_best)
        return *plain;
    out.present = true;
    out.claimed = plain->claimed;
    out.claimed_count = plain->claimed_count;
    return out;
}

/* What may be the number of another area raises high, and nothing else. */
static void raise_by_doubtful(const Tree *t, size_t sure, const Estimate *sum, Estimate *out)
{
    Estimate doubtful;
    if (sum_children(t, ROOT, true, &doubtful) == 0 || !sum->has_best)
        return;
    Estimate most = *sum;
    cell_add(&most, &doubtful, STR(""), out->rule, t->arena);
    if (most.best <= out->best)
        return;
    raise_high(out, &most);
    out->working = with_note(out->working, STR("high also: "), doubtful.working, t->arena);
    if (sure > 1)
        cell_join_claims(out, &doubtful, t->arena);
}

Estimate spread_estimate(const Spread *spread, const ToldList *list, const Estimate *plain, bool in_war, Arena *arena)
{
    if (!spread->wide || !plain->has_best)
        return *plain;
    Tree t = tree_of(spread, list, in_war, arena);
    weigh_children(&t, ROOT);
    Estimate sum;
    size_t sure = sum_children(&t, ROOT, false, &sum);
    Estimate out = total_of(&t, sure, &sum, plain);
    raise_by_doubtful(&t, sure, &sum, &out);
    return out;
}
