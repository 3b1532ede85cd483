#include "assemble/toll.h"

#include <assert.h>

#include "assemble/people.h"

/* A window wider than this is background ("500 were killed in 2013"), never an incident's own. */
enum { WIDEST_DAYS = 60 };

/* Mentions in one cell: pointers, so that pools are cheap to split. */
typedef struct {
    const Figure **items;
    size_t count;
} Pool;

/* What a pool comes to. */
typedef struct {
    bool any;
    Interval range;
    CountForm form;
    int64_t point;
    const Figure *main;
    const Figure **terms;
    size_t term_count;
} Sum;

static const VictimClass CLASSES[CELL_COUNT_] = {
    [CELL_CIVILIAN] = CLASS_CIVILIAN, [CELL_SECURITY] = CLASS_SECURITY, [CELL_MILITANT] = CLASS_MILITANT};

VictimClass cell_class(CellKind cell)
{
    assert(cell < CELL_COUNT_);
    return CLASSES[cell];
}

static const unsigned AGES_AND_SEXES = SUBGROUP_WOMEN | SUBGROUP_CHILDREN | SUBGROUP_MEN | SUBGROUP_ELDERLY;

/* "11, including women and children" is no count of women. */
static bool is_just(const Claim *claim, unsigned subgroup)
{
    return (claim->subgroups & AGES_AND_SEXES) == subgroup;
}

static const Claim *whole_of(const Figure *figure)
{
    int32_t whole = figure->claim->part_of;
    return whole >= 0 && (size_t)whole < figure->extraction->claim_count ? &figure->extraction->claims[whole] : NULL;
}

/* "12 people, including 3 children" says nothing of how many of the 12 were civilians. */
static bool class_takes(VictimClass wanted, const Figure *figure)
{
    const Claim *claim = figure->claim;
    if (claim->victim_class != wanted)
        return false;
    const Claim *whole = whole_of(figure);
    if (!whole)
        return true;
    return whole->victim_class != wanted && (claim->subgroups & AGES_AND_SEXES) == 0;
}

bool cell_takes(CellKind cell, const Figure *figure)
{
    switch (cell) {
    case CELL_ALL: {
        const Claim *whole = whole_of(figure);
        return !whole || !whole->has_count;
    }
    case CELL_CIVILIAN:
    case CELL_SECURITY:
    case CELL_MILITANT: return class_takes(cell_class(cell), figure);
    case CELL_WOMEN: return is_just(figure->claim, SUBGROUP_WOMEN);
    case CELL_CHILDREN: return is_just(figure->claim, SUBGROUP_CHILDREN);
    case CELL_COUNT_: break;
    }
    return false;
}

static int64_t point_of(const Claim *claim)
{
    return interval_point(claim->count_form, claim->count);
}

static bool is_described(const Figure *figure)
{
    return figure->claim->count_form == COUNT_DESCRIBED;
}

static bool is_words(const Figure *figure)
{
    return figure->claim->count_form == COUNT_WORD;
}

/* Of two mentions of the same people: which one gives the figure? */
static bool is_better(const Figure *now, const Figure *then)
{
    if (is_words(now) != is_words(then))
        return is_words(then);
    if (is_words(now))
        return now->claim->count.low > then->claim->count.low;
    if (now->claim->total || then->claim->total)
        return now->claim->total;
    if (point_of(now->claim) != point_of(then->claim))
        return point_of(now->claim) > point_of(then->claim);
    if (now->heading != then->heading)
        return then->heading;
    return now->claim->count.high == INTERVAL_OPEN && then->claim->count.high != INTERVAL_OPEN;
}

static void add_term(Sum *sum, const Figure *figure)
{
    const Claim *claim = figure->claim;
    sum->terms[sum->term_count++] = figure;
    if (!sum->any) {
        *sum = (Sum){true, claim->count, claim->count_form, point_of(claim), figure, sum->terms, sum->term_count};
        return;
    }
    int64_t point = point_of(claim);
    sum->range = interval_add(sum->range, claim->count);
    sum->point = sum->point < 0 ? point : sum->point + (point > 0 ? point : 0);
    bool open = sum->range.high == INTERVAL_OPEN;
    sum->form = open ? COUNT_AT_LEAST : sum->range.low == sum->range.high ? COUNT_EXACT : COUNT_RANGE;
}

