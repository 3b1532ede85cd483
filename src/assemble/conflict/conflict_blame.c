/*
 * Figures of one incident that cannot all be true, and the smallest set of them to blame. What the figures are to each
 * other becomes relations (the same number, a part of, no later than, parts that add up), and constraint.h does the rest.
 */
#include "assemble/basis/people.h"
#include "assemble/basis/traits.h"
#include "assemble/conflict/conflict.h"
#include "assemble/conflict/constraint.h"

enum {
    BINDING = 8, /* so many of the lowest ceilings and of the highest floors of a cell are looked at */
    MAX_RELATIONS = 2000,
};

/* Figures that are held against each other: of one incident and outcome. */
typedef struct {
    const Finder *f;
    const Figure *figures[CONSTRAINT_MAX_CLAIMS];
    Interval claims[CONSTRAINT_MAX_CLAIMS];
    size_t count;
    bool wide; /* some are told of countries that lie apart */
    Relation *relations;
    ConflictKind *kinds; /* of each relation */
    size_t relation_count;
    size_t relation_cap;
    size_t kind_cap;
} Ledger;

static bool is_total(const Claim *claim)
{
    return claim_groups(claim) == 0 && (claim->victim_class == CLASS_UNKNOWN || claim->victim_class == CLASS_MIXED);
}

static bool is_of_class(const Claim *claim, VictimClass victims)
{
    return claim_groups(claim) == 0 && claim->victim_class == victims;
}

/* ---- relations ---- */

static void relate(Ledger *l, ConflictKind kind, Relation relation)
{
    if (l->relation_count == MAX_RELATIONS)
        return;
    Arena *arena = l->f->b->arena;
    l->relations = arena_grow(arena, l->relations, l->relation_count, &l->relation_cap, sizeof *l->relations);
    l->kinds = arena_grow(arena, l->kinds, l->relation_count, &l->kind_cap, sizeof *l->kinds);
    l->kinds[l->relation_count] = kind;
    l->relations[l->relation_count++] = relation;
}

static Relation order(size_t smaller, size_t larger)
{
    return (Relation){.terms = {{(uint32_t)smaller, 1}, {(uint32_t)larger, -1}}, .count = 2};
}

static Relation sum_of_two(size_t a, size_t b, size_t whole)
{
    return (Relation){.terms = {{(uint32_t)a, 1}, {(uint32_t)b, 1}, {(uint32_t)whole, -1}}, .count = 3};
}

/* May a report that tells only its day be so much later, it is. */
static bool is_later(const Figure *x, const Figure *y)
{
    return x->time_last > y->time_last && x->time_last - y->time >= CONFLICT_GROWTH_SECONDS;
}

static bool holds_strictly(Window outer, Window inner)
{
    return window_holds(outer, inner) && !window_equal(outer, inner);
}

/* Another party's figure is held against one whose days it doesn't tell; one party's own two are of two days. */
static bool like_windows(const Figure *x, const Figure *y)
{
    if (conflict_like_windows(x->claim, y->claim))
        return true;
    bool both = claim_states_days(x->claim) && claim_states_days(y->claim);
    return !both && x->voice.party != y->voice.party;
}

/* Both of all the incident's places, or both of the same town; not of countries that lie apart. */
static bool like_places(const Figure *x, const Figure *y)
{
    if (area_is_apart(x->area.countries, y->area.countries))
        return false;
    if (!x->local || !y->local)
        return x->local == y->local;
    return x->claim->place && y->claim->place && place_same(&x->claim->place->place, &y->claim->place->place);
}

/* Told of one of several countries, and of no country, that is of all or of another. */
static bool is_of_some(const Ledger *l, const Figure *x, const Figure *y)
{
    return l->wide && (x->area.countries.len > 0) != (y->area.countries.len > 0);
}

/* Told of a country or region in the other's. */
static bool is_inside(const Figure *x, const Figure *y)
{
    Str inner = x->area.countries;
    return area_holds(y->area.countries, inner) && !area_same(y->area.countries, inner);
}

/* Later figures follow each other in both directions: who was missing is found. */
static bool may_fall(const Figure *x, const Figure *y)
{
    return outcome_may_fall(x->claim->outcome) && (is_later(x, y) || is_later(y, x));
}

/* Two voices on one cell: the same number, unless one tells of it some hours later, or of more days. */
static void relate_voices(Ledger *l, size_t i, size_t k)
{
    const Figure *x = l->figures[i];
    const Figure *y = l->figures[k];
    if (str_equal(x->voice.key, y->voice.key) || x->document == y->document || !like_windows(x, y) ||
        !like_places(x, y) || is_of_some(l, x, y) || may_fall(x, y) || conflict_but_for_attackers(x, y) ||
        conflict_is_replaced(x, y))
        return;
    bool x_smaller = is_later(y, x) || conflict_is_overtaken(x, y) ||
                     holds_strictly(y->claim->window, x->claim->window) || is_inside(x, y);
    bool y_smaller = is_later(x, y) || conflict_is_overtaken(y, x) ||
                     holds_strictly(x->claim->window, y->claim->window) || is_inside(y, x);
    Relation relation = y_smaller ? order(k, i) : order(i, k);
    relation.equal = !x_smaller && !y_smaller;
    if (!x_smaller || !y_smaller)
        relate(l, CONFLICT_NUMBERS, relation);
}

