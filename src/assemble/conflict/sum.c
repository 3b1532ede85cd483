#include "assemble/basis/people.h"
#include "assemble/conflict/conflict.h"

enum {
    CHANCE_BELOW = 10, /* smaller totals of several pages add up by chance */
    NEAR_DAYS = 2,     /* one speaker's figures of so many days are of one account */
    SECONDS_A_DAY = 86400,
};

enum { MOST_TERMS = 300 }; /* of one incident; beyond it only the first are tried */

/* A residual over this share of the total: the figures were never meant to add up. */
static const double LARGEST_RESIDUAL = 0.15;

typedef struct {
    const Finder *f;    /* figures that count */
    const Finder *page; /* with copies: a page's own arithmetic */
    SumList *sums;
} Adder;

static int64_t point_of(const Figure *x)
{
    return interval_point(x->claim->count_form, x->claim->count);
}

/* What is told of one town adds to what is told of it, not to what is told of the region. */
static bool same_event(const Builder *b, const Figure *x, const Figure *y)
{
    int32_t whole = conflict_whole(b, x->index);
    return whole >= 0 && whole == conflict_whole(b, y->index) && x->claim->outcome == y->claim->outcome &&
           x->local == y->local;
}

static bool is_term(const Figure *x)
{
    return conflict_is_number(x->claim) && !x->claim->background && point_of(x) > 0;
}

static void put_sum(Buf *note, const Figure *const *terms, size_t count, const Figure *total)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_put(note, STR(" + "));
        buf_int(note, point_of(terms[i]));
        sum += point_of(terms[i]);
    }
    buf_put(note, STR(" = "));
    buf_int(note, sum);
    if (sum == point_of(total))
        return;
    buf_put(note, STR(", not "));
    buf_int(note, point_of(total));
}

/* The same sum of the same page's figures, told again. */
static bool is_shown(const Adder *a, const SumList *list, const Figure *const *terms, size_t count, const Figure *total)
{
    const Situation *s = a->f->b->s;
    for (size_t i = 0; i < list->count; i++) {
        const DerivedSum *sum = &list->items[i];
        bool same = sum->term_count == count && s->claims[sum->total].document == total->document;
        for (size_t k = 0; same && k < count; k++)
            same = situation_point(s, sum->terms[k]) == point_of(terms[k]);
        if (same)
            return true;
    }
    return false;
}

static void add_sum(const Adder *a, const Figure *const *terms, size_t count, const Figure *total)
{
    Arena *arena = a->f->b->arena;
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, count + 1);
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        claims[i] = terms[i]->index;
        sum += point_of(terms[i]);
    }
    Buf note = {0};
    put_sum(&note, terms, count, total);
    if (sum != point_of(total)) {
        claims[count] = total->index;
        conflict_add(a->f, CONFLICT_SUM, claims, count + 1, &note);
        return;
    }
    SumList *list = a->sums;
    if (is_shown(a, list, terms, count, total)) {
        buf_free(&note);
        return;
    }
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (DerivedSum){claims, count, total->index, arena_copy(arena, buf_str(&note))};
    buf_free(&note);
}

/* How far apart two figures' pages are; for choosing the nearest terms. */
static bool is_one_page(const Figure *x, const Figure *y)
{
    return x->document == y->document;
}

static bool is_one_voice(const Figure *x, const Figure *y)
{
    int64_t apart = x->time > y->time ? x->time - y->time : y->time - x->time;
    return !x->voice.narrator && x->voice.identified && str_equal(x->voice.key, y->voice.key) &&
           apart <= (int64_t)NEAR_DAYS * SECONDS_A_DAY;
}

/* ---- windows of one class that abut and end with the total's: 41 + 67 = 108 ---- */

static bool has_days(const Figure *x)
{
    return is_term(x) && window_is_known(x->claim->window);
}

static bool is_span(const Figure *x)
{
    return is_term(x) && claim_states_days(x->claim);
}

static bool days_abut(Window a, Window b)
{
    return a.last + 1 == b.first || (a.last == b.first && a.first < b.first && b.last > a.last);
}

static bool opens_days(Window a, Window total)
{
    Day off = a.first > total.first ? a.first - total.first : total.first - a.first;
    return off <= 1 && !window_equal(a, total);
}