/* In one sentence two groups are two, but a victim described twice there ("a man is dead after a man was shot") is one
 * unless the text lists them ("a man and a youth"). */
static bool is_told_again(const Figure *before, const Figure *x, bool same_sentence_is_new)
{
    if (people_differ(before, x))
        return false;
    if (!same_sentence_is_new || !people_same_sentence(before, x) ||
        span_overlaps(before->claim->victims, x->claim->victims))
        return true;
    return is_described(before) && is_described(x) && !before->claim->listed && !x->claim->listed;
}

/* Distinct groups of the pool: each mention joins the group that it tells again or opens one. */
static Sum sum_groups(Arena *arena, Pool pool, bool same_sentence_is_new)
{
    const Figure **groups = ARENA_ARRAY(arena, const Figure *, pool.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < pool.count; i++) {
        const Figure *x = pool.items[i];
        size_t g = x->claim->additional && is_described(x) ? count : 0;
        while (g < count && !is_told_again(groups[g], x, same_sentence_is_new))
            g++;
        if (g == count)
            groups[count++] = x;
        else if (is_better(x, groups[g]))
            groups[g] = x;
    }
    Sum sum = {.terms = ARENA_ARRAY(arena, const Figure *, pool.count + 1)};
    for (size_t g = 0; g < count; g++)
        add_term(&sum, groups[g]);
    return sum;
}

typedef enum { SORT_GENERIC, SORT_STATED, SORT_DESCRIBED, SORT_ADDED } Sort;

static Sort sort_of(const Figure *figure, VictimClass of_class)
{
    if (figure->claim->additional && !figure->claim->total && !is_described(figure) && !is_words(figure))
        return SORT_ADDED;
    if (people_are_generic(figure->claim, of_class))
        return SORT_GENERIC;
    return is_described(figure) ? SORT_DESCRIBED : SORT_STATED;
}

static Pool pool_of_sort(Arena *arena, Pool pool, VictimClass of_class, Sort sort)
{
    Pool out = {ARENA_ARRAY(arena, const Figure *, pool.count + 1), 0};
    for (size_t i = 0; i < pool.count; i++)
        if (sort_of(pool.items[i], of_class) == sort)
            out.items[out.count++] = pool.items[i];
    return out;
}

/* A described victim is no new one if a stated group elsewhere in the text may hold it. */
static Pool described_apart(Arena *arena, Pool described, Pool stated)
{
    Pool out = {ARENA_ARRAY(arena, const Figure *, described.count + 1), 0};
    for (size_t i = 0; i < described.count; i++) {
        bool held = false;
        for (size_t k = 0; k < stated.count && !held; k++)
            held = !is_words(stated.items[k]) && !people_differ_in_kind(stated.items[k], described.items[i]) &&
                   !people_same_sentence(stated.items[k], described.items[i]);
        if (!held)
            out.items[out.count++] = described.items[i];
    }
    return out;
}

/* "Another two" adds to a larger figure told before it. "Three others wounded" beside "one dead" is just three wounded, and
 * the same number told elsewhere is the same people. */
static bool adds_to(const Figure *x, const Sum *base)
{
    bool larger_before = false;
    for (size_t i = 0; i < base->term_count; i++) {
        const Claim *term = base->terms[i]->claim;
        if (point_of(term) == point_of(x->claim))
            return false;
        larger_before =
            larger_before || (point_of(term) > point_of(x->claim) && term->evidence.start < x->claim->evidence.start &&
                              !is_described(base->terms[i]));
    }
    return larger_before;
}

static void add_all(Sum *sum, const Sum *more)
{
    for (size_t i = 0; i < more->term_count; i++)
        if (!is_words(more->terms[i]) || !sum->any)
            add_term(sum, more->terms[i]);
}

