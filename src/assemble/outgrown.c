#include "assemble/outgrown.h"

enum { HOUR_SECONDS = 3600 };

/* When the number was last told in the list; INT64_MIN where it was not. */
static int64_t last_told(const ToldList *list, int64_t number)
{
    int64_t last = INT64_MIN;
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        if (x->point == number && !x->about_enemy && x->time != INT64_MAX && x->time > last)
            last = x->time;
    }
    return last;
}

bool outgrown_by_class(const Profile *profile, const ToldList *told, const ToldList *totals, int64_t total,
                       const Estimate *row)
{
    int64_t last = last_told(totals, total);
    for (CellKind cell = CELL_ALL; profile->lapses && last != INT64_MIN && cell < CELL_COUNT_; cell++) {
        bool of_class = cell_class(cell) != CLASS_UNKNOWN;
        if (of_class && row[cell].has_best && row[cell].best > total &&
            last_told(&told[cell], row[cell].best) >= last + profile->lapse_hours * HOUR_SECONDS)
            return true;
    }
    return false;
}
