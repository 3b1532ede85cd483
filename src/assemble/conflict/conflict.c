#include "assemble/conflict/conflict.h"

#include "assemble/basis/people.h"
#include "assemble/figure/share.h"

void conflict_add(const Finder *f, ConflictKind kind, const uint32_t *claims, size_t count, Buf *note)
{
    Arena *arena = f->b->arena;
    uint32_t *own = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        own[i] = claims[i];
    ConflictList *list = f->list;
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    Conflict *conflict = &list->items[list->count++];
    *conflict = (Conflict){kind, own, count, -1, {0, 0}, arena_copy(arena, buf_str(note))};
    bool one_page = kind == CONFLICT_WITHIN_PAGE || kind == CONFLICT_CALENDAR;
    if (one_page && count > 0)
        conflict->document = (int32_t)f->b->s->claims[claims[0]].document;
    buf_free(note);
}

void conflict_put_count(Buf *out, const Claim *claim)
{
    interval_write(out, conflict_range(claim));
}

bool conflict_is_of_some(const Claim *claim)
{
    return claim->minimum || claim->alive;
}

Interval conflict_range(const Claim *claim)
{
    return conflict_is_of_some(claim) ? (Interval){claim->count.low, INTERVAL_OPEN} : claim->count;
}

void conflict_put_cell(Buf *out, const Claim *claim)
{
    buf_put(out, outcome_name(claim->outcome));
    if (claim->victim_class == CLASS_UNKNOWN)
        return;
    buf_put(out, STR(", "));
    buf_put(out, class_name(claim->victim_class));
}

void conflict_put_voice(Buf *out, const Figure *figure)
{
    if (figure->voice.label.len == 0)
        return;
    buf_put(out, STR(" ("));
    buf_put(out, figure->voice.label);
    buf_put(out, STR(")"));
}

bool conflict_like_windows(const Claim *a, const Claim *b)
{
    if (window_equal(a->window, b->window) || (a->loose && window_holds(a->window, b->window)) ||
        (b->loose && window_holds(b->window, a->window)))
        return true;
    return !claim_states_days(a) && !claim_states_days(b);
}

bool conflict_is_number(const Claim *claim)
{
    return claim->count_form != COUNT_WORD && claim->count_form != COUNT_DESCRIBED;
}

bool conflict_same_cell(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome && a->victim_class == b->victim_class && claim_groups(a) == claim_groups(b);
}

bool conflict_is_of_role(const Claim *claim)
{
    unsigned role = claim_groups(claim);
    return claim->count_form != COUNT_DESCRIBED && claim->part_of < 0 && !claim->listed &&
           claim->victim_class == CLASS_SECURITY && (role == SUBGROUP_SOLDIERS || role == SUBGROUP_POLICE);
}

bool conflict_is_cell_figure(const Claim *claim)
{
    return conflict_is_number(claim) && !claim->background && !claim->additional &&
           (people_fill_class(claim, claim->victim_class) || conflict_is_of_role(claim));
}

/* How many attackers a count of people is said to hold. */
static int64_t attackers_in(const Figure *figure)
{
    const Extraction *x = figure->extraction;
    int64_t attackers = 0;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *part = &x->claims[i];
        if (part->kind == KIND_CASUALTY && part->has_count && (part->subgroups & SUBGROUP_ATTACKERS) &&
            part->part_of >= 0 && x->claims + part->part_of == figure->claim)
            attackers += part->count.low;
    }
    return attackers;
}

static bool holds_attackers_too(const Figure *with, const Figure *without)
{
    int64_t attackers = with->claim->count.low - without->claim->count.low;
    return attackers > 0 && with->claim->victim_class == CLASS_UNKNOWN && attackers_in(with) == attackers &&
           attackers_in(without) == 0;
}

bool conflict_but_for_attackers(const Figure *x, const Figure *y)
{
    return holds_attackers_too(x, y) || holds_attackers_too(y, x);
}

int32_t conflict_whole(const Builder *b, uint32_t claim)
{
    int32_t incident = b->s->claims[claim].incident;
    if (incident < 0)
        return -1;
    int32_t whole = b->s->claims[claim].claim->entry ? -1 : b->s->incidents[incident].part_of;
    return whole >= 0 ? whole : incident;
}