static void add_added(Sum *out, const Sum *added)
{
    const Figure *largest = NULL;
    Sum base = *out;
    for (size_t i = 0; i < added->term_count; i++) {
        const Figure *x = added->terms[i];
        if (adds_to(x, &base))
            add_term(out, x);
        else if (!largest || point_of(x->claim) > point_of(largest->claim))
            largest = x;
    }
    if (!largest || point_of(largest->claim) <= out->point)
        return;
    out->any = false;
    out->term_count = 0;
    add_term(out, largest);
}

static bool is_attacker(const Figure *figure)
{
    return figure->claim->victim_class == CLASS_MILITANT || (figure->claim->subgroups & SUBGROUP_ATTACKERS);
}

/* "Five people and three attackers were killed": the text itself adds them. */
static void add_attackers_beside(Sum *total, const Sum *groups)
{
    const Figure *main = total->main;
    for (size_t i = 0; i < groups->term_count; i++)
        if (is_attacker(groups->terms[i]) && !is_attacker(main) && !is_words(groups->terms[i]) &&
            people_same_sentence(main, groups->terms[i]) && !main->claim->total)
            add_term(total, groups->terms[i]);
}

/* "Killed people": a plural without a number, which any numbered victim tells better. */
static bool is_bare_plural(const Sum *sum)
{
    return sum->any && sum->point < 0 && sum->range.low <= 2;
}

/* A stated total beats described victims; stated groups that together exceed it beat it (the larger figure of a page). */
static Sum sum_of(Arena *arena, Pool pool, VictimClass of_class)
{
    Pool stated_pool = pool_of_sort(arena, pool, of_class, SORT_STATED);
    Pool described_pool = pool_of_sort(arena, pool, of_class, SORT_DESCRIBED);
    Sum total = sum_groups(arena, pool_of_sort(arena, pool, of_class, SORT_GENERIC), false);
    Sum stated = sum_groups(arena, stated_pool, true);
    Sum described = sum_groups(arena, described_apart(arena, described_pool, stated_pool), true);
    Sum added = sum_groups(arena, pool_of_sort(arena, pool, of_class, SORT_ADDED), true);
    Sum parts = {.terms = ARENA_ARRAY(arena, const Figure *, pool.count + 1)};
    if (is_bare_plural(&total) && (stated.point > 0 || described.point > 0))
        total.any = false;
    add_all(&parts, &stated);
    if (!total.any)
        add_all(&parts, &described);
    bool total_is_less = parts.any && total.any && !total.main->claim->total && parts.point > total.point &&
                         (total.point >= 0 || parts.point > total.range.low);
    Sum *out = total.any && !total_is_less ? &total : &parts;
    if (out == &total) {
        add_attackers_beside(&total, &stated);
        add_attackers_beside(&total, &described);
    }
    if (!out->any)
        return added;
    if (!out->main->claim->total)
        add_added(out, &added);
    return *out;
}

static unsigned class_bit(VictimClass c)
{
    return 1U << c;
}

static Window window_of(const Sum *sum, bool *stated)
{
    Window window = WINDOW_NONE;
    *stated = false;
    for (size_t i = 0; i < sum->term_count; i++) {
        const Claim *claim = sum->terms[i]->claim;
        if (!window_is_known(claim->window))
            continue;
        *stated = *stated || !span_is_empty(claim->window_span);
        window.first =
            window.first == DAY_NONE || claim->window.first < window.first ? claim->window.first : window.first;
        window.last = window.last == DAY_NONE || claim->window.last > window.last ? claim->window.last : window.last;
    }
    return window;
}

/* The figure's own claim first, then those that tell it again. */
static void put_claims(Arena *arena, Told *told, const Sum *sum, Pool pool)
{
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, pool.count + sum->term_count);
    size_t count = 0;
    for (size_t i = 0; i < sum->term_count; i++)
        claims[count++] = sum->terms[i]->index;
    for (size_t i = 0; i < pool.count && !told->derived; i++)
        if (pool.items[i] != sum->main && point_of(pool.items[i]->claim) == told->point)
            claims[count++] = pool.items[i]->index;
    told->claims = claims;
    told->claim_count = count;
}