static bool window_is_inside(const Claim *inner, const Claim *outer)
{
    return claim_states_days(inner) && claim_states_days(outer) && holds_strictly(outer->window, inner->window);
}

static bool are_apart(Window a, Window b)
{
    return a.last < b.first || b.last < a.first;
}

/* Days inside days; and two spans of days that lie apart in a third. */
static void relate_windows(Ledger *l, size_t inner, size_t outer)
{
    const Claim *a = l->figures[inner]->claim;
    const Claim *t = l->figures[outer]->claim;
    if (!window_is_inside(a, t) || is_later(l->figures[inner], l->figures[outer]))
        return; /* of those who were hurt on that day some died since */
    relate(l, CONFLICT_WINDOW, order(inner, outer));
    for (size_t k = inner + 1; k < l->count; k++) {
        const Claim *b = l->figures[k]->claim;
        if (conflict_same_cell(a, b) && window_is_inside(b, t) && are_apart(a->window, b->window))
            relate(l, CONFLICT_WINDOW, sum_of_two(inner, k, outer));
    }
}

/* What is told of one town or country holds nobody of another, nor of all places. */
static bool may_hold_there(const Figure *total, const Figure *part)
{
    return total->local ? like_places(total, part) : !area_is_apart(total->area.countries, part->area.countries);
}

/* Civilians and security forces are part of a total that is not older than they are. */
static bool is_part_of_total(const Figure *part, const Figure *total)
{
    return is_total(total->claim) && like_windows(part, total) && !is_later(part, total) && may_hold_there(total, part);
}

static void relate_classes(Ledger *l, size_t civilian, size_t total)
{
    if (!is_of_class(l->figures[civilian]->claim, CLASS_CIVILIAN) ||
        !is_part_of_total(l->figures[civilian], l->figures[total]))
        return;
    if (l->figures[civilian]->document != l->figures[total]->document) /* of one page: a part of its whole */
        relate(l, CONFLICT_SUM, order(civilian, total));
    for (size_t k = 0; k < l->count; k++)
        if (is_of_class(l->figures[k]->claim, CLASS_SECURITY) && is_part_of_total(l->figures[k], l->figures[total]) &&
            like_windows(l->figures[civilian], l->figures[k]))
            relate(l, CONFLICT_SUM, sum_of_two(civilian, k, total));
}

/* A part, or a class, and the whole of its page. Totals often leave fighters out. */
static bool is_within(const Figure *part, const Figure *whole)
{
    if (part->document != whole->document || part == whole)
        return false;
    if (part->claim->part_of >= 0)
        return &part->extraction->claims[part->claim->part_of] == whole->claim;
    if (!may_hold_there(whole, part))
        return false;
    return part->claim->victim_class != CLASS_UNKNOWN && part->claim->victim_class != CLASS_MILITANT &&
           whole->claim->victim_class == CLASS_UNKNOWN && conflict_is_cell_figure(whole->claim) &&
           conflict_like_windows(part->claim, whole->claim) && part->claim->incident == whole->claim->incident;
}

/* ---- what to say ---- */

static void put_window(Buf *note, Window w)
{
    day_write(note, w.first);
    if (w.first == w.last)
        return;
    buf_put(note, STR(" to "));
    day_write(note, w.last);
}

static void put_days(Buf *note, const Claim *claim)
{
    buf_put(note, window_days(claim->window) > 1 ? STR(" over ") : STR(" on "));
    put_window(note, claim->window);
}

/* "31 civilian (Ibad Khan)", "41 on 2026-01-30" */
static void put_term(Buf *note, ConflictKind kind, const Figure *x)
{
    conflict_put_count(note, x->claim);
    if (kind == CONFLICT_WINDOW)
        put_days(note, x->claim);
    if (kind == CONFLICT_SUM && x->claim->victim_class != CLASS_UNKNOWN) {
        buf_char(note, ' ');
        buf_put(note, class_name(x->claim->victim_class));
    }
    if (kind != CONFLICT_WINDOW && kind != CONFLICT_SUBSET)
        conflict_put_voice(note, x);
}