/* Figures by whole incident: [starts[i], starts[i + 1]) of items are incident i's. */
typedef struct {
    const Figure **items;
    size_t *starts;
} Groups;

/* A share is of its place alone, and so is what another report tells of it. */
static void mark_shares(const Builder *b, const Groups *g, Figure *figures)
{
    for (size_t n = 0; n < b->s->incident_count; n++)
        for (size_t s = g->starts[n]; s < g->starts[n + 1]; s++)
            for (size_t i = g->starts[n]; g->items[s]->claim->shared_out && i < g->starts[n + 1]; i++)
                if (i == s || share_is_told(g->items[i], g->items[s]))
                    figures[g->items[i] - figures].local = true;
}

/* Says of each, too, whether it is told of one town of its whole incident's region. */
static Groups group_figures(const Builder *b, Figure *figures, size_t count)
{
    size_t incidents = b->s->incident_count;
    Groups g = {ARENA_ARRAY(b->arena, const Figure *, count + 1), ARENA_ARRAY(b->arena, size_t, incidents + 2)};
    for (size_t i = 0; i < count; i++) {
        int32_t whole = conflict_whole(b, figures[i].index);
        if (whole >= 0)
            g.starts[whole + 1]++;
    }
    for (size_t i = 0; i < incidents; i++)
        g.starts[i + 1] += g.starts[i];
    size_t *next = ARENA_ARRAY(b->arena, size_t, incidents + 1);
    for (size_t i = 0; i < count; i++) {
        int32_t whole = conflict_whole(b, figures[i].index);
        if (whole < 0)
            continue;
        figures[i].local = situation_is_local(b, &figures[i], &b->s->incidents[whole]);
        g.items[g.starts[whole] + next[whole]++] = &figures[i];
    }
    mark_shares(b, &g, figures);
    return g;
}

static bool holds_claims(const Conflict *outer, const Conflict *inner)
{
    for (size_t i = 0; i < inner->claim_count; i++) {
        size_t k = 0;
        while (k < outer->claim_count && outer->claims[k] != inner->claims[i])
            k++;
        if (k == outer->claim_count)
            return false;
    }
    return true;
}

/* "At least 10" by one, and "10" and "11" by one report: those two cannot be true without the first. From the incident's own conflicts on. */
static void drop_wider(ConflictList *list, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < list->count; i++) {
        const Conflict *x = &list->items[i];
        bool wider = false;
        for (size_t k = from; x->kind == CONFLICT_NUMBERS && k < list->count && !wider; k++)
            wider = list->items[k].kind == CONFLICT_WITHIN_PAGE && holds_claims(x, &list->items[k]);
        if (!wider)
            list->items[kept++] = *x;
    }
    list->count = kept;
}

void situation_conflicts(Builder *b)
{
    ConflictList list = {NULL, 0, 0};
    SumList sums = {NULL, 0, 0};
    conflict_sum_rows(b->arena, b->figures, b->figure_count);
    conflict_sum_rows(b->arena, b->all_figures, b->all_figure_count);
    Groups groups = group_figures(b, b->figures, b->figure_count);
    Groups pages = group_figures(b, b->all_figures, b->all_figure_count);
    for (size_t i = 0; i < b->s->incident_count; i++) {
        if (b->s->incidents[i].background)
            continue;
        Finder f = {b, &list, groups.items + groups.starts[i], groups.starts[i + 1] - groups.starts[i]};
        Finder page = {b, &list, pages.items + pages.starts[i], pages.starts[i + 1] - pages.starts[i]};
        size_t from = list.count;
        conflict_find_sums(&f, &page, &sums);
        conflict_find_figures(&f);
        conflict_find_in_pages(&page);
        conflict_find_parts(&page);
        drop_wider(&list, from);
    }
    conflict_find_events(&(Finder){b, &list, NULL, 0});
    b->s->conflicts = list.items;
    b->s->conflict_count = list.count;
    b->s->sums = sums.items;
    b->s->sum_count = sums.count;
}
