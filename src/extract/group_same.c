/*
 * Two phrases for the same people: "Ana Bek, a clerk", "a clerk and member of the party", "18 people, all guards".
 */
#include "extract/group_parts.h"

/* "10 officers and policemen": a bare plural behind "and" shares the count. */
static bool shares_count(const GroupRecord *group, const GroupRecord *next)
{
    return group->count != MENTION_NONE && group->many && next->many && next->count == MENTION_NONE &&
           !next->definite && !next->additional && !group->bare;
}

static bool is_bare(const Groups *g, const GroupRecord *group)
{
    return !group->possessed && group->count == MENTION_NONE && !groups_at(g, group->first, g->determiner);
}

/* "Juan Sol, | his wife, | Rosa Paz", "the father, Juan Sol, | the mother, Rosa Paz": the noun behind the name goes with the
 * name behind it. */
static bool names_another(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    const GroupRecord *end = g->a->groups + g->a->group_count;
    bool name_follows = next + 1 < end && next[1].named && groups_is_sign(g, next->last, ',') &&
                        next[1].first == next->last + 1 && groups_same_sentence(g, next->first, next[1].first);
    bool aged = group->years > 0 && next->years > 0; /* "a girl named Ana Bek, 8, a boy of six" */
    return aged || (group->named && (group->apposed || (name_follows && next->possessed)));
}

/* Whether the phrase ends as one beside another does: at a sign, its verb, or a clause about it. */
static bool is_closed(const Groups *g, const GroupRecord *next)
{
    return groups_is_sign(g, next->last, ',') || groups_is_sign(g, next->last, '.') ||
           groups_at(g, next->last, g->verbs[5]) || groups_at(g, next->last, g->verbs[6]) ||
           groups_at(g, next->last, g->closed[5]);
}

static bool has_article(const Groups *g, const GroupRecord *group, const char *kind)
{
    const Mention *determiner = groups_at(g, group->first, g->determiner);
    return determiner && str_equal(analysis_value(g->a, determiner), str_from(kind));
}

/* "The victim, | a two-year-old child, | died", "one of the boys, | a 15-year-old, | was": whom the text has told of before, and
 * between commas what that one is; no row of several. */
static bool says_what(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool known = group->described ? has_article(g, group, "definite") && !group->named : group->part;
    const GroupRecord *end = g->a->groups + g->a->group_count;
    bool comma = groups_is_sign(g, next->last, ',');
    bool row =
        comma && (groups_at(g, next->last + 1, g->conjunction) || (next + 1 < end && next[1].first == next->last + 1));
    bool one = groups_is_of_one(g, group) && next->described && !next->possessed && has_article(g, next, "one");
    return known && one && comma && !row && next->ordinal == 0 &&
           !subgroups_conflict(group->subgroups, next->subgroups);
}

/* "Otakhon Latifi, a member of the opposition", "a fourth victim, a woman, was", "the other boy, a 9-year-old, ran": two
 * names of one person. */
bool groups_is_apposition(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool comma_only = groups_is_sign(g, group->last, ',') && next->first == group->last + 1;
    bool closes = groups_is_sign(g, next->last, ',') || groups_is_sign(g, next->last, '.');
    bool one_of_several = group->ordinal > 0 || (group->additional && group->definite);
    bool numbered = one_of_several && next->ordinal == 0 && is_closed(g, next);
    if (comma_only && !group->described && groups_is_of_one(g, group) && next->named &&
        next->described) /* "one guard, Ana Bek, was" */
        return closes || groups_at(g, next->last, g->verbs[5]);
    if (comma_only && !next->additional && says_what(g, group, next))
        return true;
    bool office = is_bare(g, next) && groups_is_of(g, next->last); /* "a clerk, member of the party," */
    return comma_only && group->described && next->described && !next->additional &&
           ((group->named != next->named && !names_another(g, group, next)) || numbered || office);
}

/* "18 people, all members of a family": who the 18 were. */
static bool says_who(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool comma_only = groups_is_sign(g, group->last, ',') && next->first == group->last + 1;
    return comma_only && group->count != MENTION_NONE && group->many && !group->definite && next->definite &&
           next->many && next->count == MENTION_NONE && !next->possessed;
}

/* "Ana Bek, a clerk": a name and, behind a comma, who that is. */
static bool has_apposition(const Groups *g, const GroupRecord *group)
{
    bool comma = false;
    for (uint32_t t = group->first; t < group->last; t++)
        comma = comma || groups_is_sign(g, t, ',');
    return group->named && comma;
}

/* "Bek, | a student athlete and choir member": behind the family name that opens the sentence, who that is. */
static bool is_behind_name(const Groups *g, const GroupRecord *group)
{
    uint32_t first = g->a->tokens.sentences[analysis_sentence(g->a, group->first)].first;
    if (group->named || group->first < first + 2 || !groups_is_sign(g, group->first - 1, ','))
        return false;
    for (uint32_t t = first; t + 1 < group->first; t++)
        if (!(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL) || !analysis_is_name(g->a, t) ||
            groups_over(g, t, g->place) || groups_over(g, t, g->time))
            return false;
    return true;
}

/* "Senator and party leader Ana Bek", "Ana Bek, senator and party leader, was": two offices of one person. */
static bool is_second_office(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool and_only = groups_before(g, next->first, g->conjunction) && !groups_is_sign(g, group->last, ',');
    bool closes = groups_is_sign(g, next->last, ',');
    if (and_only && group->described && next->described && !next->named && groups_is_of(g, next->last) &&
        !subgroups_conflict(group->subgroups, next->subgroups)) /* "Ana Bek, a clerk and member of the party" */
        return is_bare(g, next) || has_apposition(g, group);
    if (and_only && group->described && next->described && !next->named && is_bare(g, next) &&
        is_behind_name(g, group) && !subgroups_conflict(group->subgroups, next->subgroups))
        return true;
    return and_only && group->described && next->described && is_bare(g, next) &&
           (group->named ? !next->named && closes : next->named && is_bare(g, group));
}

bool groups_is_described_again(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    return shares_count(group, next) || says_who(g, group, next) || is_second_office(g, group, next);
}
