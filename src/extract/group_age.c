/*
 * Ages: "24-year-old", "Ana Bek, 27,". They belong to the noun phrase: of two victims they tell which is which.
 */
#include "extract/group_parts.h"

enum { OLDEST_YEARS = 120, OF_AGE = 18 };

/* The age that the number at the token may be, 0 where it can be none. */
static unsigned age_at(const Groups *g, uint32_t token)
{
    if (token >= g->a->tokens.count || !(g->a->tokens.tokens[token].flags & TOKEN_NUMBER))
        return 0;
    Str digits = groups_text(g, token);
    unsigned years = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!char_is_digit(digits.ptr[i]) || i > 2)
            return 0;
        years = years * 10 + (unsigned)(digits.ptr[i] - '0');
    }
    return years <= OLDEST_YEARS ? years : 0;
}

/* The number in words that ends before the token, "seven" of "seven-year-old", and its value; NULL. */
static const Mention *words_before(const Groups *g, uint32_t token, int64_t *value)
{
    const Mention *number = groups_before(g, token, g->number);
    return number && str_number(analysis_value(g->a, number), value) ? number : NULL;
}

/* The number in words that begins at the token, and its value; NULL. */
static const Mention *words_at(const Groups *g, uint32_t token, int64_t *value)
{
    const Mention *number = age_at(g, token) > 0 ? NULL : groups_at(g, token, g->number);
    return number && str_number(analysis_value(g->a, number), value) && *value > 0 ? number : NULL;
}

static bool is_age(const Groups *g, uint32_t token)
{
    return age_at(g, token) > 0;
}

/* The years that the number at the token tells as an age, 0 where it tells none: "17-year-old", "Ana Bek, 27,", "Ana Bek (6
 * months)". */
static unsigned told_at(const Groups *g, const GroupRecord *group, uint32_t t)
{
    const Mention *behind = groups_at(g, t + 1, g->victim);
    if (!behind && groups_is_sign(g, t + 1, '-'))
        behind = groups_at(g, t + 2, g->victim);
    bool hyphened = behind && groups_tells_age(g, behind);
    bool told = t > group->first &&
                (groups_is_sign(g, t - 1, ',') || groups_is_sign(g, t - 1, '(') || groups_before(g, t, g->aged));
    int64_t spelled = 0;
    const Mention *words = hyphened ? words_before(g, t + 1, &spelled) : NULL;
    if (!words && t > group->first && (groups_before(g, t, g->aged) || groups_is_sign(g, t - 1, '(')))
        words = words_at(g, t, &spelled); /* "aged seven", "(seven years old)" */
    if (words && !hyphened && groups_is_sign(g, t - 1, '(') && !groups_at(g, words->last, g->age_unit))
        return 0;
    if (!words && (!(hyphened || told) || !is_age(g, t)))
        return 0;
    const Mention *unit = groups_at(g, words ? words->last : t + 1, g->age_unit);
    bool young = hyphened ? analysis_attr(g->a, behind, "young") != NULL
                          : unit && str_equal(analysis_value(g->a, unit), STR("months"));
    return young ? 1 : words ? (unsigned)spelled : age_at(g, t);
}

/* A stated age says who is a child, whatever the noun: "his daughter, 34", "17-year-old man". */
void groups_take_age(const Groups *g, GroupRecord *group)
{
    unsigned years = 0;
    for (uint32_t t = group->first; t < group->last; t++) {
        unsigned told = told_at(g, group, t);
        years = told > 0 ? told : years;
    }
    group->years = years;
    if (!(group->subgroups & (SUBGROUP_CHILDREN | SUBGROUP_WOMEN | SUBGROUP_MEN)))
        group->subgroups |= groups_sex_told(g, group);
    if (years >= OF_AGE)
        group->subgroups &= ~(unsigned)SUBGROUP_CHILDREN;
    else if (years > 0)
        group->subgroups = (group->subgroups & ~(unsigned)(SUBGROUP_WOMEN | SUBGROUP_MEN)) | SUBGROUP_CHILDREN;
}

bool groups_tells_age(const Groups *g, const Mention *head)
{
    const Attr *sub = analysis_attr(g->a, head, "sub");
    return sub && str_equal(lexicon_value_name(g->a->language->lexicon, sub->value), STR("age"));
}

uint32_t groups_age_before(const Groups *g, const Mention *head)
{
    if (!groups_tells_age(g, head))
        return head->first;
    uint32_t here = head->first;
    if (here > 0 && groups_is_sign(g, here - 1, '-'))
        here--;
    if (here == 0 || !groups_same_sentence(g, here - 1, head->first) || g->owner[here - 1] != MENTION_NONE)
        return head->first;
    int64_t ignored = 0;
    const Mention *word = words_before(g, here, &ignored);
    return is_age(g, here - 1) ? here - 1 : word ? word->first : head->first;
}

