#include "extract/harm/refer.h"

#include "extract/people/group_parts.h"
#include "extract/syntax/noun.h"

enum { MOST_BETWEEN = 12 };

static bool may_be_same(const GroupRecord *before, const GroupRecord *group)
{
    bool suspects = (before->subgroups & SUBGROUP_ATTACKERS) != (group->subgroups & SUBGROUP_ATTACKERS);
    if (before->bodies || (group->definite && suspects))
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

/* The list of several that the group at the index ends, or NULL. */
static const GroupList *list_ending(const Analysis *a, uint32_t index)
{
    for (size_t i = a->list_count; i-- > 0;) {
        const GroupList *list = &a->lists[i];
        if (list->group_count > 1 && list->first_group + list->group_count == index + 1)
            return list;
    }
    return NULL;
}

/* Whether more is said of the last of the list, among which others may stand: "a clerk and an officer of the guards and ..." */
static bool goes_on(const Analysis *a, const GroupList *list)
{
    uint32_t behind = a->groups[list->first_group + list->group_count - 1].last;
    uint32_t m = mention_at(&a->mentions, behind, analysis_class(a, "PREPOSITION"));
    bool of = m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("of"));
    return of || mention_at(&a->mentions, behind, analysis_class(a, "CONJUNCTION")) != MENTION_NONE;
}

/* How many "a man and two women" are; 0 where one of them gives no number. */
static int64_t people_in(const Analysis *a, const GroupList *list)
{
    int64_t sum = 0;
    if (goes_on(a, list))
        return 0;
    for (uint32_t i = 0; i < list->group_count; i++) {
        const GroupRecord *group = &a->groups[list->first_group + i];
        bool counted = group->count != MENTION_NONE && a->counts[group->count].form == COUNT_EXACT;
        if (!group->described && !counted)
            return 0;
        sum += counted ? a->counts[group->count].quantity.low : 1;
    }
    return sum;
}

/* "They", of a man and a woman told of right before: two. */
static uint32_t count_of_list(Analysis *a, const GroupRecord *group, int64_t people)
{
    CountRecord words = {.first = group->first, .last = group->last};
    return groups_add_count(a, &words, (Interval){people, people}, COUNT_EXACT);
}

/* The count that the group at the index gives to those meant by `group`; MENTION_NONE where it gives none. */
static uint32_t count_given(Analysis *a, uint32_t index, const GroupRecord *group)
{
    const GroupList *list = group->definite ? NULL : list_ending(a, index);
    int64_t people = list ? people_in(a, list) : 0;
    if (people > 0)
        return count_of_list(a, group, people);
    return a->groups[index].many && is_number(a, &a->groups[index]) ? a->groups[index].count : MENTION_NONE;
}

/* "Six people | were hurt | ...": not whose bodies are told of next. */
static bool is_told_as_hurt(const Analysis *a, const GroupRecord *group)
{
    enum { REACH = 3, CLASSES = 2 };
    const uint16_t classes[CLASSES] = {analysis_class(a, "HARM_PP"), analysis_class(a, "HARM_ADJ")};
    uint32_t end = a->tokens.sentences[analysis_sentence(a, group->first)].last;
    for (uint32_t t = group->last; t < end && t < group->last + REACH; t++)
        for (size_t k = 0; k < CLASSES; k++) {
            uint32_t m = mention_at(&a->mentions, t, classes[k]);
            if (m != MENTION_NONE)
                return str_is(analysis_value(a, &a->mentions.items[m]), "injured");
        }
    return false;
}

static Str last_word(const Analysis *a, const GroupRecord *group)
{
    return span_text(a->tokens.text, a->tokens.tokens[group->last - 1].span);
}

static bool has_noun_of(const Analysis *a, const GroupRecord *before, const GroupRecord *group)
{
    Str word = last_word(a, group);
    for (uint32_t t = before->first; t < before->last; t++) {
        if (noun_is_form_of(span_text(a->tokens.text, a->tokens.tokens[t].span), word))
            return true;
    }
    return false;
}

/* "The monks" behind "six monks and two guards": those who are called so again. */
static bool is_called_so(const Analysis *a, const GroupRecord *before, const GroupRecord *group)
{
    enum { SHORTEST = 4 };
    return last_word(a, group).len >= SHORTEST && has_noun_of(a, before, group);
}

