#include "assemble/basis/people.h"
#include "assemble/conflict/conflict.h"

/* Counts that one sentence tells in a row, by one voice: "45 adults and five children". */
static bool is_in_row(const Figure *figure)
{
    const Claim *claim = figure->claim;
    return claim->listed && claim->part_of < 0 && claim->count_form == COUNT_EXACT && !claim->background &&
           !claim->minimum && !claim->additional;
}

static bool is_of_row(const Figure *x, const Figure *y)
{
    return x != y && is_in_row(y) && x->document == y->document && people_same_sentence(x, y) &&
           x->claim->outcome == y->claim->outcome && str_equal(x->voice.key, y->voice.key);
}

/* Told by age or sex: nobody is both in it and among those of another such word of the row. */
static bool is_by_age(const Claim *claim)
{
    return (claim_groups(claim) & SUBGROUP_AGES_AND_SEXES) != 0;
}

/* May the figure stand for the row? It is of nobody's class ("45 adults", "30 men"), and all others of the row are told by age or sex. */
static bool heads_row(const Figure *figures, size_t count, size_t at, Interval *sum)
{
    const Figure *x = &figures[at];
    bool row = false;
    *sum = x->claim->count;
    if (!is_in_row(x) || x->claim->victim_class != CLASS_UNKNOWN)
        return false;
    for (size_t i = at; i-- > 0 && figures[i].document == x->document;)
        if (is_of_row(x, &figures[i])) {
            if (!is_by_age(figures[i].claim) || figures[i].claim->victim_class == CLASS_UNKNOWN)
                return false; /* one before it heads the row */
            *sum = interval_add(*sum, figures[i].claim->count);
            row = true;
        }
    for (size_t i = at + 1; i < count && figures[i].document == x->document; i++)
        if (is_of_row(x, &figures[i])) {
            if (!is_by_age(figures[i].claim))
                return false;
            *sum = interval_add(*sum, figures[i].claim->count);
            row = true;
        }
    return row;
}

void conflict_sum_rows(Arena *arena, Figure *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Interval sum = {0, 0};
        if (!heads_row(figures, count, i, &sum))
            continue;
        Claim *claim = NULL;
        const Figure *whole = figure_copy(arena, &figures[i], &claim);
        claim->count = sum;
        claim->subgroups = claim->among = 0;
        figures[i] = *whole;
    }
}
