#include "assemble/figure/toll_further.h"

unsigned toll_further_nth(const Figure *x)
{
    const Claim *claim = x->claim;
    bool one = claim->outcome == OUTCOME_KILLED && claim->count_form == COUNT_DESCRIBED;
    return one && claim->ordinal > 2 ? claim->ordinal : 0;
}

bool toll_is_further(const Figure *x)
{
    const Claim *claim = x->claim;
    if (!claim->additional || claim->total || claim->part_of >= 0 || claim->outcome != OUTCOME_KILLED)
        return false;
    for (size_t i = 0; i < x->extraction->claim_count; i++) {
        const Claim *before = &x->extraction->claims[i];
        bool harm =
            before->kind == KIND_CASUALTY && (before->outcome == OUTCOME_KILLED || before->outcome == OUTCOME_INJURED);
        if (harm && before->victims.start < claim->victims.start && !before->additional)
            return false;
    }
    return true;
}

bool toll_is_held(const Figure *x)
{
    for (size_t i = 0; i < x->extraction->claim_count; i++) {
        const Claim *toll = &x->extraction->claims[i];
        if (toll->kind == KIND_CASUALTY && toll->outcome == x->claim->outcome && toll->total && !toll->background)
            return true;
    }
    return false;
}
