#include "assemble/conflict.h"
#include "assemble/people.h"

enum { GROWTH_SECONDS = 86400 };

static bool same_cell(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome && a->victim_class == b->victim_class && a->subgroups == b->subgroups;
}

/* A figure over all of its cell: no part, nothing added, nothing described. */
static bool is_cell_figure(const Claim *claim)
{
    return conflict_is_number(claim) && !claim->background && !claim->additional &&
           people_fill_class(claim, claim->victim_class);
}

static bool same_event(const Builder *b, const Figure *x, const Figure *y)
{
    return b->s->claims[x->index].incident >= 0 && b->s->claims[x->index].incident == b->s->claims[y->index].incident;
}

static void put_against(Buf *note, const Figure *x, const Figure *y)
{
    conflict_put_cell(note, x->claim);
    buf_put(note, STR(": "));
    conflict_put_count(note, x->claim);
    conflict_put_voice(note, x);
    buf_put(note, STR(" against "));
    conflict_put_count(note, y->claim);
    conflict_put_voice(note, y);
}

static void add_two(const Finder *f, ConflictKind kind, const Figure *x, const Figure *y)
{
    Buf note = {0};
    put_against(&note, x, y);
    conflict_add(f, kind, (uint32_t[]){x->index, y->index}, 2, &note);
}

static bool is_current(const Builder *b, const Figure *x)
{
    return b->s->claims[x->index].superseded_by < 0;
}

/* Whether y is the first figure of a cell that an earlier one opened: each cell is looked at once. */
static bool opens_cell(const Finder *f, size_t at)
{
    const Figure *x = f->figures[at];
    for (size_t i = 0; i < at; i++)
        if (is_cell_figure(f->figures[i]->claim) && is_current(f->b, f->figures[i]) &&
            same_event(f->b, x, f->figures[i]) && same_cell(x->claim, f->figures[i]->claim))
            return false;
    return true;
}

/* Another party's figure is held against one whose days it doesn't tell; one party's own two are of two days. */
static bool like_windows(const Figure *x, const Figure *y)
{
    if (conflict_like_windows(x->claim, y->claim))
        return true;
    bool both = conflict_states_window(x->claim) && conflict_states_window(y->claim);
    return !both && x->voice.party != y->voice.party;
}

/* A toll grows: a smaller figure told days before, or of fewer days (67 on Saturday, 108 over 48 hours), is no rival. */
static bool has_grown(const Figure *smaller, const Figure *larger)
{
    const Claim *a = smaller->claim;
    const Claim *b = larger->claim;
    if (window_holds(b->window, a->window) && !window_equal(a->window, b->window))
        return true;
    return larger->time > smaller->time && larger->time - smaller->time > GROWTH_SECONDS;
}

/* Of all voices of a cell the two furthest apart whose figures exclude each other. */
static void find_count(const Finder *f, size_t at)
{
    const Builder *b = f->b;
    const Figure *first = NULL;
    const Figure *second = NULL;
    int64_t widest = 0;
    for (size_t i = at; i < f->figure_count; i++)
        for (size_t k = at; k < f->figure_count; k++) {
            const Figure *x = f->figures[i];
            const Figure *y = f->figures[k];
            if (x->claim->count.high >= y->claim->count.low || y->claim->count.low - x->claim->count.high <= widest)
                continue;
            if (!is_cell_figure(x->claim) || !is_cell_figure(y->claim) || !is_current(b, x) || !is_current(b, y) ||
                !same_event(b, x, f->figures[at]) || !same_event(b, y, x) ||
                !same_cell(x->claim, f->figures[at]->claim) || !same_cell(x->claim, y->claim) ||
                str_equal(x->voice.key, y->voice.key) || x->document == y->document || !like_windows(x, y) ||
                has_grown(x, y))
                continue;
            widest = y->claim->count.low - x->claim->count.high;
            first = x;
            second = y;
        }
    if (first)
        add_two(f, CONFLICT_NUMBERS, first, second);
}

/* One page, one cell, two figures. */
static bool is_within_page(const Figure *x, const Figure *y)
{
    return x->document == y->document && same_cell(x->claim, y->claim) && is_cell_figure(x->claim) &&
           is_cell_figure(y->claim) &&
           interval_point(x->claim->count_form, x->claim->count) !=
               interval_point(y->claim->count_form, y->claim->count) &&
           conflict_like_windows(x->claim, y->claim) && !people_same_sentence(x, y) && !people_differ(x, y) &&
           x->claim->incident == y->claim->incident;
}

