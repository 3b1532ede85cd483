/*
 * Figures that the words in front make of a group: "half of the 30 hostages" are 15, "most of the 30" 16 to 30; "three of them
 * clerks" are three clerks; "two of the attackers" are two.
 */
#include "extract/people/group_parts.h"

enum { ALL_PERCENT = 100 };

/* "16 100" as lowest and highest percent. */
static bool read_percents(Str value, Interval *out)
{
    size_t gap = str_find_char(value, ' ', 0);
    return gap < SIZE_MAX && str_number(str_slice(value, 0, gap), &out->low) &&
           str_number(str_drop(value, gap + 1), &out->high);
}

uint32_t groups_add_count(Analysis *a, const CountRecord *like, Interval range, CountForm form)
{
    a->counts = arena_grow(a->scratch, a->counts, a->count_count, &a->count_cap, sizeof *a->counts);
    CountRecord record = {.range = range, .form = form, .quantity = range, .first = like->first, .last = like->last};
    a->counts[a->count_count] = record;
    return (uint32_t)a->count_count++;
}

uint32_t groups_share_of(Analysis *a, Interval whole, const Mention *share)
{
    Interval percents = {0, 0};
    if (!read_percents(analysis_value(a, share), &percents))
        return MENTION_NONE;
    int64_t low = (whole.low * percents.low + ALL_PERCENT - 1) / ALL_PERCENT;
    int64_t high = whole.low * percents.high / ALL_PERCENT;
    bool exact = high <= low; /* half of 31: 16 */
    CountRecord words = {.first = share->first, .last = share->last};
    return groups_add_count(a, &words, (Interval){low, exact ? low : high}, exact ? COUNT_EXACT : COUNT_WORD);
}

void groups_take_share(const Groups *g, GroupRecord *group)
{
    const Mention *share = group->count == MENTION_NONE ? NULL : groups_before(g, group->first, g->share);
    if (!share || g->owner[share->first] != MENTION_NONE)
        return;
    const CountRecord *whole = &g->a->counts[group->count];
    uint32_t last = whole->last;
    uint32_t count = groups_share_of(g->a, whole->quantity, share);
    if (count == MENTION_NONE)
        return;
    g->a->counts[count].last = last;
    group->partitive = true; /* "half of the 30 people killed were clerks": 30 were */
    group->whole = group->count;
    group->count = count;
    group->first = share->first;
    group->definite = false;
}

/* "Two women, | one | a nurse, and a child", "seven of them women and | one | a child": the count of one of those told of right before; NULL
 * where none stands there. */
static const Mention *one_before(const Groups *g, const GroupRecord *group)
{
    if (group->many || group->count != MENTION_NONE || group->definite || group->possessed)
        return NULL;
    const Mention *count = groups_before(g, group->first, g->count);
    bool one = count && groups_count_is_usable(g, count) && g->a->counts[count->data].quantity.high == 1 &&
               g->a->counts[count->data].quantity.low == 1;
    bool set_off = one && count->first > 1 &&
                   (groups_is_sign(g, count->first - 1, ',') || groups_before(g, count->first, g->conjunction));
    return set_off && groups_at(g, count->last, g->determiner) ? count : NULL;
}

void groups_take_picked(const Groups *g, GroupRecord *group)
{
    const Mention *one = one_before(g, group);
    if (one) {
        group->count = one->data;
        group->first = one->first;
        group->picked = group->part = true;
        return;
    }
    const Mention *adverb = groups_before(g, group->first, g->adverb); /* "two of them reportedly | children" */
    uint32_t first = adverb ? adverb->first : group->first;
    const Mention *of_them =
        group->count == MENTION_NONE && !group->definite ? groups_before(g, first, g->including) : NULL;
    if (!of_them || !str_equal(analysis_value(g->a, of_them), STR("of")))
        return; /* "one of the injured victims" */
    const Mention *count = groups_before(g, of_them->first, g->count);
    if (!groups_count_is_usable(g, count) || g->a->counts[count->data].form == COUNT_WORD ||
        (!group->many && g->a->counts[count->data].quantity.low > 1))
        return;
    group->count = count->data;
    group->first = count->first;
    group->picked = group->part = true;
}

void groups_take_collective(const Groups *g, GroupRecord *group)
{
    const Mention *collective = group->count == MENTION_NONE ? NULL : groups_collective_before(g, group->first);
    if (!collective || g->owner[collective->first] != MENTION_NONE)
        return;
    group->first = collective->first;
    groups_take_determiners(g, group);
}