static bool ends_days(Window b, Window total)
{
    return b.last == total.last && window_days(total) > window_days(b);
}

/* Of the total's class, with known days. */
static bool is_stretch(const Builder *b, const Figure *x, const Figure *total)
{
    return x != total && has_days(x) && x->claim->victim_class == total->claim->victim_class && same_event(b, x, total);
}

static bool is_first_stretch(const Builder *b, const Figure *x, const Figure *total)
{
    return opens_days(x->claim->window, total->claim->window) && is_stretch(b, x, total);
}

static bool is_last_stretch(const Builder *b, const Figure *y, const Figure *total)
{
    return ends_days(y->claim->window, total->claim->window) && is_stretch(b, y, total);
}

static bool are_stretches(const Figure *x, const Figure *y)
{
    return x != y && (is_span(x) || is_span(y)) && days_abut(x->claim->window, y->claim->window);
}

/* ---- disjoint classes: 31 civilians + 17 security forces = 48 ---- */

static bool is_class(const Figure *x, VictimClass victims)
{
    return is_term(x) && x->claim->victim_class == victims && people_fill_class(x->claim, victims);
}

static bool is_total(const Figure *x)
{
    return is_term(x) && (x->claim->victim_class == CLASS_UNKNOWN || x->claim->victim_class == CLASS_MIXED) &&
           people_fill_class(x->claim, CLASS_UNKNOWN);
}

static bool is_civilian_part(const Builder *b, const Figure *x, const Figure *total)
{
    return x != total && is_class(x, CLASS_CIVILIAN) && same_event(b, x, total) &&
           (x->document != total->document || conflict_like_windows(x->claim, total->claim));
}

static bool is_security_part(const Builder *b, const Figure *y, const Figure *total)
{
    return is_class(y, CLASS_SECURITY) && same_event(b, y, total);
}

static bool are_of_like_days(const Figure *x, const Figure *y)
{
    return conflict_like_windows(x->claim, y->claim);
}

/* A way in which two figures may make up a third. */
typedef struct {
    bool (*is_first)(const Builder *b, const Figure *x, const Figure *total);
    bool (*is_second)(const Builder *b, const Figure *y, const Figure *total);
    bool (*go_together)(const Figure *x, const Figure *y);
} SumSort;

static const SumSort WINDOWS = {is_first_stretch, is_last_stretch, are_stretches};
static const SumSort VICTIM_CLASSES = {is_civilian_part, is_security_part, are_of_like_days};

/* How well two terms go with a total: of one page, of one voice, or merely of one event. */
static int nearness(const Figure *x, const Figure *y, const Figure *total)
{
    if (is_one_page(x, total) && is_one_page(y, total))
        return 3;
    if (is_one_voice(x, total) && is_one_voice(y, total))
        return 2;
    return is_one_page(x, y) || is_one_page(x, total) || is_one_page(y, total) ? 1 : 0;
}

typedef struct {
    const Figure *terms[2];
    int nearness;
    bool found;
} Best;

/* The figures that may be terms of the total. */
typedef struct {
    const Figure *items[MOST_TERMS];
    size_t count;
} Terms;

static Terms terms_of(const Finder *f, const Figure *total,
                      bool (*may_be)(const Builder *b, const Figure *x, const Figure *total))
{
    Terms terms;
    terms.count = 0;
    for (size_t i = 0; i < f->figure_count && i < MOST_TERMS; i++)
        if (may_be(f->b, f->figures[i], total))
            terms.items[terms.count++] = f->figures[i];
    return terms;
}

/* The nearest two terms that do (or do not) make up the total. */
static Best best_terms(const Terms *first, const Terms *second, const Figure *total, const SumSort *sort, bool equal)
{
    Best best = {{NULL, NULL}, -1, false};
    for (size_t i = 0; i < first->count; i++)
        for (size_t k = 0; k < second->count; k++) {
            const Figure *x = first->items[i];
            const Figure *y = second->items[k];
            if ((point_of(x) + point_of(y) == point_of(total)) == equal && sort->go_together(x, y) &&
                nearness(x, y, total) > best.nearness)
                best = (Best){{x, y}, nearness(x, y, total), true};
        }
    return best;
}

