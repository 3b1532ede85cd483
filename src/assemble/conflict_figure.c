/* Two figures of one page for one cell. */
#include "assemble/conflict.h"
#include "assemble/people.h"

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

/* "Nine died ... four bodies were found so far": the bodies are as many at least. */
static bool are_at_odds(const Claim *x, const Claim *y)
{
    if ((x->minimum && x->count.low <= y->count.low) || (y->minimum && y->count.low <= x->count.low))
        return false;
    return interval_printed(x->count_form, x->count) != interval_printed(y->count_form, y->count);
}

/* One page, one cell, two figures; "300" in a headline and "more than 300" below it are one. */
static bool is_within_page(const Figure *x, const Figure *y)
{
    return x->document == y->document && x->local == y->local && same_cell(x->claim, y->claim) &&
           is_cell_figure(x->claim) && is_cell_figure(y->claim) && are_at_odds(x->claim, y->claim) &&
           conflict_like_windows(x->claim, y->claim) && !people_same_sentence(x, y) && !people_differ(x, y) &&
           !area_is_apart(x->area.countries, y->area.countries) && x->claim->incident == y->claim->incident;
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
        }
    }
}
