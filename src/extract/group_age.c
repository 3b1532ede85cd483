/*
 * Ages: "24-year-old", "Ana Bek, 27,". They belong to the noun phrase: of two victims they tell which is which.
 */
#include "extract/group_parts.h"

enum { OLDEST_YEARS = 120 };

/* Whether the token is a number that may be somebody's age. */
static bool is_age(const Groups *g, uint32_t token)
{
    if (token >= g->a->tokens.count || !(g->a->tokens.tokens[token].flags & TOKEN_NUMBER))
        return false;
    Str digits = groups_text(g, token);
    unsigned years = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!char_is_digit(digits.ptr[i]) || i > 2)
            return false;
        years = years * 10 + (unsigned)(digits.ptr[i] - '0');
    }
    return years > 0 && years <= OLDEST_YEARS;
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
    const Mention *word = groups_before(g, here, g->count);
    return is_age(g, here - 1) ? here - 1 : word ? word->first : head->first;
}

uint32_t groups_age_behind(const Groups *g, uint32_t last)
{
    uint32_t age = last + 1;
    if (!groups_is_sign(g, last, ',') || !groups_same_sentence(g, last - 1, age) || !is_age(g, age))
        return last;
    uint32_t next = age + 1;
    bool closes = !groups_same_sentence(g, age, next) || groups_is_sign(g, next, ',') || groups_is_sign(g, next, '.') ||
                  groups_is_sign(g, next, ';') || groups_at(g, next, g->closed[0]) ||
                  groups_at(g, next, g->conjunction) || groups_begins_any(g, next, g->verbs, 7);
    return closes ? next : last;
}