/* "One of [the freed] men": the article before what befell the group; NULL where it stands otherwise. */
static const Mention *opens_with_harm(const Groups *g, uint32_t token)
{
    const Mention *harm = groups_before(g, token, g->verbs[3]);
    if (!harm)
        harm = groups_before(g, token, g->verbs[0]);
    const Mention *the = harm ? groups_before(g, harm->first, g->determiner) : NULL;
    return the && str_equal(analysis_value(g->a, the), STR("definite")) ? the : NULL;
}

/* "Hundreds of | its leaders", not "by ten | the guards were hurt": the count that ends with the preposition at the token; NULL where
 * none does, or it says no more than a plural ("a number of") of people who are not known already ("a number of the villagers"). */
static const Mention *count_with_of(const Groups *g, const GroupRecord *group, uint32_t of)
{
    bool preposition = str_find(analysis_word(g->a, of), STR("prep"), 0) < SIZE_MAX;
    const Mention *count = preposition ? groups_count_before(g, of + 1) : NULL;
    bool plural = count && g->a->counts[count->data].range.high == INTERVAL_OPEN;
    bool known = group->definite && !groups_at(g, group->last, analysis_class(g->a, "HARM_PP"));
    return plural && !known ? NULL : count;
}

/* "One of the town's | most gifted and | versatile actors": over adjectives that "and" joins, behind whose they are; the token itself where
 * none stand before it. */
static uint32_t over_joined_adjectives(const Groups *g, const GroupRecord *group, uint32_t first)
{
    enum { LONGEST = 4 };
    if (group->count != MENTION_NONE || !group->many)
        return first;
    const Mention *and = groups_before(g, first, g->conjunction);
    uint32_t t = and? and->first : first;
    while (and&&t > 0 && and->first - t < LONGEST && g->owner[t - 1] == MENTION_NONE &&
           groups_same_sentence(g, t - 1, first) && !groups_at(g, t - 1, g->determiner) &&
           !groups_at(g, t - 1, g->possessive) && (groups_is_modifier(g, t - 1) || groups_begins(g, t - 1, g->common)))
        t--;
    const Mention *whose = and&&t < and->first ? groups_before(g, t, g->possessive) : NULL;
    if (and&&t < and->first && !whose)
        whose = groups_before(g, t, g->determiner);
    uint32_t opens = whose ? whose->first : first;
    for (int i = 0; whose && i < LONGEST && opens > 0 && !groups_is_of(g, opens - 1) &&
                    (g->a->tokens.tokens[opens - 1].flags & TOKEN_WORD) &&
                    (groups_is_modifier(g, opens - 1) || groups_at(g, opens - 1, g->determiner));
         i++)
        opens--;
    return opens;
}

/* "two of the attackers": the count stands before the preposition. */
void groups_take_partitive(const Groups *g, GroupRecord *group)
{
    const Mention *owns = groups_at(g, group->last, g->possessive); /* "two of the judge | 's guards": two guards */
    if (owns && !(g->a->tokens.tokens[owns->first].flags & TOKEN_SPACE_BEFORE))
        return;
    const Mention *opens = group->count == MENTION_NONE ? opens_with_harm(g, group->first) : NULL;
    uint32_t first = opens ? opens->first : over_joined_adjectives(g, group, group->first);
    if (first == 0 || !groups_same_sentence(g, group->first, first - 1) ||
        groups_before(g, first, g->share)) /* "one in three of the 60" */
        return;
    bool definite = group->definite || opens;
    uint32_t of = first - 1;
    for (int i = 0; i < 6 && groups_is_of_owner(g, of); i++)
        of--;                                    /* "one of Al-Musawi's relatives", "two of the judge's guards" */
    bool counted = group->count != MENTION_NONE; /* "one of five people" */
    const Mention *many = counted ? NULL : count_with_of(g, group, of);
    if (!(many || groups_is_of(g, of)) || !(counted || definite || of + 1 < group->first || group->possessed))
        return;
    const Mention *more = groups_before(g, of, g->additional); /* "two more of the guards" */
    const Mention *count = many ? many : groups_count_before(g, more ? more->first : of);
    if (!count || (counted && g->a->counts[count->data].quantity.low >= g->a->counts[group->count].quantity.low))
        return;
    group->partitive = counted;
    group->whole = group->count;
    group->count = count->data;
    group->first = count->first;
    groups_take_determiners(g, group); /* "all three of her sons" */
    group->additional = group->additional || more;
    group->definite = false;
    group->part = definite;
}