/* The whole stands last among the terms. */
static void put_note(Buf *note, const Ledger *l, ConflictKind kind, const Relation *relation)
{
    const Figure *whole = l->figures[relation->terms[relation->count - 1].claim];
    const Figure *first = l->figures[relation->terms[0].claim];
    if (kind == CONFLICT_NUMBERS && whole->claim->count.low < first->claim->count.low) {
        const Figure *larger = first; /* the smaller figure is told first */
        first = whole;
        whole = larger;
    }
    if ((relation->count == 2 && kind != CONFLICT_SUM) || kind == CONFLICT_WINDOW)
        conflict_put_cell(note, first->claim);
    else
        buf_put(note, outcome_name(first->claim->outcome));
    buf_put(note, kind == CONFLICT_SUBSET ? STR(": a part of ") : STR(": "));
    put_term(note, kind, first);
    for (size_t i = 1; i + 1 < relation->count; i++) {
        buf_put(note, STR(" + "));
        put_term(note, kind, l->figures[relation->terms[i].claim]);
    }
    bool more = kind == CONFLICT_WINDOW || kind == CONFLICT_SUM;
    buf_put(note, kind == CONFLICT_SUBSET ? STR(" in a whole of ") : more ? STR(" is more than ") : STR(" against "));
    put_term(note, kind, whole);
}

static ClaimSet set_of(const Relation *relation)
{
    ClaimSet set = 0;
    for (size_t i = 0; i < relation->count; i++)
        set |= (ClaimSet)1 << relation->terms[i].claim;
    return set;
}

/* The relation that the set breaks by itself; NULL where it takes several. */
static const Relation *broken(const Ledger *l, ClaimSet set, Arena *arena, ConflictKind *kind)
{
    for (size_t i = 0; i < l->relation_count; i++) {
        System alone = {l->claims, l->count, &l->relations[i], 1};
        if (set_of(&l->relations[i]) == set && !constraint_holds(&alone, set, arena)) {
            *kind = l->kinds[i];
            return &l->relations[i];
        }
    }
    *kind = CONFLICT_NUMBERS;
    return NULL;
}

/* The set's figures in the order of the note: terms of the relation, else as they stand. */
static size_t claims_of(const Ledger *l, ClaimSet set, const Relation *relation, uint32_t *out)
{
    size_t count = 0;
    for (size_t i = 0; relation && i < relation->count; i++)
        out[count++] = l->figures[relation->terms[i].claim]->index;
    for (size_t i = 0; !relation && i < l->count; i++)
        if (set >> i & 1U)
            out[count++] = l->figures[i]->index;
    return count;
}

static bool is_in(const Conflict *conflict, uint32_t claim)
{
    for (size_t i = 0; i < conflict->claim_count; i++)
        if (conflict->claims[i] == claim)
            return true;
    return false;
}

static bool is_listed(const ConflictList *list, const uint32_t *claims, size_t count)
{
    for (size_t i = 0; i < list->count; i++) {
        bool same = list->items[i].claim_count == count;
        for (size_t k = 0; same && k < count; k++)
            same = is_in(&list->items[i], claims[k]);
        if (same)
            return true;
    }
    return false;
}

static void report(const Ledger *l, ClaimSet set, const Relation *relation, ConflictKind kind)
{
    uint32_t claims[CONSTRAINT_MAX_CLAIMS];
    size_t count = claims_of(l, set, relation, claims);
    if (is_listed(l->f->list, claims, count))
        return;
    Buf note = {0};
    if (relation) {
        put_note(&note, l, kind, relation);
    } else {
        buf_put(&note, STR("not all of these can be true: "));
        for (size_t i = 0; i < l->count; i++)
            if (set >> i & 1U) {
                buf_put(&note, note.len > 0 && !str_ends(buf_str(&note), STR(": ")) ? STR("; ") : STR(""));
                conflict_put_cell(&note, l->figures[i]->claim);
                buf_char(&note, ' ');
                put_term(&note, CONFLICT_NUMBERS, l->figures[i]);
            }
    }
    conflict_add(l->f, kind, claims, count, &note);
}

/* Cells of which two voices' figures are told to be at odds already: one such pair is enough. */
static bool is_told(const Ledger *l, ClaimSet told, ClaimSet set, ConflictKind kind)
{
    if (kind != CONFLICT_NUMBERS)
        return false;
    for (size_t i = 0; i < l->count; i++)
        for (size_t k = 0; k < l->count; k++)
            if ((set >> i & 1U) && (told >> k & 1U) && conflict_same_cell(l->figures[i]->claim, l->figures[k]->claim))
                return true;
    return false;
}

/* Sets one after the other, each without the figures of those before. */
static void blame_all(Ledger *l, Arena *arena)
{
    System system = {l->claims, l->count, l->relations, l->relation_count};
    ClaimSet left = constraint_all(&system);
    ClaimSet told = 0;
    ClaimSet set = 0;
    while (l->relation_count > 0 && (set = constraint_blame(&system, left, arena))) {
        ConflictKind kind = CONFLICT_NUMBERS;
        const Relation *relation = broken(l, set, arena, &kind);
        if (!is_told(l, told, set, kind))
            report(l, set, relation, kind);
        told |= kind == CONFLICT_NUMBERS ? set : 0;
        left &= ~set;
    }
}

