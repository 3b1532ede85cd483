/* When a figure was told, where its own sentence or its post of a log says so. */
#include "assemble/basis/telling.h"
#include "assemble/conflict/conflict.h"

bool conflict_is_overtaken(const Figure *x, const Figure *by)
{
    if (by->claim->total && !x->claim->total && by->time >= x->time)
        return true;
    Telling before = telling_of_claim(x->extraction, x->claim, x->time);
    if (!before.known)
        return false;
    Telling after = telling_of_claim(by->extraction, by->claim, by->time);
    if (after.known)
        return after.from >= before.to && after.from > before.from;
    return by->document != x->document && by->time != INT64_MAX && by->time_last - before.to >= CONFLICT_GROWTH_SECONDS;
}

static bool takes_back(const Figure *by, const Figure *x)
{
    const Claim *claim = by->claim;
    return claim->replaces > 0 && claim->replaces == x->claim->count.low && x->claim->outcome == claim->outcome &&
           by->time >= x->time && voice_takes_back(&by->voice, &x->voice, claim->count.low > x->claim->count.low);
}

bool conflict_is_replaced(const Figure *x, const Figure *y)
{
    return takes_back(x, y) || takes_back(y, x);
}