static void tell(Arena *arena, Pool pool, VictimClass of_class, const Figure *speaker, ToldList *out)
{
    Sum sum = sum_of(arena, pool, of_class);
    if (!sum.any)
        return;
    const Figure *main = sum.main;
    Told told = {.voice = speaker ? speaker->voice : main->voice, .document = main->document, .time = main->time};
    told.range = sum.range;
    told.form = sum.form;
    told.point = sum.point;
    told.derived = sum.term_count > 1;
    told.whole = told.derived || !is_described(main);
    told.generic = (told.derived && of_class == CLASS_UNKNOWN) || people_fill_class(main->claim, of_class);
    told.local = main->local;
    const Claim *claims = main->extraction->claims;
    bool printed = main->claim >= claims && main->claim < claims + main->extraction->claim_count; /* not reckoned */
    told.text =
        told.derived || !printed ? STR_NONE : span_text(main->extraction->document->text, main->claim->count_span);
    for (size_t i = 0; i < sum.term_count; i++)
        told.classes |= class_bit(sum.terms[i]->claim->victim_class);
    told.window = window_of(&sum, &told.window_stated);
    put_claims(arena, &told, &sum, pool);
    out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = told;
}

/* Takes the items that the test picks out of the pool. */
typedef bool Pick(const Figure *x, Pool pool, const Figure *like);

static Pool take(Arena *arena, Pool *pool, Pick *pick, const Figure *like)
{
    Pool taken = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    Pool rest = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    for (size_t i = 0; i < pool->count; i++) {
        Pool *to = pick(pool->items[i], *pool, like) ? &taken : &rest;
        to->items[to->count++] = pool->items[i];
    }
    *pool = rest;
    return taken;
}

static bool has_voice(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    return str_equal(x->voice.key, like->voice.key);
}

static bool states_window(const Claim *claim)
{
    return window_is_known(claim->window) && !span_is_empty(claim->window_span) && claim->count_form != COUNT_DESCRIBED;
}

/* "67 on Saturday" beside "108 over 48 hours": the days lie inside and the figure is no larger. */
static bool is_inner(const Figure *x, Pool pool, const Figure *like)
{
    (void)like;
    const Claim *a = x->claim;
    for (size_t i = 0; i < pool.count; i++) {
        const Claim *b = pool.items[i]->claim;
        if (window_is_known(a->window) && states_window(b) && window_holds(b->window, a->window) &&
            !window_equal(a->window, b->window) && window_days(b->window) <= WIDEST_DAYS &&
            a->victim_class == b->victim_class && states_window(a) && point_of(a) <= point_of(b))
            return true;
    }
    return false;
}

/* The same figure and days as another's: to be told together. */
static bool has_window(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    return window_equal(x->claim->window, like->claim->window);
}

static bool is_too_wide(const Figure *x, Pool pool, const Figure *like)
{
    (void)like;
    return pool.count > 1 && states_window(x->claim) && window_days(x->claim->window) > WIDEST_DAYS;
}

static void tell_inner(Arena *arena, Pool *pool, VictimClass of_class, ToldList *out)
{
    Pool inner = take(arena, pool, is_inner, NULL);
    while (inner.count > 0)
        tell(arena, take(arena, &inner, has_window, inner.items[0]), of_class, NULL, out);
    size_t before = out->count;
    Pool wide = take(arena, pool, is_too_wide, NULL);
    while (wide.count > 0)
        tell(arena, take(arena, &wide, has_window, wide.items[0]), of_class, NULL, out);
    for (size_t i = before; i < out->count; i++)
        out->items[i].too_wide = pool->count > 0;
}

