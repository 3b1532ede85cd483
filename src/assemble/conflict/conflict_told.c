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
