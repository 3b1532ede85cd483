#include "assemble/figure/toll_district.h"

bool district_is_apart(const Told *a, const Told *b)
{
    return a->district && b->district && !place_same(a->district, b->district);
}

bool district_split(const Told **items, size_t *count)
{
    const Told *first = NULL;
    bool split = false;
    int64_t part = -1;
    int64_t whole = -1;
    for (size_t i = 0; i < *count; i++) {
        const Told *x = items[i];
        if (!x->district) {
            whole = x->whole && x->point > whole ? x->point : whole;
            continue;
        }
        first = first ? first : x;
        split = split || (district_is_apart(first, x) && first->point != x->point);
        part = x->point > part ? x->point : part;
    }
    if (!split || whole < part)
        return split;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (!items[i]->district)
            items[kept++] = items[i];
    *count = kept;
    return false;
}
