/* Two figures of one page for one cell. */
#include "assemble/basis/people.h"
#include "assemble/conflict/conflict.h"
#include "assemble/figure/rounded.h"
#include "assemble/figure/share.h"

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

static bool is_exact_of(const Claim *exact, const Claim *rough)
{
    return exact->count_form == COUNT_EXACT && rounded_holds(rough, exact->count.low);
}

/* "Around 100": a number near it, and a floor below its upper end, agree with it. So does what is rounded with its exact number. */
static bool is_near(const Claim *x, const Claim *y)
{
    bool around = x->count_form == COUNT_AROUND || y->count_form == COUNT_AROUND;
    return (around && interval_overlaps(x->count, y->count)) || is_exact_of(x, y) || is_exact_of(y, x);
}

/* "Nine died ... four bodies were found so far": the bodies are as many at least. */
static bool are_at_odds(const Claim *x, const Claim *y)
{
    if ((conflict_is_of_some(x) && x->count.low <= y->count.low) ||
        (conflict_is_of_some(y) && y->count.low <= x->count.low))
        return false;
    bool one = x->count.low == y->count.low && interval_overlaps(x->count, y->count); /* "more than 30", and 31 */
    return !one && !is_near(x, y) &&
           interval_printed(x->count_form, x->count) != interval_printed(y->count_form, y->count);
}

/* The smaller was told before the larger, by the page's own words. */
static bool is_overtaken(const Figure *x, const Figure *y)
{
    bool rises = x->claim->count.low < y->claim->count.low;
    return conflict_is_overtaken(rises ? x : y, rises ? y : x);
}

/* Of soldiers or policemen one voice may tell the dead of two places, a few at a time. */
static bool are_of_one_voice(const Figure *x, const Figure *y)
{
    bool named = x->claim->attribution && y->claim->attribution;
    return conflict_is_of_role(x->claim) && (!named || str_equal(x->voice.key, y->voice.key));
}

/* "170 died. ... In Vale 76 died. In Dol 94 died": one region's is no rival of another's, nor of a larger one of all. */
static bool is_of_region(const Figure *x, const Figure *y)
{
    const Place *region = share_region(x);
    const Place *other = share_region(y);
    return region && (other ? !place_meets(region, other) : y->claim->count.high >= x->claim->count.low);
}

/* One page, one cell, two figures; "300" in a headline and "more than 300" below it are one. */
static bool is_within_page(const Figure *x, const Figure *y)
{
    return x->document == y->document && x->local == y->local && conflict_same_cell(x->claim, y->claim) &&
           conflict_is_cell_figure(x->claim) && conflict_is_cell_figure(y->claim) && are_at_odds(x->claim, y->claim) &&
           conflict_like_windows(x->claim, y->claim) && !people_same_sentence(x, y) && !people_differ(x, y) &&
           !area_is_apart(x->area.countries, y->area.countries) && x->claim->incident == y->claim->incident &&
           !is_overtaken(x, y) && !is_of_region(x, y) && !is_of_region(y, x) && !are_of_one_voice(x, y) &&
           !conflict_but_for_attackers(x, y) && !conflict_is_replaced(x, y);
}

/* The cells of the page that is looked at of which two figures are at odds already: one pair a cell is enough. */
typedef struct {
    size_t *figures; /* one of each cell */
    size_t count;
    size_t cap;
} Cells;

static bool is_told(const Finder *f, const Cells *told, const Claim *claim)
{
    for (size_t i = 0; i < told->count; i++)
        if (conflict_same_cell(f->figures[told->figures[i]]->claim, claim))
            return true;
    return false;
}

/* The first figure of the page, which begins at so many, that the one at the place is at odds with; NULL where none is. */
static const Figure *first_against(const Finder *f, size_t page, size_t at)
{
    for (size_t i = page; i < at; i++)
        if (is_within_page(f->figures[i], f->figures[at]))
            return f->figures[i];
    return NULL;
}

void conflict_find_in_pages(const Finder *f)
{
    Cells told = {NULL, 0, 0};
    size_t page = 0;
    for (size_t i = 0; i < f->figure_count; i++) {
        const Figure *x = f->figures[i];
        if (x->document != f->figures[page]->document) {
            page = i;
            told.count = 0;
        }
        if (!conflict_is_cell_figure(x->claim) || is_told(f, &told, x->claim))
            continue;
        const Figure *before = first_against(f, page, i);
        if (!before)
            continue;
        add_two(f, CONFLICT_WITHIN_PAGE, before, x);
        told.figures = arena_grow(f->b->arena, told.figures, told.count, &told.cap, sizeof *told.figures);
        told.figures[told.count++] = i;
    }
}

/* Is the one the toll of the other's cell, and larger? */
static bool is_toll_over(const Figure *toll, const Figure *x)
{
    return toll->claim->total && !x->claim->total && toll->claim->count.low > x->claim->count.low &&
           conflict_same_cell(toll->claim, x->claim) && conflict_is_cell_figure(toll->claim) &&
           toll->local == x->local && toll->claim->incident == x->claim->incident;
}

bool conflict_is_no_whole(const Finder *f, size_t at)
{
    const Figure *x = f->figures[at];
    if (!conflict_is_cell_figure(x->claim))
        return false;
    for (size_t i = at; i-- > 0 && f->figures[i]->document == x->document;)
        if (is_toll_over(f->figures[i], x) && people_same_sentence(f->figures[i], x))
            return true;
    for (size_t i = at + 1; i < f->figure_count && f->figures[i]->document == x->document; i++)
        if (is_toll_over(f->figures[i], x) && people_same_sentence(f->figures[i], x))
            return true;
    return false;
}