/* The token behind what the bracket at `last` remarks on a name: "(53 years old, female)", "(Umm Musa)", "(also known as Abu
 * Aram)"; last where people or deeds of their own stand in it. */
static uint32_t behind_remark(const Groups *g, uint32_t last)
{
    enum { LONGEST = 10 };
    for (uint32_t t = last + 1; t <= last + LONGEST && groups_same_sentence(g, last, t); t++) {
        if (groups_is_sign(g, t, ')'))
            return t + 1;
        if (g->owner[t] != MENTION_NONE || groups_begins_any(g, t, &g->finite_any) || groups_at(g, t, g->count))
            return last;
    }
    return last;
}

bool groups_is_remark(const Groups *g, const Mention *head)
{
    enum { LONGEST = 6 };
    bool alone =
        head->first > 0 && (groups_is_sign(g, head->first - 1, ',') || groups_is_sign(g, head->first - 1, '('));
    if (!alone || !(groups_is_sign(g, head->last, ')') || groups_is_sign(g, head->last, ',')))
        return false;
    uint32_t t = head->first - 1;
    for (uint32_t n = 0; n < LONGEST && t > 0 && !groups_is_sign(g, t, '('); n++)
        t--;
    return t > 0 && groups_is_sign(g, t, '(') && analysis_is_name(g->a, t - 1);
}

/* Behind "(27)", "(27 years old)", "(aged 17 or 18)"; last where no such age stands there. */
static uint32_t behind_bracket(const Groups *g, uint32_t last)
{
    enum { LONGEST = 7 };
    if (!groups_is_sign(g, last, '(') || !groups_same_sentence(g, last - 1, last))
        return last;
    const Mention *aged = groups_at(g, last + 1, g->aged);
    uint32_t age = aged ? aged->last : last + 1;
    if (!is_age(g, age))
        return last;
    for (uint32_t t = age + 1; t <= last + LONGEST && groups_same_sentence(g, last, t); t++) {
        if (groups_is_sign(g, t, ')'))
            return t + 1;
        const Mention *unit = groups_at(g, t, g->age_unit);
        bool goes_on = is_age(g, t) || groups_at(g, t, g->conjunction) || groups_is_sign(g, t, '-');
        if (!unit && !goes_on)
            return last;
        t = unit ? unit->last - 1 : t;
    }
    return last;
}

uint32_t groups_remark_behind(const Groups *g, uint32_t last)
{
    uint32_t age = groups_age_behind(g, last);
    bool bracket = age == last && groups_is_sign(g, last, '(') && groups_same_sentence(g, last - 1, last);
    return bracket ? behind_remark(g, last) : age;
}

uint32_t groups_age_behind(const Groups *g, uint32_t last)
{
    uint32_t bracket = behind_bracket(g, last);
    if (bracket > last)
        return bracket;
    bool comma = groups_is_sign(g, last, ',');
    const Mention *aged = groups_at(g, comma ? last + 1 : last, g->aged);
    uint32_t age = aged ? aged->last : last + 1;
    int64_t spelled = 0;
    const Mention *words = aged ? words_at(g, age, &spelled) : NULL;
    if (!(comma || aged) || !groups_same_sentence(g, last - 1, age) || !(words || is_age(g, age)))
        return last;
    uint32_t next = words ? words->last : age + 1;
    bool closes = !groups_same_sentence(g, age, next) || groups_is_sign(g, next, ',') || groups_is_sign(g, next, '.') ||
                  groups_is_sign(g, next, ';') || groups_at(g, next, g->closed[0]) ||
                  groups_at(g, next, g->conjunction) || groups_begins_any(g, next, &g->finite_any);
    return closes ? next : last;
}

uint32_t groups_ages_behind(const Groups *g, uint32_t last)
{
    enum { MOST_AGES = 12 };
    uint32_t here = last;
    int ages = 0;
    bool spelled = false;
    while (ages < MOST_AGES) {
        uint32_t next = groups_is_sign(g, here, ',') ? here + 1 : here;
        const Mention *conjunction = groups_at(g, next, g->conjunction);
        next = conjunction && ages > 0 ? conjunction->last : next;
        const Mention *aged = ages == 0 ? groups_at(g, next, g->aged) : NULL;
        next = aged ? aged->last : next;
        spelled = spelled || aged;
        int64_t ignored = 0;
        const Mention *words = spelled ? words_at(g, next, &ignored) : NULL; /* "aged three and five" */
        if (next == here || !groups_same_sentence(g, last - 1, next) || !(words || is_age(g, next)))
            break;
        here = words ? words->last : next + 1;
        ages++;
    }
    return ages > 1 && groups_is_sign(g, here, ',') ? here : last;
}
