#include "assemble/figure/outgrown.h"
#include "assemble/figure/toll_column.h"

enum { HOUR_SECONDS = 3600 };

/* When the number was last told in the list, with stated as a count and no sum; INT64_MIN where it was not. */
static int64_t last_told(const ToldList *list, int64_t number, bool stated)
{
    int64_t last = INT64_MIN;
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        bool counted = x->whole && !x->derived && !x->singly;
        if (x->point == number && (counted || !stated) && !x->about_enemy && x->time != INT64_MAX && x->time > last)
            last = x->time;
    }
    return last;
}

/* Does anybody tell of so many in all, or more? Then voices are at odds, and none is late. */
static bool is_reached(const ToldList *totals, int64_t number)
{
    for (size_t i = 0; i < totals->count; i++)
        if (totals->items[i].point >= number && !totals->items[i].about_enemy)
            return true;
    return false;
}

bool outgrown_by_class(const Profile *profile, const ToldList *told, const ToldList *totals, int64_t total,
                       const Estimate *row)
{
    int64_t last = last_told(totals, total, false);
    for (CellKind cell = CELL_ALL; profile->lapses && last != INT64_MIN && cell < CELL_COUNT_; cell++) {
        bool of_class = cell_class(cell) != CLASS_UNKNOWN;
        if (of_class && row[cell].has_best && row[cell].best > total && !is_reached(totals, row[cell].best) &&
            last_told(&told[cell], row[cell].best, true) >= last + profile->lapse_hours * HOUR_SECONDS)
            return true;
    }
    return false;
}

/* Does the figure count all who are missing, of no class alone? */
static bool counts_all(const Told *y)
{
    const unsigned unsaid = 1U << CLASS_UNKNOWN | 1U << CLASS_MIXED;
    return y->point >= 0 && (y->classes & unsaid) != 0 && y->whole && !y->minimum && !y->singly && !y->about_enemy &&
           !y->too_wide && !y->local && !y->derived && y->time != INT64_MAX;
}

static bool is_found(const Profile *profile, const Told *x, const ToldList *totals)
{
    for (size_t i = 0; i < totals->count; i++) {
        const Told *y = &totals->items[i];
        if (counts_all(y) && y->point < x->point && x->time != INT64_MAX &&
            y->time >= x->time + profile->lapse_hours * HOUR_SECONDS)
            return true;
    }
    return false;
}

bool outgrown_by_finds(const Profile *profile, const ToldList *of_class, const ToldList *totals)
{
    for (size_t i = 0; i < of_class->count; i++)
        if (!is_found(profile, &of_class->items[i], totals))
            return false;
    return profile->lapses && of_class->count > 0;
}

void outgrown_by_words(ToldList *totals)
{
    enum { SEVERAL = 3 };
    int64_t words = 0;
    int64_t described = 0;
    for (size_t i = 0; i < totals->count; i++) {
        const Told *x = &totals->items[i];
        if (x->point >= 0 && !x->singly)
            return;
        if (x->point < 0 && x->voice.narrator && !x->about_enemy && x->range.low > words)
            words = x->range.low;
        if (x->point > described)
            described = x->point;
    }
    if (words < SEVERAL || words <= described)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < totals->count; i++)
        if (!totals->items[i].singly)
            totals->items[kept++] = totals->items[i];
    totals->count = kept;
}