static bool is_small_residual(const Best *best, const Figure *total)
{
    int64_t sum = point_of(best->terms[0]) + point_of(best->terms[1]);
    int64_t off = sum > point_of(total) ? sum - point_of(total) : point_of(total) - sum;
    return (double)off <= LARGEST_RESIDUAL * (double)point_of(total);
}

/* Neither a range nor a rough figure. */
static bool is_one_number(const Figure *x)
{
    return x->claim->count_form == COUNT_EXACT || x->claim->count_form == COUNT_AT_LEAST;
}

static bool is_exact(const Best *best, const Figure *total)
{
    return is_one_number(best->terms[0]) && is_one_number(best->terms[1]) && is_one_number(total);
}

static bool is_one_account(const Best *best, const Figure *total)
{
    return is_one_voice(best->terms[0], total) && is_one_voice(best->terms[1], total);
}

static void find_window_sum(const Adder *a, const Figure *total)
{
    const Finder *f = a->f;
    if (!is_span(total))
        return;
    Terms first = terms_of(f, total, WINDOWS.is_first);
    Terms second = terms_of(f, total, WINDOWS.is_second);
    Best best = best_terms(&first, &second, total, &WINDOWS, true);
    if (best.found) {
        add_sum(a, best.terms, 2, total);
        return;
    }
    best = best_terms(&first, &second, total, &WINDOWS, false);
    if (best.found && point_of(total) >= CHANCE_BELOW && is_exact(&best, total) && is_small_residual(&best, total))
        add_sum(a, best.terms, 2, total);
}

static void find_class_sum(const Adder *a, const Figure *total)
{
    const Finder *f = a->f;
    if (!is_total(total))
        return;
    Terms first = terms_of(f, total, VICTIM_CLASSES.is_first);
    Terms second = terms_of(f, total, VICTIM_CLASSES.is_second);
    Best best = best_terms(&first, &second, total, &VICTIM_CLASSES, true);
    if (best.found && (best.nearness >= 2 || point_of(total) >= CHANCE_BELOW)) {
        add_sum(a, best.terms, 2, total);
        return;
    }
    best = best_terms(&first, &second, total, &VICTIM_CLASSES, false);
    if (best.found && is_one_account(&best, total) && is_exact(&best, total) && is_small_residual(&best, total))
        add_sum(a, best.terms, 2, total);
}

/* ---- parts that the text itself adds ---- */

enum { MAX_PARTS = 8 };

/* Returns whether the parts make up the total. */
static bool find_part_sum(const Adder *a, const Figure *total)
{
    const Finder *f = a->page;
    const Figure *parts[MAX_PARTS];
    size_t count = 0;
    int64_t sum = 0;
    unsigned classes = 0;
    for (size_t i = 0; i < f->figure_count && count < MAX_PARTS; i++) {
        const Figure *x = f->figures[i];
        if (x->document != total->document || x->claim->part_of < 0 || !is_term(x) ||
            &x->extraction->claims[x->claim->part_of] != total->claim || x->claim->outcome != total->claim->outcome)
            continue;
        if (x->claim->victim_class == CLASS_UNKNOWN || (classes & (1U << x->claim->victim_class)))
            return false;
        classes |= 1U << x->claim->victim_class;
        sum += point_of(x);
        parts[count++] = x;
    }
    /* Civilians and security forces are all there is: what they leave over is a residual, not another part. */
    unsigned all = 1U << CLASS_CIVILIAN | 1U << CLASS_SECURITY;
    bool short_of = (classes & all) == all && total->claim->count_form == COUNT_EXACT &&
                    (double)(point_of(total) - sum) <= LARGEST_RESIDUAL * (double)point_of(total);
    if (count >= 2 && (sum == point_of(total) || sum > total->claim->count.high || short_of))
        add_sum(a, parts, count, total);
    return count >= 2 && sum == point_of(total);
}

void conflict_find_sums(const Finder *f, const Finder *page, SumList *sums)
{
    Adder a = {f, page, sums};
    for (size_t i = 0; i < f->figure_count; i++) {
        const Figure *total = f->figures[i];
        if (!is_term(total))
            continue;
        if (!find_part_sum(&a, total))
            find_class_sum(&a, total);
        find_window_sum(&a, total);
    }
}