/* Two earlier figures of the page are at odds already. */
static bool is_told(const Finder *f, size_t second)
{
    const Figure *x = f->figures[second];
    for (size_t i = 0; i < second; i++)
        for (size_t k = 0; k < i; k++)
            if (is_within_page(f->figures[k], f->figures[i]) && f->figures[i]->document == x->document &&
                same_cell(f->figures[i]->claim, x->claim))
                return true;
    return false;
}

static bool window_is_inside(const Claim *inner, const Claim *outer)
{
    return conflict_states_window(inner) && conflict_states_window(outer) &&
           window_holds(outer->window, inner->window) && !window_equal(outer->window, inner->window);
}

static void put_window(Buf *note, Window w)
{
    day_write(note, w.first);
    if (w.first == w.last)
        return;
    buf_put(note, STR(" to "));
    day_write(note, w.last);
}

static void find_window(const Finder *f, const Figure *inner, const Figure *outer)
{
    if (!same_event(f->b, inner, outer) || !same_cell(inner->claim, outer->claim) || !is_cell_figure(inner->claim) ||
        !is_cell_figure(outer->claim) || !window_is_inside(inner->claim, outer->claim) ||
        inner->claim->count.low <= outer->claim->count.high)
        return;
    Buf note = {0};
    conflict_put_cell(&note, inner->claim);
    buf_put(&note, STR(": "));
    conflict_put_count(&note, inner->claim);
    buf_put(&note, STR(" on "));
    put_window(&note, inner->claim->window);
    buf_put(&note, STR(" is more than "));
    conflict_put_count(&note, outer->claim);
    buf_put(&note, STR(" over "));
    put_window(&note, outer->claim->window);
    conflict_add(f, CONFLICT_WINDOW, (uint32_t[]){inner->index, outer->index}, 2, &note);
}

/* A part, or a class, larger than the whole of its page. */
static bool exceeds(const Figure *part, const Figure *whole)
{
    if (part->document != whole->document || part->claim->outcome != whole->claim->outcome || part == whole ||
        !conflict_is_number(part->claim) || !conflict_is_number(whole->claim) ||
        part->claim->count.low <= whole->claim->count.high)
        return false;
    if (part->claim->part_of >= 0)
        return &part->extraction->claims[part->claim->part_of] == whole->claim;
    return part->claim->victim_class != CLASS_UNKNOWN && part->claim->victim_class != CLASS_MILITANT &&
           whole->claim->victim_class == CLASS_UNKNOWN && is_cell_figure(whole->claim) &&
           conflict_like_windows(part->claim, whole->claim) && part->claim->incident == whole->claim->incident;
}

static void find_subset(const Finder *f, const Figure *part, const Figure *whole)
{
    if (!exceeds(part, whole))
        return;
    Buf note = {0};
    conflict_put_cell(&note, part->claim);
    buf_put(&note, STR(": a part of "));
    conflict_put_count(&note, part->claim);
    buf_put(&note, STR(" in a whole of "));
    conflict_put_count(&note, whole->claim);
    conflict_add(f, CONFLICT_SUBSET, (uint32_t[]){part->index, whole->index}, 2, &note);
}

void conflict_find_figures(const Finder *f)
{
    const Builder *b = f->b;
    for (size_t i = 0; i < f->figure_count; i++) {
        const Figure *x = f->figures[i];
        if (is_cell_figure(x->claim) && is_current(b, x) && opens_cell(f, i))
            find_count(f, i);
        for (size_t k = 0; k < f->figure_count; k++) {
            if (k != i)
                find_window(f, x, f->figures[k]);
        }
    }
}

void conflict_find_in_pages(const Finder *f)
{
    for (size_t i = 0; i < f->figure_count; i++) {
        bool paired = false;
        for (size_t k = 0; k < f->figure_count; k++) {
            const Figure *x = f->figures[i];
            const Figure *y = f->figures[k];
            if (k < i && is_within_page(y, x) && !paired && !is_told(f, i)) {
                paired = true;
                add_two(f, CONFLICT_WITHIN_PAGE, y, x);
            }
            if (k != i)
                find_subset(f, x, y);
        }
    }
}