/* The number of those who were called so in this sentence or the one before, MENTION_NONE where none is told. */
static uint32_t called_so_before(const Analysis *a, uint32_t index)
{
    const GroupRecord *group = &a->groups[index];
    uint32_t sentence = analysis_sentence(a, group->first);
    for (uint32_t i = index, seen = 0; i-- > 0 && seen < MOST_BETWEEN; seen++) {
        const GroupRecord *before = &a->groups[i];
        if (analysis_sentence(a, before->first) + 1 < sentence)
            return MENTION_NONE;
        if (before->many && is_number(a, before) && before->first < group->first && is_called_so(a, before, group))
            return before->count;
    }
    return MENTION_NONE;
}

/* "The leaders" behind "15 families", "the men" behind "the men and women": the number before is not of them. */
static bool is_of_others(const Analysis *a, const GroupRecord *before, const GroupRecord *group)
{
    bool houses = mention_begins(&a->mentions, before->last - 1, analysis_class(a, "NOUN_HEAD"));
    bool same = before->many && before->count == MENTION_NONE && has_noun_of(a, before, group);
    return group->definite && (houses || same);
}

/* "The | Kenyan | people": all of it, nobody told of before. */
static bool is_a_people(const Analysis *a, const GroupRecord *group)
{
    return group->definite && group->anybody && group->last > group->first + 2 &&
           mention_begins(&a->mentions, group->last - 2, analysis_class(a, "DEMONYM"));
}

/* "The casualties include ...", "the army's losses": a sum of its own, nobody told of before. */
static bool is_a_sum(const Analysis *a, const GroupRecord *group)
{
    return mention_begins(&a->mentions, group->last - 1, analysis_class(a, "HARM_NOUN"));
}

/* "... and shot | them": what a verb was done to. */
static bool is_object(const Analysis *a, const GroupRecord *group)
{
    return group->first > 0 && (mention_covers(&a->mentions, group->first - 1, analysis_class(a, "V_ACTIVE")) ||
                                mention_covers(&a->mentions, group->first - 1, analysis_class(a, "V_BARE")));
}

/* "The monks", of whatever number. */
static bool is_known_kind(const GroupRecord *group)
{
    return group->many && group->anaphoric && group->definite && group->count == MENTION_NONE &&
           group->victim_class != CLASS_UNKNOWN;
}

/* "The others" are some of those told of before, nobody says how many. */
static bool stands_for_others(const Analysis *a, const GroupRecord *group)
{
    return group->anaphoric && group->many && group->count == MENTION_NONE && !group->additional &&
           !is_a_people(a, group) && !is_a_sum(a, group);
}

static uint32_t told_before(Analysis *a, uint32_t index)
{
    const GroupRecord *group = &a->groups[index];
    if (!stands_for_others(a, group))
        return MENTION_NONE;
    uint32_t sentence = analysis_sentence(a, group->first);
    uint32_t called = group->definite ? called_so_before(a, index) : MENTION_NONE;
    if (called != MENTION_NONE)
        return called;
    bool object = is_object(a, group);
    for (uint32_t i = index, seen = 0; i-- > 0 && seen < MOST_BETWEEN; seen++) {
        const GroupRecord *before = &a->groups[i];
        if (before->first >= group->first || analysis_sentence(a, before->first) + 1 < sentence ||
            is_of_others(a, before, group))
            return MENTION_NONE;
        if (!may_be_same(before, group) || (group->bodies && is_told_as_hurt(a, before)))
            continue;
        if (object && is_known_kind(before)) /* "dragged the monks out and shot them": as many as the monks are */
            return told_before(a, i);
        uint32_t count = count_given(a, i, group);
        if (count != MENTION_NONE || (before->many && !before->anaphoric))
            return count;
    }
    return MENTION_NONE;
}

/* "2,000 people stormed the fence. [37 died.] The individuals died of suffocation". */
static bool are_of_dead(const Analysis *a, const GroupRecord *group, uint32_t count)
{
    enum { TIMES = 3 };
    if (!group->definite || !group->anybody || count == MENTION_NONE)
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *told = &a->claims[i];
        if (told->kind == KIND_CASUALTY && told->outcome == OUTCOME_KILLED && told->has_count &&
            told->count.low * TIMES <= a->counts[count].quantity.low)
            return true;
    }
    return false;
}

uint32_t refer_count(Analysis *a, uint32_t index, bool died)
{
    uint32_t count = told_before(a, index);
    return died && are_of_dead(a, &a->groups[index], count) ? MENTION_NONE : count;
}
