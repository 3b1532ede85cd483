/*
 * How many people the noun of a phrase says that there are, without a number: "the guard", "twins", "a trio".
 */
#include "extract/people/group_parts.h"

bool groups_noun_is(const Groups *g, const Mention *head, const char *wanted)
{
    const Attr *number = analysis_attr(g->a, head, "number");
    return number && str_is(lexicon_value_name(g->a->language->lexicon, number->value), wanted);
}

int64_t groups_noun_people(const Groups *g, const Mention *head)
{
    static const char *const NUMBERS[] = {"pair", "trio", "quartet"};
    enum { FEWEST = 2 };
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
        if (groups_noun_is(g, head, NUMBERS[i]))
            return (int64_t)i + FEWEST;
    return 0;
}

void groups_take_pair(const Groups *g, const Mention *head, GroupRecord *group)
{
    const Mention *both = groups_at(g, group->first, g->determiner); /* "both her parents" */
    bool of_one = groups_noun_is(g, head, "duo") && groups_at(g, both ? both->last : group->first, g->sex_pronoun);
    int64_t people = of_one ? 2 : groups_noun_people(g, head);
    if (group->count != MENTION_NONE || people == 0)
        return;
    CountRecord words = {.first = head->first, .last = head->last};
    group->count = groups_add_count(g->a, &words, (Interval){people, people}, COUNT_EXACT);
    group->many = true;
}
