#include "extract/refer.h"

enum { MOST_BETWEEN = 12 };

static bool may_be_same(const GroupRecord *before, const GroupRecord *group)
{
    if (before->bodies)
        return false;
    if (group->victim_class == CLASS_UNKNOWN && !group->definite)
        return before->victim_class != CLASS_MILITANT; /* "them" behind "gunmen" are whom the gunmen met */
    return before->victim_class == group->victim_class;
}

static bool is_number(const Analysis *a, const GroupRecord *group)
{
    return group->count != MENTION_NONE && a->counts[group->count].form != COUNT_WORD &&
           !a->counts[group->count].ordinal && a->counts[group->count].quantity.low > 1;
}

uint32_t refer_count(const Analysis *a, uint32_t index)
{
    const GroupRecord *group = &a->groups[index];
    if (!group->anaphoric || !group->many || group->count != MENTION_NONE || group->additional)
        return MENTION_NONE; /* "the others" are some of those told of before, nobody says how many */
    uint32_t sentence = analysis_sentence(a, group->first);
    for (uint32_t i = index, seen = 0; i-- > 0 && seen < MOST_BETWEEN; seen++) {
        const GroupRecord *before = &a->groups[i];
        if (before->first >= group->first || analysis_sentence(a, before->first) + 1 < sentence)
            return MENTION_NONE;
        if (!before->many || !may_be_same(before, group))
            continue;
        if (is_number(a, before))
            return before->count;
        if (!before->anaphoric)
            return MENTION_NONE;
    }
    return MENTION_NONE;
}
