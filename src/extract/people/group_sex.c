/*
 * Whether a victim told of by name is a woman or a man, where the words say so: a title or a remark in the name ("Mrs Bek",
 * "Ana Bek (53, female)"), or the pronoun that stands for them ("Ana Bek was killed in her home").
 */
#include "extract/people/group_parts.h"

static const unsigned SEXES = SUBGROUP_WOMEN | SUBGROUP_MEN;

static unsigned sex_of(const Groups *g, const Mention *word)
{
    return word ? subgroup_parse(analysis_value(g->a, word)) & SEXES : 0;
}

static unsigned sex_at(const Groups *g, const GroupRecord *group, uint32_t token)
{
    bool opens = token == group->first || !analysis_is_name(g->a, token - 1) || /* no part of a family's name */
                 groups_at(g, token - 1, g->determiner) || groups_at(g, token - 1, g->count);
    return opens ? sex_of(g, groups_at(g, token, g->sex_word)) : 0;
}

unsigned groups_sex_told(const Groups *g, const GroupRecord *group)
{
    unsigned sex = 0;
    for (uint32_t t = group->first; t < group->last && sex == 0; t++)
        sex = sex_at(g, group, t);
    return sex;
}

unsigned groups_sex_of_all(const Groups *g, const GroupRecord *group)
{
    unsigned sex = group->sex | ((group->subgroups & SUBGROUP_CHILDREN) ? 0 : group->subgroups & SEXES);
    for (uint32_t t = group->first; t < group->last; t++)
        sex |= sex_at(g, group, t);
    return sex == SEXES ? 0 : sex;
}

/* Somebody else stands between: a name, or who speaks ("Ana Bek was killed, he said"). */
static bool is_apart(const Groups *g, uint32_t first, uint32_t pronoun)
{
    enum { REACH = 30 };
    if (pronoun - first > REACH || groups_at(g, pronoun + 1, g->say))
        return true;
    for (uint32_t t = first; t < pronoun; t++) {
        if (groups_at(g, t, g->person))
            return true;
    }
    return false;
}

/* "Her son and | her daughter", "her sons Juan Sol and Pedro Sol and | her daughter": the kin of the one who is meant. */
static bool is_kin_of(const Groups *g, const GroupRecord *group, unsigned sex)
{
    const GroupRecord *first = g->a->groups;
    for (; group > first && group->named && !group->possessed && !group->prefaced; group--)
        if (!groups_same_sentence(g, group[-1].first, group->first) ||
            groups_behind_joint(g, &group[-1]) != group->first)
            return false;
    uint32_t noun = group->prefaced ? group->owner_first : group->first; /* of what is told of each of them */
    return sex_of(g, groups_at(g, noun, g->sex_pronoun)) == sex;
}

/* "A judge and | her driver", "a doctor was shot with | her husband": whose the next told of is. */
static bool owns_next(const Groups *g, const GroupRecord *group, const GroupRecord *next, const Mention *pronoun)
{
    return next < g->a->groups + g->a->group_count && next->first == pronoun->first && next->possessed &&
           (next->first == groups_behind_joint(g, group) || groups_before(g, next->first, g->company));
}

/* The pronoun stands for the nearest single person before it whose sex is not known to be the other. */
static void take_pronoun(Groups *g, const Mention *pronoun, size_t end)
{
    unsigned sex = sex_of(g, pronoun);
    uint32_t first = pronoun->first;
    for (size_t i = end; i-- > 0;) {
        GroupRecord *group = &g->a->groups[i];
        if (!groups_same_sentence(g, group->first, first) || is_apart(g, group->last, first))
            return;
        unsigned known = group->subgroups & (SEXES | SUBGROUP_CHILDREN);
        if (!group->described || group->bodies || group->anaphoric || is_kin_of(g, group, sex) ||
            known == (sex ^ SEXES))
            continue;
        if (known == 0 && (group->named || owns_next(g, group, group + 1, pronoun)))
            group->subgroups |= sex;
        return;
    }
}

void groups_read_pronouns(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of(&g->sex_pronoun, 1);
    size_t end = 0;
    for (uint32_t t = groups_next(g, 0, &set); t < list->token_count; t = groups_next(g, t + 1, &set)) {
        const Mention *pronoun = groups_at(g, t, g->sex_pronoun);
        while (end < g->a->group_count && g->a->groups[end].last <= t)
            end++;
        if (pronoun)
            take_pronoun(g, pronoun, end);
    }
}