/* ---- ledgers ---- */

static void enter(Ledger *l, const Figure *x)
{
    if (l->count == CONSTRAINT_MAX_CLAIMS)
        return;
    for (size_t i = 0; i < l->count && !l->wide; i++)
        l->wide = area_is_apart(l->figures[i]->area.countries, x->area.countries);
    l->claims[l->count] = conflict_range(x->claim);
    l->figures[l->count++] = x;
}

static int32_t incident_of(const Finder *f, const Figure *x)
{
    return f->b->s->claims[x->index].incident;
}

static bool is_held_against(const Finder *f, const Figure *x, const Figure *like)
{
    return conflict_is_cell_figure(x->claim) && f->b->s->claims[x->index].superseded_by < 0 &&
           x->claim->outcome == like->claim->outcome && incident_of(f, x) == incident_of(f, like) &&
           incident_of(f, x) >= 0;
}

/* Only the lowest ceilings and the highest floors of a cell can be at odds with others. */
static bool is_binding(const Finder *f, size_t at)
{
    const Figure *x = f->figures[at];
    size_t lower = 0;
    size_t higher = 0;
    for (size_t i = 0; i < f->figure_count && (lower < BINDING || higher < BINDING); i++) {
        const Figure *y = f->figures[i];
        if (i == at || !conflict_same_cell(x->claim, y->claim) || !is_held_against(f, y, x))
            continue;
        Interval a = conflict_range(x->claim);
        Interval b = conflict_range(y->claim);
        lower += b.high < a.high || (b.high == a.high && i < at);
        higher += b.low > a.low || (b.low == a.low && i < at);
    }
    return lower < BINDING || higher < BINDING;
}

static void blame_incident(const Finder *f, size_t first)
{
    Ledger ledger = {.f = f};
    Ledger *l = &ledger;
    for (size_t i = first; i < f->figure_count; i++)
        if (is_held_against(f, f->figures[i], f->figures[first]) && !conflict_is_no_whole(f, i) && is_binding(f, i))
            enter(l, f->figures[i]);
    for (size_t i = 0; i < l->count; i++)
        for (size_t k = 0; k < l->count; k++) {
            bool same = conflict_same_cell(l->figures[i]->claim, l->figures[k]->claim);
            if (same && i < k)
                relate_voices(l, i, k);
            if (same && i != k)
                relate_windows(l, i, k);
            if (!same)
                relate_classes(l, i, k);
        }
    blame_all(l, f->b->arena);
}

/* Whether no earlier figure is of the same incident and outcome: each is looked at once. */
static bool opens_incident(const Finder *f, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (is_held_against(f, f->figures[i], f->figures[at]))
            return false;
    return is_held_against(f, f->figures[at], f->figures[at]);
}

void conflict_find_figures(const Finder *f)
{
    for (size_t i = 0; i < f->figure_count; i++)
        if (opens_incident(f, i))
            blame_incident(f, i);
}

/* Of a part that is told with its class the others of other classes add up to no more than the whole. */
static void relate_parts(Ledger *l, size_t part, size_t whole)
{
    relate(l, CONFLICT_SUBSET, order(part, whole));
    for (size_t k = part + 1; k < l->count; k++) {
        const Claim *a = l->figures[part]->claim;
        const Claim *b = l->figures[k]->claim;
        bool classes = claim_groups(a) == 0 && claim_groups(b) == 0 && a->victim_class != b->victim_class &&
                       a->victim_class != CLASS_UNKNOWN && b->victim_class != CLASS_UNKNOWN &&
                       a->victim_class != CLASS_MIXED && b->victim_class != CLASS_MIXED;
        if (classes && is_within(l->figures[k], l->figures[whole]))
            relate(l, CONFLICT_SUM, sum_of_two(part, k, whole));
    }
}

void conflict_find_parts(const Finder *f)
{
    for (size_t start = 0; start < f->figure_count;) {
        Ledger ledger = {.f = f};
        Ledger *l = &ledger;
        uint32_t document = f->figures[start]->document;
        for (; start < f->figure_count && f->figures[start]->document == document; start++)
            if (conflict_is_number(f->figures[start]->claim) && !conflict_is_no_whole(f, start))
                enter(l, f->figures[start]);
        for (size_t i = 0; i < l->count; i++)
            for (size_t k = 0; k < l->count; k++)
                if (l->figures[i]->claim->outcome == l->figures[k]->claim->outcome &&
                    is_within(l->figures[i], l->figures[k]))
                    relate_parts(l, i, k);
        blame_all(l, f->b->arena);
    }
}