/* Every voice apart, mention by mention of one window: claims about the enemy are listed, not merged. */
static void tell_enemy(Arena *arena, Pool pool, VictimClass of_class, ToldList *out)
{
    size_t before = out->count;
    while (pool.count > 0) {
        Pool one = take(arena, &pool, has_voice, pool.items[0]);
        tell_inner(arena, &one, of_class, out);
        Pool words = {ARENA_ARRAY(arena, const Figure *, one.count + 1), 0};
        Pool numbers = {ARENA_ARRAY(arena, const Figure *, one.count + 1), 0};
        for (size_t i = 0; i < one.count; i++) {
            Pool *to = is_words(one.items[i]) ? &words : &numbers;
            to->items[to->count++] = one.items[i];
        }
        while (numbers.count > 0)
            tell(arena, take(arena, &numbers, has_window, numbers.items[0]), of_class, NULL, out);
        tell(arena, words, of_class, NULL, out);
    }
    for (size_t i = before; i < out->count; i++) {
        Told *told = &out->items[i];
        told->about_enemy = true;
        (void)voice_is_about_enemy(&told->voice, of_class, &told->claimant);
    }
}

static const Figure *first_generic(Pool pool, VictimClass of_class)
{
    for (size_t i = 0; i < pool.count; i++)
        if (sort_of(pool.items[i], of_class) == SORT_GENERIC)
            return pool.items[i];
    return NULL;
}

/* Beside the report's own larger figure, an unnamed or official voice's smaller one is about a part of the victims. */
static void drop_partial(ToldList *out, size_t from)
{
    int64_t own = -1;
    for (size_t i = from; i < out->count; i++)
        if (out->items[i].voice.narrator && out->items[i].point > own)
            own = out->items[i].point;
    size_t kept = from;
    for (size_t i = from; i < out->count; i++) {
        const Told *told = &out->items[i];
        bool partial = !told->voice.narrator && told->point < own && told->form != COUNT_AT_LEAST &&
                       (told->voice.party == PARTY_GOVERNMENT || !told->voice.identified);
        if (!partial)
            out->items[kept++] = *told;
    }
    out->count = kept;
}

/* The report's own voice where several speak. */
static const Figure *common_voice(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++)
        if (pool.items[i]->voice.narrator)
            return pool.items[i];
    return pool.count > 0 ? pool.items[0] : NULL;
}

/* Two voices at odds over one class: its cell weighs them, and the total is made of the cells. */
static bool has_rivals(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++)
        for (size_t k = 0; k < i; k++) {
            const Figure *a = pool.items[i];
            const Figure *b = pool.items[k];
            if (!is_described(a) && !is_described(b) && a->claim->victim_class == b->claim->victim_class &&
                a->claim->victim_class != CLASS_UNKNOWN && a->claim->subgroups == b->claim->subgroups &&
                point_of(a->claim) != point_of(b->claim) && !str_equal(a->voice.key, b->voice.key))
                return true;
        }
    return false;
}

static void tell_voices(Arena *arena, Pool pool, VictimClass of_class, ToldList *out)
{
    const Figure *generic = first_generic(pool, of_class);
    if (!generic && of_class == CLASS_UNKNOWN && has_rivals(pool))
        return;
    if (!generic) {
        tell(arena, pool, of_class, common_voice(pool), out);
        return;
    }
    size_t before = out->count;
    while (generic) {
        tell(arena, take(arena, &pool, has_voice, generic), of_class, NULL, out);
        generic = first_generic(pool, of_class);
    }
    drop_partial(out, before);
}

void toll_find(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy, ToldList *out)
{
    Pool pool = {ARENA_ARRAY(arena, const Figure *, count + 1), 0};
    Pool enemy = {ARENA_ARRAY(arena, const Figure *, count + 1), 0};
    for (size_t i = 0; i < count; i++) {
        Party claimant;
        if (!cell_takes(cell, &figures[i]))
            continue;
        bool apart =
            excludes_enemy && voice_is_about_enemy(&figures[i].voice, figures[i].claim->victim_class, &claimant);
        Pool *to = apart ? &enemy : &pool;
        to->items[to->count++] = &figures[i];
    }
    VictimClass of_class = cell_class(cell);
    if (cell != CELL_ALL)
        tell_enemy(arena, enemy, of_class, out);
    tell_inner(arena, &pool, of_class, out);
    tell_voices(arena, pool, of_class, out);
}
